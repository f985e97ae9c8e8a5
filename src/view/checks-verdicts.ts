import type { Verdict } from '../model/finding.ts';
import { formatCount } from '../model/format.ts';

/** What a verdict is called and what it says of two numbers. */
export interface VerdictWords {
  readonly name: string;
  readonly says: string;
  /** Of one figure, for a mark beside it. */
  readonly mark: string;
  /** What would settle a finding that nobody has answered. */
  readonly settles?: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  exact: {
    name: 'Exact',
    says: 'Equal to the last printed digit.',
    mark: 'Agrees',
  },
  rounding: {
    name: 'Rounding',
    says: 'Different digits, same fact: the intervals that they stand for meet.',
    mark: 'Agrees within rounding',
  },
  footing: {
    name: 'Footing',
    says: 'Moved by one in the last place so that the printed column adds up.',
    mark: 'Last digit moved so that the column adds up',
  },
  basis: {
    name: 'Basis',
    says: 'Both right, but worked out from different figures or by another definition.',
    mark: 'Right on another basis',
  },
  doubt: {
    name: 'Doubt',
    says: 'The figures disagree, and that one of them was misread here is likelier than a misprint.',
    mark: 'May have been misread',
    settles:
      'A look at the lines settles it, said in the overrides of the release; or another statement of one of these figures.',
  },
  slip: {
    name: 'Slip',
    says: 'A word, label, date or heading contradicts what stands around it.',
    mark: 'Words cannot be right',
    settles: 'A corrected release settles it, or the issuer’s answer.',
  },
  error: {
    name: 'Error',
    says: 'The intervals stand apart, and what each figure means is borne out elsewhere: it cannot be right.',
    mark: 'Cannot be right',
    settles:
      'A corrected release settles it, or the issuer’s answer; where several figures may be the wrong one, another statement of one of them tells which.',
  },
};

/** Worst first: where several findings concern one place, the first of these marks it. */
export const BY_WEIGHT: readonly Verdict[] = [
  'error',
  'slip',
  'doubt',
  'basis',
  'footing',
  'rounding',
  'exact',
];

/** A verdict that is told as a finding, not counted as a pass. */
export const isNotable = (verdict: Verdict): boolean => verdict !== 'exact' && verdict !== 'rounding';

/** `no wrong figure; 6 slips in labels and headings; 25 last digits moved so that a column adds up`. */
export function countedVerdicts(counts: Readonly<Record<Verdict, number>>): string {
  const clause = (count: number, one: string, many: string) =>
    count > 0 ? [`${formatCount(count)} ${count === 1 ? one : many}`] : [];
  return [
    ...(counts.error > 0 ? clause(counts.error, 'wrong figure', 'wrong figures') : ['no wrong figure']),
    ...clause(counts.slip, 'slip in a label or heading', 'slips in labels and headings'),
    ...clause(counts.doubt, 'doubt', 'doubts'),
    ...clause(
      counts.footing,
      'last digit moved so that its column adds up',
      'last digits moved so that columns add up',
    ),
  ].join('; ');
}
