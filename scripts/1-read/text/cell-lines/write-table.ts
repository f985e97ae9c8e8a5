import { joinTexts, NO_TEXT, type PositionedText } from '../../placed-text.ts';
import { raised } from '../../raised-marks.ts';
import type { RawTable } from '../../raw-document.ts';
import { joinParts, type RowField, writeRow } from '../write-row.ts';
import type { HeadLayout, PlacedHead, Tier } from './cell-heads.ts';
import type { FittedRow } from './fit-rows.ts';
import type { LineCell } from './line-cells.ts';

/** Rows under the heads that tell their columns. */
export interface WrittenTable {
  readonly heads: HeadLayout;
  readonly rows: readonly FittedRow[];
}

/** The node of a table, each row of it written into the line of its first cell. */
export function writeTable({ heads, rows }: WrittenTable, written: Map<number, PositionedText>): RawTable {
  const first = heads.note ? 2 : 1;
  const tiers = heads.tiers.map((tier, i) =>
    tierFields(tier, i === heads.tiers.length - 1 ? heads.note : undefined, first),
  );
  const body = rows.flatMap((row) => [
    ...row.headings.map((heading) => [joinParts([heading])]),
    rowFields(row, first),
  ]);
  const all = [...tiers, ...body];
  const used = all.flatMap((fields) => fields.flatMap((field) => field?.lines ?? []));
  for (const line of used) written.set(line, NO_TEXT);
  return {
    kind: 'table',
    lines: [Math.min(...used), Math.max(...used)],
    rows: [
      ...tiers.map((fields) => ({ ...writeRow(fields, written), isHead: true as const })),
      ...body.map((fields) => writeRow(fields, written)),
    ],
    hasHead: false,
  };
}

function tierFields(
  { heads, corner }: Tier,
  note: LineCell | undefined,
  first: number,
): (RowField | undefined)[] {
  return atPlaces(
    [...(corner ? [joinParts([corner])] : []), ...(note ? [joinParts([note])] : []), ...heads.map(headField)],
    [...(corner ? [0] : []), ...(note ? [1] : []), ...heads.map(({ column }) => column + first)],
  );
}

function rowFields(
  { label, mark, note, values, columns }: FittedRow,
  first: number,
): (RowField | undefined)[] {
  return atPlaces(
    [
      labelField(label, mark),
      ...(note ? [joinParts([note])] : []),
      ...values.map((cell) => joinParts([cell])),
    ],
    [0, ...(note ? [1] : []), ...values.map((_, i) => (columns?.[i] ?? i) + first)],
  );
}

const headField = ({ cell, span }: PlacedHead): RowField => joinParts([cell], span);

function labelField(label: LineCell, mark: LineCell | undefined): RowField {
  if (!mark) return joinParts([label]);
  const text = { ...mark.text, text: raised(mark.text.text) };
  return { ...joinParts([label, mark]), text: joinTexts([label.text, text], '') };
}

const atPlaces = (fields: readonly RowField[], places: readonly number[]): (RowField | undefined)[] => {
  const row: (RowField | undefined)[] = [];
  for (const [i, field] of fields.entries()) row[places[i] ?? 0] = field;
  return Array.from(row);
};
