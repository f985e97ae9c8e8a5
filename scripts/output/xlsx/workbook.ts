import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { sheetNames, type XlsxSheet } from './cells.ts';
import { HEAD, MAIN, PACKAGE, RELATIONS } from './namespaces.ts';
import { SharedStrings } from './shared-strings.ts';
import { formatSheetXml, Links } from './sheet-xml.ts';
import { STYLES_XML } from './styles.ts';
import { type Packed, packText, zipParts } from './zip.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An Office Open XML workbook (ECMA-376). Written here, because no kept library writes links to sources beside formulas
 * with their values; the same bytes from the same sheets.
 */
export function* formatWorkbook(sheets: readonly XlsxSheet[]): Generator<Uint8Array> {
  const strings = new SharedStrings();
  const written = sheets.map((sheet) => packSheet(sheet, strings));
  const names = sheetNames(sheets.map(({ name }) => name));
  const texts: Record<string, string | Iterable<string>> = {
    '[Content_Types].xml': formatTypes(names.length),
    '_rels/.rels': formatRelations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': formatSheetList(names),
    'xl/_rels/workbook.xml.rels': formatRelations([
      ...names.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      [`rId${names.length + 1}`, 'styles', 'styles.xml'],
      [`rId${names.length + 2}`, 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES_XML,
    'xl/sharedStrings.xml': strings.format(),
  };
  const parts = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, packText(text)]));
  for (const [index, { sheet, targets }] of written.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet;
    if (targets.length === 0) continue;
    const links = targets.map((target, at) => [`rId${at + 1}`, 'hyperlink', target] as const);
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = packText(
      formatRelations(links, ' TargetMode="External"'),
    );
  }
  yield* zipParts(parts);
}

/** A sheet as it is kept until all are. */
function packSheet(
  sheet: XlsxSheet,
  strings: SharedStrings,
): { readonly sheet: Packed; readonly targets: readonly string[] } {
  const links = new Links();
  return { sheet: packText(formatSheetXml(sheet, strings, links)), targets: links.targets };
}

function formatTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const parts = [
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    override('sharedStrings', 'sharedStrings'),
    ...Array.from({ length: sheets }, (_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')),
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

const formatSheetList = (names: readonly string[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;

type Relation = readonly [id: string, kind: string, target: string];

const formatRelations = (relations: readonly Relation[], mode = ''): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${escapeXml(target)}"${mode}/>`).join('')}</Relationships>`;
