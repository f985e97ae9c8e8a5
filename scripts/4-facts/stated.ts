import { conceptById } from '../../src/concepts/index.ts';
import type { StatedKind, StatedWords } from '../../src/model/overrides.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { CellMeasure } from './cell-measure.ts';
import type { FactUnit } from './unit-of-fact.ts';

/** What holds for a figure, if a person said anything of it: of its column before its row, of its row before its table. */
export function findStated({ stated }: ReadTable, line: number, cell: number): StatedWords | undefined {
  if (!stated) return undefined;
  const words = { ...stated.table, ...stated.rows.get(line), ...stated.columns.get(cell) };
  return Object.keys(words).length > 0 ? words : undefined;
}

export const withStatedMeasure = (read: CellMeasure, said: StatedWords | undefined): CellMeasure =>
  said?.measure === undefined
    ? read
    : { concept: conceptById.get(said.measure), id: said.measure, dimensions: read.dimensions };

/** A unit of its own has no scale where none is said, a currency the one that was read. */
export function withStatedUnit(read: FactUnit, said: StatedWords | undefined): FactUnit {
  const unit = said?.unit ?? read.unit;
  const isScaled = CURRENCY.test(unit) || unit === read.unit;
  const doubt = said?.scale === undefined && said?.unit === undefined ? read.doubt : undefined;
  return { unit, scale: said?.scale ?? (isScaled ? read.scale : 0), ...(doubt && { doubt }) };
}

const CURRENCY = /^[A-Z]{3}$/;

/** The parts of a whole that a person can name. */
const PARTS: ReadonlySet<string> = new Set(['segment', 'product', 'region', 'entity']);

export function withStatedPart(
  read: Readonly<Record<string, string>>,
  said: StatedWords | undefined,
): Readonly<Record<string, string>> {
  if (!said?.part) return read;
  return { ...Object.fromEntries(Object.entries(read).filter(([axis]) => !PARTS.has(axis))), ...said.part };
}

/** Which of the questions about a figure a person has settled. */
export function statedKinds(
  table: ReadTable | undefined,
  unit: string,
  said: StatedWords | undefined,
): StatedKind[] {
  const isByCaption = table?.stated?.caption === true && /^[A-Z]{3}\b/.test(unit);
  return [
    ...(said?.unit !== undefined || said?.scale !== undefined || isByCaption ? (['unit'] as const) : []),
    ...(said?.period !== undefined ? (['period'] as const) : []),
    ...(said?.measure !== undefined ? (['measure'] as const) : []),
    ...(said?.part !== undefined ? (['part'] as const) : []),
  ];
}
