import type { Fact } from './fact.ts';
import { formatAmount, knownValue } from './format.ts';

/** What a highlight is about; a page shows at most two of one kind. */
export const HIGHLIGHT_KINDS = [
  'growth',
  'profit',
  'turn',
  'target',
  'record',
  'margin',
  'costs',
  'cash',
  'debt',
  'investment',
  'orders',
  'measures',
  'outlook',
  'correction',
] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

/** How a number stands in a sentence: in units of ten to the `scale`, with so many decimal places. */
export interface FigureForm {
  readonly scale: number;
  readonly places: number;
}

/** A number of a sentence, which is a fact. */
export interface HighlightFigure {
  /** Id of the fact. */
  readonly fact: string;
  readonly form: FigureForm;
}

/** A stretch of a sentence: words, or a number. The numbers stand for themselves, their units are words. */
export type HighlightPart = string | HighlightFigure;

/** The issuer's own reason for what a highlight tells, in its own words, and where they stand. */
export interface HighlightExplanation {
  readonly text: string;
  /** The measure that it accounts for: `systems construction`. */
  readonly about: string;
  readonly document: string;
  /** 1-based. */
  readonly line: number;
  /** Who says it where it is a quote, else empty. */
  readonly speaker: string;
}

/** A sentence or two about a period, every number of which is a fact. */
export interface Highlight {
  readonly kind: HighlightKind;
  /** Opening words, a finding without a number and without its full stop. */
  readonly title: string;
  readonly parts: readonly HighlightPart[];
  /** Ids of the facts it rests on, in the order in which they are told. */
  readonly sources: readonly string[];
  readonly explanation?: HighlightExplanation;
  /** How much it matters beside the others of its period; 1 is much. */
  readonly weight: number;
}

/** The digits of a number in a sentence, without its sign, which words tell; `%` belongs to the number. */
export function formatFigure(fact: Fact, { scale, places }: FigureForm): string {
  const digits = formatAmount(knownValue(fact, scale, places).replace(/^-/, ''), scale, places);
  return fact.unit === 'percent' ? `${digits}%` : digits;
}
