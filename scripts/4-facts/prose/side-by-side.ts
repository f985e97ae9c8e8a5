import { findTellingPair } from '../../../src/concepts/vocabulary.ts';
import type { MeasureSearch } from './measure-search.ts';
import { type Measure, type Needed, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure } from './names-measure.ts';
import { findParties, paidTo } from './paid-parties.ts';

/** `revenue and operating income` before two numbers: each name one measure, unless all of it is one. */
export function sideBySide(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { figures, index, masked } = search;
  const [, two = '', rest = ''] = BOTH.exec(name) ?? [];
  const ways = findTellingPair(two);
  if (ways?.isPlainFirst) {
    const plain = nameKnown(search, rest, needed);
    const told = nameKnown(search, `${ways.word} ${rest}`, needed);
    return plain && told ? list([{ ...plain, label: rest }, told]) : undefined;
  }
  if (search.context.isLabel) return undefined;
  const until = (i: number) => masked.slice(figures[i]?.end ?? 0, figures[i + 1]?.start ?? masked.length);
  const last = TO.test(until(index)) ? index + 1 : index;
  if (!figures[last + 1] || !BETWEEN.test(until(last))) return undefined;
  // `Interest and finance costs for 2024 and 2023 were`: each number is of a time
  if (search.listedTimes > 1) return undefined;
  const parties = findParties(name);
  if (parties.length > 1) return list(parties.map((party) => paidTo(search, name, party, needed)));
  const own = nameKnown(search, name, needed);
  const first = own && nameBefore(search, needed);
  if (first) return list([first, own]);
  if (own) return undefined;
  const parts = name.replace(DELIVERED, '').split(/,?\s+and\s+|,\s+/);
  if (parts.length < 2) return undefined;
  const step = last - index + 1;
  const neededFor = (i: number) => {
    const figure = figures[index + i * step];
    return needed && figure && parts.length > i ? neededBy(figure) : needed;
  };
  const known = parts.map((part, i) => nameKnown(search, part, neededFor(i)));
  const isOpen = isInTurn(search, parts) || (search.role.isFromBehind && known.some((one) => one));
  return list(known.map((one, i) => one ?? (isOpen ? plainly(parts[i] ?? '') : undefined)));
}

/** `generated revenue and operating income of 91.2 and 13.1`: the known name that `and` joins to the one right before the number. */
function nameBefore(search: MeasureSearch, needed: Needed): Measure | undefined {
  const { gap, phrase, context } = search;
  const before = AND_BEFORE.exec(gap.slice(0, phrase.start))?.[1] ?? '';
  const name = phrase.isSubject ? undefined : context.measures.namesIn(before).at(-1);
  return name?.end === before.length ? nameKnown(search, before.slice(name.start), needed) : undefined;
}
const AND_BEFORE = /([\p{L}&’' -]+?)\s+and\s+$/u;

/** `Bookings and billings were $130.1 million and $125.2 million, respectively`: as many numbers as plain names. */
function isInTurn({ figures, index, masked, figure }: MeasureSearch, parts: readonly string[]): boolean {
  const run = figures.slice(index, index + parts.length);
  const isRun = run.every(({ start, kind }, i) => {
    const before = run[i - 1];
    return !before || (kind === figure.kind && BETWEEN.test(masked.slice(before.end, start)));
  });
  return (
    isRun &&
    run.length === parts.length &&
    /^,?\s?respectively\b/i.test(masked.slice(run.at(-1)?.end ?? 0)) &&
    parts.every((part) => isNameOfMeasure(part, figure.kind === 'money'))
  );
}
/** `$675 million to $700 million and $85 million to $90 million`: a range for each name. */
const TO = /^\s*(?:to|[-–—])\s*$/;
const BETWEEN = /^[\s,]*(?:and|,)\s*$/;

/** `Winches generated revenues and EBITDA of`: who has them is told elsewhere. */
const DELIVERED =
  /^.*\b(?:generated|delivered|reported|recorded|posted|achieved|earned|had)\s+(?:(?:the|its|total|record)\s+)*(?=\p{Ll}.*(?:,|\sand\s))/iu;

/** `GAAP and non-GAAP gross margins`: the first number is told as the accounts do. */
const BOTH = /^([\p{L}-]+ and [\p{L}-]+)\s+(.+)$/u;

/** `6% and 5% growth in subscriptions and billings`: a measure that the vocabulary does not know. */
const plainly = (part: string): Measure | undefined =>
  isNameOfMeasure(part) ? unknownMeasure([], part) : undefined;

function list(found: readonly (Measure | undefined)[]): Measure | undefined {
  const all = found.filter((measure): measure is Measure => measure !== undefined);
  const [first] = all;
  return first && all.length === found.length ? { ...first, alternatives: all } : undefined;
}
