import type { Issuer } from '../data/index.ts';
import type { PeriodRecord, TableBlock } from '../model/document.ts';
import { type Fact, factKey, parseDimensions } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { areMost } from '../model/majority.ts';
import { comparedColumns } from './compared-columns.ts';
import { joinTables } from './joined-statements.ts';
import { isTarget, type Placed, placedTables, type TableGroup } from './period-tables.ts';
import { sentenceCase } from './sentence-case.ts';
import { CONTINUED, type TableView, tableView } from './table.ts';
import { rowFacts, type ShownRow } from './table-rows.ts';

/** What a page shows of the releases beside the statements; the rest stands among the tables as released. */
const DETAILS = [
  {
    id: 'segments',
    title: 'Segments and operating data',
    shows: (block: TableBlock, facts: Fact[]) => isDivided(block, facts),
  },
  {
    id: 'per-share',
    title: 'Per share and dividends',
    shows: ({ statement }: TableBlock) => statement === 'perShare' || statement === 'dividends',
  },
];
/** Rows that a section has room for, and columns of a table: more would be looked up, not read. */
const MOST_ROWS = 48;
const MOST_COLUMNS = 9;

/** Tables that tell of the parts, of what is counted and of the single share what neither statements nor charts do. */
export function listDetails(
  issuer: Issuer,
  period: PeriodRecord,
  statements: readonly TableView[],
  drawn: readonly Fact[],
): TableGroup[] {
  const joined = new Set(statements.flatMap(({ blocks, kind }) => (kind === 'derived' ? [] : blocks)));
  const told = new Set([...drawn, ...statements.flatMap(({ rows }) => rows.flatMap(rowFacts))].map(factKey));
  const placed = placedTables(issuer, period).filter(({ block }) => !joined.has(block) && !isTarget(block));
  return DETAILS.flatMap(({ id, title, shows }) => {
    let room = MOST_ROWS;
    const tables = placed
      .filter(({ block }) => shows(block, factsIn(issuer, block)))
      .flatMap((one) => {
        const view = makeView(issuer, one, period, title);
        const facts = view.rows.flatMap(rowFacts);
        const isFresh = areMost(facts, (fact) => !told.has(factKey(fact)));
        if (!isFresh || view.rows.length > room) return [];
        if ((view.headings.at(-1)?.length ?? 0) > MOST_COLUMNS) return [];
        room -= view.rows.length;
        for (const fact of facts) told.add(factKey(fact));
        return [view];
      })
      .map((view, index, all) => ({ ...view, title: titleAmong(view, all.slice(0, index)) }));
    return tables.length > 0 ? [{ id, title, tables }] : [];
  });
}

/** What goes on under the title of a table that is not told here stands for itself. */
function titleAmong({ title }: TableView, before: readonly TableView[]): string {
  const bare = title.replace(CONTINUED, '');
  return before.some((other) => other.title.replace(CONTINUED, '') === bare) ? title : bare;
}

/** Current beside comparative where it has one column of each, else as it was released. */
function makeView(
  issuer: Issuer,
  { document, block }: Placed,
  period: PeriodRecord,
  group: string,
): TableView {
  const whole = tableView(issuer, document, block, period.period);
  const title = NAMES_NOTHING.test(whole.title) ? group : sentenceCase(ownTitle(whole), document);
  const columns = comparedColumns(issuer, block, period.period);
  if (!columns) return { ...whole, title };
  return joinTables(issuer, { document, parts: [{ block, columns }] }, period, { id: whole.id, title });
}

/** A heading that says nothing of the table below it. */
const NAMES_NOTHING =
  /^(?:others?|notes?|tables?|reference|appendix|(?:other|additional) information)(?:, continued)?$/i;

const PARTS = new Set(['segment', 'product', 'region']);

/** Told by segment, product or region, counted, or of lines that the income statement is made of. */
function isDivided({ statement }: TableBlock, facts: readonly Fact[]): boolean {
  if (statement === 'segments' || statement === 'operating') return true;
  const axes = facts.map(({ dimensions }) => Object.keys(parseDimensions(dimensions)));
  if (areMost(axes, (all) => all.some((axis) => PARTS.has(axis)))) return true;
  return statement === 'income' && axes.every((all) => all.length === 0);
}

/** A table that goes on under the title of another is called by its total. */
function ownTitle({ title, rows }: TableView): string {
  const [, total = ''] = /^Total (.+)/is.exec(splitWords(rows.at(-1)?.label ?? [])) ?? [];
  return total !== '' && title.endsWith(CONTINUED) ? upperFirst(total) : title;
}

const splitWords = (label: ShownRow['label']): string =>
  label.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

const factsIn = (issuer: Issuer, { rows }: TableBlock): Fact[] =>
  rows
    .flatMap(({ cells }) => cells.flatMap(({ facts }) => facts))
    .flatMap((id) => issuer.facts.byId(id) ?? []);
