import { isUnitOnly, readUnit } from '../../../grammar/units.ts';
import { joinTexts } from '../../placed-text.ts';
import type { CellGroup } from './cell-groups.ts';
import { type HeadLayout, placeInOrder } from './cell-heads.ts';
import type { FittedRow } from './fit-rows.ts';
import { isLooseTime, isTimeHead, isWordHead } from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/** Rows that are times, under measures: their heads are undefined where names and columns cannot be told to belong together. */
export interface TimesByMeasures {
  readonly heads: HeadLayout | undefined;
  readonly count: number;
  readonly groups: readonly CellGroup[];
}

/**
 * `Net sales | Operating profit`, a unit over each column, and rows that are times: the form of Japanese summaries. The
 * units tell the columns; names that are broken over lines count where just as many come out. Undefined where no units
 * stand so.
 */
export function readTimesByMeasures(groups: readonly CellGroup[], from: number): TimesByMeasures | undefined {
  const first = groups[from];
  const count = first?.figures.length ?? 0;
  if (!first || count < 2 || !isTime(first)) return undefined;
  const cells = first.texts.slice(0, -1);
  const units = cells.slice(cells.findLastIndex((cell) => !isUnit(cell)) + 1).slice(-count);
  const ways = waysToSpan(units, count);
  if (ways.length === 0) return undefined;
  const rows = [first];
  for (let at = from + 1; at < groups.length; at++) {
    const group = groups[at] as CellGroup;
    if (group.texts.length !== 1 || !isTime(group) || group.figures.length !== count) break;
    rows.push(group);
  }
  return {
    heads: layOutMeasures(cells.slice(0, cells.length - units.length), units, ways),
    count,
    groups: rows,
  };
}

const isTime = ({ texts }: CellGroup): boolean => {
  const label = texts.at(-1);
  return label?.kind === 'text' && isTimeHead(label);
};

export const rowOfTime = ({ texts, figures }: CellGroup): FittedRow => ({
  headings: [],
  label: texts.at(-1) as LineCell,
  mark: undefined,
  note: undefined,
  values: figures,
});

function layOutMeasures(
  above: readonly LineCell[],
  units: readonly LineCell[],
  ways: readonly (readonly number[])[],
): HeadLayout | undefined {
  const corner = above.at(-1);
  const beside = corner && isTimeHead(corner) && !isPayment(corner) ? corner : undefined;
  const names = namesAt(beside ? above.slice(0, -1) : above);
  const fitting = ways.flatMap((spans) => {
    const fitted = fitNames(names, spans.length);
    return fitted ? [{ spans, fitted }] : [];
  });
  const [way] = fitting;
  if (!way || fitting.length > 1) return undefined;
  const isHalf = way.spans.reduce((sum, span) => sum + span, 0) > units.length;
  return {
    tiers: [
      { heads: placeInOrder(way.fitted, way.spans) },
      {
        heads: units.map((cell, i) => ({ cell, column: isHalf ? 2 * i + 1 : i, span: 1 })),
        corner: beside,
      },
    ],
    note: undefined,
  };
}

const isUnit = (cell: LineCell): boolean => isUnitOnly(seenTextIn(cell));
const isPercent = (cell: LineCell): boolean => readUnit(seenTextIn(cell))?.measure === 'percent';
/** `First Quarter`, `1Q end`: no time of a row. */
const isPayment = (cell: LineCell): boolean => isLooseTime(cell) && /quarter|\d ?q/i.test(seenTextIn(cell));

/** The words right above, up to a caption. */
function namesAt(cells: readonly LineCell[]): readonly LineCell[] {
  const caption = cells.findLastIndex(
    (cell) =>
      !isWordHead(cell) ||
      /^[([（*]|^\d+\./.test(seenTextIn(cell)) ||
      (isTimeHead(cell) && !isPayment(cell) && !isYearEnd(cell)),
  );
  return cells.slice(caption + 1);
}

const isYearEnd = (cell: LineCell): boolean => /^(?:fiscal )?year[- ]end$/i.test(seenTextIn(cell));

/** How many columns each head may cover: each amount with its rate, or one alone where each column has a unit. */
function waysToSpan(units: readonly LineCell[], count: number): number[][] {
  if (units.length * 2 === count && units.every(isPercent)) return [units.map(() => 2)];
  if (units.length !== count) return [];
  const pairs: number[] = [];
  for (let at = 0; at < count; ) {
    const [unit, next] = units.slice(at, at + 2);
    const isPair = unit && next && !isPercent(unit) && isPercent(next) && !pairs.includes(1);
    pairs.push(isPair ? 2 : 1);
    at += isPair ? 2 : 1;
  }
  return pairs.includes(2) ? [pairs, units.map(() => 1)] : [pairs];
}

/** So many names: as they stand, row below row, or with the lines that go on in small letters joined. */
function fitNames(names: readonly LineCell[], count: number): readonly LineCell[] | undefined {
  const payments = names.slice(-count);
  if (payments.length === count && payments.filter(isPayment).length * 2 > count) return payments;
  const first = names.slice(0, count);
  const others = names.slice(count);
  if (names.length === count && !names.some(goesOn)) return names;
  const isInRows = names.length % count === 0 && count > 1 && !first.some(goesOn) && others.every(goesOn);
  const whole = isInRows
    ? first.map((name, i) => joinCells([name, ...others.filter((_, at) => at % count === i)]))
    : joinOn(names);
  return whole.length === count && !whole.some((name) => IS_OPEN.test(seenTextIn(name))) ? whole : undefined;
}

const goesOn = (cell: LineCell): boolean => /^\p{Ll}/u.test(seenTextIn(cell));
const IS_OPEN = /\b(?:to|of|for|per|and|in|attributable)$/i;

function joinOn(names: readonly LineCell[]): LineCell[] {
  const parts: LineCell[][] = [];
  for (const name of names)
    if (goesOn(name) && parts.length > 0) parts.at(-1)?.push(name);
    else parts.push([name]);
  return parts.map(joinCells);
}

const joinCells = (parts: readonly LineCell[]): LineCell => ({
  ...(parts[0] as LineCell),
  text: joinTexts(
    parts.map(({ text }) => text),
    ' ',
  ),
  lines: parts.flatMap(({ lines }) => lines),
});
