import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, TableBlock } from '../model/document.ts';
import { upperFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { isUnitNote } from './printed-units.ts';
import { withoutCapitals } from './sentence-case.ts';
import { chooseColumns } from './table-columns.ts';
import { type Heading, makeHeadings, sharedUnit } from './table-headings.ts';
import { makeRows, type ShownRow } from './table-rows.ts';

/** A table of a document as a page shows it: every row, the columns in the order now, before, change. */
export interface TableView {
  readonly id: string;
  /** As a release prints it; joined of its tables for one period; or worked out, in the rows of a release. */
  readonly kind: 'released' | 'joined' | 'derived';
  readonly document: DocumentRecord;
  readonly blocks: readonly TableBlock[];
  readonly title: string;
  /** What all amounts are told in, where they share it. */
  readonly unit: string;
  readonly headings: readonly (readonly Heading[])[];
  readonly rows: readonly ShownRow[];
  readonly hasDerived: boolean;
  /** Why numbers that a reader may miss are not given, in order of appearance. */
  readonly reasons: readonly string[];
}

export function tableView(
  issuer: Issuer,
  document: DocumentRecord,
  block: TableBlock,
  period: Period,
): TableView {
  const columns = chooseColumns(issuer, block, period);
  const unit = sharedUnit(columns);
  return {
    id: `t-${document.id}-${block.lines[0]}`,
    kind: 'released',
    document,
    blocks: [block],
    title: tableTitle(document, block),
    unit,
    headings: makeHeadings(issuer.record, columns, unit),
    rows: makeRows(issuer, document, block.rows, columns, period),
    hasDerived: columns.some(({ kind }) => kind !== 'printed'),
    reasons: [],
  };
}

/** What the sentence before a table says that it presents, else its heading; one that goes on under that says so. */
export function tableTitle(document: DocumentRecord, block: TableBlock): string {
  const introduced = introducedTitle(document, block);
  if (introduced !== '') return introduced;
  const { blocks } = document;
  const named = [block.title, ...[...block.section].reverse()].find((title) => title && !saysNothing(title));
  const title = withoutCapitals(withoutNumber(withoutBrackets(named ?? '')), document) || 'Table';
  const tables = blocks.filter((other) => other.kind === 'table');
  const previous = tables[tables.indexOf(block) - 1];
  const goesOn = previous?.title === block.title && previous.section.join() === block.section.join();
  return goesOn ? `${title}${CONTINUED}` : title;
}

/** `The following table presents net sales by product line (and services):`. */
const INTRODUCTION =
  /^The following tables? (?:presents?|sets? forth|shows?|summari[sz]es?|outlines?|lists?|provides?|reflects?|gives?) (?:(?:the|our|an?) )?([^.:]{5,60}?)(?: \([^()]*\))?:$/i;

/** `Revenues by region consisted of the following (in millions):`, `The breakdown of our revenue by sector was as follows:`. */
const FOLLOWING =
  /^(?:(?:the|our) )?(.{5,75}?) (?:(?:is|are|was|were) as follows|consist(?:s|ed)? of the following)(?: \([^()]*\))?:$/i;
const SENTENCE_END = /(?<=[.!?]) +(?=\p{Lu})/u;

/** A short phrase by which the sentence right before a table introduces it; empty for none. */
function introducedTitle({ lines }: DocumentRecord, { lines: [first] }: TableBlock): string {
  const line = lines.slice(0, first - 1).findLast((one) => one.trim() !== '') ?? '';
  const sentence = line.trim().split(SENTENCE_END).at(-1) ?? '';
  const [, phrase = ''] = INTRODUCTION.exec(sentence) ?? FOLLOWING.exec(sentence) ?? [];
  return upperFirst(phrase);
}

/** Behind the title of a table that goes on under that of the one before it. */
export const CONTINUED = ', continued';

/** What stands on every page of a document and names no table. */
const FURNITURE = /^\s*(?:table of contents|contents|page \d+)\s*$/i;

/** A sentence in brackets is a note on the table, as what its numbers are counted in is. */
const NOTE = /^\s*\(.*[.!]\)\s*$/s;

const saysNothing = (title: string): boolean =>
  FURNITURE.test(title) || NOTE.test(title) || isUnitNote(title);

/** `(Statements of income)` as `Statements of income`. */
const withoutBrackets = (title: string): string => title.replace(/^\s*\(([^()]+)\)\s*$/s, '$1');

/** `2. Dividends`, `ii. Dividends` and `b. Dividends` as `Dividends`: the number counts sections of the document, not of the page. */
const withoutNumber = (title: string): string =>
  upperFirst(
    title.replace(
      /^\s*(\(\d{1,2}\)|\d{1,2}[.)]|\(?[ivx]{1,4}[.)]|\(?[a-zA-Z]\)|[a-zA-Z]\.(?! ?\p{L}\.))\s+(?=[^\d\s])/u,
      '',
    ),
  );
