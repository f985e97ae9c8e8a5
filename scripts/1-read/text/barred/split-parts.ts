import { isChangeHead, isTimeHead } from '../cell-lines/head-kinds.ts';
import { type BarredLine, isFrame } from './barred-lines.ts';

/** What stands under one set of heads. */
export interface BarredPart {
  /** Lines of heads from the top, those without bars included that say a time. */
  readonly heads: readonly BarredLine[];
  /** Rows, the last line among them, and the names of sections between them. */
  readonly body: readonly BarredLine[];
}

/** The parts of a run: heads below rows open another, and what stands between names it; remarks and rows in words are none. */
export function splitParts(run: readonly BarredLine[]): BarredPart[] {
  const parts: BarredPart[] = [];
  let heads: BarredLine[] = [];
  let body: BarredLine[] = [];
  const close = (): void => {
    const end = lastRow(body) + 1;
    if (end > 0)
      parts.push(heads.length > 0 ? { heads, body: body.slice(0, end) } : headedByTexts(body, end));
  };
  for (const line of run) {
    const hasRows = lastRow(body) >= 0;
    if (line.kind !== 'head') body.push(line);
    else if (!hasRows || opensHeads(line, body)) {
      close();
      const above = body.slice(lastRow(body) + 1);
      const times = trailingTimes(above);
      heads = [...(hasRows ? [] : heads), ...times, line];
      body = hasRows ? above.slice(0, above.length - times.length) : [];
    }
  }
  close();
  return parts;
}

const lastRow = (body: readonly BarredLine[]): number => body.findLastIndex(({ kind }) => kind === 'row');

/** Below rows, heads say times, or are as many as the rows have figures; what else has no figures is a row in words. */
function opensHeads({ cells }: BarredLine, body: readonly BarredLine[]): boolean {
  const [first, ...others] = cells;
  const isTold = (cell: (typeof cells)[number]): boolean => isTimeHead(cell) || isChangeHead(cell);
  if (first && others.every(isTold) && (isFrame(first) || isTold(first) || others.some(isTimeHead)))
    return true;
  const counts = body.filter(({ kind }) => kind === 'row').map((row) => row.cells.length - 1);
  return counts.every((count) => count === cells.length);
}

/** Times without bars right above heads. */
const trailingTimes = (texts: readonly BarredLine[]): BarredLine[] =>
  texts.slice(texts.findLastIndex((line) => !isTime(line)) + 1);

/** Heads without any bar: the last time told above the first row. */
function headedByTexts(body: readonly BarredLine[], end: number): BarredPart {
  const first = body.findIndex(({ kind }) => kind === 'row');
  const last = body.slice(0, first).findLastIndex(isTime) + 1;
  return { heads: trailingTimes(body.slice(0, last)), body: body.slice(last, end) };
}

const isTime = ({ kind, cells: [cell, ...others] }: BarredLine): boolean =>
  kind === 'text' && cell !== undefined && others.length === 0 && isTimeHead(cell);
