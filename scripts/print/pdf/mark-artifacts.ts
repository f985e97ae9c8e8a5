import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { pagesOf } from './page-tree.ts';
import { type PdfFile, referenceIn, UnknownPdf } from './read-pdf.ts';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/**
 * Says of whatever is drawn outside the document's structure (running heads, rules, tints) that it is no content. The
 * browser does not say so, and a reader program would have to guess.
 */
export async function markArtifacts(file: PdfFile): Promise<void> {
  await Promise.all(
    pagesOf(file).map(async (page) => {
      const number = referenceIn(file.objects.get(page)?.value ?? '', 'Contents');
      const object = number === undefined ? undefined : file.objects.get(number);
      if (!object?.stream) throw new UnknownPdf(`found no content of page object ${page}`);
      const drawn = (await unpack(object.stream)).toString('latin1');
      const stream = await pack(Buffer.from(markDrawing(drawn), 'latin1'));
      const value = object.value.replace(/\/Length \d+/, `/Length ${stream.length}`);
      file.objects.set(object.number, { ...object, value, stream });
    }),
  );
}

const OPENING = '/Artifact BMC';
const CLOSING = 'EMC';
/** The last word of a line; before it there may be no space but the end of a dictionary. */
const OPERATOR = /[A-Za-z]+\*?$/;

/** Marks in a page's drawing, one operator a line, all that stands within no mark. */
export function markDrawing(drawing: string): string {
  const lines: string[] = [];
  /** Marks that are open. */
  let depth = 0;
  /** Where a text or path that no mark encloses began. */
  let start: number | undefined;
  for (const line of drawing.split('\n')) {
    const operator = OPERATOR.exec(line)?.[0] ?? '';
    if (depth === 0 && (operator === 'BT' || BEGINS_PATH.has(operator))) start ??= lines.length;
    if (/^B[DM]C$/.test(operator)) depth++;
    if (operator === 'EMC') depth--;
    lines.push(line);
    if (depth > 0) continue;
    const from = operator === 'Do' || operator === 'sh' ? lines.length - 1 : start;
    if (from !== undefined && PAINTS.has(operator)) {
      lines.splice(from, 0, OPENING);
      lines.push(CLOSING);
    }
    if (operator === 'ET' || ENDS_PATH.has(operator)) start = undefined;
  }
  return lines.join('\n');
}

const BEGINS_PATH = new Set(['m', 're']);
const ENDS_PATH = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'n']);
/** All that leaves a trace on the page; `n` only ends a path, to clip by it. */
const PAINTS = new Set([...ENDS_PATH, 'ET', 'Do', 'sh']).difference(new Set(['n']));
