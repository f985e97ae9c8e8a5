import type { MeasureSearch } from './measure-search.ts';
import { type Measure, type Needed, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure } from './names-measure.ts';
import { paidTo, partiesOf } from './paid-parties.ts';

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
  if (!next || !/^[\s,]*(?:and|,)\s*$/.test(masked.slice(figures[index]?.end ?? 0, next.start)))
    return undefined;
  const parties = partiesOf(name);
  if (parties.length > 1) return list(parties.map((party) => paidTo(search, name, party, needed)));
  if (nameKnown(search, name, needed)) return undefined;
  const parts = name.replace(DELIVERED, '').split(/,?\s+and\s+|,\s+/);
  return parts.length > 1 && parts.some((part) => nameKnown(search, part, needed))
    ? list(parts.map((part) => nameKnown(search, part, needed) ?? grownAlone(search, part)))
    : undefined;
}

/** `Winches generated revenues and EBITDA of`: who has them is told elsewhere. */
const DELIVERED =
  /^.*\b(?:generated|delivered|reported|recorded|posted|achieved|earned|had)\s+(?:(?:the|its|total|record)\s+)*(?=\p{Ll})/iu;

/** `GAAP and non-GAAP gross margins`: the first number is told as the accounts do. */
const BOTH = /^(gaap|reported|statutory|ifrs) and (non-gaap|adjusted|underlying|non-ifrs)\s+(.+)$/i;

/** `6% and 5% growth in subscriptions and billings`: what grew is a measure, known or not. */
const grownAlone = ({ role }: MeasureSearch, part: string): Measure | undefined =>
  role.isFromBehind && isNameOfMeasure(part) ? unknownMeasure([], part) : undefined;

function list(found: readonly (Measure | undefined)[]): Measure | undefined {
  const all = found.filter((measure): measure is Measure => measure !== undefined);
  const [first] = all;
  return first && all.length === found.length ? { ...first, alternatives: all } : undefined;
}
