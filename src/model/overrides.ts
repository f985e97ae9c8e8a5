import type { Period } from './period.ts';

/** What a person may say of figures instead of their document. */
export const STATED = ['unit', 'period', 'measure', 'part', 'value'] as const;
export type StatedKind = (typeof STATED)[number];

/** A person's word on some figures; what is left out stays as it was read. */
export interface StatedWords {
  readonly unit?: string;
  /** Power of ten that turns a printed number into base units: 6 for millions. */
  readonly scale?: number;
  readonly period?: Period;
  /** Id of a measure. */
  readonly measure?: string;
  /** Axes and members; empty for the whole. */
  readonly part?: Readonly<Record<string, string>>;
}

/** Words on the rows or columns of a label, or on the tables of a title. */
export interface StatedPlace extends StatedWords {
  /** As printed; the ends of a path of heads or labels will do. */
  readonly name: string;
  /** Which of several of that name, from 1; all of them without it. */
  readonly nth?: number;
  /** Where the override stands in its file. */
  readonly line: number;
  readonly column: number;
}

export interface StatedTable extends StatedPlace {
  readonly columns: readonly StatedPlace[];
  readonly rows: readonly StatedPlace[];
}

/** Words on a number of a line, whatever that is part of; the name is what is printed around it. */
export interface StatedSentence extends StatedPlace {
  /** The number, as printed, where the text has several. */
  readonly figure?: string;
  /** The number as it should read, where what is printed is none: `1234`. */
  readonly value?: string;
}

/** `<id>.overrides.json`: a person's word on how a document is to be read. */
export interface Overrides {
  /** Path for messages. */
  readonly file: string;
  readonly tables: readonly StatedTable[];
  readonly sentences: readonly StatedSentence[];
}
