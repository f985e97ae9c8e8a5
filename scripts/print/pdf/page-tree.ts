import { readPdfText } from './edit-pdf.ts';
import { type PdfFile, referenceIn } from './read-pdf.ts';

/** Numbers of the page objects in the order of the pages. */
export function listPageObjects({ objects, root }: PdfFile): number[] {
  const walk = (number: number): number[] => {
    const { value = '' } = objects.get(number) ?? {};
    const kids = /\/Kids \[([^\]]*)\]/.exec(value)?.[1];
    return kids === undefined
      ? [number]
      : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => walk(Number(kid)));
  };
  return walk(referenceIn(objects.get(root)?.value ?? '', 'Pages') ?? 0);
}

/** The page, from 1, of each place that something in the file links to, by its name. */
export function pagesOfDestinations(file: PdfFile): Map<string, number> {
  const { objects, root } = file;
  const pages = new Map(listPageObjects(file).map((number, index) => [number, index + 1]));
  const dictionary = objects.get(referenceIn(objects.get(root)?.value ?? '', 'Dests') ?? 0)?.value ?? '';
  return new Map(
    [...dictionary.matchAll(/\/([^\s[\]<>()/]+) \[(\d+) 0 R/g)].map(([, name = '', page]) => [
      readName(name),
      pages.get(Number(page)) ?? 0,
    ]),
  );
}

const readName = (name: string): string =>
  readPdfText(
    `(${name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => `\\${Number.parseInt(code, 16).toString(8).padStart(3, '0')}`)})`,
  );
