import { conceptById } from '../../src/concepts/index.ts';
import { type Calendar, fiscalPeriod, type YearPart } from '../../src/model/calendar.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';

/** One row of `periods.tsv`: what is known of an amount, what is asked, and what should come of it. */
export interface Row {
  readonly title: string;
  readonly facts: readonly Printed[];
  readonly concept: string;
  readonly asked: Period;
  readonly value: string;
  readonly decimals: string;
  readonly words: string;
}

/** Fiscal 2012 ends in March 2013. */
export const CALENDAR: Calendar = { endMonth: 3, labelOffset: 1 };

export function parseRows(text: string): Row[] {
  const rows = text.trim().split('\n').slice(1);
  return rows.map((row) => {
    const [concept = '', unit = '', known = '', asked = '', value = '', decimals = '', words = ''] =
      row.split('\t');
    const facts = known.split(' ').map((each, i) => factOf(concept, unit, each, i + 1));
    // An amount of the issuer's own currency, so that dollars are known to be a translation.
    const own = factOf('InventoryNet', 'JPY', 'fy2012=1', facts.length + 1);
    return {
      title: `${asked} from ${known} in ${unit}`,
      facts: [...facts, own, { ...own, id: `${own.id}2` }],
      concept,
      asked: periodNamed(asked),
      value,
      decimals,
      words,
    };
  });
}

function factOf(concept: string, unit: string, known: string, line: number): Printed {
  const [name = '', amount = ''] = known.split('=');
  const isMoney = /^[A-Z]{3}$/.test(unit);
  return {
    id: `acme/2013-05-15-fy2012#L${line}.1:1`,
    issuer: 'acme',
    document: '2013-05-15-fy2012',
    origin: 'table',
    line,
    column: 1,
    cell: 1,
    table: '',
    section: [],
    label: conceptById.get(concept)?.label ?? concept,
    header: [],
    concept,
    aspect: 'amount',
    basis: 'reported',
    dimensions: '',
    period: periodNamed(name),
    compared: '',
    unit,
    value: isMoney ? `${amount}000` : amount,
    polarity: 1,
    qualifier: 'exact',
    decimals: isMoney ? -3 : (amount.split('.')[1]?.length ?? 0),
    raw: amount,
    place: '',
    doubt: '',
  };
}

/** `3q12`, `fy2012`, or a span with its days. */
function periodNamed(name: string): Period {
  const match = /^(fy|[1-4]q|[12]h|9m)(\d{2,4})$/.exec(name);
  if (!match) return name;
  const year = Number(match[2]);
  return fiscalPeriod(CALENDAR, year < 100 ? 2000 + year : year, match[1] as YearPart);
}
