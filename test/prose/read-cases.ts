import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outline } from '../../scripts/1-read/outline.ts';
import type { OutlineText } from '../../scripts/1-read/outline-block.ts';
import { readMarkdown } from '../../scripts/1-read/read-markdown.ts';
import type { DocumentContext } from '../../scripts/3-context/document-context.ts';
import { type ProseFacts, proseFacts, type TableLabel } from '../../scripts/4-facts/prose/prose-facts.ts';
import { mostSharesIn } from '../../scripts/4-facts/prose/scaled-by-table.ts';
import { type NumberStyle, PLAIN_STYLE } from '../../scripts/grammar/number-style.ts';
import { shiftDecimal } from '../../scripts/grammar/numbers.ts';
import { findPeriods } from '../../scripts/grammar/periods.ts';
import { readUnit } from '../../scripts/grammar/units.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { findConcept, findMeasure, makeConceptId, makeMemberId } from '../../src/concepts/vocabulary.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import type { TextKind } from '../../src/model/document.ts';
import { formatDimensions, type Printed } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';

/** A sentence and the facts it states, as `cases/*.case` writes them down. */
export interface ProseCase {
  readonly file: string;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Blocks of text, each of one line or more. */
  readonly blocks: readonly (readonly string[])[];
  /** One line per fact, in reading order. */
  readonly facts: readonly string[];
  /** `<label> | <unit> | <period> <value>, …`: rows of tables that stand in the document, a line each. */
  readonly rows: readonly string[];
  /** `<words> | <numbers of the facts they explain>`. */
  readonly reasons: readonly string[];
  readonly said: string;
  readonly other: Readonly<Record<string, number>>;
}

/** How the sentences of a case write numbers, by the word of its header `numbers`. */
const STYLES: Readonly<Record<string, NumberStyle>> = {
  plain: PLAIN_STYLE,
  spaced: { decimal: '.', hasSpaces: true, isUnclear: false },
  continental: { decimal: ',', hasSpaces: true, isUnclear: false },
};

const CALENDAR: Calendar = { endMonth: 12, labelOffset: 0 };

/** Every case of a folder. */
export function readCases(folder: string): ProseCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.case'))
    .sort()
    .flatMap((file) => parseCases(file, readFileSync(join(folder, file), 'utf8')));
}

export function parseCases(file: string, text: string): ProseCase[] {
  const chunks = text.split(/^(?=case: )/m).filter((chunk) => chunk.startsWith('case: '));
  return chunks.map((chunk) =>
    parseCase(
      file,
      chunk.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')),
    ),
  );
}

function parseCase(file: string, lines: readonly string[]): ProseCase {
  const headers: Record<string, string> = {};
  const blocks: string[][] = [];
  const facts: string[] = [];
  const reasons: string[] = [];
  const rows: string[] = [];
  for (const line of lines) {
    const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('= ')) facts.push(line.slice(2).trim());
    else if (key === 'text' || key === 'label') blocks.push([value]);
    else if (key === 'more') blocks.at(-1)?.push(value);
    else if (key === 'why') reasons.push(value);
    else if (key === 'row') rows.push(value);
    else if (key) headers[key] = value;
    else throw new Error(`${file}: no case line: ${line}`);
    if (key === 'label') headers['isLabel'] = 'yes';
  }
  const other = Object.fromEntries(
    (headers['other'] ?? '')
      .split('; ')
      .filter(Boolean)
      .map((part): [string, number] => [part.split(' ')[0] ?? '', Number(part.split(' ')[1])]),
  );
  return {
    file,
    title: headers['case'] ?? '',
    headers,
    blocks,
    facts,
    rows,
    reasons,
    said: headers['said'] ?? '',
    other,
  };
}

/** Reads the case's text. */
export function readProse(
  one: ProseCase,
): ProseFacts & { readonly lines: readonly string[]; readonly context: DocumentContext } {
  const lines = one.blocks.flatMap((block) => [...block, '']);
  const context = contextOf(one);
  const raw = readMarkdown(lines.join('\n'));
  const section = one.headers['heading']?.split(' > ') ?? [];
  const kind = one.headers['kind'] as TextKind | undefined;
  const isLabel = one.headers['isLabel'] === 'yes';
  const blocks = outline(raw, context.issuerNames)
    .filter((block): block is OutlineText => block.kind !== 'table')
    .map((block) => ({ ...block, section, kind: kind ?? block.kind }));
  const label: TableLabel = {
    line: 1,
    start: 0,
    end: (lines[0] ?? '').length,
    concept: conceptById.get(one.headers['concept'] ?? ''),
    table: '',
    section,
    tableScale: { unit: readUnit(one.headers['unit'] ?? ''), mostShares: mostSharesIn([lines[0] ?? '']) },
    periods: (one.headers['columns'] ?? '').split(', ').filter(Boolean).map(parsePeriod),
  };
  return {
    ...proseFacts({
      blocks: isLabel ? [] : blocks,
      tableLabels: isLabel ? [label] : [],
      tables: tablesOf(one),
      lines,
      context,
    }),
    lines,
    context,
  };
}

/** What the tables state, by the header `tables`, one statement after the other, and by rows. */
const tablesOf = (one: ProseCase): Printed[] => [
  ...(one.headers['tables'] ?? '').split(', ').filter(Boolean).map(tableFact),
  ...one.rows.flatMap(rowFacts),
];

/** `Metal Coatings: Net sales | USD | FY2023 499000000, FY2022 440300000`: a part of the business before a colon. */
function rowFacts(source: string, index: number): Printed[] {
  const [label = '', unit = '', columns = ''] = source.split(' | ');
  const [name = '', part] = label.split(': ').reverse();
  const found = findMeasure(name, { enclosing: [], issuerNames: [] });
  const isRate = unit === 'percent';
  return columns.split(', ').map((column, cell): Printed => {
    const [period = '', value = ''] = column.split(' ');
    return {
      ...NO_FACT,
      line: 100 + index,
      cell: cell + 1,
      label: part ?? name,
      header: part ? [name] : [],
      concept: found?.concept.id ?? makeConceptId([], name),
      aspect: isRate ? 'ratio' : 'amount',
      dimensions: formatDimensions({
        ...found?.dimensions,
        ...(part && { segment: makeMemberId(part) }),
      }),
      period: parsePeriod(period),
      unit,
      value,
      decimals: /^[A-Z]{3}$/.test(unit) ? -3 : (value.split('.')[1]?.length ?? 0),
      raw: value,
    };
  });
}

/** `Winches segment`: revenue of that part; `Load factor percent 2023-10-01/2023-12-31 85.2`: line, unit, period, value. */
function tableFact(source: string): Printed {
  const [, label = '', unit = 'USD', period = '', value = ''] =
    /^(.+?) (segment|percent|USD)(?: (\S+) (\S+))?$/.exec(source) ?? [];
  const isPart = unit === 'segment';
  const name = isPart ? 'Revenue' : label;
  const concept =
    findConcept(name, { enclosing: [], issuerNames: [] })?.concept.id ?? makeConceptId([], name);
  return {
    ...NO_FACT,
    label,
    concept,
    aspect: unit === 'percent' ? 'ratio' : 'amount',
    dimensions: isPart ? `segment=${makeMemberId(label)}` : '',
    period,
    unit: isPart ? 'USD' : unit,
    value,
    decimals: unit === 'percent' ? 1 : -5,
    raw: value,
  };
}

const NO_FACT: Printed = {
  id: '', issuer: 'case', document: 'doc', origin: 'table', line: 1, column: 1, cell: 1, table: '', section: [],
  label: '', header: [], concept: '', aspect: 'amount', basis: 'reported', dimensions: '', period: '', compared: '',
  unit: '', value: '', polarity: 1, qualifier: 'exact', decimals: null, raw: '', place: '', doubt: '',
}; // biome-ignore format: a table reads better than a column

export function contextOf({ headers }: ProseCase): DocumentContext {
  const issuerNames = (headers['issuer'] ?? 'Northwind Holdings Inc., Northwind').split(', ');
  return {
    issuer: 'case',
    id: 'doc',
    file: 'case/doc.txt',
    title: '',
    issuerNames,
    listings: [],
    named: [],
    released: headers['released'] ?? '2024-02-08',
    calendar: CALENDAR,
    period: parsePeriod(headers['period'] ?? 'FY2023'),
    departures: [],
    periodDoubt: '',
    reported: [parsePeriod(headers['period'] ?? 'FY2023')],
    currency: headers['currency'] ?? 'USD',
    unit: undefined,
    unreadScale: '',
    numbers: PLAIN_STYLE,
    proseNumbers: STYLES[headers['numbers'] ?? 'plain'],
    basis: { accounting: '', scope: 'consolidated', audit: 'unaudited' },
    around: [],
    parts: new Set(),
    splitDate: '',
  } as DocumentContext;
}

/** `FY2023`, `4Q23`, `2023-12-31`, `2023-10-01/2023-12-31`. */
export function parsePeriod(text: string): Period {
  if (/^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/.test(text)) return text;
  const found = findPeriods(text, CALENDAR)[0]?.period;
  if (!found) throw new Error(`no period: ${text}`);
  return found;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 3, lakh: 5, million: 6, crore: 7, billion: 9 };

/** A case's line, with periods and values written out, so that it can be compared with a fact. */
export function expectedLine(line: string): string {
  const [concept = '', aspect = '', amount = '', time = '', flags = ''] = line
    .split('|')
    .map((part) => part.trim());
  const [number = '', ...unitWords] = amount.split(' ');
  const scale = SCALES[unitWords[0] ?? ''] ?? 0;
  const unit = (scale > 0 ? unitWords.slice(1) : unitWords).join(' ');
  const digits = number.replace(/[,-]/g, '');
  const value = `${number.startsWith('-') ? '-' : ''}${shiftDecimal(digits, scale)}`;
  const decimals = (digits.split('.')[1]?.length ?? 0) - scale;
  const [period = '', compared = ''] = time.split(' vs ');
  const raw = /\braw (\S+)/.exec(flags)?.[1]?.replaceAll('_', ' ');
  const rest = flags
    .replace(/\braw \S+/, '')
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ');
  return [
    concept,
    aspect,
    value,
    unit,
    decimals,
    parsePeriod(period),
    compared && parsePeriod(compared),
    rest,
    raw ?? number.replace('-', ''),
  ].join(' | ');
}

/** A fact in the shape of a case's line; of `raw` only its digits. */
export function factLine(fact: Printed): string {
  const flags = [
    fact.basis === 'target' ? 'target' : '',
    fact.qualifier === 'exact' ? '' : fact.qualifier,
    fact.polarity < 0 ? '-1' : '',
    fact.doubt ? 'unsure' : '',
    ...fact.dimensions.split(';'),
  ]
    .filter(Boolean)
    .sort()
    .join(' ');
  const digits = /\d.*\d|\d/.exec(fact.raw)?.[0] ?? '';
  return [
    fact.concept,
    fact.aspect,
    fact.value,
    fact.unit,
    fact.decimals,
    fact.period,
    fact.compared,
    flags,
    digits,
  ].join(' | ');
}
