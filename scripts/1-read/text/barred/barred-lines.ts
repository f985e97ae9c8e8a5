import { seenText } from '../../../grammar/numbers.ts';
import { isSectionName, MOST_SECTION_NAMES } from '../../../grammar/section-names.ts';
import { isTimeOnly } from '../../../grammar/times.ts';
import { isUnitOnly } from '../../../grammar/units.ts';
import type { PositionedText } from '../../placed-text.ts';
import { joinRow } from '../../regular-rows/join-signs.ts';
import type { SpannedCell } from '../../regular-rows/spanned-table.ts';
import { isTimeHead } from '../cell-lines/head-kinds.ts';
import { type LineCell, lineCell, seenTextIn } from '../cell-lines/line-cells.ts';

/** A line of a text whose cells bars part, empty ones left out, signs put to their figures. */
export interface BarredLine {
  readonly number: number;
  /** A row has figures, a head none; what has no bar is a text: a section, a caption, a head over all columns. */
  readonly kind: 'row' | 'head' | 'text';
  readonly cells: readonly LineCell[];
  /** The field that each cell begins in, how many fields the line has, and whether empty ones are among them. */
  readonly fields: readonly number[];
  readonly width: number;
  readonly hasEmpty: boolean;
}

/** The rule of a Markdown table, which tells its columns: `--- | ---:`. */
const RULE = /^(?=.*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The lines of the tables of Markdown: a head, its rule, and what stands right below. */
export function linesOfMarkdownTables(lines: readonly string[]): Set<number> {
  const taken = new Set<number>();
  for (const [rule, line] of lines.entries()) {
    if (taken.has(rule) || !RULE.test(line) || !lines[rule - 1]?.includes('|')) continue;
    for (let i = rule - 1; i < lines.length && lines[i]?.trim() !== ''; i++) taken.add(i);
  }
  return taken;
}

/** Runs of lines without a blank one between them in which bars part cells; not the tables of Markdown. */
export function findBarredRuns(lines: readonly string[]): BarredLine[][] {
  if (!lines.some(isBarred)) return [];
  const runs: number[][] = [[]];
  for (const [i, line] of lines.entries()) {
    if (line.trim() !== '') runs.at(-1)?.push(i);
    else if (lines[i - 1]?.trim() !== '' && !isBetweenRows(lines, i)) runs.push([]);
  }
  return runs
    .filter((run) => run.some((i) => isBarred(lines[i])))
    .filter((run) => !run.some((i) => RULE.test(lines[i] ?? '')))
    .map((run) => run.map((i) => readLine(lines[i] ?? '', i + 1)));
}

/** A bar with room beside it, or several, between texts; a line with tabs has its columns. */
const isBarred = (line = ''): boolean => {
  const fields = line.split('|');
  const filled = fields.filter((field) => field.trim() !== '').length;
  const isFramed = fields.length > 3 && filled > 0;
  return !line.includes('\t') && (isFramed || (filled > 1 && /\s\||\|\s/.test(line)));
};

/**
 * Where a blank line stands between any two rows, it ends no table; nor where names of sections stand beside it, and
 * the rows above and below them have as many figures.
 */
function isBetweenRows(lines: readonly string[], at: number): boolean {
  if (isBarred(lines[at - 1]) && isBarred(lines[at + 1])) return true;
  const [above, below] = [rowBeyondNames(lines, at, -1), rowBeyondNames(lines, at, 1)];
  return (
    above !== undefined &&
    below !== undefined &&
    above.cells.length > 2 &&
    above.cells.length === below.cells.length
  );
}

/** The row that a few names of sections, or nothing, part from a line; `step` leads up or down. */
function rowBeyondNames(lines: readonly string[], at: number, step: number): BarredLine | undefined {
  for (let i = at + step, names = 0; names <= MOST_SECTION_NAMES; i += step) {
    const line = lines[i]?.trim();
    if (line === undefined) return undefined;
    if (isBarred(line)) {
      const row = readLine(line, i + 1);
      return row.kind === 'row' ? row : undefined;
    }
    if (line === '') continue;
    if (!isSectionName(line) || /^[#*•-]/.test(line)) return undefined;
    names++;
  }
  return undefined;
}

function readLine(line: string, number: number): BarredLine {
  const isText = !isBarred(line);
  const fields = isText ? [placed(line, 0, number)] : splitFields(line, number);
  const filled = fields.map(spannedCell).filter(({ text }) => text.text !== '');
  const joined = joinBetweenStars(filled);
  const cells = joined.map(({ text }) => lineCell(text, [number]));
  const columns = joined.map(({ column }) => column);
  const first = /^\s*\|/.test(line) ? 1 : 0;
  return {
    ...{ number, kind: isText || isSection(cells, columns, first) ? 'text' : barredKind(cells), cells },
    ...{ fields: columns, width: fields.length },
    hasEmpty: filled.length < fields.length,
  };
}

/** A star in a field of its own may stand for a figure that is not given: counting tells. */
function joinBetweenStars(row: readonly SpannedCell[]): readonly SpannedCell[] {
  const at = row.findIndex(({ text }) => text.text === '*');
  if (at < 0) return joinRow(row, ALL_COLUMNS);
  return [
    ...joinRow(row.slice(0, at), ALL_COLUMNS),
    ...row.slice(at, at + 1),
    ...joinBetweenStars(row.slice(at + 1)),
  ];
}

/** `(41)` may be a figure in any column: counting tells. */
const ALL_COLUMNS = { has: () => true };

function splitFields(line: string, number: number): PositionedText[] {
  let offset = 0;
  return line.split('|').map((field) => {
    const text = placed(field, offset, number);
    offset += field.length + 1;
    return text;
  });
}

function placed(field: string, offset: number, line: number): PositionedText {
  const text = field.trim();
  const column = offset + field.length - field.trimStart().length + 1;
  const place = { kind: 'text', line, column } as const;
  return { text, runs: [{ start: 0, end: text.length, place, isLiteral: true }] };
}

const spannedCell = (text: PositionedText, column: number): SpannedCell => ({
  ...{ row: 0, column, rowSpan: 1, columnSpan: 1 },
  ...{ text, indent: 0, isStrong: false, isHead: false },
});

/** Nothing but a label, in the first field behind a bar that frames the line: the name of the rows below it. */
const isSection = (cells: readonly LineCell[], fields: readonly number[], first: number): boolean =>
  cells.every((cell, i) => fields[i] === first && !isFrame(cell));

/** Years are heads: what was counted has a comma from a thousand on. */
function barredKind([, ...others]: readonly LineCell[]): BarredLine['kind'] {
  const marks = others.filter(({ kind }) => kind === 'mark').length;
  const isRow = others.some(({ kind }) => kind === 'figure') || (marks > 0 && marks === others.length);
  return isRow ? 'row' : 'head';
}

/** Says when or in what, as the cell beside heads does. */
export const isFrame = (cell: LineCell): boolean => {
  const text = seenTextIn(cell);
  return isTimeHead(cell) || isTimeOnly(text) || isUnitOnly(text) || /^\(.*\)$/.test(seenText(text));
};
