import { conceptById } from '../../../src/concepts/index.ts';
import type { Printed } from '../../../src/model/fact.ts';
import type { OutlineBlock } from '../../1-read/outline-block.ts';
import type { NumberTag } from '../../1-read/raw-document.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import type { ReadTable } from '../../3-context/read-table.ts';
import { columnAt, scanNumbers } from '../../grammar/numbers.ts';
import { spellName, taggedConcept } from './tagged-measure.ts';

/** What stands around the numbers of a document. */
export interface Around {
  readonly tables: readonly ReadTable[];
  readonly blocks: readonly OutlineBlock[];
  readonly context: DocumentContext;
}

type Row = { readonly table: ReadTable; readonly row: ReadTable['rows'][number] };

function rowAt(line: number, tables: readonly ReadTable[]): Row | undefined {
  for (const table of tables) {
    const row = table.rows.find((one) => one.row.line === line);
    if (row) return { table, row };
  }
  return undefined;
}

/** What is printed of a tagged number and around it, without its ordinal in the id; what it says is the tag's to say. */
export function printedFact(
  tag: NumberTag,
  lines: readonly string[],
  { tables, blocks, context }: Around,
): Printed {
  const own = rowAt(tag.line, tables);
  const line = lines[tag.line - 1] ?? '';
  const token = scanNumbers(line).find(({ start, end }) => start < tag.end && end > tag.start);
  const start = token?.start ?? tag.start;
  const column = columnAt(line, start);
  const cell = own ? line.slice(0, start).split('\t').length - 1 : 0;
  const isCell = own !== undefined && cell > 0;
  const concept = taggedConcept(tag);
  const block = blocks.find(({ lines: [first, last] }) => first <= tag.line && tag.line <= last);
  const id = `${context.issuer}/${context.id}#L${tag.line}${isCell ? `.${cell}` : `@${column}`}`;
  return {
    id,
    issuer: context.issuer,
    document: context.id,
    origin: isCell ? 'table' : 'prose',
    line: tag.line,
    column,
    cell: isCell ? cell : null,
    table: own?.table.captions.title ?? '',
    section: own ? [...own.table.captions.section, ...own.row.parents] : (block?.section ?? []),
    label: isCell ? (own?.row.label ?? '') : (conceptById.get(concept)?.label ?? spellName(concept)),
    header: isCell ? (own?.table.columns[cell - 1]?.header ?? []) : [],
    concept,
    aspect: 'amount',
    basis: 'reported',
    dimensions: '',
    period: '',
    compared: '',
    unit: 'ratio',
    value: '',
    polarity: 1,
    qualifier: 'exact',
    decimals: null,
    raw: token?.raw ?? line.slice(tag.start, tag.end),
    place: '',
    doubt: '',
  };
}
