import type { RawRow } from '../1-read/raw-document.ts';
import { readAspect } from '../grammar/aspects.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { LEADS_ON } from '../grammar/open-lines.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';
import { type GridCell, gridCells } from './grid-cells.ts';
import type { GridRow } from './grid-row.ts';
import { isSetOff, labelFirst, readFirstField, usualWidth, withLabelsSetIn } from './label-fields.ts';
import { mendRows } from './mend-rows.ts';
import { withScalesBelow } from './scales-below.ts';
import { hasSpans } from './spanned-heads.ts';

/** Tells head rows, unit rows, group headings and items apart, and joins labels that wrapped. */
export function gridRows(
  raw: readonly RawRow[],
  hasHead: boolean,
  style: NumberStyle,
  labels: ReadonlySet<string> = new Set(),
): GridRow[] {
  const whole = withScalesBelow(raw);
  const rows = hasSpans(whole) ? whole : withLabelsSetIn(mendRows(whole.filter((row) => !isPageMark(row))));
  let hasFigures = false;
  const years = new Set<string>();
  const heads = new Set<string>();
  const first = readFirstField(rows);
  const width = first === 'label' && !hasSpans(rows) ? usualWidth(rows) : 0;
  const read = rows.map((row, i): GridRow => {
    const cells = isSetOff(row, width)
      ? cellsSetOff(row, style)
      : first === 'label'
        ? gridCells(row, style)
        : cellsBehindLabel(row, style);
    const texts = headTexts(cells);
    const role = row.isHead
      ? roleOfHead(cells)
      : heads.has(texts)
        ? 'header'
        : decideRole(cells, hasFigures ? years : undefined, hasHead && i === 0);
    if (role === 'header') {
      for (const { text } of cells)
        for (const year of text.match(/\b(?:19|20)\d{2}\b/g) ?? []) years.add(year);
      if (texts !== '') heads.add(texts);
    }
    if (role === 'item' && cells.some(({ figures }) => figures.length > 0)) hasFigures = true;
    return {
      line: row.line,
      role,
      label: cells[0]?.text ?? '',
      group: first === 'group' && role === 'item' ? (cells[1]?.text ?? '') : '',
      number: first === 'number' ? (cells[1]?.text ?? '') : '',
      cells,
    };
  });
  const sectioned = read.flatMap((row, i) => [...sectionBefore(rows[i], width, style), row]);
  return joinWrapped(joinBroken(sectioned, labels));
}

/** Heads that come again, beside another time or part: `Q2 2025 | Print | Brand | Total`; a lone one may be a fact. */
const headTexts = (cells: readonly GridCell[]): string => {
  const fields = cells.slice(1).filter(({ text }) => text !== '');
  const areWords = fields.length > 1 && fields.every(({ kind }) => kind === 'text');
  return areWords ? fields.map(({ text, column }) => `${column} ${text}`).join('|') : '';
};

/** The section whose name stands before the label of its first row, as a row of its own. */
function sectionBefore(row: RawRow | undefined, width: number, style: NumberStyle): GridRow[] {
  const [name] = row?.cells ?? [];
  if (!row || !name || name.text === '' || !isSetOff(row, width)) return [];
  const cells = gridCells({ line: row.line, cells: [name] }, style);
  return [{ line: row.line, role: 'group', label: name.text, group: '', number: '', cells }];
}

/** `Page 16 of 40` between rows: the foot of a page. */
const isPageMark = ({ cells }: RawRow): boolean =>
  /^(?:page|p\.)\s?\d{1,3}(?:\s?(?:of|\/)\s?\d{1,3})?$/i.test(cells[0]?.text ?? '') &&
  cells.slice(1).every(({ text }) => text === '');

/** Cells of a row whose label stands in the second field; what stands in the first states nothing: `XIV` is no currency. */
function cellsBehindLabel(row: RawRow, style: NumberStyle): readonly GridCell[] {
  const { line, cells } = labelFirst(row);
  const blank = cells.map((cell, i) => (i === 1 ? { ...cell, text: '' } : cell));
  return gridCells({ line, cells: blank }, style).map((cell, i) => ({ ...cell, text: cells[i]?.text ?? '' }));
}

/** Figures of a row that is set off stand one field further right than their heads. */
const cellsSetOff = (row: RawRow, style: NumberStyle): readonly GridCell[] =>
  cellsBehindLabel(row, style).map((cell, i) => (i > 1 ? { ...cell, column: i - 1 } : cell));

const roleOfHead = (cells: readonly GridCell[]): GridRow['role'] => {
  const fields = cells.slice(1).filter(({ kind }) => kind !== 'empty');
  if (fields.length === 0) return 'group';
  return fields.every(({ kind }) => kind === 'unit') ? 'unit' : 'header';
};

/** `years` are those that heads above have named, undefined as long as no figures were seen. */
function decideRole(
  cells: readonly GridCell[],
  years: ReadonlySet<string> | undefined,
  isMarkedHead: boolean,
): GridRow['role'] {
  const fields = cells.slice(1).filter(({ kind }) => kind !== 'empty');
  if (fields.length === 0) return 'group';
  const label = cells[0]?.text ?? '';
  const isFirst = years === undefined;
  if (fields.every(({ kind }) => kind === 'unit') && (isFirst || label === '' || fields.length > 1))
    return 'unit';
  if (fields.some(({ kind }) => kind === 'figure')) return 'item';
  if (label === '') return 'header';
  if (fields.some(({ kind }) => kind === 'text'))
    return isFirst
      ? isMarkedHead || isFrame(label) || mayBeHeads(fields)
        ? 'header'
        : 'item'
      : areYearsAndChanges(fields, years)
        ? 'header'
        : 'item';
  return isFirst || isFrame(label) || fields.every(({ kind, text }) => kind === 'time' || years.has(text))
    ? 'header'
    : 'item';
}

/** `Gross margin | 2026 | 2025 | Change` below figures under heads of the same years, or of times: `30 Jun | 31 Dec`. */
function areYearsAndChanges(fields: readonly GridCell[], years: ReadonlySet<string>): boolean {
  const isOfTime = ({ text, kind }: GridCell): boolean => years.has(text) || kind === 'time';
  const times = fields.filter(isOfTime);
  return times.length > 1 && fields.every((field) => isOfTime(field) || readAspect(field.text) !== undefined);
}

const mayBeHeads = (fields: readonly GridCell[]): boolean =>
  fields.length > 1 || HEAD_WORDS.test(fields[0]?.text ?? '');

/** Words that a lone head has and a lone fact in words has not. */
const HEAD_WORDS =
  /\b(?:change|growth|guidance|outlook|forecast|target|actual|total|amount|value|yoy|quarter|year|month|period)\b|%/i;

const isFrame = (label: string): boolean => isTimeOnly(label) || isUnitOnly(label);

/**
 * A row that broke over three lines, as text copied from a PDF has it: `Power`, `Conversion | 2.6 | | 9.1` and
 * `Equipment | | 6.5 |` where another row is called `Power Conversion Equipment`. Its figures stay on their lines.
 */
function joinBroken(rows: readonly GridRow[], labels: ReadonlySet<string>): GridRow[] {
  const joined: GridRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [first, ...others] = rows.slice(i, i + 3) as [GridRow, ...GridRow[]];
    const label = [first, ...others].map((line) => line.label).join(' ');
    const isBroken = others.length === 2 && first.role === 'group' && labels.has(label) && areApart(others);
    joined.push(...(isBroken ? others.map((row) => ({ ...row, label })) : [first]));
    if (isBroken) i += others.length;
  }
  return joined;
}

/** Two rows of figures of which neither has one where the other has. */
function areApart(rows: readonly GridRow[]): boolean {
  const columns = rows.flatMap(({ cells }) =>
    cells.slice(1).flatMap(({ kind, column }) => (kind === 'empty' ? [] : [column])),
  );
  return rows.every(({ role }) => role === 'item') && new Set(columns).size === columns.length;
}

/**
 * A label that wrapped: figures on a line of their own take the label above; a line without figures that cannot end a
 * label is put before the next one, and one that goes on with the label of figures is put behind it.
 */
function joinWrapped(rows: readonly GridRow[]): GridRow[] {
  const whole = rows.flatMap((row, i): GridRow[] => {
    if (goesOn(row, rows[i - 1], rows[i + 1])) return [];
    const next = rows[i + 1];
    return next && goesOn(next, row, rows[i + 2]) ? [{ ...row, label: `${row.label} ${next.label}` }] : [row];
  });
  return whole.map((row, i) => {
    const above = whole[i - 1];
    if (row.role !== 'item' || above?.role !== 'group' || above.label === '') return row;
    if (row.label === '') return { ...row, label: above.label };
    const isOpen = above.cells.length === 1 && (/^\p{Ll}/u.test(row.label) || ENDS_OPEN.test(above.label));
    return isOpen ? { ...row, label: `${above.label} ${row.label}` } : row;
  });
}

const ENDS_OPEN = new RegExp(
  `(?:\\b(?<!\\battributable )(?:${LEADS_ON}|after|before|on|per|excluding|including|than)|,)$`,
  'i',
);

/** `of ₹ 10 each)` below `Earnings per share (face value` and its figures, `profit or loss` below `not reclassified to`. */
const goesOn = (row: GridRow, above: GridRow | undefined, below: GridRow | undefined): boolean =>
  row.role === 'group' &&
  above?.role === 'item' &&
  /^\p{Ll}{2}/u.test(row.label) &&
  (ENDS_OPEN.test(above.label) ||
    (/\([^()]*$/.test(above.label) && /^[^()]*\)/.test(row.label)) ||
    (/^(?:\([^()]{1,4}\)\s*)?\p{Lu}/u.test(above.label) &&
      !HEADS_PARTS.test(row.label) &&
      !/^\p{Ll}/u.test(below?.label ?? '')));

/** `of which:`, `attributable to`: a heading, in small letters as it is. */
const HEADS_PARTS = /:$|^(?:of which|thereof|less|add|plus|attributable|by|from|as of)\b/i;
