import { isTimeOnly } from '../../grammar/times.ts';
import type { CellLine } from './cell-lines.ts';
import { median } from './table-columns.ts';
import type { PlacedWord } from './text-lines.ts';

/** Lines of text that are one paragraph, heading or item of a list. */
export interface ReadText {
  readonly kind: 'text';
  readonly words: readonly PlacedWord[];
  readonly size: number;
  readonly isListItem: boolean;
  readonly isStrong: boolean;
  /** Head, foot or number of a page. */
  readonly isPageEdge?: true;
}

const BULLET = /^(?:[•●▪■◆◦○□➢→✓·‣\uFFFD–—*-]|o)$/u;
const NUMBERING = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\)|[⁰¹²³⁴-⁹]+|\*{1,3}|†|‡)$/iu;

/** Joins lines of text, on a sheet whose text reaches as far as `right`, to paragraphs. */
export function paragraphsIn(lines: readonly CellLine[], right: number): ReadText[] {
  const measure = {
    leading: usualLeading(lines),
    left: Math.min(...lines.map(({ box }) => box[0])),
    textRight: Math.max(...lines.map(({ box }) => box[2])),
    right,
  };
  const groups: CellLine[][] = [];
  lines.forEach((line) => {
    const group = groups.at(-1);
    if (group && goesOn(group, line, measure)) group.push(line);
    else groups.push([line]);
  });
  return groups.map(textFrom);
}

/** How text is set: the distance of its lines in ems, and how far it and the sheet reach. */
interface Measure {
  readonly leading: number;
  readonly left: number;
  readonly textRight: number;
  readonly right: number;
}

/** The distance of most lines that follow another of their size, in ems. */
function usualLeading(lines: readonly CellLine[]): number {
  const steps = lines.slice(1).flatMap((line, i) => {
    const above = lines[i];
    const step = above ? (line.base - above.base) / line.size : 0;
    return step > 0.9 && step < 2.2 ? [step] : [];
  });
  return steps.length > 0 ? median(steps) : 1.2;
}

function goesOn(group: readonly CellLine[], line: CellLine, measure: Measure): boolean {
  const first = group[0] as CellLine;
  const above = group.at(-1) as CellLine;
  const step = line.base - above.base;
  if (step > Math.max(1.15 * measure.leading, 1.25) * line.size + 1 || step < 0.5 * line.size) return false;
  if (Math.abs(line.size - above.size) > 0.1 * line.size || isBold(line) !== isBold(above)) return false;
  if (startsItem(line) || isLeftShort(above, line, measure)) return false;
  if (isCaption(line) || isCaption(above)) return false;
  const left = textLeft(group[1] ?? first);
  const isHanging = group.length === 1 && (startsItem(first) || line.box[0] <= left + 0.5 * line.size);
  return isHanging || line.box[0] <= left + 0.8 * line.size || isCentred(above, line);
}

/** `(in millions)`, `(Unaudited)`, `Prior Fiscal Year (From April 1, 2024 to March 31, 2025)` on a line of its own. */
const isCaption = ({ cells }: CellLine): boolean => {
  const text = cells[0]?.text ?? '';
  const isRemark = /^[([（].{3,80}[)\]）]$/.test(text);
  return (
    cells.length === 1 &&
    (isRemark || (/^\p{Lu}[^()]{3,40}\([^()]*\d{4}[^()]*\)$/u.test(text) && isTimeOnly(text)))
  );
};

const isCentred = ({ box: a, size }: CellLine, { box: b }: CellLine): boolean =>
  Math.abs(a[0] + a[2] - b[0] - b[2]) < size / 2 && Math.abs(a[0] - b[0]) > size / 2;

/** Whether a line ends early, so that what follows is something new, unless it can only be the rest of a sentence. */
function isLeftShort(above: CellLine, line: CellLine, { left, textRight, right }: Measure): boolean {
  if (wouldFit(above, line, textRight)) return true;
  const share = (above.box[2] - above.box[0]) / (Math.min(right, 10 * textRight) - left);
  return (
    share < (isCentred(above, line) ? 0.8 : 0.6) && !/^[\p{Ll}\d(\p{Sc}]/u.test(line.words[0]?.text ?? '')
  );
}

/** Left edge of the text behind a bullet or number. */
const textLeft = (line: CellLine): number =>
  startsItem(line) ? (line.cells[1] ?? line).box[0] : line.box[0];

/**
 * Whether the first word of a line had room at the end of the line above: then that one ends a paragraph. A number and
 * the word beside it, `$5.5 million`, `June 30`, may be kept together.
 */
function wouldFit(above: CellLine, { words: [word, next], size }: CellLine, right: number): boolean {
  if (!word) return false;
  const last = next && /\d/.test(word.text + next.text) ? next : word;
  return above.box[2] + 0.3 * size + last.box[2] - word.box[0] < right - 0.5 * size;
}

function startsItem({ words, cells }: CellLine): boolean {
  const first = words[0]?.text ?? '';
  return BULLET.test(first)
    ? first !== 'o' || cells[0]?.words.length === 1
    : NUMBERING.test(first) && words.length > 1;
}

const isBold = ({ words }: CellLine): boolean => words.every((word) => word.isBold);

/** The text of lines that are one paragraph. */
export function textFrom(group: readonly CellLine[]): ReadText {
  const first = group[0] as CellLine;
  const words = group.flatMap((line) => line.words);
  const isListItem = startsItem(first) && BULLET.test(first.words[0]?.text ?? '');
  return {
    kind: 'text',
    words:
      isListItem && first.words[0]?.text === 'o'
        ? [{ ...first.words[0], text: '◦' }, ...words.slice(1)]
        : words,
    size: first.size,
    isListItem,
    isStrong: words.every((word) => word.isBold),
  };
}
