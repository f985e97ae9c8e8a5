import type { MeasureSearch } from './measure-search.ts';
import { type Measure, type Needed, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure } from './names-measure.ts';
import { findParties, paidTo } from './paid-parties.ts';

/** `revenue and operating income` before two numbers: each name one measure, unless all of it is one. */
export function sideBySide(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { figures, index, masked } = search;
  const both = BOTH.exec(name);
  if (both) {
    const plain = nameKnown(search, both[3] ?? '', needed);
    const told = nameKnown(search, `${both[2]} ${both[3]}`, needed);
    return plain && told ? list([{ ...plain, label: both[3] ?? '' }, told]) : undefined;
  }
  const next = figures[index + 1];
  if (!next || !BETWEEN.test(masked.slice(figures[index]?.end ?? 0, next.start))) return undefined;
  const parties = findParties(name);
  if (parties.length > 1) return list(parties.map((party) => paidTo(search, name, party, needed)));
  if (nameKnown(search, name, needed)) return undefined;
  const parts = name.replace(DELIVERED, '').split(/,?\s+and\s+|,\s+/);
  if (parts.length < 2) return undefined;
  const known = parts.map((part) => nameKnown(search, part, needed));
  const isOpen = isInTurn(search, parts) || (search.role.isFromBehind && known.some((one) => one));
  return list(known.map((one, i) => one ?? (isOpen ? plainly(parts[i] ?? '') : undefined)));
}

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
const BETWEEN = /^[\s,]*(?:and|,)\s*$/;

/** `Winches generated revenues and EBITDA of`: who has them is told elsewhere. */
const DELIVERED =
  /^.*\b(?:generated|delivered|reported|recorded|posted|achieved|earned|had)\s+(?:(?:the|its|total|record)\s+)*(?=\p{Ll})/iu;

/** `GAAP and non-GAAP gross margins`: the first number is told as the accounts do. */
const BOTH = /^(gaap|reported|statutory|ifrs) and (non-gaap|adjusted|underlying|non-ifrs)\s+(.+)$/i;

/** `6% and 5% growth in subscriptions and billings`: a measure that the vocabulary does not know. */
const plainly = (part: string): Measure | undefined =>
  isNameOfMeasure(part) ? unknownMeasure([], part) : undefined;

function list(found: readonly (Measure | undefined)[]): Measure | undefined {
  const all = found.filter((measure): measure is Measure => measure !== undefined);
  const [first] = all;
  return first && all.length === found.length ? { ...first, alternatives: all } : undefined;
}
