import type { Concept } from '../model/concept.ts';
import { formatDate, formatMonth } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { growthOf, type Quantity, signOf } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { changeOf, type Measured } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptOf, conceptsWhere } from './reading/vocabulary.ts';
import {
  capital,
  cellOf,
  changeCell,
  figure,
  inSentence,
  listedLong,
  movedBy,
  counted as number,
  percentCell,
  type Scale,
  scaleFor,
  signedPercent,
  sizePercent,
} from './wording.ts';

interface Kind {
  readonly name: string;
  readonly before: Measured;
  readonly now: Measured;
  readonly growth: Quantity | undefined;
}

/** Numbers of one thing counted, by kind: growth in the year, ranked, with the counts. The thing with most kinds. */
export const countsByKind: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const now = closing(period.period);
  const before = periodBefore(issuer, now);
  const kinds = [...Map.groupBy(conceptsWhere(isCounted), ({ counted }) => counted ?? '')]
    .map(([counted, concepts]) => ({
      counted,
      kinds: kindsOf(leaves(concepts, facts, now), facts, [before, now]),
    }))
    .sort((a, b) => b.kinds.length - a.kinds.length)[0];
  if (!kinds || kinds.kinds.length < 3) return undefined;
  const rows = kinds.kinds;
  const scale = scaleFor(rows.flatMap((row) => [row.before, row.now]));
  const heads = [formatMonth(before), formatMonth(now)] as const;
  const strong = new Set(rows.filter(({ growth }) => growth && growth.value > 0).slice(0, 1));
  return {
    name: kinds.counted.replace(/[^a-z]+/gi, '-').toLowerCase(),
    question: 'operations',
    size: 'half',
    title: titleOf(rows, kinds.counted),
    unit: `${capital(kinds.counted)} by kind: change from ${formatDate(before)} to ${formatDate(now)}, and number`,
    summary: `Growth in the number of ${kinds.counted} from ${formatDate(before)} to ${formatDate(now)}: ${listedLong(rows.map(({ name, before: was, now: is, growth }) => `${inSentence(name)} ${growth ? movedBy(growth) : 'no rate'}, from ${figure(was, scale)} to ${figure(is, scale)}`))}.`,
    table: {
      header: ['', formatDate(before), formatDate(now), 'Change', 'In %'],
      rows: rows.map(({ name, before: was, now: is, growth }) => ({
        label: name,
        cells: [
          cellOf(was, scale),
          cellOf(is, scale),
          changeCell(changeOf(is, was), scale),
          percentCell(growth, growth ? signedPercent(growth) : '–'),
        ],
      })),
      scale: 0,
      places: 0,
    },
    note: '',
    sources: rows.flatMap((row) => [...row.before.facts, ...row.now.facts]),
    plot: (width) =>
      rateRows(
        rows.map((row) => ({
          label: row.name,
          rate: row.growth?.value,
          text: row.growth
            ? signedPercent(row.growth)
            : signOf(row.before) === 0 && signOf(row.now) === 1
              ? 'new'
              : '–',
          cells: [figure(row.before, scale), figure(row.now, scale)],
          strong: strong.has(row),
          derived: row.before.derived || row.now.derived,
        })),
        {
          width,
          heads,
          narrow: { head: `${heads[0]} – ${heads[1]}`, cell: (index) => range(rows[index], scale) },
        },
      ),
  };
};

export const isCounted = ({ kind, counted }: Concept): boolean => kind === 'count' && counted !== undefined;

const range = (row: Kind | undefined, scale: Scale): string =>
  row ? `${figure(row.before, scale)} – ${figure(row.now, scale)}` : '';

/** Concepts that are counted now and have no parts that are counted too: a total and its parts are not siblings. */
export function leaves(concepts: readonly Concept[], facts: Settled, now: Period): readonly Concept[] {
  const isKnown = (id: string): boolean => findAmount(facts, { concept: id, period: now }) !== undefined;
  return concepts.filter(
    ({ id, sums = [] }) =>
      isKnown(id) &&
      !sums.some((weights) => Object.keys(weights).every((part) => conceptOf(part) && isKnown(part))),
  );
}

/** Ranked by growth; kinds of which no rate can be told come last. */
function kindsOf(
  concepts: readonly Concept[],
  facts: Settled,
  [before, now]: readonly [Period, Period],
): Kind[] {
  const kinds = concepts.flatMap((concept): Kind[] => {
    const [was, is] = [
      findAmount(facts, { concept: concept.id, period: before }),
      findAmount(facts, { concept: concept.id, period: now }),
    ];
    return was && is ? [{ name: shortName(concept), before: was, now: is, growth: growthOf(is, was) }] : [];
  });
  return kinds.sort(
    (a, b) => (b.growth?.value ?? Number.NEGATIVE_INFINITY) - (a.growth?.value ?? Number.NEGATIVE_INFINITY),
  );
}

/** `Mobile service contracts` among contracts is `Mobile service`: the unit line says what is counted. */
export const shortName = ({ label, counted = '' }: Concept): string => label.replace(` ${counted}`, '');

/** The kind that grew fastest and whether others shrank; right where all grew, all shrank or none moved. */
function titleOf(rows: readonly Kind[], counted: string): string {
  const known = rows.filter(({ growth }) => growth !== undefined) as (Kind & { growth: Quantity })[];
  const [best, worst] = [known[0], known.at(-1)];
  const what = capital(counted);
  if (!best || !worst) return `${what} by kind`;
  const shrank = known.filter(({ growth }) => growth.value < -0.05).length;
  if (best.growth.value <= 0.05)
    return shrank === 0
      ? `${what} of every kind held level`
      : `${what} fell in ${shrank === known.length ? 'every kind' : `${number(shrank)} of ${number(known.length)} kinds`}, most in ${inSentence(worst.name)}`;
  const told =
    best.growth.value >= 100
      ? `${best.growth.value >= 200 ? 'multiplied' : 'more than doubled'} in ${inSentence(best.name)}`
      : `grew fastest in ${inSentence(best.name)}, by ${sizePercent(best.growth)}`;
  return `${what} ${told}${shrank === 0 ? '; no kind shrank' : ''}`;
}
