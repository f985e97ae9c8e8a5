import { NO_CHECKS, settle } from '../../scripts/6-check/settle.ts';
import { conceptById } from '../../src/concepts/index.ts';
import type { IssuerRecord, PeriodRecord } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { lastDay, monthsIn, type Period, shift } from '../../src/model/period.ts';
import { Settled } from '../../src/model/settled.ts';

/** What a chart is given: an issuer, its facts, and the period of the page. */
export interface DataSet {
  readonly facts: Settled;
  readonly issuer: IssuerRecord;
  readonly period: PeriodRecord;
}

/**
 * A small set of facts from a table with tabs. `set NAME VALUE` lines come first: `decimals`, `unit`, `currency`,
 * `page` (the period of the page, which is the last column otherwise); `table` holds for the rows below it. A line that starts with a tab names columns:
 * `fy2012`, `2q12`, or a date for an instant. Every other line is a concept, perhaps `Concept [axis=member]`, and its
 * values; `*` after a value says that it is derived, `!` that it is a target, `%` that it is a change in percent;
 * `-` is nil and an empty cell is nothing.
 */
export function parseData(text: string): DataSet {
  const settings: Record<string, string> = { decimals: '-6', unit: 'JPY', currency: 'JPY' };
  const facts: Fact[] = [];
  const periods = new Map<string, Period>();
  let columns: string[] = [];
  text.split('\n').forEach((line, index) => {
    const [head = '', ...cells] = line.split('\t');
    const set = /^set (\S+) (.*)$/.exec(line);
    if (line.trim() === '' || /^(#|expect )/.test(line)) return;
    if (set) settings[set[1] as string] = set[2] as string;
    else if (head === '') columns = cells;
    else
      cells.forEach((cell, n) => {
        const period = periodOf(columns[n] ?? '');
        if (period.includes('/')) periods.set(columns[n] as string, period);
        if (cell !== '')
          facts.push(factOf(head, cell, period, { line: index + 1, cell: n + 1, ...settings } as Place));
      });
  });
  const records = [...periods].map(([slug, period]) => recordOf(slug, period, periods));
  records.sort((a, b) =>
    lastDay(a.period) < lastDay(b.period)
      ? -1
      : lastDay(a.period) > lastDay(b.period)
        ? 1
        : b.months - a.months,
  );
  const issuer: IssuerRecord = {
    slug: 'nordhav',
    name: 'Nordhav Systems plc',
    shortName: 'Nordhav',
    listings: [],
    reportingCurrency: settings['currency'] ?? '',
    documents: ['2013-05-15-release'],
    periods: records,
  };
  const page = settings['page'] ?? columns.findLast((column) => periods.has(column));
  const period = records.find(({ slug }) => slug === page) ?? records.at(-1);
  if (!period) throw new Error('a data set needs a column that is a period');
  return { facts: new Settled(facts, settle(facts, NO_CHECKS)), issuer, period };
}

interface Place {
  readonly line: number;
  readonly cell: number;
  readonly decimals: string;
  readonly unit: string;
  readonly table?: string;
}

function factOf(
  head: string,
  text: string,
  period: Period,
  { line, cell, decimals, unit, table = '' }: Place,
): Fact {
  const [, concept = '', dimensions = ''] = /^(\S+)(?: \[(.*)\])?$/.exec(head) ?? [];
  const [, number = '', mark = ''] = /^(-?[\d.]*)([*!%]?)$/.exec(text) ?? [];
  const isNil = number === '-' || number === '';
  const isRatio = conceptById.get(concept)?.kind === 'percent';
  const places = mark === '%' || isRatio ? (number.split('.')[1]?.length ?? 0) : Number(decimals);
  const scale = mark === '%' || isRatio ? 0 : Math.max(0, -Number(decimals));
  const told = {
    issuer: 'nordhav',
    label: concept,
    concept,
    aspect: mark === '%' ? 'changePercent' : isRatio ? 'ratio' : 'amount',
    basis: mark === '!' ? 'target' : 'reported',
    dimensions,
    period,
    compared: mark === '%' ? shift(period, -12) : '',
    unit: mark === '%' || isRatio ? 'percent' : unit,
    value: isNil ? '' : scaled(number, scale),
    polarity: 1,
    qualifier: 'exact',
    decimals: isNil ? null : places,
    doubt: '',
  } as const;
  if (mark === '*')
    return {
      ...told,
      id: `nordhav/derived#${concept}/${period}`,
      origin: 'derived',
      inputs: [],
      tolerance: String(0.5 * 10 ** -places),
    };
  return {
    ...told,
    id: `nordhav/2013-05-15-release#L${line}.${cell}:1`,
    origin: 'table',
    document: '2013-05-15-release',
    line,
    column: 1,
    cell,
    table,
    section: [],
    header: [],
    raw: text,
    place: '',
  };
}

/** `106.5` times ten to the `scale`, as a plain decimal. */
function scaled(number: string, scale: number): string {
  const [whole = '0', fraction = ''] = number.split('.');
  const digits = `${whole}${fraction.padEnd(scale, '0').slice(0, scale)}`.replace(/^(-?)0+(?=\d)/, '$1');
  const rest = fraction.slice(scale);
  return rest === '' ? digits : `${digits}.${rest}`;
}

const STARTS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  fy: [4, 12], '1h': [4, 6], '2h': [10, 6], '1q': [4, 3], '2q': [7, 3], '3q': [10, 3], '4q': [1, 3],
}; // biome-ignore format: a table reads better than a column

function periodOf(name: string): Period {
  const match = /^(fy|[12]h|[1-4]q)(\d{2,4})$/.exec(name);
  if (!match) return name;
  const [month, months] = STARTS[match[1] as string] as readonly [number, number];
  const year = (Number(match[2]) % 100) + 2000 + (month < 4 ? 1 : 0);
  const start = `${year}-${String(month).padStart(2, '0')}-01`;
  const end = new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
  return `${start}/${end}`;
}

function recordOf(slug: string, period: Period, all: ReadonlyMap<string, Period>): PeriodRecord {
  const at = (months: number): string => [...all].find(([, of]) => of === shift(period, months))?.[0] ?? '';
  return {
    slug,
    label: slug.toUpperCase(),
    name: slug.toUpperCase(),
    period,
    months: monthsIn(period),
    derived: false,
    yearBefore: at(-12),
    yearAfter: at(12),
    document: '2013-05-15-release',
  };
}
