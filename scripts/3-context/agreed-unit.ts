import type { UnitPhrase } from '../grammar/units.ts';
import type { ReadColumn } from './columns.ts';

/** So many columns with one unit show what the table is told in. */
const LEAST = 2;

/**
 * A column whose head names no unit has that of its neighbours, where all that name money name the same:
 * `Share capital $'000 | Total $'000 | Total equity`. Columns of shares, rates or changes keep what they are.
 */
export function withAgreedUnit(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const money = columns.flatMap(({ unit }) => (unit && isMoney(unit) ? [unit] : []));
  const [first] = money;
  if (!first || money.length < LEAST || money.some((unit) => !isSame(unit, first))) return columns;
  return columns.map((column) => (isOpen(column) ? { ...column, unit: first } : column));
}

const isMoney = ({ currency, scale, measure, per }: UnitPhrase): boolean =>
  currency !== undefined && scale !== undefined && measure === undefined && per === undefined;

const isSame = (a: UnitPhrase, b: UnitPhrase): boolean => a.currency === b.currency && a.scale === b.scale;

const isOpen = ({ unit, aspect, concept, isNote }: ReadColumn): boolean =>
  unit === undefined &&
  !isNote &&
  (aspect === undefined || aspect === 'amount') &&
  (concept === undefined || concept.kind === 'monetary');
