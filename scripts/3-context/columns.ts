import type { Aspect, Basis } from '../../src/model/fact.ts';
import type { Concept } from '../../src/model/concept.ts';
import { endOf, isDuration, type Period } from '../../src/model/period.ts';
import { findConcept, findMember } from '../../src/concepts/vocabulary.ts';
import { isWholeYear, readAspect, readBasis, readPayment, withoutBasis } from '../grammar/aspects.ts';
import { findPeriods, readYearName } from '../grammar/periods.ts';
import { readUnit, type UnitPhrase } from '../grammar/units.ts';
import { periodOf } from '../../src/model/calendar.ts';
import type { Grid, GridColumn } from '../2-tables/grid.ts';
import { withoutPeriods } from './label-words.ts';
import type { Captions } from './captions.ts';
import type { DocumentContext } from './document-context.ts';

/** What a column's head says of the figures under it. */
export interface ReadColumn {
  readonly cell: number;
  readonly header: readonly string[];
  /** Whether any head stands over it, by its own field or by one that spans it. */
  readonly isHeaded: boolean;
  readonly period: Period | undefined;
  /** For a change: what it is measured against, where the table has such a column. */
  readonly compared: Period | undefined;
  readonly aspect: Aspect | undefined;
  readonly basis: Basis | undefined;
  readonly unit: UnitPhrase | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Where columns are measures and rows are periods. */
  readonly concept: Concept | undefined;
  /** Words of a measure that the vocabulary does not know, else empty. */
  readonly unknownMeasure: string;
}

/** Reads every column of a grid; changes get their periods from the columns they stand beside. */
export function readColumns(grid: Grid, captions: Captions, context: DocumentContext): ReadColumn[] {
  const columns = grid.columns.map((column) => readColumn(column, grid, captions, context));
  return columns.map((column, i) => (column.period || !isChange(column.aspect) ? column : besideAmounts(column, columns.slice(0, i))));
}

const isChange = (aspect: Aspect | undefined): boolean => aspect === 'change' || aspect === 'changePercent';

function readColumn(column: GridColumn, grid: Grid, captions: Captions, context: DocumentContext): ReadColumn {
  const text = column.header.join(' ');
  const unit = readUnit(column.unit) ?? readUnit(text);
  const measure = measureOf(column.header, context);
  const concept = measure
    ? findConcept(measure, { enclosing: captions.enclosing, issuerNames: context.issuerNames })?.concept
    : undefined;
  return {
    cell: column.cell,
    header: column.header,
    isHeaded: grid.width === 0 || column.cell < grid.width,
    period: periodInHeader(column.header, context),
    compared: undefined,
    aspect: aspectOf(column, concept, captions),
    basis: readBasis(text),
    unit,
    dimensions: dimensionsOf(column.header),
    concept,
    unknownMeasure: measure && !concept && !isChange(readAspect(text)) ? measure : '',
  };
}

/** The period named by the heads together; `2024` alone is a fiscal year, or completes `Year ended December 31,`. */
export function periodInHeader(header: readonly string[], context: DocumentContext): Period | undefined {
  const joined = header.join(' ');
  const found = findPeriods(joined, context.calendar);
  const best = found.findLast(({ form }) => form !== 'date') ?? found.at(-1);
  if (best) return best.period;
  const year = header.map(readYearName).findLast((name) => name !== undefined);
  return year === undefined ? undefined : periodOf(context.calendar, year, 'fy');
}

/** `%` under the head of an amount is its growth where the caption says so or the head names no ratio. */
function aspectOf(column: GridColumn, concept: Concept | undefined, captions: Captions): Aspect | undefined {
  const own = readAspect(column.header.join(' '));
  if (isChange(own)) return own;
  if (readUnit(column.unit)?.measure !== 'percent') return own;
  if (concept?.kind === 'percent') return 'ratio';
  return captions.percentIsChange || !column.isNamed ? 'changePercent' : 'ratio';
}

function dimensionsOf(header: readonly string[]): Record<string, string> {
  const leaf = header.at(-1) ?? '';
  const payment = readPayment(leaf);
  const equity = findMember('equity', leaf)?.id;
  return { ...(payment && { payment }), ...(equity && !payment && { equity }) };
}

/** The words of a head that name a measure: no period, no unit, no payment. */
function measureOf(header: readonly string[], context: DocumentContext): string {
  for (const text of [...header].reverse()) {
    if (readPayment(text) || isWholeYear(text) || readYearName(text) !== undefined) continue;
    const rest = withoutPeriods(withoutBasis(text), context);
    if (/\p{L}{3}/u.test(rest.replace(/\b(?:as of|at|ended|unaudited|restated|yoy|change|actual)\b/gi, ''))) return rest;
  }
  return '';
}

/** A change stands right of the amounts it compares: the later of the two nearest columns, measured against the earlier. */
function besideAmounts(change: ReadColumn, before: readonly ReadColumn[]): ReadColumn {
  const amounts = before.filter(({ period, aspect }) => period && !isChange(aspect)).slice(-2);
  const periods = amounts.map(({ period }) => period).filter((p): p is Period => p !== undefined);
  const ordered = [...new Set(periods)].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  const current = ordered.at(-1);
  const compared = ordered.length > 1 && isDuration(ordered[0] ?? '') === isDuration(current ?? '') ? ordered[0] : undefined;
  return { ...change, period: current, compared };
}
