export type FigureKind =
  | 'money'
  | 'perShare'
  | 'percent'
  | 'points'
  | 'shares'
  | 'count'
  | 'times'
  | 'split'
  | 'rate'
  | 'bandwidth'
  | 'bare';

/** A number that may state something, with the unit words that stand at it. Offsets are UTF-16, in the sentence. */
export interface Figure {
  readonly raw: string;
  /** Where `raw` starts. */
  readonly start: number;
  /** Behind `raw` and its unit words. */
  readonly end: number;
  readonly digits: string;
  readonly places: number;
  readonly kind: FigureKind;
  /** Empty where the measure has to tell. */
  readonly unit: string;
  /** Power of ten: 6 for millions, -2 for basis points and cents. */
  readonly scale: number;
  readonly isNegative: boolean;
  /** What is counted: `ATMs`, `survey responses`. */
  readonly noun: string;
  /** Words that stand at the amount and belong to its measure: `diluted` of `per diluted share`, `(net)`. */
  readonly remark: string;
}
