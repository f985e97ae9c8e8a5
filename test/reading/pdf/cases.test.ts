import { join } from 'node:path';
import { readPdf } from '../../../scripts/1-read/pdf/read-pdf.ts';
import type { RawDocument, RawNode } from '../../../scripts/1-read/raw-document.ts';
import { describeCases } from '../../suite.ts';
import { drawPdf } from './draw-pdf.ts';

/** A drawing and how it reads; cells stand between bars, `→` before a label is a step of indentation. */
describeCases('a PDF file reads as its page shows', join(import.meta.dirname, 'cases'), async (one) => {
  const bytes = await drawPdf(one.read('drawing.txt'));
  await one.expectFile('reading.txt', formatReading(await readPdf({ file: 'drawing.pdf', bytes })));
});

function formatReading(document: RawDocument): string {
  const notes = (document.notes ?? []).map((note) => `note: ${note}`);
  return `${[...document.nodes.map((node) => formatNode(node, document)), ...notes].join('\n\n')}\n`;
}

function formatNode(node: RawNode, { lines }: RawDocument): string {
  if (node.kind === 'text')
    return `${node.depth > 0 ? `${'#'.repeat(node.depth)} ` : ''}${node.isStrong ? '**' : ''}${node.text}`;
  const rows = new Map(node.rows.map((row) => [row.line, row]));
  return lines
    .slice(node.lines[0] - 1, node.lines[1])
    .map((line, i) => {
      const row = rows.get(node.lines[0] + i);
      if (!row) return `(again) ${line.replaceAll('\t', ' | ')}`;
      const cells = row.cells.map(({ text, span }) => (span && span > 1 ? `${text} <${span}>` : text));
      return `${'→'.repeat(row.cells[0]?.indent ?? 0)}${cells.join(' | ')}`;
    })
    .join('\n');
}
