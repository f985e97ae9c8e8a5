import type { UnitPhrase } from '../grammar/units.ts';
import type { ReadColumn } from './read-column.ts';

/** So many columns with one unit show what columns that name a thing of their own are told in. */
const LEAST = 2;

/**
 * A column whose head names no unit has that of its neighbours, where all that name a scale name the same:
 * `Share capital $'000 | Total $'000 | Total equity`, or `(in thousands)` over the first column of each half of a
 * table. Columns of shares, rates or changes keep what they are, and so do all beside `Total dividends (millions of yen)`:
 * a head that names a measure tells its unit of nothing else.
 */
export function withAgreedUnit(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const own = columns.filter(({ unit }) => unit && isScaled(unit));
  const scaled = own.flatMap(({ unit }) => unit ?? []);
  const [first] = scaled;
  if (!first || scaled.some((unit) => !isSame(unit, first))) return columns;
  const isMoney = first.currency !== undefined && scaled.length >= LEAST;
  const isOfAll = own.every(namesNothing);
  return columns.map((column) =>
    isOpen(column) && (isMoney || (isOfAll && namesNothing(column))) ? { ...column, unit: first } : column,
  );
}

const isScaled = ({ scale, measure, per }: UnitPhrase): boolean =>
  scale !== undefined && measure === undefined && per === undefined;

const isSame = (a: UnitPhrase, b: UnitPhrase): boolean => a.currency === b.currency && a.scale === b.scale;

const isOpen = ({ unit, aspect, concept, isNote, dimensions }: ReadColumn): boolean =>
  unit === undefined &&
  dimensions['payment'] === undefined &&
  !isNote &&
  (aspect === undefined || aspect === 'amount') &&
  (concept === undefined || concept.kind === 'monetary');

/** The head tells nothing but a time. */
const namesNothing = ({ concept, unknownMeasure }: ReadColumn): boolean =>
  concept === undefined && unknownMeasure === '';
