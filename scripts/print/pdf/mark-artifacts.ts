/**
 * Says of whatever is drawn outside the document's structure (running heads, rules, tints) that it is no content: the
 * browser does not say so, and a reader program would have to guess. A drawing is lines that each end with an operator.
 */
export function markDrawing(drawing: string): string {
  const parts: string[] = [];
  let copied = 0;
  /** Where a text or path that no mark encloses began. */
  let start: number | undefined;
  for (let at = 0; at < drawing.length; ) {
    const end = endOfLine(drawing, at);
    const operator = findOperator(drawing, at, end);
    if (operator === 'BT' || BEGINS_PATH.has(operator)) start ??= at;
    const from = operator === 'Do' || operator === 'sh' ? at : start;
    if (from !== undefined && PAINTS.has(operator)) {
      parts.push(drawing.slice(copied, from), OPENING, drawing.slice(from, end), CLOSING);
      copied = end;
    }
    if (operator === 'ET' || ENDS_PATH.has(operator)) start = undefined;
    at = OPENS_MARK.has(operator) ? endOfMark(drawing, end) : end;
  }
  return parts.join('') + drawing.slice(copied);
}

const OPENING = '/Artifact BMC\n';
const CLOSING = 'EMC\n';

const BEGINS_PATH = new Set(['m', 're']);
const ENDS_PATH = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'n']);
/** All that leaves a trace on the page; `n` only ends a path, to clip by it. */
const PAINTS = new Set([...ENDS_PATH, 'ET', 'Do', 'sh']).difference(new Set(['n']));
const OPENS_MARK = new Set(['BDC', 'BMC']);

const endOfLine = (drawing: string, from: number): number =>
  drawing.indexOf('\n', from) + 1 || drawing.length;

/** The last word of a line; before it there may be no space but the end of a dictionary. */
function findOperator(drawing: string, from: number, end: number): string {
  const line = drawing.slice(Math.max(from, end - LONGEST_OPERATOR - 1), end);
  return OPERATOR.exec(line)?.[0] ?? '';
}

const LONGEST_OPERATOR = 3;
const OPERATOR = /[A-Za-z]+\*?(?=\n$)/;

/** Where the mark ends that is open, with all marks in it. */
function endOfMark(drawing: string, from: number): number {
  MARK.lastIndex = from;
  for (let depth = 1; depth > 0; ) {
    const found = MARK.exec(drawing);
    if (!found) return drawing.length;
    depth += found[0].startsWith('EMC') ? -1 : 1;
  }
  return MARK.lastIndex;
}

const MARK = /(?:B[DM]C|EMC)\n/g;
