import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { type Sheet, sheetNames } from './cells.ts';
import { formatSheetXml, STYLES_XML } from './sheet-xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * An Office Open XML workbook (ECMA-376). Written here, because no kept library writes links to sources beside formulas
 * with their values; the same bytes from the same sheets.
 */
export function formatWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const numbers = names.map((_, index) => index + 1);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': formatRelations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': formatRelations([
      ...numbers.map((n) => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
      [`rId${numbers.length + 1}`, 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES_XML,
  };
  for (const [index, sheet] of sheets.entries()) {
    const { xml, links } = formatSheetXml(sheet);
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml;
    if (links.length === 0) continue;
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = formatRelations(
      links.map((link, at) => [`rId${at + 1}`, 'hyperlink', link] as const),
      ' TargetMode="External"',
    );
  }
  return zipParts(parts);
}

type Relation = readonly [id: string, kind: string, target: string];

const formatRelations = (relations: readonly Relation[], mode = ''): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${escapeXml(target)}"${mode}/>`).join('')}</Relationships>`;

/** Zip keeps local times without their zone: this one is the first that it knows, everywhere. */
const FIRST_DAY = new Date(1980, 0, 1);

const zipParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), {
    level: 3,
    mtime: FIRST_DAY,
  });
