import { conceptById } from '../../src/concepts/index.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { unitsInLabel } from '../grammar/label-units.ts';
import { type Evidence, isPlain, measureKey, powerBetween, rawDigits } from './evidence.ts';
import { settleShareScale } from './share-scale.ts';
import { printedPower, toldIn } from './units-by-sums.ts';

/** Figures of other places that have the same digits settle a scale where so many do, and so many for each that does not. */
const FEWEST = 2;
const MARGIN = 3;
/** An amount with so many digits before its point, and more than any that is told in a scale, is told in full. */
const DIGITS_IN_FULL = 7;
/** The power of ten from which amounts are told in a scale. */
const THOUSANDS = 3;

/**
 * Tables for whose amounts nothing near says whether they are told in thousands, millions or in full, or says it in words
 * that are not understood. In a document that tells other amounts in a scale they are in that in which other places tell
 * their figures, in full or not; one figure will do where those of other such tables agree with it. Amounts longer than
 * any that is told in a scale are told in full, and the scale that the document’s other tables have is not theirs. Else
 * they are unsure.
 */
export function settleOpenScales(evidence: Evidence): Printed[] {
  const amounts = evidence.facts.filter((fact) => isMoney(fact) || isShares(fact));
  const sure = amounts.filter(({ doubt }) => doubt === '');
  const tableOf = (fact: Printed): ReadTable | undefined => evidence.tables[evidence.tableOf(fact)];
  const isBorrowed = (fact: Printed): boolean => {
    const table = tableOf(fact);
    return table !== undefined && !isScaleTold(table) && printedPower(fact) >= THOUSANDS && !tellsUnit(fact);
  };
  const inScale = sure.filter((fact) => printedPower(fact) >= THOUSANDS && !isBorrowed(fact));
  const longest = inScale.reduce((most, { raw }) => Math.max(most, wholeDigits(raw)), DIGITS_IN_FULL - 1);
  const isInFull = (fact: Printed): boolean => isMoney(fact) && wholeDigits(fact.raw) > longest;
  const isUnread = (fact: Printed): boolean => (tableOf(fact)?.captions.unreadScale ?? '') !== '';
  const least = largest(inScale) / FAR_LESS;
  const isSureInFull = (fact: Printed): boolean =>
    isInFull(fact) && !isUnread(fact) && largest([fact]) >= least;
  const scaled = [...inScale, ...sure.filter((fact) => isSureInFull(fact) && !isBorrowed(fact))];
  const tables = evidence.tables.flatMap((table, index) => {
    if (isScaleTold(table) || (inScale.length === 0 && table.captions.unreadScale === '')) return [];
    const own = evidence.ofTable(index).filter((fact) => isMoney(fact) || isShares(fact));
    const borrowed = own.filter(isBorrowed);
    const open = [
      ...own.filter((fact) => isOpen(fact) || (isShares(fact) && isUnread(fact) && isBare(fact))),
      ...(borrowed.some(isInFull) ? borrowed.map((fact) => toldIn(fact, fact.unit, 0)) : []),
    ];
    const counts = evidence.ofTable(index).filter(mayBeScaled);
    return open.length === 0 ? [] : [{ table, open, counts, ties: tiesElsewhere(open, scaled) }];
  });
  const ofAll = scaleBy(tables.flatMap(({ ties }) => ties));
  const settled = new Map<string, Printed>();
  for (const { table, open, counts, ties } of tables) {
    const scale = scaleBy(ties) ?? (ties.some((tie) => tie.scale === ofAll) ? ofAll : undefined);
    const isFull = open.some(isSureInFull);
    for (const fact of open)
      if (scale !== undefined) settled.set(fact.id, toldIn(fact, fact.unit, scale));
      else settled.set(fact.id, isFull && !isShares(fact) ? fact : unsure(fact, table));
    if ((scale ?? 0) >= THOUSANDS) for (const fact of counts) settled.set(fact.id, unsure(fact, table));
  }
  if (settled.size === 0) return [...evidence.facts];
  return [...settleShareScale(evidence.facts.map((fact) => settled.get(fact.id) ?? fact))];
}

const isMoney = ({ unit, aspect, value }: Printed): boolean =>
  /^(?!ADS$)[A-Z]{3}$/.test(unit) && (aspect === 'amount' || aspect === 'change') && value !== '';

const isShares = ({ unit, aspect, value }: Printed): boolean =>
  unit === 'shares' && aspect === 'amount' && value !== '';

/** It has words of scale of its own, behind its number or in its label. */
const tellsUnit = ({ raw, label }: Printed): boolean =>
  /\p{L}{2}/u.test(raw) || unitsInLabel(label).length > 0;

const isScaleTold = ({ captions, columns }: ReadTable): boolean =>
  (captions.unit !== undefined && captions.unreadScale === '') ||
  columns.some(({ unit }) => unit?.scale !== undefined);

const isBare = (fact: Printed): boolean =>
  !fact.stated?.includes('unit') && printedPower(fact) === 0 && unitsInLabel(fact.label).length === 0;

/** Of shares only what no whole number of them can be, `7,610.9`, and averages of too few. */
const isOpen = (fact: Printed): boolean =>
  !fact.stated?.includes('unit') &&
  printedPower(fact) === 0 &&
  (isShares(fact) ? !Number.isInteger(Number(fact.value)) || isShortAverage(fact) : !isOfOne(fact));

/** Fewer shares than this are hardly the average of all that a company has, where its label does not say `(shares)`. */
const isShortAverage = ({ concept, value, label }: Printed): boolean =>
  /^WeightedAverageNumber/.test(concept) &&
  Math.abs(Number(value)) < 1_000_000 &&
  unitsInLabel(label).length === 0;

/** `Active customers 21` among amounts in millions that no caption calls so: a count of few may be of millions. */
const mayBeScaled = ({ unit, aspect, value, label, doubt }: Printed): boolean =>
  doubt === '' &&
  aspect === 'amount' &&
  /^\p{Ll}+$/u.test(unit) &&
  !NO_COUNT.has(unit) &&
  Math.abs(Number(value)) < 1000 &&
  unitsInLabel(label).length === 0;

const NO_COUNT: ReadonlySet<string> = new Set([
  'percent',
  'points',
  'times',
  'ratio',
  'unknown',
  'days',
  'shares',
]);

/** What one of many costs or brings is told in full: `Average ticket $90.07`, `Average order value $317`. */
const isOfOne = ({ concept, label, raw }: Printed): boolean =>
  !conceptById.has(concept) &&
  (/\baverage (?:order|ticket|transaction|basket|check|selling price|daily rate)\b/i.test(label) ||
    (/\b(?:average|median|prices?|fares?|tickets?|adr|revpar|arpu|asp|rates?|rents?)\b/i.test(label) &&
      /\.\d\d$/.test(raw)));

/** What is told in full is not so much less than what the document tells in a scale. */
const FAR_LESS = 30;

const largest = (facts: readonly Printed[]): number =>
  facts.filter(isMoney).reduce((most, { value }) => Math.max(most, Math.abs(Number(value))), 0);

const wholeDigits = (raw: string): number =>
  (/\d[\d,.\s'’]*/.exec(raw)?.[0] ?? '').replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '').length;

/** A figure with the same digits as one of the same measure and period elsewhere, that many powers of ten larger. */
interface Tie {
  readonly digits: string;
  readonly scale: number;
}

function tiesElsewhere(open: readonly Printed[], scaled: readonly Printed[]): Tie[] {
  const byMeasure = Map.groupBy(scaled.filter(isPlain), (fact) => `${measureKey(fact)}|${fact.period}`);
  return open.flatMap((fact) =>
    (byMeasure.get(`${measureKey(fact)}|${fact.period}`) ?? []).flatMap((other) => {
      const scale = powerBetween(other, fact);
      return scale === undefined ? [] : [{ digits: rawDigits(fact), scale }];
    }),
  );
}

/** The scale by which most figures tie, where enough do. */
function scaleBy(found: readonly Tie[]): number | undefined {
  const groups = [...Map.groupBy(found, ({ scale }) => scale).entries()]
    .map(([scale, ties]) => ({ scale, ties: new Set(ties.map(({ digits }) => digits)).size }))
    .sort((a, b) => b.ties - a.ties);
  const [most, next] = groups;
  return most && most.ties >= FEWEST && most.ties >= MARGIN * (next?.ties ?? 0) ? most.scale : undefined;
}

const unsure = (fact: Printed, { captions: { unreadScale } }: ReadTable): Printed => ({
  ...fact,
  doubt:
    fact.doubt ||
    (unreadScale === ''
      ? 'Nothing says whether it is told in full, in thousands or in millions.'
      : `The scale above the table is not understood: “${unreadScale}”.`),
});
