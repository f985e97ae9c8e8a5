import { addObject, changeObject } from './edit-pdf.ts';
import type { PdfFile } from './read-pdf.ts';

const ITEM = '/S /LI';
const LABEL = '/S /Lbl';

/**
 * Gives each item of a list a body, which the browser leaves out: an item (LI) holds a label (Lbl) and a body (LBody),
 * ISO 32000-1, 14.8.4.3.3. What was the item becomes its body, so that whatever points to it from the page stays true.
 */
export function giveItemsBodies(file: PdfFile): void {
  const items = [...file.objects.values()].filter(({ value, stream }) => !stream && value.includes(ITEM));
  for (const { number, value } of items) {
    const [parentEntry = '', parent = ''] = /\/P (\d+) 0 R/.exec(value) ?? [];
    const labels = listChildren(value).filter((child) => file.objects.get(child)?.value.includes(LABEL));
    const kids = [...labels, number].map((kid) => `${kid} 0 R`).join(' ');
    const item = addObject(file, `<</Type /StructElem\n${ITEM}\n${parentEntry}\n/K [${kids}]>>`);
    const own = labels.reduce((body, label) => body.replace(new RegExp(`\\b${label} 0 R\\b ?`), ''), value);
    changeObject(file, number, () => own.replace(ITEM, '/S /LBody').replace(parentEntry, `/P ${item}`));
    for (const label of labels)
      changeObject(file, label, (element) => element.replace(/\/P \d+ 0 R/, `/P ${item}`));
    changeObject(file, Number(parent), (list) =>
      list.replace(new RegExp(`(?<!/P )\\b${number} 0 R\\b`), item),
    );
  }
}

const listChildren = (element: string): number[] =>
  [...(/\/K \[([^\]]*)\]/.exec(element)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) =>
    Number(number),
  );
