import { seenText } from '../../../grammar/numbers.ts';
import { readTimes } from '../../../grammar/read-times.ts';
import { isTimeOnly } from '../../../grammar/times.ts';
import { isFigure, isLead, isTail, isYear } from '../../regular-rows/cell-kinds.ts';

/** A stretch of a line, by its offset. */
export interface SpacedField {
  readonly text: string;
  readonly offset: number;
}

/** So many rows of one number of figures, this close to each other, are those of a table. */
const FEWEST_ROWS = 3;
const FARTHEST = 6;
const FEWEST_FIGURES = 2;

/**
 * The fields of lines of which single blanks part the cells, as text taken from a PDF has them: a label, then the figures
 * at the end of the line; by 1-based line. Bare years alone on a line are heads, and so are times. Only where several
 * such rows of as many figures stand together.
 */
export function spacedRows(lines: readonly string[]): ReadonlyMap<number, readonly SpacedField[]> {
  const found = lines.flatMap((line, i) => {
    const fields = spacedFields(line);
    return fields ? [{ number: i + 1, fields, count: fields.length - 1 }] : [];
  });
  const rows = new Map<number, readonly SpacedField[]>();
  for (const [i, row] of found.entries()) {
    const near = found
      .slice(Math.max(0, i - FARTHEST), i + FARTHEST + 1)
      .filter(({ number }) => Math.abs(number - row.number) <= FARTHEST);
    const counts = Map.groupBy(near, ({ count }) => count);
    if ([...counts.values()].some((alike) => alike.length >= FEWEST_ROWS)) rows.set(row.number, row.fields);
  }
  for (const [i, line] of lines.entries()) {
    const heads = line.length > LONGEST ? [] : headsIn(line);
    const isNear = (by: number): boolean => rows.has(i + 1 + by);
    if (heads.length >= FEWEST_FIGURES && NEXT.some(isNear)) rows.set(i + 1, heads);
  }
  return rows;
}

/** Longer lines are paragraphs. */
const LONGEST = 400;

/** Rows begin right below their heads, or below a section's name and a unit. */
const NEXT = [1, 2, 3, 4];

function spacedFields(line: string): SpacedField[] | undefined {
  if (line.length > LONGEST || /[\t|]|\S {3,}\S/.test(line) || !/\d/.test(line)) return undefined;
  const words = blankParted(line);
  let first = words.length;
  while (first > 1 && isOfFigure(words, first - 1)) first--;
  const figures = words.slice(first);
  const end = words[first - 1];
  if (!end || figures.filter(({ text }) => isFigure(seenText(text))).length < FEWEST_FIGURES)
    return undefined;
  const [start] = words;
  const label = line.slice(start?.offset, end.offset + end.text.length);
  return /\p{L}{2}/u.test(label) ? [{ text: label, offset: start?.offset ?? 0 }, ...figures] : undefined;
}

/** Bare years, or times that begin with the same words: `As of March 31, 2025 As of March 31, 2026`, or times before a change. */
function headsIn(line: string): SpacedField[] {
  const words = blankParted(line);
  if (words.every(({ text }) => isYear(text))) return words;
  const changed = timesBeforeChange(line);
  if (changed.length > 0) return changed;
  const [first, second] = words;
  const lead = second ? `${first?.text} ${second.text} ` : '';
  if (lead === '' || !/\d/.test(line)) return [];
  const starts = words.map(({ offset }) => offset).filter((offset) => line.startsWith(lead, offset));
  const times = starts.map((offset, i) => ({ text: line.slice(offset, starts[i + 1]).trimEnd(), offset }));
  return times.every(({ text }) => isTimeOnly(text)) ? times : [];
}

/** `Key results Q3 2025 Q3 2024 YoY Change`: what the rows are, their times, and the change from one to the other. */
function timesBeforeChange(line: string): SpacedField[] {
  const change = CHANGE_AT_END.exec(line);
  if (!change) return [];
  const rest = line.slice(0, change.index);
  const times: SpacedField[] = [];
  let end = rest.length;
  for (const mark of readTimes(rest).toReversed()) {
    if (rest.slice(mark.end, end).trim() !== '') break;
    times.unshift({ text: rest.slice(mark.start, mark.end), offset: mark.start });
    end = mark.start;
  }
  if (times.length === 0) return [];
  const label = rest.slice(0, end).trim();
  return [
    ...(label === '' ? [] : [{ text: label, offset: line.indexOf(label) }]),
    ...times,
    { text: change[1] ?? '', offset: line.length - (change[1]?.length ?? 0) },
  ];
}

const CHANGE_AT_END =
  /\s((?:(?:YoY|QoQ|Y\/Y|Q\/Q|%|\$|percent(?:age)?)\s)?(?:change|growth|variance)(?:\s\(?%\)?)?|YoY|QoQ|Y\/Y|%)$/i;

/** A figure, or a sign beside one. */
function isOfFigure(words: readonly SpacedField[], at: number): boolean {
  const text = seenText(words[at]?.text ?? '');
  const next = seenText(words[at + 1]?.text ?? '');
  if (/^\(?(?:19|20)\d\d\)$|,$/.test(text)) return false;
  return isFigure(text) || isTail(text) || (isLead(text) && isFigure(next));
}

const blankParted = (line: string): SpacedField[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, offset: index }));
