import { parse } from 'csv-parse/sync';
import type { Fact, Printed } from '../../src/model/fact.ts';
import { duration, instant, type Period } from '../../src/model/period.ts';
import type { Grade } from '../../src/model/verification.ts';

/** A statement as a `facts.csv` tells it. */
export type StatedFact = Fact & { readonly grade: Grade };

type Row = Readonly<Record<string, string>>;

/** Columns without which a file is no `facts.csv`. */
const NEEDED = ['id', 'issuer', 'document', 'concept', 'period_end', 'unit', 'value', 'grade'];

/** Every statement of a `facts.csv`, in its order; undefined where the text is none. */
export function parseFactsCsv(text: string): StatedFact[] | undefined {
  const rows = parseRows(text);
  const [first] = rows ?? [];
  if (first && !NEEDED.every((name) => name in first)) return undefined;
  return rows?.map(parseFact);
}

function parseRows(text: string): Row[] | undefined {
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

function parseFact(row: Row): StatedFact {
  const field = (name: string): string => row[name] ?? '';
  const number = (name: string): number | null => (field(name) === '' ? null : Number(field(name)));
  const path = (name: string): string[] => (field(name) === '' ? [] : field(name).split(' > '));
  const told = {
    id: field('id'),
    issuer: field('issuer'),
    label: field('label'),
    concept: field('concept'),
    aspect: field('aspect') as Fact['aspect'],
    basis: field('basis') as Fact['basis'],
    dimensions: field('dimensions'),
    period: parseDates(field('period_start'), field('period_end')),
    compared: parseDates(field('compared_start'), field('compared_end')),
    unit: field('unit'),
    value: field('value'),
    polarity: field('polarity') === '-1' ? -1 : 1,
    qualifier: field('qualifier') as Fact['qualifier'],
    decimals: number('decimals'),
    doubt: field('doubt'),
    grade: field('grade') as Grade,
  } as const;
  if (field('origin') === 'derived') {
    const inputs = field('inputs').split(' ').filter(Boolean);
    return { ...told, origin: 'derived', inputs, tolerance: field('tolerance') || '0' };
  }
  return {
    ...told,
    origin: field('origin') as Printed['origin'],
    document: field('document'),
    line: number('line') ?? 0,
    column: number('column') ?? 0,
    cell: number('cell'),
    table: field('table'),
    section: path('section'),
    header: path('header'),
    raw: field('raw'),
    place: field('place'),
  };
}

const parseDates = (start: string, end: string): Period =>
  start === '' ? instant(end) : duration(start, end);
