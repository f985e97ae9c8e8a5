import { nameCounts } from '../concepts/chart-names.ts';
import { concepts } from '../concepts/index.ts';
import type { Concept } from '../model/concept.ts';
import { formatDate, formatMonth, lowerFirst, upperFirst } from '../model/format.ts';
import { certainSign, type Quantity } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { withoutTotals } from './reading/breakdown.ts';
import { changeFrom, growthFrom, type MeasuredAmount } from './reading/measured.ts';
import { findAmount, type PageFigures } from './reading/page.ts';
import { scaleFor } from './scale.ts';
import { movedBy, countWord as number, percentCell, signedPercent, sizePercent } from './wording.ts';

const LEAST_KINDS = 3;

/** What is counted of one kind now, and was a year before. */
interface Kind {
  readonly label: string;
  readonly now: MeasuredAmount;
  readonly before: MeasuredAmount | undefined;
}

type Compared = Kind & { readonly before: MeasuredAmount; readonly growth: Quantity | undefined };

/** Numbers of one thing counted, by kind: growth in the year, ranked, with the counts. The thing with most kinds. */
export const countsByKind: Chart = (page) => {
  const [before, now] = page.dates;
  const { counted, kinds: rows } = findMost(readKinds(page).map((of) => ({ ...of, kinds: rank(of.kinds) })));
  if (rows.length < LEAST_KINDS) return undefined;
  const amounts = rows.flatMap((row) => [row.before, row.now]);
  const scale = scaleFor(amounts, page.facts);
  const fastest = rows.find(({ growth }) => growth && growth.value > 0);
  return composeChart({
    name: nameCounts(counted),
    question: 'operations',
    title: kindsTitle(rows, counted),
    unit: `${upperFirst(counted)} by kind: change from ${formatDate(before)} to ${formatDate(now)}, and number`,
    rows,
    scale: { power: 0, places: 0 },
    columns: [
      [formatDate(before), (row) => scale.cell(row.before)],
      [formatDate(now), (row) => scale.cell(row.now)],
      ['Change', (row) => scale.change(changeFrom(row.now, row.before))],
      ['In %', ({ growth }) => percentCell(growth, signedPercent)],
    ],
    summary: {
      lead: `Growth in the number of ${counted} from ${formatDate(before)} to ${formatDate(now)}`,
      each: (row) =>
        `${lowerFirst(row.label)} ${row.growth ? movedBy(row.growth) : 'no rate'}, from ${scale.figure(row.before)} to ${scale.figure(row.now)}`,
    },
    plot: rateRows(
      rows.map((row) => ({
        label: row.label,
        value: row.growth?.value,
        text: rateText(row),
        cells: [scale.figure(row.before), scale.figure(row.now)],
        strong: row === fastest,
        derived: row.before.derived || row.now.derived,
      })),
      { heads: [formatMonth(before), formatMonth(now)], isRange: true },
    ),
  });
};

/** The same where they are not known a year before: how many there are of each kind. */
export const countsMix: Chart = (page) => {
  const { counted, kinds } = findMost(readKinds(page));
  const rows = kinds.toSorted((a, b) => b.now.value - a.now.value);
  const [largest] = rows;
  if (!largest || rows.length < LEAST_KINDS) return undefined;
  const date = formatDate(page.dates[1]);
  const amounts = rows.map(({ now }) => now);
  const scale = scaleFor(amounts, page.facts);
  /** Most are of the largest kind only where it is more than the others together. */
  const isMost = 2 * largest.now.value > rows.reduce((sum, { now }) => sum + now.value, 0);
  const lead = isMost ? `Most ${counted} are` : `The largest number of ${counted} is`;
  return composeChart({
    name: `${nameCounts(counted)}-by-kind`,
    question: 'operations',
    title: `${lead} for ${lowerFirst(largest.label)}: ${scale.figure(largest.now)}`,
    unit: `${upperFirst(counted)} by kind, ${date}`,
    rows,
    scale: { power: 0, places: 0 },
    columns: [[date, ({ now }) => scale.cell(now)]],
    summary: {
      lead: `Number of ${counted} on ${date}`,
      each: ({ label, now }) => `${lowerFirst(label)} ${scale.figure(now)}`,
    },
    plot: rateRows(
      rows.map(({ label, now }) => ({
        label,
        ...scale.shown(now),
        cells: [],
        strong: now === largest.now,
      })),
      { heads: [] },
    ),
  });
};

/** The kinds of each thing counted. Concepts beside each other are called after what they do not share. */
function readKinds(page: PageFigures): { readonly counted: string; readonly kinds: readonly Kind[] }[] {
  const [before, now] = page.dates;
  const read = (concept: string, period: string) => findAmount(page.facts, { concept, period });
  const things = Map.groupBy(
    concepts.filter(({ kind, counted }) => kind === 'count' && counted !== undefined),
    ({ counted = '' }) => counted,
  );
  return [...things].map(([counted, list]) => ({
    counted,
    kinds: withoutTotals(list, (id) => read(id, now) !== undefined).map(({ id, label }: Concept) => ({
      label: label.replace(` ${counted}`, ''),
      now: read(id, now) as MeasuredAmount,
      before: read(id, before),
    })),
  }));
}

const findMost = <Of extends Kind>(
  things: readonly { readonly counted: string; readonly kinds: readonly Of[] }[],
) => things.toSorted((a, b) => b.kinds.length - a.kinds.length)[0] ?? { counted: '', kinds: [] };

/** Kinds known at both dates by growth; those of which no rate can be told come last. */
function rank(kinds: readonly Kind[]): Compared[] {
  const both = kinds.flatMap(({ label, before, now }): Compared[] =>
    before ? [{ label, before, now, growth: growthFrom(now, before) }] : [],
  );
  const rate = ({ growth }: Compared): number => growth?.value ?? Number.NEGATIVE_INFINITY;
  return both.sort((a, b) => rate(b) - rate(a));
}

function rateText({ growth, before, now }: Compared): string {
  if (growth) return signedPercent(growth);
  return certainSign(before) === 0 && certainSign(now) === 1 ? 'new' : '–';
}

/** The kind that grew fastest and whether others shrank; right where all grew, all shrank or none moved. */
function kindsTitle(rows: readonly Compared[], counted: string): string {
  const known = rows.flatMap(({ label, growth }) => (growth ? [{ label: lowerFirst(label), growth }] : []));
  const [best, worst] = [known[0], known.at(-1)];
  const what = upperFirst(counted);
  if (!best || !worst) return `${what} by kind`;
  const shrank = known.filter(({ growth }) => growth.value < -0.05).length;
  if (best.growth.value <= 0.05)
    return shrank === 0
      ? `${what} of every kind held level`
      : `${what} fell in ${shrank === known.length ? 'every kind' : `${number(shrank)} of ${number(known.length)} kinds`}, most in ${worst.label}`;
  const told =
    best.growth.value >= 100
      ? `${best.growth.value >= 200 ? 'multiplied' : 'more than doubled'} in ${best.label}`
      : `grew fastest in ${best.label}, by ${sizePercent(best.growth)}`;
  return `${what} ${told}${shrank === 0 ? '; no kind shrank' : ''}`;
}
