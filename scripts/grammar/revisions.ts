import { remember } from '../../src/model/remember.ts';
/** What a row or column of a table of revised targets gives: what was aimed at before, what is now, or the step between. */
export type Revision = 'previous' | 'revised' | 'step';

const AIM = '(?:targets?|forecasts?|guidance|outlook|estimates?|projections?|plans?|announcement|ranges?)';
const PREVIOUS = '(?:previous(?:ly)?|prior|original|initial)(?: (?:announced|disclosed|published|issued))?';
const REVISED = '(?:newly )?(?:revised|new|updated|current|latest)';
/** `FY23`, `full-year 2025`, between the word for when and the aim. */
const OF_WHAT = "(?:[\\p{L}\\d'’-]+ ){0,3}";
const WORDS: readonly (readonly [Revision, string])[] = [
  ['previous', PREVIOUS],
  ['revised', REVISED],
];
const STEP =
  /^(?:(?:amount|rate|ratio|percentage) of )?(?:percentage )?(?:changes?|differences?|increase\/?\(?decrease\)?)(?: rate| ratio| in (?:amount|percent))?(?: ?\((?:B ?[-–−] ?A|%|％|percent)\)){0,2}(?: ?%)?$/i;

const AIMS = WORDS.map(
  ([revision, words]) => [revision, new RegExp(`^${words} ${OF_WHAT}${AIM}\\b`, 'iu')] as const,
);
const BARE = WORDS.map(([revision, words]) => [revision, new RegExp(`^${words}$`, 'i')] as const);

/** Reads the label of a row or the head of a column; footnote marks are gone from it. */
export const readRevision: (label: string) => Revision | undefined = remember((label) => {
  const text = label.trim();
  const found = AIMS.find(([, aim]) => aim.test(text))?.[0];
  return found ?? (STEP.test(text) ? 'step' : undefined);
});

/** Reads a head that may leave the aim to the words above its table: `Updated`, `Prior`. */
export const readRevisionHead = (head: string, isOfAims: boolean): Revision | undefined =>
  readRevision(head) ?? (isOfAims ? BARE.find(([, bare]) => bare.test(head.trim()))?.[0] : undefined);

/** Whether a step is told in percent. */
export const isInPercent = (label: string): boolean => /%|％|percent|\brate\b|\bratio\b/i.test(label);
