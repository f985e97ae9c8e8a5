import type { Concept } from '../model/concept.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { certainSign, growthRate, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere, findConceptById } from './reading/vocabulary.ts';
import { scaleFor } from './scale.ts';
import { movedBy, countWord as number, percentCell, signedPercent, sizePercent } from './wording.ts';

interface Kind {
  readonly label: string;
  readonly before: MeasuredAmount;
  readonly now: MeasuredAmount;
  readonly growth: Quantity | undefined;
}

/** Numbers of one thing counted, by kind: growth in the year, ranked, with the counts. The thing with most kinds. */
export const countsByKind: Chart = (facts, period, issuer) => {
  const now = closing(period.period);
  const before = periodBefore(issuer, now);
  const { counted, rows } = [...Map.groupBy(conceptsWhere(isCounted), (concept) => concept.counted ?? '')]
    .map(([thing, concepts]) => ({
      counted: thing,
      rows: rankKinds(leaves(concepts, facts, now), facts, [before, now]),
    }))
    .sort((a, b) => b.rows.length - a.rows.length)[0] ?? { counted: '', rows: [] };
  if (rows.length < 3) return undefined;
  const scale = scaleFor(rows.flatMap((row) => [row.before, row.now]));
  const heads = [formatMonth(before), formatMonth(now)] as const;
  const fastest = rows.find(({ growth }) => growth && growth.value > 0);
  return composeChart({
    name: counted.replace(/[^a-z]+/gi, '-').toLowerCase(),
    question: 'operations',
    size: 'half',
    title: kindsTitle(rows, counted),
    unit: `${upperFirst(counted)} by kind: change from ${formatDate(before)} to ${formatDate(now)}, and number`,
    rows,
    scale: { power: 0, places: 0 },
    columns: [
      [formatDate(before), (row) => scale.cell(row.before)],
      [formatDate(now), (row) => scale.cell(row.now)],
      ['Change', (row) => scale.change(changeFrom(row.now, row.before))],
      ['In %', ({ growth }) => percentCell(growth, growth ? signedPercent(growth) : '–')],
    ],
    summary: {
      lead: `Growth in the number of ${counted} from ${formatDate(before)} to ${formatDate(now)}`,
      each: ({ label, growth, before: was, now: is }) =>
        `${lowerFirst(label)} ${growth ? movedBy(growth) : 'no rate'}, from ${scale.figure(was)} to ${scale.figure(is)}`,
      hasCommas: true,
    },
    plot: (width) =>
      rateRows(
        rows.map((row) => {
          const [was, is] = [scale.figure(row.before), scale.figure(row.now)];
          return {
            label: row.label,
            rate: row.growth?.value,
            text: rateText(row),
            cells: [was, is],
            narrow: `${was} – ${is}`,
            strong: row === fastest,
            derived: row.before.derived || row.now.derived,
          };
        }),
        { width, heads, narrowHead: `${heads[0]} – ${heads[1]}` },
      ),
  });
};

function rateText({ growth, before, now }: Kind): string {
  if (growth) return signedPercent(growth);
  return certainSign(before) === 0 && certainSign(now) === 1 ? 'new' : '–';
}

export const isCounted = ({ kind, counted }: Concept): boolean => kind === 'count' && counted !== undefined;

/** Concepts that are counted now and have no parts that are counted too: a total and its parts are not siblings. */
export function leaves(concepts: readonly Concept[], facts: Settled, now: Period): readonly Concept[] {
  const isKnown = (id: string): boolean => findAmount(facts, { concept: id, period: now }) !== undefined;
  return concepts.filter(
    ({ id, sums = [] }) =>
      isKnown(id) &&
      !sums.some((weights) => Object.keys(weights).every((part) => findConceptById(part) && isKnown(part))),
  );
}

/** Ranked by growth; kinds of which no rate can be told come last. */
function rankKinds(
  concepts: readonly Concept[],
  facts: Settled,
  [before, now]: readonly [Period, Period],
): Kind[] {
  const kinds = concepts.flatMap((concept): Kind[] => {
    const [was, is] = [
      findAmount(facts, { concept: concept.id, period: before }),
      findAmount(facts, { concept: concept.id, period: now }),
    ];
    return was && is
      ? [{ label: shortName(concept), before: was, now: is, growth: growthRate(is, was) }]
      : [];
  });
  return kinds.sort(
    (a, b) => (b.growth?.value ?? Number.NEGATIVE_INFINITY) - (a.growth?.value ?? Number.NEGATIVE_INFINITY),
  );
}

/** `Mobile service contracts` among contracts is `Mobile service`: the unit line says what is counted. */
export const shortName = ({ label, counted = '' }: Concept): string => label.replace(` ${counted}`, '');

/** The kind that grew fastest and whether others shrank; right where all grew, all shrank or none moved. */
function kindsTitle(rows: readonly Kind[], counted: string): string {
  const known = rows.filter(({ growth }) => growth !== undefined) as (Kind & { growth: Quantity })[];
  const [best, worst] = [known[0], known.at(-1)];
  const what = upperFirst(counted);
  if (!best || !worst) return `${what} by kind`;
  const shrank = known.filter(({ growth }) => growth.value < -0.05).length;
  if (best.growth.value <= 0.05)
    return shrank === 0
      ? `${what} of every kind held level`
      : `${what} fell in ${shrank === known.length ? 'every kind' : `${number(shrank)} of ${number(known.length)} kinds`}, most in ${lowerFirst(worst.label)}`;
  const told =
    best.growth.value >= 100
      ? `${best.growth.value >= 200 ? 'multiplied' : 'more than doubled'} in ${lowerFirst(best.label)}`
      : `grew fastest in ${lowerFirst(best.label)}, by ${sizePercent(best.growth)}`;
  return `${what} ${told}${shrank === 0 ? '; no kind shrank' : ''}`;
}
