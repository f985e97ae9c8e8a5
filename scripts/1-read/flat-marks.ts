import { LOST_MARK } from '../grammar/lost-marks.ts';
import { raised } from './raised-marks.ts';
import type { RawDocument, RawNode, RawRow } from './raw-document.ts';

/**
 * A text that was copied without its raised characters has the marks of footnotes as digits behind its labels: `Adjusted
 * EBITDA 1`. Where footnotes stand in it, paragraphs such as `1 Excludes …`, they are raised again, character for character.
 */
export function withRaisedMarks(raw: RawDocument): RawDocument {
  const notes = new Set(raw.nodes.flatMap((node) => NOTE.exec(wordsOf(node))?.[1] ?? []));
  if (!notes.has('1')) return raw;
  const lines = [...raw.lines];
  const nodes = raw.nodes.map((node) => {
    if (node.kind === 'text') return node;
    const rows = node.rows.map((row) => raiseLabel(row, lines, notes));
    return { ...node, rows };
  });
  return { ...raw, nodes, lines };
}

/** A paragraph of some words that begins with a number, as no sentence does; fewer words are a heading. */
const NOTE = /^([1-9])\s+["“(]?\p{Lu}(?:\S*\s+){4}.*[.;:]["”)]?\s*$/su;
/** Where several are found others may stand elsewhere; of one alone only its own number is a mark. */
const FEWEST_NOTES = 2;

const wordsOf = (node: RawNode): string => (node.kind === 'text' && node.depth === 0 ? node.text : '');

function raiseLabel(row: RawRow, lines: string[], notes: ReadonlySet<string>): RawRow {
  const [label, ...cells] = row.cells;
  const source = label && raiseAtEnd(label.source, notes);
  if (!label || source === undefined || source === label.source) return row;
  const line = lines[row.line - 1] ?? '';
  lines[row.line - 1] = line.slice(0, label.offset) + source + line.slice(label.offset + source.length);
  return { ...row, cells: [{ ...label, text: raiseAtEnd(label.text, notes), source }, ...cells] };
}

/** Several marks behind a label: `EBITDA1,2`, `Cost per pound (AISC)3, 4`. */
const SEVERAL = /(?<=\p{L}{3}[”"’)]? ?)[1-9](?:, ?[1-9])+(?=:?\s*(?:\([^()]*\))?$)/u;

/** At the end of the label, or before its unit: `Adjusted EBITDA 1 ($MM)`. */
const raiseAtEnd = (text: string, notes: ReadonlySet<string>): string =>
  text
    .replace(SEVERAL, (marks) =>
      marks.split(/, ?/).every((mark) => notes.has(mark)) ? raised(marks) : marks,
    )
    .replace(LOST_MARK, (mark, _, at: number) =>
      (notes.size >= FEWEST_NOTES || notes.has(mark)) && /^:?\s*(?:\([^()]*\))?$/.test(text.slice(at + 1))
        ? raised(mark)
        : mark,
    );
