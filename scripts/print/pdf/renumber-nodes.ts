import type { PdfFile } from './read-pdf.ts';

const NODE = /\(node(\d+)\)/g;

/**
 * The parts of the document's structure bear the numbers of the browser's own nodes, which go on from whatever was
 * printed before. Numbered from one in the same order, they are the same whenever the page is.
 */
export function renumberNodes({ objects }: PdfFile): void {
  const found = new Set<number>();
  for (const { value } of objects.values())
    for (const [, number] of value.matchAll(NODE)) found.add(Number(number));
  const order = new Map([...found].sort((a, b) => a - b).map((number, index) => [number, index + 1]));
  for (const [number, object] of objects) {
    if (!object.value.includes('(node')) continue;
    const value = object.value.replace(
      NODE,
      (_, node: string) => `(node${String(order.get(Number(node))).padStart(8, '0')})`,
    );
    objects.set(number, { ...object, value });
  }
}
