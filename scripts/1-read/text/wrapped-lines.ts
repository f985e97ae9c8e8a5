import { isOpenLine, isRestOfLine } from '../../grammar/open-lines.ts';
import type { RawNode, RawText } from '../raw-document.ts';
import { plainText } from '../read-markdown.ts';

/**
 * Splits the paragraphs of a text that is laid out in lines of one width: where the next line's first word would have
 * had room, the line was ended on purpose, and another item, heading or paragraph begins. Lines set in the middle of the
 * page stay together.
 */
export function splitWrapped(nodes: readonly RawNode[], lines: readonly string[]): RawNode[] {
  const usual = usualWidth(nodes, lines);
  return nodes.flatMap((node): RawNode[] => {
    if (node.kind !== 'text') return [node];
    return splitText(node, lines, widthIfFilled(lines.slice(node.lines[0] - 1, node.lines[1])) ?? usual);
  });
}

/**
 * The width of a paragraph whose lines are full by the longest and go on in the next, those aside that end a sentence or
 * are as short as a heading.
 */
function widthIfFilled(paragraph: readonly string[]): number | undefined {
  const width = Math.max(...paragraph.map((line) => line.trimEnd().length));
  const open = paragraph
    .slice(0, -1)
    .flatMap((line, i) => (SENTENCE_END.test(line) || line.trimEnd().length < SHORT * width ? [] : [i]));
  const full = open.filter((i) => !hasRoom(paragraph[i] ?? '', paragraph[i + 1] ?? '', width));
  const goOn = full.filter((i) => goesOn(paragraph[i + 1] ?? ''));
  const isFilled = full.length >= FULL_LINES && full.length >= FULL * open.length;
  return isFilled && goOn.length * 2 >= full.length ? width : undefined;
}

/** Whether a line begins within a sentence. */
const goesOn = (line: string): boolean => /^\s*\p{Ll}/u.test(line);

const SENTENCE_END = /[.:!?]["”’)]?\s*$/;
const SHORT = 0.5;
const FULL_LINES = 3;
const FULL = 0.75;

/** The width that the longest lines of paragraphs come close to; a line alone may be longer. */
function usualWidth(nodes: readonly RawNode[], lines: readonly string[]): number {
  const lengths = nodes
    .filter((node) => node.kind === 'text' && node.lines[1] > node.lines[0])
    .flatMap(({ lines: [first, last] }) => lines.slice(first - 1, last).map((line) => line.trimEnd().length))
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * WIDEST)] ?? 0;
  return width > WIDEST_PAGE ? Number.POSITIVE_INFINITY : width;
}

/** Of all lines so many are no wider. */
const WIDEST = 0.95;
/** Where lines are longer than any page is wide, each is a paragraph. */
const WIDEST_PAGE = 240;
/** Letters differ in width where a text was set in type. */
const SLACK = 3;
/** So much of the width where the next line goes on with a small letter. */
const WIDER_SLACK = 0.06;

function splitText(node: RawText, lines: readonly string[], width: number): RawText[] {
  const [first, last] = node.lines;
  const starts = [first];
  for (let line = first + 1; line <= last; line++) {
    const [above, below] = [lines[line - 2] ?? '', lines[line - 1] ?? ''];
    if (endsOnPurpose(above, below, width) && !(isCentred(above, width) && isCentred(below, width)))
      starts.push(line);
  }
  if (starts.length === 1) return [node];
  return starts.map((start, i) => {
    const end = (starts[i + 1] ?? last + 1) - 1;
    const text = lines
      .slice(start - 1, end)
      .map((line) => line.trim())
      .join(' ');
    return {
      ...node,
      lines: [start, end],
      text: plainText(text),
      isListItem: node.isListItem && start === first,
    };
  });
}

/** A number by itself is a page's, or lost its table. */
const isLoneNumber = (line: string): boolean => /^\d{1,3}$/.test(line.trim());

/** A title of words in capitals. */
const isInCapitals = (line: string): boolean =>
  line === line.toUpperCase() && (line.match(/\p{Lu}{3}/gu)?.length ?? 0) > 1;

function endsOnPurpose(above: string, below: string, width: number): boolean {
  if (isLoneNumber(above) || isLoneNumber(below) || isInCapitals(above) !== isInCapitals(below)) return true;
  return !isOpenLine(above) && !isRestOfLine(below) && hasRoom(above, below, width);
}

/** Whether the first word of the line below had room at the end of the line above. */
function hasRoom(above: string, below: string, width: number): boolean {
  const slack = goesOn(below) ? Math.max(SLACK, WIDER_SLACK * width) : SLACK;
  return above.trimEnd().length + 1 + (/\S+/.exec(below)?.[0].length ?? 0) + slack < width;
}

const LEAST_INDENT = 8;
const OFF_CENTRE = 4;

function isCentred(line: string, width: number): boolean {
  const indent = line.length - line.trimStart().length;
  return indent >= LEAST_INDENT && Math.abs(indent + line.trimEnd().length - width) <= 2 * OFF_CENTRE;
}
