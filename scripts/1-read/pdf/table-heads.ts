import { isTimeOnly } from '../../grammar/times.ts';
import { isUnitOnly } from '../../grammar/units.ts';
import type { CellLine } from './cell-lines.ts';
import { type Box, boxAround } from './geometry.ts';
import { joinedText } from './line-cells.ts';
import type { RulingLine } from './page-content.ts';
import { splitWhere } from './split-words.ts';
import { type ColumnReach, median } from './table-columns.ts';
import { cellsOver, type Zone } from './table-zone.ts';
import type { PlacedWord } from './text-lines.ts';
import { splitAtTimes } from './times-in-a-row.ts';

/** Words over the columns `first` to `last` (indexes), or beside them where `first` is -1. */
export interface HeadCell {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
  readonly first: number;
  readonly last: number;
}

/** The columns of a table, and where they and its labels stand. */
export interface TableFrame {
  readonly columns: readonly ColumnReach[];
  readonly zone: Zone;
}

/** Rows of heads from the top: wrapped heads joined, each with the columns that it spans, as far down as it can stand. */
export function headRows(
  lines: readonly CellLine[],
  frame: TableFrame,
  rules: readonly RulingLine[],
): HeadCell[][] {
  const wrapped = joinWrapped(
    lines.map((line) => withReach(headParts(line, frame, rules), frame)),
    rules,
  );
  const blocks =
    lines[0]?.space === undefined ? wrapped : splitLeaves(wrapped, frame.columns, lines[0].space);
  const rows = spannedRows(blocks, frame.columns, rules);
  widenByPattern(rows, frame.columns);
  sink(rows);
  return rows.filter((row) => row.length > 0);
}

/** A text of the heads, of one line or more. */
interface Block {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
  readonly isOver: boolean;
  /** Alone in its line in the middle of the table with its labels, and of no columns: `Adjusted` over all of them. */
  readonly isOverAll?: boolean;
}

/** The texts of a line, parted where they belong to columns of their own. */
function headParts(line: CellLine, { columns, zone }: TableFrame, rules: readonly RulingLine[]): Block[] {
  const over = cellsOver(line, zone);
  return line.cells.flatMap((cell): Block[] => {
    if (!over.includes(cell)) return [{ words: cell.words, box: cell.box, isOver: false }];
    const parts = splitAtRules(cell.words, line, rules)
      .flatMap(splitAtTimes)
      .flatMap((words) => splitAtGaps(words, columns, line.space));
    return parts.map((words) => ({ words, box: boxAroundWords(words), isOver: true }));
  });
}

function isCentredOver({ box: [left, , right], words }: Block, { columns, zone }: TableFrame): boolean {
  const size = words[0]?.size ?? 0;
  const offMiddle = (from: number, to: number): number => Math.abs(left + right - from - to) / 2;
  return (
    offMiddle(zone.labelLeft, columns.at(-1)?.right ?? 0) < 0.25 * size &&
    columns.every((from, i) => columns.slice(i).every((to) => offMiddle(from.left, to.right) > size))
  );
}

const withReach = (line: readonly Block[], frame: TableFrame): readonly Block[] =>
  line.length === 1 ? line.map((block) => ({ ...block, isOverAll: isCentredOver(block, frame) })) : line;

/** Joins texts that go on in a line below: one stands under the other, and both have no other neighbour there. */
function joinWrapped(lines: readonly (readonly Block[])[], rules: readonly RulingLine[]): Block[] {
  const blocks: Block[] = [];
  lines.forEach((line, i) => {
    const isUnits = line.every(({ words, isOver }) => !isOver || isUnitOnly(joinedText(words)));
    const above = [...blocks];
    const times = line.filter(({ words, isOver }) => isOver && isTimeOnly(joinedText(words)));
    const isShared = times.some((time) => uppersOver(time, above).length === 0);
    for (const part of line) {
      const uppers = uppersOver(part, above);
      const [upper] = uppers;
      const isAlone =
        upper && uppers.length === 1 && line.filter((other) => isUnder(other, upper)).length === 1;
      if (
        upper &&
        isAlone &&
        !upper.isOverAll &&
        !(isUnits && part.isOver) &&
        !(isShared && times.includes(part)) &&
        !opensOne(part, upper, lines[i + 1]) &&
        goesOn(upper, part, rules)
      )
        blocks[blocks.indexOf(upper)] = {
          ...part,
          words: [...upper.words, ...part.words],
          box: boxAround(upper.box, part.box),
        };
      else blocks.push(part);
    }
  });
  return blocks;
}

/** Parts heads with a single space between them that stand right above several columns, each at the edge of one. */
function splitLeaves(blocks: readonly Block[], columns: readonly ColumnReach[], space: number): Block[] {
  return blocks.flatMap((block): Block[] => {
    const { words, box, isOver } = block;
    const under = columns.filter(({ left, right }) => Math.min(right, box[2]) - Math.max(left, box[0]) > 0);
    const isLeaf = !blocks.some(
      (other) => other.isOver && other.box[1] >= box[3] && overlaps(other.box, box),
    );
    if (!isOver || !isLeaf || under.length < 2) return [block];
    const parts = shareOut(words, under, space) ?? [words];
    return parts.map((part) => ({ ...block, words: part, box: boxAroundWords(part) }));
  });
}

/** The words of each of some columns, in order, at whose edge or in whose middle they stand. */
function shareOut(
  words: readonly PlacedWord[],
  [column, ...others]: readonly ColumnReach[],
  space: number,
): (readonly PlacedWord[])[] | undefined {
  if (!column) return words.length === 0 ? [] : undefined;
  for (let end = words.length - others.length; end > 0; end--) {
    const own = words.slice(0, end);
    const [left, , right] = boxAroundWords(own);
    const offs = [right - median(column.rights), (left + right - column.left - column.right) / 2];
    const rest = offs.some((off) => Math.abs(off) <= space) && shareOut(words.slice(end), others, space);
    if (rest) return [own, ...rest];
  }
  return undefined;
}

const uppersOver = (part: Block, above: readonly Block[]): Block[] =>
  above.filter((block) => isUnder(part, block));

/** Whether a text goes on below, beside others under the same head: `December` over `31,`, between `March 31,` twice. */
const opensOne = (part: Block, upper: Block, below: readonly Block[] = []): boolean =>
  below.filter((other) => overlaps(other.box, upper.box) && other.isOver).length > 2 &&
  below.filter((other) => overlaps(other.box, part.box) && other.isOver).length === 1;

const isUnder = (part: Block, block: Block): boolean =>
  part.isOver === block.isOver &&
  Math.min(part.box[2], block.box[2]) - Math.max(part.box[0], block.box[0]) > 1 &&
  part.box[1] - block.box[3] < 0.9 * (block.words.at(-1)?.size ?? 0);

function goesOn(upper: Block, part: Block, rules: readonly RulingLine[]): boolean {
  const [size, other] = [upper.words.at(-1)?.size ?? 0, part.words[0]?.size ?? 0];
  if (Math.abs(size - other) > 0.15 * size) return false;
  const [text, rest] = [joinedText(upper.words), joinedText(part.words)];
  const isDated = YEAR.test(text) || (/\d{4}|Q\d|\dQ/.test(text) && isTimeOnly(text));
  if (part.isOver && isDated && !isTimeOnly(rest) && !YEAR.test(rest)) return false;
  const between = (upper.box[3] + part.box[1]) / 2;
  return !rules.some(
    ({ isHorizontal, box }) =>
      isHorizontal &&
      Math.abs(box[1] - between) < 0.45 * size &&
      box[0] < upper.box[2] &&
      box[2] > upper.box[0],
  );
}

const YEAR = /^(?:19|20)\d{2}$/;

/** The blocks in rows by their last lines, each with its columns. */
function spannedRows(
  blocks: readonly Block[],
  columns: readonly ColumnReach[],
  rules: readonly RulingLine[],
): HeadCell[][] {
  const rows: Block[][] = [];
  for (const block of [...blocks].sort((a, b) => a.box[3] - b.box[3])) {
    const last = rows.at(-1);
    const isLevel = last?.[0] && block.box[3] - last[0].box[3] < 0.3 * (block.words[0]?.size ?? 0);
    if (last && isLevel && !last.some((other) => overlaps(other.box, block.box))) last.push(block);
    else rows.push([block]);
  }
  const headed: Headed[] = columns.map(({ left, right }) => ({
    left,
    right,
    headLeft: left,
    headRight: right,
  }));
  return rows
    .reverse()
    .map((row) => {
      const cells = spannedRow(row, blocks, headed, rules);
      for (const { first, last, box } of cells)
        if (first >= 0 && first === last)
          Object.assign(headed[first] ?? {}, { headLeft: box[0], headRight: box[2] });
      return cells;
    })
    .reverse();
}

/** A column with the edges of the head right above its figures. */
interface Headed {
  readonly left: number;
  readonly right: number;
  headLeft: number;
  headRight: number;
}

const overlaps = (a: Box, b: Box): boolean => Math.min(a[2], b[2]) > Math.max(a[0], b[0]);

function spannedRow(
  row: readonly Block[],
  blocks: readonly Block[],
  columns: readonly Headed[],
  rules: readonly RulingLine[],
): HeadCell[] {
  const over = row.filter(({ isOver }) => isOver).sort((a, b) => a.box[0] - b.box[0]);
  const size = over[0]?.words[0]?.size ?? 1;
  const walls = toldOnce(over.map(({ box }) => spanByWalls(box, columns, rules)));
  const ruled = toldOnce(over.map(({ box }) => spanByRule(box, blocks, columns, size, rules)));
  const told = over.map((block, i): Span | undefined =>
    over.length === columns.length
      ? [i, i]
      : (walls[i] ?? ruled[i] ?? spanOfLeaf(block, blocks, columns, size)),
  );
  const spans = spansByPlace(
    over.map(({ box }) => box),
    columns,
    size,
    inOrder(told),
  );
  const [lone] = over;
  if (lone?.isOverAll && row.length === 1)
    return [{ words: lone.words, box: lone.box, first: 0, last: columns.length - 1 }];
  return [
    ...row
      .filter(({ isOver }) => !isOver)
      .map(({ words, box }): HeadCell => ({ words, box, first: -1, last: -1 })),
    ...over.map(({ words, box }, i): HeadCell => {
      const [first, last] = spans[i] ?? nearestSpan(box, columns);
      return { words, box, first, last };
    }),
  ];
}

/** Spans without those told for two heads: what frames all heads of a line tells the span of none. */
const toldOnce = (spans: readonly (Span | undefined)[]): (Span | undefined)[] =>
  spans.map((span, i) =>
    span && spans.some((other, at) => at !== i && other && other[0] <= span[1] && span[0] <= other[1])
      ? undefined
      : span,
  );

/** Spans without those that contradict one before them. */
function inOrder(spans: readonly (Span | undefined)[]): (Span | undefined)[] {
  let used = -1;
  return spans.map((span) => {
    if (!span || span[0] <= used) return undefined;
    used = span[1];
    return span;
  });
}

/** A text right above the figures heads the column at whose edge, or in whose middle, it stands, or two without another. */
function spanOfLeaf(
  block: Block,
  blocks: readonly Block[],
  columns: readonly Headed[],
  size: number,
): Span | undefined {
  const slots = slotsUnder(block.box, columns);
  const lower = blocks.filter((other) => other.isOver && other.box[1] > block.box[3] - 0.5 * size);
  const isLeaf = !lower.some((other) => slotsUnder(other.box, columns).some((slot) => slots.includes(slot)));
  if (!isLeaf) return undefined;
  const offs = columns.map(({ left, right }) =>
    Math.min(
      Math.abs(right - block.box[2]),
      Math.abs(left - block.box[0]),
      Math.abs(left + right - block.box[0] - block.box[2]) / 2,
    ),
  );
  const best = [...slots].sort((a, b) => (offs[a] ?? 0) - (offs[b] ?? 0))[0];
  if (best === undefined) return undefined;
  const covered = slots.filter((slot) => {
    const { left, right } = columns[slot] as Headed;
    return Math.min(right, block.box[2]) - Math.max(left, block.box[0]) > 0.6 * (right - left);
  });
  const isShared = (covered.length > 1 || (offs[best] ?? 0) > size) && slots.length > 1;
  return isShared ? undefined : [best, best];
}

/** The columns in whose strip, half of the gaps beside it included, a box stands. */
function slotsUnder([left, , right]: Box, columns: readonly Headed[]): number[] {
  return columns.flatMap((column, i) => {
    const before = columns[i - 1];
    const after = columns[i + 1];
    const from = before ? (before.right + column.left) / 2 : Number.NEGATIVE_INFINITY;
    const to = after ? (column.right + after.left) / 2 : Number.POSITIVE_INFINITY;
    return Math.min(right, to) - Math.max(left, from) > 2 ? [i] : [];
  });
}

function nearestSpan([left, , right]: Box, columns: readonly Headed[]): Span {
  const distances = columns.map((column) => Math.abs(column.left + column.right - left - right));
  const at = distances.indexOf(Math.min(...distances));
  return [at, at];
}

/**
 * Heads span equal groups of columns where the heads below repeat from group to group: `2025` and `2024` over
 * `Operating profit`, `Profit before tax` twice.
 */
function widenByPattern(rows: HeadCell[][], columns: readonly ColumnReach[]): void {
  rows.forEach((row, at) => {
    const over = row.filter(({ first }) => first >= 0);
    const below = rows.slice(at + 1).find((lower) => lower.length > over.length);
    const groups = over.length > 1 && below ? groupsUnder(over, below, columns) : undefined;
    if (!groups) return;
    rows[at] = row.map((cell) => {
      const [first, last] = groups[over.indexOf(cell)] ?? [cell.first, cell.last];
      return { ...cell, first, last };
    });
  });
}

/** Neighbouring groups of columns, each under one of some heads, whose own heads are the same. */
function groupsUnder(
  over: readonly HeadCell[],
  below: readonly HeadCell[],
  columns: readonly ColumnReach[],
): Span[] | undefined {
  const texts = columns.map((_, i) => {
    const cell = below.find(({ first }) => first === i);
    return cell ? joinedText(cell.words) : '';
  });
  for (let step = Math.floor(columns.length / over.length); step > 1; step--)
    for (let start = 0; start + over.length * step <= columns.length; start++) {
      const own = texts.slice(start, start + step);
      const groups = over.map((_, i): Span => [start + i * step, start + (i + 1) * step - 1]);
      const isRepeated = groups.every(([first]) =>
        own.every((text, i) => text !== '' && text === texts[first + i]),
      );
      const isUnderAll = groups.every(([first, last], i) => {
        const [left = 0, , right = 0] = over[i]?.box ?? [];
        return right > (columns[first]?.left ?? 0) && left < (columns[last]?.right ?? 0);
      });
      if (isRepeated && isUnderAll && new Set(own).size === step) return groups;
    }
  return undefined;
}

const boxAroundWords = (words: readonly PlacedWord[]): Box =>
  words.reduce((around, { box }) => boxAround(around, box), words[0]?.box ?? [0, 0, 0, 0]);

/** Heads that stand close are parted by the lines between their columns. */
function splitAtRules(
  words: readonly PlacedWord[],
  line: CellLine,
  rules: readonly RulingLine[],
): PlacedWord[][] {
  const y = line.base - line.size / 3;
  const walls = rules.filter(({ isHorizontal, box }) => !isHorizontal && box[1] <= y && box[3] >= y);
  return splitWhere(words, (before, word) =>
    walls.some(({ box }) => box[0] >= before.box[2] - 1 && box[2] <= word.box[0] + 1),
  );
}

/**
 * Parts heads whose gap differs from the spaces within them, wider or narrower, or that say the same, where each part
 * then stands over columns of its own.
 */
function splitAtGaps(
  words: readonly PlacedWord[],
  columns: readonly ColumnReach[],
  space: number | undefined,
): PlacedWord[][] {
  const box = boxAroundWords(words);
  const under = columns.filter(({ left, right }) => Math.min(right, box[2]) - Math.max(left, box[0]) > 0);
  if (words.length < 2 || under.length < 2) return [[...words]];
  const size = words[0]?.size ?? 1;
  const gaps = words.slice(1).map((word, i) => word.box[0] - (words[i]?.box[2] ?? 0));
  const usual =
    gaps.length > 2
      ? ([...gaps].sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0)
      : (space ?? USUAL_SPACE * size);
  const parts = splitWhere(words, (before, word) => {
    const gap = word.box[0] - before.box[2];
    return Math.abs(gap - usual) > 0.12 * size || before.text === word.text;
  });
  return parts.length > 1 &&
    parts.length <= under.length &&
    parts.every((part) => isPlaced(boxAroundWords(part), under))
    ? parts
    : [[...words]];
}

/** Width of a space in ems, in most fonts. */
const USUAL_SPACE = 0.27;

/** Whether a box stands in the middle of some neighbouring columns, or at an edge of one. */
const isPlaced = ([left, , right]: Box, columns: readonly ColumnReach[]): boolean =>
  columns.some(
    (from, i) =>
      columns.slice(i).some((to) => Math.abs(from.left + to.right - left - right) < 14) ||
      Math.abs(from.right - right) < 5 ||
      Math.abs(from.left - left) < 5,
  );

type Span = readonly [first: number, last: number];

function spanByWalls(
  [left, top, right, bottom]: Box,
  columns: readonly Headed[],
  rules: readonly RulingLine[],
): Span | undefined {
  const y = (top + bottom) / 2;
  const walls = rules.filter(({ isHorizontal, box }) => !isHorizontal && box[1] <= y && box[3] >= y);
  const from = Math.max(...walls.filter(({ box }) => box[2] <= left + 2).map(({ box }) => box[0]));
  const to = Math.min(...walls.filter(({ box }) => box[0] >= right - 2).map(({ box }) => box[2]));
  return Number.isFinite(from) && Number.isFinite(to) ? spanWithin(from, to, columns) : undefined;
}

/**
 * A line under a head is as wide as the columns that it heads; one as wide as the table tells nothing, nor does that of
 * one column among lines under columns without a head of their own.
 */
function spanByRule(
  box: Box,
  heads: readonly Block[],
  columns: readonly Headed[],
  size: number,
  rules: readonly RulingLine[],
): Span | undefined {
  const [left, , right, bottom] = box;
  const under = rules.filter(
    ({ isHorizontal, box: [from, y, to] }) =>
      isHorizontal &&
      y > bottom - 0.5 * size &&
      y < bottom + 0.9 * size &&
      from <= left + 3 &&
      to >= right - 3,
  );
  const narrowest = under.sort((a, b) => a.box[2] - a.box[0] - b.box[2] + b.box[0])[0];
  if (!narrowest) return undefined;
  const tableWidth = (columns.at(-1)?.right ?? 0) - (columns[0]?.left ?? 0);
  const width = narrowest.box[2] - narrowest.box[0];
  if (width > tableWidth * 1.15 && columns.length > 1) return undefined;
  const span = spanWithin(narrowest.box[0], narrowest.box[2], columns);
  if (!span || span[0] !== span[1]) return span;
  const isOffMiddle = Math.abs(narrowest.box[0] + narrowest.box[2] - left - right) / 2 > size;
  return isOffMiddle || !isAmongOthers(narrowest.box, heads, columns, rules, size) ? span : undefined;
}

/** Whether a line stands beside lines under columns that have no head right above them. */
const isAmongOthers = (
  [, height]: Box,
  heads: readonly Block[],
  columns: readonly Headed[],
  rules: readonly RulingLine[],
  size: number,
): boolean =>
  rules.some(
    ({ isHorizontal, box: [from, y, to] }) =>
      isHorizontal &&
      Math.abs(y - height) < 1 &&
      columns.some(({ left, right }) => Math.min(to, right) - Math.max(from, left) > 0.5 * (right - left)) &&
      !heads.some(
        ({ isOver, box: [left, , right, bottom] }) =>
          isOver && left < to && right > from && bottom < y + 0.5 * size && y - bottom < 1.5 * size,
      ),
  );

function spanWithin(from: number, to: number, columns: readonly Headed[]): Span | undefined {
  const held = columns.flatMap(({ left, right }, i) =>
    (left + right) / 2 >= from - 1 && (left + right) / 2 <= to + 1 ? [i] : [],
  );
  return held.length > 0 ? [held[0] ?? 0, held.at(-1) ?? 0] : undefined;
}

/** A column beside a head that no head of the line spans costs so many ems of misplacement. */
const UNCOVERED = 0.5;

/**
 * Shares the columns out among the heads of a line, in order: each over neighbouring columns in whose middle, or at
 * whose edge, it stands.
 */
function spansByPlace(
  boxes: readonly Box[],
  columns: readonly Headed[],
  size: number,
  told: readonly (Span | undefined)[],
): Span[] {
  const count = columns.length;
  interface Best {
    readonly cost: number;
    readonly spans: readonly Span[];
  }
  let best: Best[] = Array.from({ length: count + 1 }, (_, used) => ({ cost: used * UNCOVERED, spans: [] }));
  boxes.forEach((box, at) => {
    const next: Best[] = Array.from({ length: count + 1 }, () => ({
      cost: Number.POSITIVE_INFINITY,
      spans: [],
    }));
    for (let first = 0; first < count; first++) {
      const before = best[first];
      if (!before || !Number.isFinite(before.cost)) continue;
      for (let last = first; last < count; last++) {
        const fixed = told[at];
        if (fixed && (fixed[0] !== first || fixed[1] !== last)) continue;
        const cost = before.cost + (fixed ? 0 : misplacement(box, columns, first, last) / size);
        const spans: readonly Span[] = [...before.spans, [first, last]];
        for (let used = last + 1; used <= count; used++) {
          const total = cost + (used - last - 1) * UNCOVERED;
          if (total < (next[used]?.cost ?? 0)) next[used] = { cost: total, spans };
        }
      }
    }
    best = next;
  });
  return [...(best[count]?.spans ?? [])];
}

/** How far a head stands from the middle of its columns, of one also from its edges, and how far it reaches beyond. */
function misplacement([left, , right]: Box, columns: readonly Headed[], first: number, last: number): number {
  const from = columns[first]?.left ?? 0;
  const to = columns[last]?.right ?? 0;
  const [before, after] = [columns[first - 1], columns[last + 1]];
  const spill =
    (before ? Math.max(0, Math.min(before.right, before.headRight) - left) : 0) +
    (after ? Math.max(0, right - Math.max(after.left, after.headLeft)) : 0);
  const heads = (columns[first]?.headLeft ?? 0) + (columns[last]?.headRight ?? 0);
  const middle = Math.min(Math.abs(left + right - from - to), Math.abs(left + right - heads)) / 2;
  const off = first === last ? Math.min(middle, Math.abs(right - to), Math.abs(left - from)) : middle;
  return off + 2 * spill;
}

const sharesColumns = (a: HeadCell, b: HeadCell): boolean => a.first <= b.last && a.last >= b.first;

/** Lets each head down to the lowest row in which nothing stands under it. */
function sink(rows: HeadCell[][]): void {
  for (let at = rows.length - 2; at >= 0; at--)
    rows[at] = (rows[at] ?? []).filter((cell) => {
      let to = at;
      while (to + 1 < rows.length && !(rows[to + 1] ?? []).some((other) => sharesColumns(cell, other))) to++;
      if (to > at) rows[to] = [...(rows[to] ?? []), cell];
      return to === at;
    });
}
