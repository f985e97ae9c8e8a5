import { foldLabel } from '../concepts/fold-label.ts';
import { type ConceptId, conceptById } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { DocumentRecord, PeriodRecord, TableBlock } from '../model/document.ts';
import { type Fact, factKey } from '../model/fact.ts';
import { areHalf, areMost } from '../model/majority.ts';
import { type ComparedColumns, comparedColumns } from './compared-columns.ts';
import { findRelease } from './periods.ts';
import { isBody } from './table-columns.ts';

/** A table of a statement, and which of its columns tell of a period. */
export interface StatementPart {
  readonly block: TableBlock;
  readonly columns: ComparedColumns;
}

/** A statement as a document prints it: in one table, or in several that follow one another under one title. */
export interface ComparedStatement {
  readonly document: DocumentRecord;
  readonly parts: readonly StatementPart[];
}

/** The statements that a page joins, each with a measure without which a table is not it but a note on it. */
const ANCHORS: Readonly<Partial<Record<StatementKind, readonly ConceptId[]>>> = {
  income: ['NetIncomeLoss', 'ProfitLoss', 'NetIncomeLossAvailableToCommonStockholdersBasic'],
  balanceSheet: ['Assets'],
  cashFlow: ['NetCashProvidedByUsedInOperatingActivities'],
};
/** Lines that the vocabulary knows, of the fewest that make a statement. */
const FEWEST = 3;

/** The fullest statement of a kind that tells of a period; of two alike the one of the period's own release, then the newest. */
export function findStatement(
  issuer: Issuer,
  kind: StatementKind,
  period: PeriodRecord,
): ComparedStatement | undefined {
  const own = findRelease(issuer, period);
  const ranked = [...issuer.documents].reverse().sort((a, b) => Number(b === own) - Number(a === own));
  const found = ranked.flatMap((document) =>
    findRuns(issuer, document, kind, period).map((parts) => ({
      document,
      parts,
      lines: knownLines(issuer, parts, kind),
    })),
  );
  const [best] = found.filter(({ lines }) => lines >= FEWEST).sort((a, b) => b.lines - a.lines);
  return best;
}

/** Tables of a kind with those before and after them in which they go on. */
function findRuns(
  issuer: Issuer,
  document: DocumentRecord,
  kind: StatementKind,
  period: PeriodRecord,
): StatementPart[][] {
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === 'table');
  const parts = tables.map((block) => {
    const columns = comparedColumns(issuer, block, period.period);
    return columns && { block, columns };
  });
  const runs: StatementPart[][] = [];
  for (const part of parts) {
    const open = runs.at(-1);
    if (!part) runs.push([]);
    else if (open && goesOn(issuer, open, part)) open.push(part);
    else runs.push([part]);
  }
  const anchors = ANCHORS[kind] ?? [];
  return runs.filter(
    (run) =>
      run.some(({ block }) => block.statement === kind) &&
      run.some((part) => totalsIn(issuer, part).some(({ concept }) => anchors.some((id) => id === concept))),
  );
}

/** Under the title of the one before it, of the same columns, and of little that is told already; a note takes its lines apart. */
function goesOn(issuer: Issuer, run: readonly StatementPart[], part: StatementPart): boolean {
  const [first] = run;
  if (!first || first.block.title === '' || first.block.title !== part.block.title) return false;
  if ((first.columns.before === undefined) !== (part.columns.before === undefined)) return false;
  const told = new Set(run.flatMap((other) => factsIn(issuer, other).map(factKey)));
  const facts = factsIn(issuer, part);
  const lines = new Set(run.flatMap(({ block }) => block.rows.map(foldedLabel)));
  const own = part.block.rows.filter(({ cells }) => cells.length > 1).map(foldedLabel);
  const isNote = own.length > 0 && areMost(own, (label) => lines.has(label));
  return !isNote && !areHalf(facts, (fact) => told.has(factKey(fact)));
}

const foldedLabel = ({ label }: TableBlock['rows'][number]): string => foldLabel(label).text;

const knownLines = (issuer: Issuer, parts: readonly StatementPart[], kind: StatementKind): number =>
  new Set(
    parts
      .flatMap((part) => totalsIn(issuer, part))
      .filter(({ concept }) => conceptById.get(concept)?.statement === kind)
      .map(({ concept }) => concept),
  ).size;

/** What a part tells of the whole, in the period's column. */
const totalsIn = (issuer: Issuer, part: StatementPart): Fact[] =>
  factsIn(issuer, part).filter(
    ({ dimensions, aspect, basis }) => dimensions === '' && aspect === 'amount' && basis === 'reported',
  );

/** What a part tells of in the period's column. */
const factsIn = (issuer: Issuer, { block, columns }: StatementPart): Fact[] =>
  block.rows
    .filter(isBody)
    .flatMap(({ cells }) => cells[columns.now]?.facts ?? [])
    .flatMap((id) => issuer.facts.byId(id) ?? []);
