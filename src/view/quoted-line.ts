import { type Issuer, site } from '../data/index.ts';
import type { Printed } from '../model/fact.ts';

/** A line of a release, cut to what is around one place in it. */
export interface QuotedLine {
  readonly before: string;
  /** The figure that is spoken of; empty where it is the line. */
  readonly marked: string;
  readonly after: string;
}

/** Characters kept on each side. */
const BESIDE = 140;

/** Nothing of a line that may not be shown. */
export function quoteLine(
  issuer: Issuer,
  place: { readonly document: string; readonly line: number; readonly column: number },
  fact: Printed | undefined,
): QuotedLine | undefined {
  const { document, line, column } = place;
  const isShown = site().settings.publish === 'full' || issuer.factsAt(document, line).length > 0;
  const text = issuer.documents.find(({ id }) => id === document)?.lines[line - 1] ?? '';
  if (!isShown || text.trim() === '') return undefined;
  const characters = [...text.replaceAll('\t', '\u2003')];
  const start = Math.max(0, column - 1);
  const end = start + (fact ? [...fact.raw].length : 0);
  const [from, to] = [Math.max(0, start - BESIDE), Math.min(characters.length, end + BESIDE)];
  const cut = (a: number, b: number) => characters.slice(a, b).join('');
  return {
    before: `${from > 0 ? '…' : ''}${cut(from, start)}`.trimStart(),
    marked: cut(start, end),
    after: `${cut(end, to)}${to < characters.length ? '…' : ''}`.trimEnd(),
  };
}
