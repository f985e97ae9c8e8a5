import type { UnitPhrase } from '../grammar/units.ts';
import type { ReadColumn } from './read-column.ts';

/** So many columns with one unit show what columns that name a thing of their own are told in. */
const LEAST = 2;

/**
 * A column whose head names no unit has that of its neighbours, where all that name a scale name the same:
 * `Share capital $'000 | Total $'000 | Total equity`, or `(in thousands)` over the first column of each half of a
 * table. Columns of shares, rates or changes keep what they are.
 */
export function withAgreedUnit(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const scaled = columns.flatMap(({ unit }) => (unit && isScaled(unit) ? [unit] : []));
  const [first] = scaled;
  if (!first || scaled.some((unit) => !isSame(unit, first))) return columns;
  const isMoney = first.currency !== undefined && scaled.length >= LEAST;
  return columns.map((column) =>
    isOpen(column) && (isMoney || namesNothing(column)) ? { ...column, unit: first } : column,
  );
}

const isScaled = ({ scale, measure, per }: UnitPhrase): boolean =>
  scale !== undefined && measure === undefined && per === undefined;

const isSame = (a: UnitPhrase, b: UnitPhrase): boolean => a.currency === b.currency && a.scale === b.scale;

const isOpen = ({ unit, aspect, concept, isNote }: ReadColumn): boolean =>
  unit === undefined &&
  !isNote &&
  (aspect === undefined || aspect === 'amount') &&
  (concept === undefined || concept.kind === 'monetary');

/** The head tells nothing but a time. */
const namesNothing = ({ concept, unknownMeasure }: ReadColumn): boolean =>
  concept === undefined && unknownMeasure === '';
