import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChartRow, ChartSpec } from '../../src/charts/chart.ts';
import { parseShown, shownText } from '../../src/charts/footing.ts';
import { formatPlain } from '../../src/model/decimal.ts';
import { parseData } from './parse-data.ts';
import { specsOf } from './specs-of.ts';

/** Every title of every data set and case of a title, each with the figures beneath it. */
const folder = (name: string) => join(import.meta.dirname, name);
const texts = ['data', 'titles'].flatMap((name) =>
  readdirSync(folder(name)).flatMap((file) => readFileSync(join(folder(name), file), 'utf8').split('---\n')),
);
const specs = [
  ...new Map(
    texts.flatMap((text) => specsOf(parseData(text))).map((spec) => [`${spec.name} ${spec.title}`, spec]),
  ).values(),
];

type Numbers = readonly (number | undefined)[];

/** The numbers of a column as the table shows them; totals and what rounding leaves are no rows that a title speaks of. */
const column = ({ table }: ChartSpec, index: number): Numbers =>
  table.rows
    .filter(({ label, strong }) => label !== 'Rounding' && !strong)
    .map(({ cells }) => {
      const shown = parseShown(shownText(cells[index] ?? '', table));
      return shown && Number(formatPlain(shown));
    });
const known = (numbers: Numbers): number[] => numbers.filter((number) => number !== undefined);
const named = (spec: ChartSpec, head: string): Numbers => column(spec, spec.table.header.indexOf(head) - 1);
const pairs = (now: Numbers, before: Numbers): [number, number][] =>
  now.flatMap((number, index): [number, number][] => {
    const earlier = before[index];
    return number === undefined || earlier === undefined ? [] : [[number, earlier]];
  });

/** Now and a year before, of the measures that stand above each other over time. */
function overYear(spec: ChartSpec, slot: string): [number, number][] {
  const yearBefore = slot.replace(/\d+$/, (year) => String(Number(year) - 1).padStart(year.length, '0'));
  const compared = { ...spec, table: { ...spec.table, rows: spec.table.rows.filter(isCompared) } };
  return pairs(named(compared, slot), named(compared, yearBefore));
}

/** Of what is spent more no title says that it rose or fell. */
const isCompared = ({ label }: ChartRow): boolean => label !== 'Net cash from investing activities';

/** What a superlative says of the rows it speaks of, by the words of the title. */
const CLAIMS: readonly (readonly [
  words: RegExp,
  holds: (spec: ChartSpec, match: RegExpExecArray) => boolean,
])[] = [
  [
    /^In (\S+), (all|none|\d+) of these (\d+) measures rose from a year earlier$/,
    (spec, [, slot = '', some, all]) => {
      const compared = overYear(spec, slot);
      const rose = compared.filter(([now, then]) => now > then).length;
      return (
        compared.length === Number(all) &&
        rose === ({ all: Number(all), none: 0 }[some ?? ''] ?? Number(some))
      );
    },
  ],
  [
    /^In (\S+), all of these \d+ measures but (.+) rose from a year earlier$/,
    (spec, [, slot = '', names = '']) =>
      overYear(spec, slot).filter(([now, then]) => now <= then).length ===
      names.split(/, | and (?!equipment)/).length,
  ],
  [
    /^Most \S+ are for .*: ([\d,]+)$/,
    (spec, [, most = '']) => 2 * Number(most.replaceAll(',', '')) > sum(known(column(spec, 0))),
  ],
  [
    /^(\S+) brought the highest /,
    (spec, [, slot = '']) =>
      named(spec, slot)[0] ===
      Math.max(...known(spec.table.header.slice(1).flatMap((name) => named(spec, name)[0]))),
  ],
  [
    / contributed most to .*, [A-Z]{3} ([\d,]+)/,
    (spec, [, most = '']) => Number(most.replaceAll(',', '')) === Math.max(...known(column(spec, 0))),
  ],
  [
    /^The largest number of .*: ([\d,]+)$/,
    (spec, [, most = '']) => Number(most.replaceAll(',', '')) === Math.max(...known(column(spec, 0))),
  ],
  [/^(?:Both|All) .*targets were met/, (spec) => differences(spec).every((difference) => difference >= 0)],
  [/^(?:Neither|None) .*targets? was met/, (spec) => differences(spec).every((difference) => difference < 0)],
  [
    /^Every target .* lies above/,
    (spec) => known(named(spec, 'Difference')).every((difference) => difference > 0),
  ],
  [
    /^Every target .* lies below/,
    (spec) => known(named(spec, 'Difference')).every((difference) => difference < 0),
  ],
  [/^Contracts fell in every kind/, (spec) => known(named(spec, 'Change')).every((change) => change < 0)],
  [/no kind shrank$/, (spec) => known(named(spec, 'Change')).every((change) => change >= 0)],
  [
    /^Contracts of every kind held level$/,
    (spec) => known(named(spec, 'Change')).every((change) => change === 0),
  ],
  [/^Gross margin widened most in/, (spec) => isFurthest(spec, 1)],
  [/^Gross margin narrowed most in/, (spec) => isFurthest(spec, -1)],
  [/^Gross margins of all services stayed/, (spec) => moves(spec).every((move) => move === 0)],
  [/^Revenue held level in every part$/, (spec) => known(named(spec, 'In %')).every((rate) => rate === 0)],
  [
    /^All of the (?:growth|decline) came from/,
    (spec) =>
      Math.max(...known(named(spec, 'Change')).map(Math.abs)) >= 0.999 * Math.abs(total(spec, 'Change')),
  ],
  [
    /was the (highest|lowest) of (?:\w+) (?:quarters|half-years|years)$/,
    (spec, [, word]) => isOutermost(spec, word),
  ],
  [/to the (highest|lowest) of \w+ dates$/, (spec, [, word]) => isOutermost(spec, word)],
  [
    /^Operating income beat the year before in (?:both|all \w+) quarters$/,
    (spec) => pairs(column(spec, 1), column(spec, 0)).every(([now, then]) => now > then),
  ],
  [
    /^Operating income fell short of the year before in (?:both|all \w+) quarters$/,
    (spec) => pairs(column(spec, 1), column(spec, 0)).every(([now, then]) => now < then),
  ],
  [
    /^(.+) has (?:stayed above|exceeded) .* all along$/,
    (spec) => pairs(column(spec, 0), column(spec, 1)).every(([a, b]) => a !== b),
  ],
  [
    /^The (first|second|third|fourth) quarter is the strongest of each year/,
    (spec, [, which = '']) => isStrongest(spec, which),
  ],
  [/alone brought all that was aimed at/, (spec) => known(named(spec, 'To come')).every((left) => left <= 0)],
  [/brought none of the/, (spec) => (column(spec, 1)[0] ?? 0) <= 0],
  [/^No dividend was declared/, (spec) => known(column(spec, 0)).some((dividend) => dividend === 0)],
];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
/** How far each target was passed, of costs how far they stayed below it. */
const differences = (spec: ChartSpec): number[] => {
  const { rows } = spec.table;
  return named(spec, 'Difference').flatMap((difference, index) =>
    difference === undefined
      ? []
      : [/expenses|cost/i.test(rows[index]?.label ?? '') ? -difference : difference],
  );
};
const moves = (spec: ChartSpec): number[] =>
  pairs(column(spec, 1), column(spec, 0)).map(([now, before]) => Number((now - before).toFixed(1)));

/** The row that the title names moved furthest that way. */
function isFurthest(spec: ChartSpec, way: 1 | -1): boolean {
  const furthest = Math.max(...moves(spec).map((move) => way * move));
  const rows = spec.table.rows.filter((_, index) => way * (moves(spec)[index] ?? 0) === furthest);
  return rows.some(({ label }) => spec.title.toLowerCase().includes(label.toLowerCase()));
}

/** Of the last so many rows of one length, of which the measure's own page tells quarters behind years. */
function isOutermost(spec: ChartSpec, word = ''): boolean {
  const name = /(\S+) was the/.exec(spec.title)?.[1] ?? spec.table.rows.at(-1)?.label ?? '';
  const length = name.replace(/\d+$/, '').replace(/^\d/, '');
  const rows = spec.table.rows.filter(({ label }) =>
    /^\d[QH]\d|^FY/.test(name) ? label.replace(/\d+$/, '').replace(/^\d/, '') === length : true,
  );
  const numbers = rows.flatMap(({ cells, label }) => {
    const shown = parseShown(shownText(cells[0] ?? '', spec.table));
    return shown && !/target/.test(label) ? [Number(formatPlain(shown))] : [];
  });
  const last = numbers.at(-1) ?? Number.NaN;
  return last === (word === 'highest' ? Math.max(...numbers) : Math.min(...numbers));
}

/** In each year of which all four quarters are told, that quarter's total is the largest. */
function isStrongest({ table }: ChartSpec, which: string): boolean {
  const quarter = ['first', 'second', 'third', 'fourth'].indexOf(which) + 1;
  const totals = table.rows.at(-1)?.cells ?? [];
  const told = table.header.slice(1).flatMap((name, index) => {
    const [, of, year = ''] = /^(\d)Q(\d+)$/.exec(name) ?? [];
    const shown = parseShown(shownText(totals[index] ?? '', table));
    return of && shown ? [{ of: Number(of), year, value: Number(formatPlain(shown)) }] : [];
  });
  const years = [...Map.groupBy(told, ({ year }) => year).values()].filter(
    (quarters) => quarters.length === 4,
  );
  return years.every((quarters) =>
    quarters.every(
      ({ of, value }) => of === quarter || value < (quarters.find((one) => one.of === quarter)?.value ?? 0),
    ),
  );
}

const total = ({ table }: ChartSpec, head: string): number => {
  const row = table.rows.find(({ strong }) => strong);
  const shown = parseShown(shownText(row?.cells[table.header.indexOf(head) - 1] ?? '', table));
  return shown ? Number(formatPlain(shown)) : Number.NaN;
};

const SUPERLATIVE =
  /\b(?:every|all|none|no|most|highest|lowest|largest|strongest|fastest|neither|both|best)\b/i;

describe('a title holds for every row that it speaks of', () => {
  const telling = specs.filter(({ title }) => SUPERLATIVE.test(title));
  test.each(telling.map((spec) => [`${spec.name}: ${spec.title}`, spec] as const))('%s', (_, spec) => {
    const claims = CLAIMS.flatMap(([words, holds]) => {
      const match = words.exec(spec.title);
      return match ? [holds(spec, match)] : [];
    });
    expect(claims.length, 'a claim that this test knows how to hold').toBeGreaterThan(0);
    expect(claims).not.toContain(false);
  });
});
