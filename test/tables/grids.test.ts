import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertText, textSource } from '../text-source.ts';

/** A table that is drawn at random, and how each of its parts is written. */
interface Drawing {
  readonly periods: readonly Wording[];
  readonly unit: Unit;
  readonly rows: readonly Row[];
  readonly layout: 'tabs' | 'bars' | 'split signs';
  readonly isNewestFirst: boolean;
}

interface Wording {
  readonly head: readonly string[];
  readonly period: string;
}

interface Unit {
  readonly caption: string;
  readonly currency: string;
  readonly scale: number;
}

interface Row {
  readonly label: string;
  readonly concept: string;
  readonly values: readonly (number | null)[];
}

const YEARS = [2021, 2022, 2023, 2024] as const;

/** Ways to head the columns of one table; every one names the same kind of period for each year. */
const WORDINGS: readonly ((year: number) => Wording)[] = [
  (year) => ({ head: [`Q2 ${year}`], period: `${year}-04-01/${year}-06-30` }),
  (year) => ({ head: [`2Q${year % 100}`], period: `${year}-04-01/${year}-06-30` }),
  (year) => ({ head: ['Three Months Ended June 30,', `${year}`], period: `${year}-04-01/${year}-06-30` }),
  (year) => ({ head: ['Three months ended', `June 30, ${year}`], period: `${year}-04-01/${year}-06-30` }),
  (year) => ({ head: [`Six months ended 30 June ${year}`], period: `${year}-01-01/${year}-06-30` }),
  (year) => ({ head: [`H1 ${year}`], period: `${year}-01-01/${year}-06-30` }),
  (year) => ({ head: [`Apr–Jun ${year}`], period: `${year}-04-01/${year}-06-30` }),
  (year) => ({ head: [`Jan-Dec ${year - 1}`], period: `${year - 1}-01-01/${year - 1}-12-31` }),
  (year) => ({
    head: ['Year ended December 31,', `${year - 1}`],
    period: `${year - 1}-01-01/${year - 1}-12-31`,
  }),
  (year) => ({ head: [`FY${year - 1}`], period: `${year - 1}-01-01/${year - 1}-12-31` }),
];

const UNITS: readonly Unit[] = [
  { caption: '(in thousands)', currency: 'USD', scale: 3 },
  { caption: '(€ million)', currency: 'EUR', scale: 6 },
  { caption: '(Millions of yen)', currency: 'JPY', scale: 6 },
  { caption: "(£'000)", currency: 'GBP', scale: 3 },
  { caption: '(SEK m)', currency: 'SEK', scale: 6 },
  { caption: '(CHF million)', currency: 'CHF', scale: 6 },
];

const LABELS: readonly (readonly [label: string, concept: string])[] = [
  ['Revenue', 'Revenues'],
  ['Gross profit', 'GrossProfit'],
  ['Operating income', 'OperatingIncomeLoss'],
  ['Income tax expense', 'IncomeTaxExpenseBenefit'],
  ['Net income', 'ProfitLoss'],
];

const rowsFor = (columns: number): fc.Arbitrary<Row[]> =>
  fc.subarray([...LABELS], { minLength: 1 }).chain((labels) =>
    fc.tuple(
      ...labels.map(([label, concept]) =>
        fc
          .array(
            fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -99_999, max: 999_999 }) }, fc.constant(null)),
            {
              minLength: columns,
              maxLength: columns,
            },
          )
          .map((values): Row => ({ label, concept, values })),
      ),
    ),
  );

const drawings: fc.Arbitrary<Drawing> = fc
  .record({
    wording: fc.constantFrom(...WORDINGS),
    years: fc.subarray([...YEARS], { minLength: 1 }),
    isNewestFirst: fc.boolean(),
  })
  .chain(({ wording, years, isNewestFirst }) =>
    fc.record({
      periods: fc.constant((isNewestFirst ? [...years].reverse() : years).map(wording)),
      unit: fc.constantFrom(...UNITS),
      rows: rowsFor(years.length),
      layout: fc.constantFrom('tabs' as const, 'bars' as const, 'split signs' as const),
      isNewestFirst: fc.constant(isNewestFirst),
    }),
  );

const printed = (value: number | null): string => {
  if (value === null) return '–';
  const digits = Math.abs(value).toLocaleString('en-US');
  return value < 0 ? `(${digits})` : digits;
};

/** Each column takes one field, or three where signs have fields of their own. */
function linesOf({ periods, rows, layout }: Drawing): string[] {
  const tiers = periods[0]?.head.length ?? 0;
  const heads = Array.from({ length: tiers }, (_, tier) => [
    '',
    ...periods.map(({ head }) => head[tier] ?? ''),
  ]);
  const body = rows.map(({ label, values }) => [label, ...values.map(printed)]);
  if (layout === 'bars') {
    const head = ['', ...periods.map(({ head }) => head.join(' '))];
    return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  }
  if (layout === 'tabs') return [...heads, ...body].map((cells) => cells.join('\t'));
  const spread = heads.map(([label = '', ...cells]) => [label, ...cells.flatMap((cell) => [cell, '', ''])]);
  const split = body.map(([label = '', ...cells]) => [
    label,
    ...cells.flatMap((cell) => ['$', cell.replace(/\)$/, ''), cell.endsWith(')') ? ')' : '']),
  ]);
  return [...spread, ...split].map((cells) => cells.join('\t'));
}

const HEAD = [
  'Acme Corp Reports Second Quarter 2024 Results',
  '',
  'Acme Corp ("Acme") today announced results for the quarter ended June 30, 2024.',
  '',
];

test('exactly the figures of a table come back, each with its period, unit and value', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const unit =
        drawing.layout === 'split signs'
          ? { caption: '(in thousands)', currency: 'USD', scale: 3 }
          : drawing.unit;
      const caption = unit.currency === 'USD' ? '(in thousands of US dollars)' : unit.caption;
      const text = [
        ...HEAD,
        'Consolidated statements of operations',
        '',
        caption,
        '',
        ...linesOf(drawing),
        '',
      ].join('\n');
      const source = textSource('acme', '2024-08-01-q2.txt', text);
      const got = convertText(source).facts.filter(({ origin }) => origin === 'table');
      const want = drawing.rows.flatMap(({ concept, values }) =>
        values.map((value, i) => [
          concept,
          drawing.periods[i]?.period,
          unit.currency,
          value === null ? '' : String(value * 10 ** unit.scale),
        ]),
      );
      expect(got.map((fact) => [fact.concept, fact.period, fact.unit, fact.value])).toEqual(want);
    }),
    { seed: 20_240_801, numRuns: 150 },
  );
});
