import { isChangeOnly } from '../../../grammar/aspects.ts';
import { seenText } from '../../../grammar/numbers.ts';
import { LEADS_ON } from '../../../grammar/open-lines.ts';
import { readTimes } from '../../../grammar/read-times.ts';
import { isOpenTime, isTimeOnly } from '../../../grammar/times.ts';
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

/** `Sales Million € 16,111`, `EBIT EUR million 616`: units are a column of their own, and which sign is whose is open. */
const ENDS_IN_UNIT = /(?:^|\s)(?:millions?|billions?|thousands?|mn|bn|%)$/i;

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
  const isNamed = /\p{L}{2}/u.test(label) && !ENDS_IN_UNIT.test(label);
  return isNamed ? [{ text: label, offset: start?.offset ?? 0 }, ...figures] : undefined;
}

/**
 * Times side by side, and changes beside them, behind what the rows are: `Three Months Ended Nine Months Ended`, `2025 2024
 * +/- 2025 2024 +/-`, `Key results Q3 2025 Q3 2024 YoY Change`.
 */
function headsIn(line: string): SpacedField[] {
  const words = blankParted(line);
  if (words.every(({ text }) => isYear(text))) return words;
  const marks = readTimes(line);
  const first = marks[0]?.start ?? line.length;
  const heads = marks.flatMap(({ start, end }, i) => partHead(line, start, end, marks[i + 1]?.start));
  const isAllHeads = heads.every(
    ({ text }) =>
      !LEADS_ON_AT_END.test(text) &&
      ((/\d/.test(text) && isTimeOnly(text)) || isOpenTime(text) || isChangeOnly(text)),
  );
  if (!isAllHeads || heads.length < FEWEST_FIGURES) return repeatedTimes(line, words);
  const label = line.slice(0, first).trim();
  return label === '' ? heads : [{ text: label, offset: line.indexOf(label) }, ...heads];
}

/** `December 31, 2025 As of`: words of the next time. */
const LEADS_ON_AT_END = new RegExp(`\\b(?:${LEADS_ON})$`, 'i');

/** A time with the words up to the next one, or these by themselves where they tell of a change. */
function partHead(line: string, start: number, end: number, next = line.length): SpacedField[] {
  const behind = line.slice(end, next).trim();
  return isChangeOnly(behind)
    ? [
        { text: line.slice(start, end), offset: start },
        { text: behind, offset: line.indexOf(behind, end) },
      ]
    : [{ text: line.slice(start, next).trim(), offset: start }];
}

/** Times that begin with the same words: `As of March 31, 2025 As of March 31, 2026`. */
function repeatedTimes(line: string, [first, second, ...others]: readonly SpacedField[]): SpacedField[] {
  const lead = first && second ? `${first.text} ${second.text} ` : '';
  if (lead === '' || !/\d/.test(line)) return [];
  const starts = [first, second, ...others].flatMap((word) =>
    word && line.startsWith(lead, word.offset) ? [word.offset] : [],
  );
  const times = starts.map((offset, i) => ({ text: line.slice(offset, starts[i + 1]).trimEnd(), offset }));
  return times.every(({ text }) => isTimeOnly(text)) ? times : [];
}

/** A figure, or a sign beside one. */
function isOfFigure(words: readonly SpacedField[], at: number): boolean {
  const text = seenText(words[at]?.text ?? '');
  const next = seenText(words[at + 1]?.text ?? '');
  if (/^\(?(?:19|20)\d\d\)$|,$/.test(text)) return false;
  return isFigure(text) || isTail(text) || (isLead(text) && isFigure(next));
}

const blankParted = (line: string): SpacedField[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, offset: index }));
