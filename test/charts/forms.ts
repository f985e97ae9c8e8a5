import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { bridge } from '../../src/charts/forms/bridge.ts';
import { bullet } from '../../src/charts/forms/bullet.ts';
import { columnPanels } from '../../src/charts/forms/columns.ts';
import { dumbbell } from '../../src/charts/forms/dumbbell.ts';
import { rateRows } from '../../src/charts/forms/rate-rows.ts';
import { smallMultiples } from '../../src/charts/forms/small-multiples.ts';
import { stackedColumns } from '../../src/charts/forms/stacked-columns.ts';
import { twoDates } from '../../src/charts/forms/two-dates.ts';
import { twoLines } from '../../src/charts/forms/two-lines.ts';
import type { Drawing } from '../../src/charts/grammar/frame.ts';

/** The forms that exist, by their files. */
export const balanced: readonly string[] = readdirSync(join(import.meta.dirname, '../../src/charts/forms'))
  .map((file) => file.replace('.ts', ''))
  .sort();

const LABELS = [
  'WAN',
  'Network services',
  'Equity in net income of equity method investees and joint ventures accounted for at cost',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'インターネット接続サービス（法人向け）',
  '<script>alert("x")</script> & "quotes"',
  'Æ',
] as const;

const label = fc.constantFrom(...LABELS);
const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.constantFrom(1e-9, -1e-9, 1e15, -1e15),
);
const text = fc.constantFrom('0', '5', '106,248', '(50,692)', '+1,234,567', '(123,456,789)', '–');
const rate = fc.constantFrom('0.0%', '+9.2%', '(5.3%)', '+139.4%', '(1,234.5%)');
const truth = fc.boolean();
const amount = fc.record({ value, text, derived: truth });
const several = <T>(one: Arbitrary<T>, most = 9): Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength: most });
const perhaps = <T>(one: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(one, { nil: undefined, freq: 4 });
const row = { label, strong: truth, derived: truth };

const slot = fc.record({
  label: fc.constantFrom('1Q', '2Q', '3Q', '4Q', '31 March 2013', 'FY2012'),
  derived: truth,
});
/** Periods of which some neighbours share a year. */
const slots = fc
  .array(slot, { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map((one, index) => ({ ...one, group: list.length > 4 ? `FY${2011 + Math.floor(index / 4)}` : '' })),
  );
/** Or pairs under one name. */
const pairs = fc
  .tuple(slots, fc.shuffledSubarray([...LABELS], { minLength: 4, maxLength: 4 }))
  .map(([list, names]) => list.map((one, index) => ({ ...one, group: names[Math.floor(index / 2)] ?? '' })));

/** Columns of which some are missing, negative, huge, worked out or aimed at. */
const columnItems = fc
  .tuple(
    fc.oneof(slots, pairs),
    fc.array(fc.record({ amount: perhaps(amount), strong: truth, isTarget: truth, beneath: rate }), {
      minLength: 8,
      maxLength: 8,
    }),
  )
  .map(([list, values]) =>
    list.map((one, index) => ({ ...one, ...(values[index] as (typeof values)[number]) })),
  );

export const cases: Readonly<Record<string, Arbitrary<Drawing>>> = {
  bridge: fc
    .tuple(several(fc.record({ ...row, value, cells: fc.tuple(text, rate) }), 14), truth)
    .map(([rows, isEnlarged]) => {
      const half = Math.floor(rows.length / 2);
      const enlarged = isEnlarged && half > 0;
      const list = rows.map((one, index) =>
        enlarged && index === half ? { ...one, strong: true, enlarged } : one,
      );
      return bridge(list, { heads: ['JPY millions', 'Of each JPY 100'], styles: [undefined, 'quiet'] });
    }),
  bullet: several(
    fc.record({ label, actual: value, before: perhaps(value), text: rate, cell: text, derived: truth }),
    6,
  ).map((rows) => bullet(rows, 'Actual and target')),
  columns: fc
    .array(
      fc.record({
        head: fc.constantFrom('', 'Years', 'Quarters'),
        items: columnItems,
        beneath: fc.constantFrom('', 'Margin'),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map(columnPanels),
  dumbbell: several(
    fc.record({
      label,
      before: perhaps(fc.record({ value, text: rate })),
      now: perhaps(fc.record({ value, text: rate })),
      strong: truth,
    }),
  ).map((rows) => dumbbell(rows, ['FY2011', 'FY2012'])),
  'rate-rows': several(
    fc.record({
      label,
      value: perhaps(value),
      text: rate,
      cells: fc.tuple(text, text),
      strong: truth,
      derived: truth,
    }),
    12,
  ).map((rows) => rateRows(rows, { heads: ['Mar 2012', 'Mar 2013'], isRange: true })),
  'small-multiples': several(
    fc.record({
      label,
      change: rate,
      amounts: fc.array(perhaps(amount), { minLength: 8, maxLength: 8 }),
    }),
    8,
  ).map((smalls) =>
    smallMultiples(
      smalls,
      ['1Q11', '2Q11', '3Q11', '4Q11', '1Q12', '2Q12', '3Q12', '4Q12'].map((name) => {
        return { name, strong: name.endsWith('12') };
      }),
    ),
  ),
  'stacked-columns': fc
    .tuple(
      slots,
      fc.array(label, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(perhaps(amount), fc.array(perhaps(amount), { minLength: 5, maxLength: 5 })), {
        minLength: 8,
        maxLength: 8,
      }),
    )
    .map(([list, series, values]) =>
      stackedColumns(
        list.map((one) => ({ ...one, name: one.label })),
        series.map((name, part) => ({ label: name, amounts: list.map((_, at) => values[at]?.[1][part]) })),
        list.map((_, at) => values[at]?.[0]),
      ),
    ),
  'two-dates': several(
    fc.record({
      title: fc.constantFrom('Assets', 'Liabilities and equity'),
      totals: fc.tuple(text, text),
      parts: fc.array(
        fc.record({
          label,
          before: amount,
          now: amount,
          change: text,
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    2,
  ).map((wholes) => twoDates(wholes, ['31 March 2012', '30 September 2013'])),
  'two-lines': fc
    .tuple(
      slots,
      fc.array(fc.tuple(perhaps(amount), perhaps(amount)), { minLength: 8, maxLength: 8 }),
      fc.tuple(label, label),
    )
    .map(([list, values, names]) =>
      twoLines(
        list.map((one) => ({ ...one, name: one.label })),
        [
          { label: names[0], amounts: list.map((_, at) => values[at]?.[0]) },
          { label: names[1], amounts: list.map((_, at) => values[at]?.[1]) },
        ],
        (of) => of.toPrecision(3),
      ),
    ),
};
