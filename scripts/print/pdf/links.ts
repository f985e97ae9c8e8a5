import { changeObject, pdfText, readPdfText, stringIn, withEntries } from './edit-pdf.ts';
import { type PdfFile, referenceIn } from './read-pdf.ts';

/** Where the links of a printout lead, told from where it will lie. */
export interface Addresses {
  /** Where the browser believed the site to be. */
  readonly origin: string;
  /** Where it will be; empty where that is not known, and links are then relative to the printout. */
  readonly site: string;
  /** Path of the printout from the origin. */
  readonly path: string;
}

/** Makes links lead to where the site will be, and says of each in words where it leads. */
export function mendLinks({ objects }: PdfFile, addresses: Addresses): void {
  for (const [number, object] of objects) {
    if (object.stream || !object.value.includes('/Subtype /Link')) continue;
    objects.set(number, { ...object, value: mendLink(object.value, addresses) });
  }
}

function mendLink(annotation: string, addresses: Addresses): string {
  const uri = stringIn(annotation, 'URI');
  if (uri === undefined) return withEntries(annotation, `/Contents ${pdfText('Elsewhere in this document')}`);
  const address = mendAddress(readPdfText(uri), addresses);
  const mended = annotation.replace(uri, () => pdfText(address));
  return withEntries(mended, `/Contents ${pdfText(describeAddress(address))}`);
}

export function mendAddress(address: string, { origin, site, path }: Addresses): string {
  if (!address.startsWith(`${origin}/`)) return address;
  const target = address.slice(origin.length);
  return site ? site + target : relativePath(path, target);
}

/** `../documents/x/#L58` from `/iij/fy2012/iij-fy2012.pdf` to `/iij/documents/x/#L58`. */
function relativePath(from: string, to: string): string {
  const [source, target] = [from.split('/'), to.split('/')];
  let shared = 0;
  while (shared < source.length - 1 && shared < target.length - 1 && source[shared] === target[shared])
    shared++;
  return [...source.slice(shared, -1).map(() => '..'), ...target.slice(shared)].join('/') || './';
}

/** `Line 58 of 2013-05-15-fy2012`, or the address itself. */
function describeAddress(address: string): string {
  const [, document, line] = /\/([^/]+)\/#L(\d+)/.exec(address) ?? [];
  return document ? `Line ${line} of ${document}` : address;
}

/** Gives places within the file that links lead to new names where theirs are longer than ISO 32000-1, annex C, allows. */
export function shortenNames(file: PdfFile): void {
  const places = referenceIn(file.objects.get(file.root)?.value ?? '', 'Dests') ?? 0;
  const long = (file.objects.get(places)?.value ?? '').match(LONG_NAME) ?? [];
  if (long.length === 0) return;
  const names = new Map(long.map((name, index) => [name, `/place-${index + 1}`]));
  const rename = (value: string): string => value.replace(LONG_NAME, (name) => names.get(name) ?? name);
  for (const { number, value } of [...file.objects.values()])
    if (number === places || value.includes('/Dest /')) changeObject(file, number, rename);
}

const LONG_NAME = /\/[^\s[\]<>()/]{127,}/g;
