import type { Figure } from './figure.ts';
import type { Measure } from './measures.ts';
import type { Phrase } from './phrases.ts';
import type { Role } from './roles.ts';
import type { BlockContext } from './statement.ts';
import type { Story } from './story.ts';

/** Everything around a number that may tell its measure. */
export interface MeasureSearch {
  readonly figure: Figure;
  readonly role: Role;
  readonly phrase: Phrase;
  readonly gap: string;
  readonly behind: string;
  /** The sentence with its wordings of time blanked. */
  readonly masked: string;
  readonly figures: readonly Figure[];
  /** How many periods the wording of time lists that stands between the number before and this one. */
  readonly listedTimes: number;
  readonly index: number;
  readonly story: Story;
  readonly context: BlockContext;
}

export interface FoundMeasure {
  readonly measure: Measure;
  /** The words around the number name it; else it is carried over. */
  readonly isNamed: boolean;
  /** The words that name it stand behind the number. */
  readonly isBehind?: boolean;
  /** A turn of phrase names it: all words up to the number belong to it. */
  readonly isTurn?: boolean;
}

export const named = (measure: Measure | undefined): FoundMeasure | undefined =>
  measure && { measure, isNamed: true };
export const behindIt = (measure: Measure | undefined): FoundMeasure | undefined =>
  measure && { measure, isNamed: true, isBehind: true };
export const inTurn = (measure: Measure | undefined, isBehind = false): FoundMeasure | undefined =>
  measure && { measure, isNamed: true, isBehind, isTurn: true };
export const carried = (measure: Measure | undefined): FoundMeasure | undefined =>
  measure && { measure, isNamed: false };

/** The subject, then what the headings name: what encloses a name, innermost first. */
export const enclosingNames = ({ story, context }: MeasureSearch): string[] => [
  ...(story.subject?.concept ? [story.subject.concept.id] : []),
  ...context.enclosing,
];

const FILLERS = new Set(
  'the this that it we which and or also in of to by a an respectively total yoy increase decrease change growth loss income expense figure figures result results representing reflecting implying corresponding with year-over-year year-on-year yearly annual annualized sequential strong solid healthy robust further as for from on at its our their compared comparing versus against'.split(
    ' ',
  ),
);

/** Words that name no measure by themselves. */
export const isFiller = (name: string): boolean =>
  (name.toLowerCase().match(/[\p{L}-]+/gu) ?? []).every((word) => FILLERS.has(word) || /^-+$/.test(word));

/** `is sold in 56 countries, accounting for 21% of sales`: what was counted right before is no name of a share. */
export const isCountBefore = (name: string, { story, figures, index }: MeasureSearch): boolean =>
  story.last?.figure.kind === 'count' &&
  story.last.figure === figures[index - 1] &&
  story.last.measure.label === name &&
  /\b(?:in|at|across|to|from|with|by|through) (?:(?:about|approximately|over|nearly|more than) )?$/i.test(
    story.last.before,
  );

/** A measure carried over has to be of the figure's kind. */
export function fitting(
  measure: Measure | undefined,
  { figure, context }: MeasureSearch,
): Measure | undefined {
  if (!measure) return undefined;
  if (figure.kind === 'percent' && measure.concept && measure.concept.kind !== 'percent')
    return context.measures.find(measure.label, 'percent', context.enclosing);
  return measure;
}
