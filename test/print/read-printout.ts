import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** What a reader program of others sees in a PDF. */
export interface SeenPdf {
  readonly pages: number;
  /** Of its first page, in points. */
  readonly width: number;
  readonly height: number;
  /** How large most of it is drawn, in units of 1/300 inch for a CSS pixel. */
  readonly scale: number;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly language: string;
  readonly isTagged: boolean;
  /** Titles of the bookmarks, in order, whatever their depth. */
  readonly outline: readonly string[];
  /** Where its links lead outside the file. */
  readonly addresses: readonly string[];
  /** Names of what its links within the file lead to that nothing in it has. */
  readonly lostTargets: readonly string[];
  /** Annotations that say nothing of themselves. */
  readonly dumbLinks: number;
  /** Number of structure elements by type. */
  readonly structure: ReadonlyMap<string, number>;
  readonly figuresWithoutText: number;
  readonly headersWithoutScope: number;
  /** Structure elements where their kind may not stand, as `TD in Table`. */
  readonly misplaced: readonly string[];
  /** Levels of its headings, in order. */
  readonly headingLevels: readonly number[];
  /** Fonts whose glyphs cannot be turned into text, or are not in the file. */
  readonly poorFonts: number;
  /** Pages with links that the keyboard meets in another order than the text. */
  readonly pagesOutOfOrder: number;
  readonly attachments: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly relationship: string }>;
}

const seen = new Map<string, Promise<SeenPdf>>();

/** Reads a PDF, once. */
export function readPrintout(file: string): Promise<SeenPdf> {
  const reading = seen.get(file) ?? read(file);
  seen.set(file, reading);
  return reading;
}

async function read(file: string): Promise<SeenPdf> {
  const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  const { catalog, context } = document;
  const dictionaries = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const elements = dictionaries.filter((one) => one.has(PDFName.of('S')) && one.has(PDFName.of('P')));
  const inOrder = [...walkStructure(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))];
  const links = dictionaries.filter((one) => nameOf(one, 'Subtype') === 'Link');
  const structure = new Map<string, number>();
  for (const element of elements)
    structure.set(nameOf(element, 'S'), (structure.get(nameOf(element, 'S')) ?? 0) + 1);
  return {
    pages: document.getPageCount(),
    ...document.getPage(0).getSize(),
    scale: scaleOf(document),
    title: document.getTitle(),
    author: document.getAuthor(),
    language: textOf(catalog.get(PDFName.of('Lang'))),
    isTagged:
      String(catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))) === 'true',
    outline: readOutline(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)),
    addresses: links.flatMap((link) => {
      const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
      return action ? [textOf(action.get(PDFName.of('URI')))] : [];
    }),
    lostTargets: findLostTargets(catalog, links),
    dumbLinks: links.filter((link) => !link.has(PDFName.of('Contents'))).length,
    structure,
    figuresWithoutText: elements.filter((one) => nameOf(one, 'S') === 'Figure' && !one.has(PDFName.of('Alt')))
      .length,
    headersWithoutScope: elements.filter((one) => nameOf(one, 'S') === 'TH' && !hasScope(one)).length,
    misplaced: inOrder
      .filter(({ type, parent }) => PARENTS[type]?.includes(parent) === false)
      .map(({ type, parent }) => `${type} in ${parent}`),
    headingLevels: inOrder.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : [])),
    poorFonts: dictionaries.filter((one) => nameOf(one, 'Type') === 'Font' && isPoorFont(one)).length,
    pagesOutOfOrder: document
      .getPages()
      .filter(({ node }) => node.has(PDFName.of('Annots')) && nameOf(node, 'Tabs') !== 'S').length,
    attachments: readAttachments(document),
  };
}

/** Where elements may stand whose place matters: ISO 32000-1, 14.8.4.3. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'Reference', 'BibEntry'],
  LBody: ['LI'],
  Link: [
    'P',
    'NonStruct',
    'Span',
    'LBody',
    'TD',
    'TH',
    'Caption',
    'Div',
    'H1',
    'H2',
    'H3',
    'H4',
    'Document',
    'Figure',
  ],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  Caption: ['Table', 'Figure'],
  content: [],
};

interface PlacedElement {
  readonly type: string;
  readonly parent: string;
}

/** The elements of a structure in reading order; a list's item holds nothing but its label and its body. */
function* walkStructure(element: PDFDict, parent = ''): Generator<PlacedElement> {
  const type = nameOf(element, 'S');
  if (type) yield { type, parent };
  const kids = element.lookup(PDFName.of('K'));
  for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
    const child = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
    if (child instanceof PDFDict && nameOf(child, 'Type') !== 'OBJR' && nameOf(child, 'Type') !== 'MCR')
      yield* walkStructure(child, type);
    else if (type === 'LI' && child !== undefined) yield { type: 'content', parent: type };
  }
}

function findLostTargets(catalog: PDFDict, links: readonly PDFDict[]): string[] {
  const known = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return links
    .flatMap((link) => link.lookupMaybe(PDFName.of('Dest'), PDFName) ?? [])
    .filter((name) => !known?.has(name))
    .map((name) => name.decodeText());
}

/** What the matrices on its pages scale by most often, but for the one of the whole page. */
function scaleOf(document: PDFDocument): number {
  const times = new Map<string, number>();
  for (const { node } of document.getPages()) {
    const content = node.lookup(PDFName.of('Contents')) as PDFRawStream;
    const drawing = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
    for (const [, scale = ''] of drawing.matchAll(/^([2-9]\.\d{1,3})\d* 0 0 \S+ \S+ \S+ cm$/gm))
      times.set(scale, (times.get(scale) ?? 0) + 1);
  }
  return Number([...times].sort((a, b) => b[1] - a[1])[0]?.[0]);
}

/** A composite or drawn font must tell its text; a font file must be in the document. */
function isPoorFont(font: PDFDict): boolean {
  const subtype = nameOf(font, 'Subtype');
  if (subtype === 'Type0' || subtype === 'Type3') return !font.has(PDFName.of('ToUnicode'));
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  return !['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
}

function readOutline(parent: PDFDict | undefined): string[] {
  const titles: string[] = [];
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    titles.push(textOf(item.get(PDFName.of('Title'))), ...readOutline(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return titles;
}

function readAttachments(document: PDFDocument): SeenPdf['attachments'] {
  const associated = document.catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  const relationships = new Map(
    (associated?.asArray() ?? []).map((reference) => {
      const file = document.context.lookup(reference as PDFRef, PDFDict);
      return [textOf(file.get(PDFName.of('UF'))), nameOf(file, 'AFRelationship')];
    }),
  );
  return new Map(
    document
      .getAttachments()
      .map(({ name, data }) => [name, { bytes: data, relationship: relationships.get(name) ?? '' }]),
  );
}

/** Attributes of a structure element are a dictionary or several. */
function hasScope(element: PDFDict): boolean {
  const attributes = element.lookup(PDFName.of('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return list.some((one) => {
    const dictionary = one instanceof PDFRef ? element.context.lookup(one) : one;
    return dictionary instanceof PDFDict && dictionary.has(PDFName.of('Scope'));
  });
}

const nameOf = (dictionary: PDFDict, key: string): string =>
  dictionary.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? '';
const textOf = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : value instanceof PDFNumber
      ? String(value)
      : '';

/** Whether a program of the system is there; what needs one that is not is skipped, and says so. */
export function hasTool(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Texts of whole files that were read before. */
const texts = new Map<string, string>();

/** All text of a PDF, or of one of its pages, as another program reads it. */
export function textOfPdf(file: string, page?: number): string {
  if (page !== undefined) return readText(file, page);
  const text = texts.get(file) ?? readText(file);
  texts.set(file, text);
  return text;
}

const readText = (file: string, page?: number): string =>
  execFileSync('pdftotext', ['-layout', ...(page ? ['-f', `${page}`, '-l', `${page}`] : []), file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
