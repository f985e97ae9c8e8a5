import type { Grid } from '../2-tables/grid.ts';
import { isChange } from './changes.ts';
import type { ReadColumn } from './read-column.ts';
import type { ReadRow } from './read-row.ts';

/** Heads that count things of a business or tell a price of one: `Home Closings`, `Backlog Units`, `ASP`. */
const OF_THINGS =
  /\b(?:units?|counts?|closings|homes|orders|communities|lots|deliver(?:ed|ies)|starts|backlog|stores|rooms|asp|arpu|adr|revpar|(?:average|avg\.?) (?:\p{L}+ )?(?:prices?|rates?|rents?)|(?:cancellation|absorption|occupancy) (?:rate|pace)|occupancy)\b/iu;

const WHOLE = /^(?:(?:grand|group|company|consolidated) )?(?:total|consolidated|company)\b/i;

/** More rows than this share name measures where the columns are parts. */
const MOST_MEASURES = 0.25;

/**
 * Columns of one time that name several measures over rows of parts: `Revenues | Home closings | ASP` by region. One head
 * that the vocabulary knows, or one that counts things, says so of those beside it, unless a whole stands among them; of a time
 * with one column it counts things. The measure is then the column's, and the row is the part.
 */
export function withMeasuresByColumn(
  columns: readonly ReadColumn[],
  rows: readonly ReadRow[],
  grid: Grid,
): readonly ReadColumn[] {
  const items = rows.filter(
    ({ row }) => row.role === 'item' && row.cells.some(({ figures }) => figures.length > 0),
  );
  const measures = items.filter(({ concept, dimensions }) => concept && Object.keys(dimensions).length === 0);
  const parts = items.filter(({ label }) => label !== '' && !WHOLE.test(label));
  if (items.some(({ period, moment }) => period !== undefined || moment !== '')) return columns;
  if (parts.length < 2 || measures.length > MOST_MEASURES * items.length) return columns;
  const filled = columns.filter(
    (one) => grid.columns[one.cell - 1]?.hasFigures && !isChange(one.aspect) && measureWords(one) !== '',
  );
  const hasTotal = items.some(({ label }) => WHOLE.test(label));
  const slots = Map.groupBy(filled, ({ period, basis }) => `${period}|${basis}`);
  const found = columns.map((column) => {
    const beside = filled.includes(column) ? (slots.get(`${column.period}|${column.basis}`) ?? []) : [];
    if (beside.some((one) => WHOLE.test(measureWords(one)))) return column;
    const isOfFlows = beside.some(
      ({ concept }) => concept?.kind === 'monetary' && concept.periodType === 'duration',
    );
    const isOfThings = hasTotal && beside.some((one) => !one.concept && OF_THINGS.test(measureWords(one)));
    return ((isOfFlows && beside.length > 1) || isOfThings) &&
      !column.concept &&
      Object.keys(column.ways).length === 0
      ? { ...column, measured: measureWords(column), part: {}, facet: '' }
      : column;
  });
  const measured = new Set(found.flatMap((one) => (one.measured === '' ? [] : [withoutSign(one.measured)])));
  return measured.size === 0 ? columns : found.map((column) => ofChange(column, measured));
}

/** `Change in margin` beside `Margin %`: what it is a change of is the column's, and the row is the part. */
function ofChange(column: ReadColumn, measured: ReadonlySet<string>): ReadColumn {
  const of = withoutSign(/^(?:change|growth) in (.+)$/i.exec(column.header.at(-1) ?? '')?.[1] ?? '');
  return isChange(column.aspect) && measured.has(of) ? { ...column, measured: of } : column;
}

const withoutSign = (words: string): string => words.replace(/\s*%$/, '');

const measureWords = ({ concept, unknownMeasure, header }: ReadColumn): string =>
  concept ? (header.at(-1) ?? '') : unknownMeasure;
