import { isFrameText, type LayoutLine } from './layout-lines.ts';

/** Lines that may be one table: heads, then rows, with labels that stand alone or wrap and empty lines among them. */
export interface Region {
  readonly heads: readonly LayoutLine[];
  readonly body: readonly LayoutLine[];
}

/** Empty lines, and labels without figures, that may stand between two rows of figures. */
const MOST_BLANKS = 2;
const MOST_LABELS = 5;
const LONGEST_LABEL = 110;

/** What may be tables in a text without tabs, in order: lines with figures that follow each other. */
export function findRegions(lines: readonly LayoutLine[]): Region[] {
  const regions: Region[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!hasFigures(lines[at])) continue;
    const end = endOfBody(lines, at);
    regions.push(regionAround(lines, from, at, end));
    from = end + 1;
    at = end;
  }
  return regions;
}

export const hasFigures = (line: LayoutLine | undefined): boolean =>
  line?.kind === 'body' || line?.kind === 'bare';

/** Index of the last row of figures that belongs to the first. */
function endOfBody(lines: readonly LayoutLine[], first: number): number {
  let end = first;
  let [blanks, labels] = [0, 0];
  for (let at = first + 1; blanks <= MOST_BLANKS && labels <= MOST_LABELS; at++) {
    const line = lines[at];
    if (hasFigures(line)) {
      end = at;
      [blanks, labels] = [0, 0];
    } else if (line?.kind === 'blank') blanks++;
    else if (isLabel(line)) labels++;
    else break;
  }
  const rest = lines[end + 1];
  return rest?.kind === 'text' && isRestOfLabel(rest) ? end + 1 : end;
}

const isLabel = (line: LayoutLine | undefined): boolean =>
  line?.kind === 'text' &&
  line.words.every(({ text }) => text.length <= LONGEST_LABEL && !/[.;!?]$/.test(text));

/** The rest of a label that wraps below the figures of its row. */
export const isRestOfLabel = ({ words: [first] }: LayoutLine): boolean =>
  first !== undefined &&
  /^[\p{Ll}(]/u.test(first.text) &&
  first.text.length <= 60 &&
  !/[.;]$/.test(first.text);

/** Heads stand above the rows, an empty line between them at most; labels without figures may stand above the first. */
function regionAround(lines: readonly LayoutLine[], from: number, first: number, end: number): Region {
  let start = first;
  while (
    start > from &&
    first - start < MOST_LABELS &&
    isLabel(lines[start - 1]) &&
    !isFrame(lines[start - 1])
  )
    start--;
  let at = lines[start - 1]?.kind === 'blank' ? start - 2 : start - 1;
  const heads: LayoutLine[] = [];
  for (let line = lines[at]; line && at >= from && isHeadLine(line); line = lines[--at]) heads.unshift(line);
  if (heads.length === 0) start = first;
  return { heads, body: lines.slice(start, end + 1) };
}

const isHeadLine = (line: LayoutLine): boolean => line.kind === 'heads' || isFrame(line);

const isFrame = (line: LayoutLine | undefined): boolean =>
  line?.kind === 'text' && line.words.every(({ text }) => isFrameText(text));
