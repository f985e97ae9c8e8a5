/**
 * Version of what all downloads hold. The first number rises where a column or key goes, is renamed or comes to mean
 * something else, the second where one is added: who reads columns by name need only look at the first.
 */
export const DATA_VERSION = '1.0';

/** Types of columns as Table Schema names them; `string` where none is given. */
export type ColumnType = 'string' | 'number' | 'integer' | 'date';

/** Columns of text in which the empty one says something: no dimensions are the whole. Elsewhere an empty field is none. */
export const EMPTY_SAYS: ReadonlySet<string> = new Set(['dimensions']);

/** What a download holds, and what each of its columns or keys means. */
export interface DownloadWords {
  readonly says: string;
  readonly columns: readonly (readonly [name: string, meaning: string, type?: ColumnType])[];
  /** Of a table: columns that name a row, none empty. */
  readonly primaryKey?: readonly string[];
  /** Of a table: columns that name a row of another, by that table. */
  readonly foreignKeys?: readonly (readonly [
    columns: readonly string[],
    table: string,
    keys: readonly string[],
  ])[];
}

const PLACE = [
  ['line', 'Line of the document, counted from 1', 'integer'],
  ['column', 'Character of the line, counted from 1, at which the printed number starts', 'integer'],
  ['cell', 'Tab-separated field of a table row, the label being 0; empty outside tables', 'integer'],
] as const;

export const DOWNLOADS: Readonly<Record<string, DownloadWords>> = {
  'facts.csv': {
    says: 'Every number of every release with its place, measure, period, unit and precision',
    columns: [
      ['id', 'Stable name of the statement: issuer, document, line, cell, and which number of the cell'],
      ['issuer', 'Folder name of the issuer, as in the addresses of this site'],
      ['document', 'The release; empty for a derived figure'],
      ['origin', 'table, prose (sentences, notes, numbers inside labels) or derived'],
      ...PLACE,
      ['table', 'Title above the table'],
      ['section', 'Headings and parent rows above the row, outermost first'],
      ['label', 'Label of the row as printed, without footnote marks'],
      ['header', 'Headings of the column as printed, outermost first'],
      ['concept', 'The measure, named as in US GAAP or IFRS where they have it'],
      ['aspect', 'amount, change, changePercent or ratio'],
      ['basis', 'reported, or target'],
      ['dimensions', 'Segment, part of equity, payment and the like, as axis=member'],
      ['period_start', 'First day, empty for a balance', 'date'],
      ['period_end', 'Last day, or the day of a balance', 'date'],
      ['compared_start', 'For a change: first day of the period it is measured against', 'date'],
      ['compared_end', 'For a change: last day of that period', 'date'],
      ['unit', 'Currency, currency per share, percent, points, shares, or what is counted'],
      ['value', 'Plain decimal in single units with the printed sign; empty for nil', 'number'],
      ['polarity', '-1 where the context turns the printed sign against the measure’s own', 'integer'],
      ['qualifier', 'exact, approximate, over, under, from or to'],
      ['decimals', 'Precision as in XBRL: -6 printed in millions, 1 for one decimal place', 'integer'],
      ['raw', 'The number as printed'],
      ['inputs', 'For a derived figure: the statements it was worked out from'],
      ['grade', 'How well it is known: proven, supported, single, disputed or unsure'],
      ['tolerance', 'Half the width of what its digits leave open, in single units', 'number'],
      ['place', 'Where it is in the original file: line:column, page and box in points, or sheet and cell'],
      ['doubt', 'Of an unsure figure: why'],
    ],
    primaryKey: ['id'],
    foreignKeys: [[['concept'], 'concepts.csv', ['id']]],
  },
  'series.csv': {
    says: 'One best value for each measure, period, part and unit, ready for charts and models',
    columns: [
      ['issuer', 'Folder name of the issuer'],
      ['measure', 'The measure, a key of concepts.csv'],
      ['measure_name', 'Its name'],
      ['period', 'The period, a key of periods.csv: fy2012, 4q12, or the day of a balance'],
      ['period_name', 'Its name'],
      ['fiscal_year', 'Fiscal year as the issuer names it', 'integer'],
      ['fiscal_part', 'FY, 1H, 2H, 9M, 1Q to 4Q; of a balance, the part of the year that it closes'],
      ['start', 'First day, empty for a balance', 'date'],
      ['end', 'Last day, or the day of a balance', 'date'],
      ['dimensions', 'Segment, product, region and the like, as axis=member; empty for the whole'],
      ['unit', 'Currency, currency per share, percent, or what is counted'],
      ['value', 'In single units and in the measure’s own sign', 'number'],
      ['tolerance', 'Half-width of the interval that the printed digits leave open', 'number'],
      ['decimals', 'Precision as in XBRL', 'integer'],
      ['basis', 'reported, or target'],
      ['grade', 'How well it is known'],
      ['origin', 'table, prose or derived'],
      ['fact', 'The statement it is taken from, a key of facts.csv'],
      ['url', 'Address on this site'],
      ['qualifier', 'exact, approximate, over, under, from or to: of a range the value is this end'],
    ],
    foreignKeys: [
      [['measure'], 'concepts.csv', ['id']],
      [['issuer', 'period'], 'periods.csv', ['issuer', 'id']],
      [['fact'], 'facts.csv', ['id']],
    ],
  },
  'vintages.csv': {
    says: 'Figures that several releases state: as first reported, confirmed, restated or revised',
    columns: [
      ['issuer', 'Folder name of the issuer'],
      ['measure', 'The measure, a key of concepts.csv'],
      ['measure_name', 'Its name'],
      ['start', 'First day, empty for a balance', 'date'],
      ['end', 'Last day, or the day of a balance', 'date'],
      ['dimensions', 'Segment and the like, as axis=member'],
      ['basis', 'reported, or target'],
      ['unit', 'Currency, percent, or what is counted'],
      ['document', 'The release that states it'],
      ['released', 'Its date', 'date'],
      ['vintage', '1 for the first release that states it', 'integer'],
      [
        'status',
        'Against the release before: first, confirmed, restated, revised (a target), or translated at another rate into a foreign currency',
      ],
      ['value', 'Plain decimal in single units with the printed sign; empty for nil', 'number'],
      ['polarity', '-1 where the context turns the printed sign against the measure’s own', 'integer'],
      ['decimals', 'Precision as in XBRL', 'integer'],
      ['fact', 'The statement, a key of facts.csv'],
      ['aspect', 'amount, change, changePercent or ratio'],
      ['compared_start', 'For a change: first day of the period it is measured against', 'date'],
      ['compared_end', 'For a change: last day of that period', 'date'],
    ],
    foreignKeys: [
      [['measure'], 'concepts.csv', ['id']],
      [['fact'], 'facts.csv', ['id']],
    ],
  },
  'concepts.csv': {
    says: 'Every measure, with its standard element, definition, formula and signs',
    columns: [
      ['id', 'The measure as other files name it'],
      ['label', 'Its name; of one that no taxonomy has, with the headings above it'],
      ['definition', 'What it is, in one sentence; empty for one that only this issuer reports'],
      ['element', 'Element of US GAAP or IFRS, where one exists'],
      ['statement', 'Financial statement or group it belongs to'],
      ['kind', 'monetary, perShare, shares, percent, count, rate or bandwidth'],
      ['period_type', 'duration or instant'],
      ['formula', 'How it follows from other measures, each with its sign, where it does'],
      [
        'minimum',
        '0 for an amount of cost or payment, a positive number; empty where either sign can be',
        'integer',
      ],
      [
        'cash_effect',
        '-1 where a cash flow statement takes a positive value away: a payment, more of an asset, a gain; empty where it adds',
        'integer',
      ],
    ],
    primaryKey: ['id'],
  },
  'periods.csv': {
    says: 'Every period of every issuer, with its name and dates',
    columns: [
      ['issuer', 'Folder name of the issuer'],
      ['id', 'The period as other files name it'],
      ['name', 'Its name'],
      ['fiscal_year', 'Fiscal year as the issuer names it', 'integer'],
      ['fiscal_part', 'FY, 1H, 2H, 9M, 1Q to 4Q; empty for other spans'],
      ['start', 'First day, empty for a balance', 'date'],
      ['end', 'Last day, or the day of a balance', 'date'],
    ],
    primaryKey: ['issuer', 'id'],
  },
  'members.csv': {
    says: 'Every segment, product, region and other part that figures are of',
    columns: [
      ['axis', 'What it is a part by: segment, product, region, equity, payment'],
      ['id', 'The member as dimensions name it'],
      ['label', 'Its name'],
    ],
    primaryKey: ['axis', 'id'],
  },
  'checks.csv': {
    says: 'Every comparison made and its verdict, passes included',
    columns: [
      ['id', 'Stable name of the check'],
      ['rule', 'What was compared'],
      ['verdict', 'exact, rounding, footing, basis, doubt, slip or error'],
      ['issuer', 'Folder name of the issuer'],
      ['document', 'The release'],
      ...PLACE,
      ['expected', 'What the figure should be by the rule, in single units'],
      ['actual', 'What is printed'],
      ['difference', 'Actual less expected', 'number'],
      ['tolerance', 'What the printed digits leave open', 'number'],
      ['message', 'The finding in words'],
      ['facts', 'The statements it is about'],
    ],
    primaryKey: ['id'],
  },
  'checks.sarif': {
    says: 'What did not simply pass, for code hosts and editors to show at the lines of the releases',
    columns: [
      ['ruleId', 'What was compared'],
      ['level', 'error, or note for a moved digit and another basis'],
      ['locations', 'Line and characters of the release that are in question'],
      ['relatedLocations', 'The figures that the finding rests on'],
      ['partialFingerprints', 'Stable name of the check, as in checks.csv'],
    ],
  },
  'datapackage.json': {
    says: 'A Data Package: names, types and keys of all tables for programs that load them',
    columns: [['resources', 'Each table with its columns, their types and meanings, and its keys']],
  },
  'coverage.json': {
    says: 'For each release, how many of its numbers were read, set aside or not read',
    columns: [
      ['dataVersion', 'Version of the format'],
      ['tokens', 'Numbers in the text'],
      ['facts', 'Those that became statements'],
      ['other', 'Those that are something else, by kind: dates, identifiers, parts of names'],
      ['unknown', 'Statements of a measure or unit that the vocabulary does not know'],
      ['unread', 'Numbers that are none of these, each with its line, column and text'],
    ],
  },
  '<issuer>.xlsx': {
    says: 'A workbook: statements as printed with their sums as formulas, series, facts, checks and notes',
    columns: [],
  },
  '<issuer>/<issuer>-<period>.xlsx': {
    says: 'The same of one period and the balances at its end',
    columns: [],
  },
  '<issuer>.xbrl.json': {
    says: 'xBRL-JSON (OIM 1.0): the best value of each level and ratio, in standard elements where they exist',
    columns: [],
  },
  '<issuer>.xbrl.xsd': { says: 'The elements, axes and members that no standard taxonomy has', columns: [] },
  '<issuer>.xbrl-labels.xml': { says: 'Their labels', columns: [] },
  'facts.parquet/issuer=<issuer>/facts.parquet': {
    says: 'The rows of facts.csv with types, a folder an issuer, for DuckDB, Arrow and Spark',
    columns: [],
  },
};

/** What downloads are named after. */
export interface NamedIssuer {
  readonly slug: string;
  readonly periods: readonly { readonly slug: string }[];
}

/** The names of all files of one kind, below the downloads. */
export function downloadNames(kind: string, issuers: readonly NamedIssuer[]): string[] {
  if (!kind.includes('<issuer>')) return [kind];
  return issuers.flatMap((issuer) => {
    const own = kind.replaceAll('<issuer>', issuer.slug);
    return own.includes('<period>')
      ? issuer.periods.map((period) => own.replaceAll('<period>', period.slug))
      : [own];
  });
}

/** The workbook of a period, named like its printout. */
export const workbookOfPeriod = (issuer: string, period: string): string =>
  `${issuer}/${issuer}-${period}.xlsx`;
