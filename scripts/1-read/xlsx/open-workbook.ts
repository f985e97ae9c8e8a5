import { inflateRawSync } from 'node:zlib';
import { DOMParser } from 'linkedom';
import { listZip, sizeUnpacked, type ZipEntry } from '../list-zip.ts';
import { BUILT_IN } from './number-format.ts';

/** An element of a part, as much of it as is asked. */
export interface XmlElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): Iterable<XmlElement>;
}

export interface CellStyle {
  readonly format: string;
  readonly indent: number;
  readonly isStrong: boolean;
  /** Centred over the empty cells behind it that are so too. */
  readonly isAcross: boolean;
}

export interface Workbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly root: XmlElement;
    readonly isHidden: boolean;
  }[];
  readonly strings: readonly XmlElement[];
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

/** Bytes that a workbook may unpack to. */
export const MOST_BYTES = 30_000_000;
const NAME = 'xl/workbook.xml';

export const isXlsx = (bytes: Uint8Array): boolean =>
  listZip(bytes)?.some(({ name }) => name === NAME) ?? false;

/** The sheets of a workbook, with what their cells refer to; undefined where it unpacks to too much. */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  const entries = listZip(bytes) ?? [];
  const told = entries.reduce((sum, { size }) => sum + size, 0);
  if (told > MOST_BYTES || sizeUnpacked(entries, MOST_BYTES) > MOST_BYTES) return undefined;
  const part = (name: string): XmlElement | undefined => {
    const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return entry && parseXml(unpack(entry));
  };
  const book = part(NAME);
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      one.getAttribute('Id') ?? '',
      one.getAttribute('Target') ?? '',
    ]),
  );
  const sheets = elements(book, 'sheet').flatMap((sheet) => {
    const target = targets.get(sheet.getAttribute('r:id') ?? '') ?? '';
    const root = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const isHidden = /hidden/i.test(sheet.getAttribute('state') ?? '');
    return root ? [{ name: sheet.getAttribute('name') ?? '', root, isHidden }] : [];
  });
  const [properties] = elements(book, 'workbookPr');
  return {
    sheets,
    strings: elements(part('xl/sharedStrings.xml'), 'si'),
    styles: readStyles(part('xl/styles.xml')),
    is1904: /^(?:1|true)$/.test(properties?.getAttribute('date1904') ?? ''),
  };
}

export const elements = (root: XmlElement | undefined, name: string): XmlElement[] =>
  root ? [...root.getElementsByTagName(name)] : [];

const unpack = ({ packed, isDeflated }: ZipEntry): string =>
  new TextDecoder().decode(isDeflated ? inflateRawSync(packed, { maxOutputLength: MOST_BYTES }) : packed);

/** Some programs write a prefix before every element. */
const parseXml = (text: string): XmlElement =>
  new DOMParser().parseFromString(
    text.replace(/<(\/?)\w+:(?=\w)/g, '<$1'),
    'text/xml',
  ) as unknown as XmlElement;

function readStyles(root: XmlElement | undefined): CellStyle[] {
  const formats = new Map(
    elements(root, 'numFmt').map((one) => [
      one.getAttribute('numFmtId'),
      one.getAttribute('formatCode') ?? '',
    ]),
  );
  const fonts = elements(elements(root, 'fonts')[0], 'font').map((font) =>
    elements(font, 'b').some((bold) => bold.getAttribute('val') !== '0'),
  );
  return elements(elements(root, 'cellXfs')[0], 'xf').map((xf) => {
    const id = xf.getAttribute('numFmtId') ?? '0';
    const [alignment] = elements(xf, 'alignment');
    return {
      format: formats.get(id) ?? BUILT_IN[Number(id)] ?? 'General',
      indent: Number(alignment?.getAttribute('indent') ?? 0),
      isAcross: alignment?.getAttribute('horizontal') === 'centerContinuous',
      isStrong: fonts[Number(xf.getAttribute('fontId') ?? 0)] ?? false,
    };
  });
}
