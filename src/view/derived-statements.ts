import { conceptById } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { DocumentRecord, PeriodRecord, TableBlock, TableRow } from '../model/document.ts';
import type { Fact, Printed } from '../model/fact.ts';
import { formatFact, formatUnit, NIL } from '../model/format.ts';
import { areHalf } from '../model/majority.ts';
import { findMostFrequent } from '../model/most-frequent.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import { closing, isDuration, isInstant, opening, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { deriveDifference, deriveGrowth, type WorkedFigure } from './growth.ts';
import { amountAt, isForeignUnit, issuerForm } from './key-figures.ts';
import { shortPeriodName } from './periods.ts';
import { cellPieces } from './pieces.ts';
import { shortLabel } from './short-label.ts';
import type { TableView } from './table.ts';
import { isBody } from './table-columns.ts';
import type { Heading } from './table-headings.ts';
import { DEEPEST, type ShownCell, type ShownFigure, type ShownRow, toldGrowth } from './table-rows.ts';

/** A statement of a period that no document prints, as far as it follows from what documents print, in the rows of one of them. */
export function derivedStatement(
  issuer: Issuer,
  period: PeriodRecord,
  {
    id,
    title,
    statement,
  }: { readonly id: string; readonly title: string; readonly statement: StatementKind },
): TableView | undefined {
  const printed = FLOWS.has(statement) ? findLongest(issuer, statement) : undefined;
  if (!printed) return undefined;
  const { document, blocks } = printed;
  const made = new StatementMaker(issuer, period, document, blocks);
  const rows = pruned(blocks.flatMap((part) => part.rows.filter(isBody).map((row) => made.row(row))));
  if (rows.filter(({ cells }) => cells[0]?.told).length < FEWEST) return undefined;
  const hasBefore = rows.some(({ cells }) => cells[1]?.told);
  return {
    id,
    kind: 'derived',
    document,
    blocks,
    title,
    unit: made.unit,
    headings: [made.headings(hasBefore)],
    rows: hasBefore ? rows : rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
    hasDerived: hasBefore,
    reasons: made.reasons,
  };
}

/** Statements of what happened in a period, which follow from those of other periods. */
const FLOWS = new Set<StatementKind>(['income', 'cashFlow']);
/** Lines that make a statement. */
const FEWEST = 4;

/** The statement with most lines of the newest document that prints one, with the tables in which it goes on. */
function findLongest(
  issuer: Issuer,
  statement: StatementKind,
): { document: DocumentRecord; blocks: readonly [TableBlock, ...TableBlock[]] } | undefined {
  for (const document of [...issuer.documents].reverse()) {
    const blocks = document.blocks.filter(
      (block): block is TableBlock => block.kind === 'table' && block.statement === statement,
    );
    const [first, ...rest] = blocks;
    if (!first) continue;
    const longest = rest.reduce((a, b) => (countLines(issuer, b) > countLines(issuer, a) ? b : a), first);
    const told = new Set(factKeysIn(issuer, longest));
    const after = blocks.slice(blocks.indexOf(longest) + 1).filter((block) => {
      /** The same statement of another span is no further part of it. */
      const isAnother = areHalf(factKeysIn(issuer, block), (key) => told.has(key));
      return block.title === longest.title && !isAnother;
    });
    return { document, blocks: [longest, ...after] };
  }
  return undefined;
}

/** How many measures a table tells of the whole: a reconciliation has more rows than the statement, which adjust few. */
const countLines = (issuer: Issuer, block: TableBlock): number =>
  new Set(factKeysIn(issuer, block).filter((key) => conceptById.has(key.trimEnd()))).size;

/** Of each column of some tables the span that most of its figures are of. */
function findSpans({ facts }: Issuer, blocks: readonly TableBlock[]): (Period | undefined)[] {
  const rows = blocks.flatMap((block) => block.rows.filter(isBody));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const told = rows.flatMap(({ cells }) => cells[column]?.facts ?? []);
    const spans = told.flatMap((id) => facts.byId(id)?.period ?? []).filter(isDuration);
    return findMostFrequent(spans, (a, b) => (a < b ? -1 : 1));
  });
}

/** What the rows of a table tell of, of whatever period. */
const factKeysIn = ({ facts }: Issuer, { rows }: TableBlock): string[] =>
  rows
    .filter(isBody)
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.facts).slice(0, 1))
    .flatMap((id) => facts.byId(id) ?? [])
    .map(({ concept, dimensions }) => `${concept} ${dimensions}`);

/** Rows of one statement as they are filled for a period. */
class StatementMaker {
  readonly unit: string;
  readonly reasons: string[] = [];
  readonly #issuer: Issuer;
  readonly #period: PeriodRecord;
  readonly #document: DocumentRecord;
  readonly #form: PageForm;
  /** Of each column the span that most of its figures are of. */
  readonly #spans: readonly (Period | undefined)[];

  constructor(issuer: Issuer, period: PeriodRecord, document: DocumentRecord, blocks: readonly TableBlock[]) {
    this.#spans = findSpans(issuer, blocks);
    this.#issuer = issuer;
    this.#period = period;
    this.#document = document;
    this.#form = issuerForm(issuer);
    this.unit = formatUnit(issuer.record.reportingCurrency, this.#form.scale);
  }

  headings(hasBefore: boolean): Heading[] {
    const { record } = this.#issuer;
    const before = shortPeriodName(record, periodBefore(record, this.#period.period));
    const own: Heading[] = [{ text: this.#period.label, span: 1, tone: 'strong' }];
    const others: Heading[] = [
      { text: before, span: 1, tone: '' },
      { text: 'Change', span: 1, tone: 'derived' },
      { text: '%', span: 1, tone: 'derived' },
    ];
    return hasBefore ? [...own, ...others] : own;
  }

  row({ line, role, depth, label, marks, cells }: TableRow): ShownRow {
    const { record } = this.#issuer;
    const printed = this.#printedIn(cells);
    const isOpening = printed !== undefined && this.#isOpening(printed, cells);
    const now = printed && this.#told(printed, this.#period.period, isOpening);
    const before = printed && this.#told(printed, periodBefore(record, this.#period.period), isOpening);
    const isPair = now && before && now.fact.unit === before.fact.unit;
    const change = isPair ? deriveDifference(now.fact, before.fact, now.scale, 'own', now.places) : undefined;
    const reason = printed && !now ? this.#reasonFor(printed) : 0;
    return {
      line,
      role,
      depth: Math.min(depth, DEEPEST),
      label: [ofPeriod(shortLabel({ label: cellPieces(label, this.#inLabel(line)) }, this.#document))],
      marks,
      cells:
        role === 'group'
          ? []
          : [
              { ...makeCell(now), tone: 'strong', reason },
              { ...makeCell(before), tone: '' },
              makeChange(change, Boolean(isPair)),
              isPair ? this.#growthCell(now.fact, before.fact) : makeChange(undefined, false),
            ],
    };
  }

  #growthCell(now: Fact, before: Fact): ShownCell {
    return toldGrowth(this.#issuer, now, before) ?? makeChange(deriveGrowth(now, before), true);
  }

  #inLabel(line: number): Printed[] {
    return this.#issuer.factsAt(this.#document.id, line).filter(({ cell }) => cell === null);
  }

  /** What the printed row tells of: its first amount in the reporting currency. */
  #printedIn(cells: TableRow['cells']): Fact | undefined {
    const currency = this.#issuer.record.reportingCurrency;
    return cells
      .flatMap(({ facts }) => facts)
      .flatMap((id) => this.#issuer.facts.byId(id) ?? [])
      .find(({ aspect, unit }) => aspect === 'amount' && !isForeignUnit(unit, currency));
  }

  /** With the sign that the printed row has: an outflow is taken off, so that the column adds up. */
  #told(printed: Fact, period: Period, isOpening: boolean): ShownFigure | undefined {
    const at = !isInstant(printed.period) ? period : isOpening ? opening(period) : closing(period);
    const found = amountAt(this.#issuer, printed.concept, at, [printed.dimensions]);
    if (!found) return undefined;
    const fact: Fact = { ...found, polarity: found.polarity === printed.polarity ? 1 : -1 };
    return { fact, ...formFor(fact, this.#form) };
  }

  /** Whether a balance is that with which the span of its column opens. */
  #isOpening({ id, period }: Fact, cells: TableRow['cells']): boolean {
    const column = cells.findIndex(({ facts }) => facts.includes(id));
    return isInstant(period) && this.#spans[column] !== undefined && opening(this.#spans[column]) === period;
  }

  #reasonFor({ concept, dimensions, unit }: Fact): number {
    const refusal = this.#issuer.verification.refusals.find(
      (one) =>
        one.concept === concept &&
        one.dimensions === dimensions &&
        one.unit === unit &&
        one.period === this.#period.period,
    );
    if (!refusal) return 0;
    if (!this.reasons.includes(refusal.reason)) this.reasons.push(refusal.reason);
    return this.reasons.indexOf(refusal.reason) + 1;
  }
}

/** A balance at the beginning of a year is here that at the beginning of another span. */
const ofPeriod = (label: string): string =>
  label.replace(
    /\b(beginning|end|start|close) of (?:the )?(?:fiscal )?(?:year|quarter|half(?:-year)?)\b/gi,
    '$1 of period',
  );

/** A figure in a cell, or the dash that stands for none. */
const makeCell = (told: ShownFigure | undefined): ShownCell => ({
  pieces: told ? [] : [NIL],
  tone: '',
  told,
  hanging: told ? formatFact(told.fact, told.scale, told.places).endsWith(')') : false,
});

/** What follows from two figures of a row, or the dash where it cannot be told. */
const makeChange = (derived: WorkedFigure | undefined, isPair: boolean): ShownCell => ({
  pieces: derived || !isPair ? [] : [NIL],
  tone: 'derived',
  derived,
  hanging: derived?.text.endsWith(')') ?? false,
});

/** Without rows that tell nothing, and without headings that no row follows. */
function pruned(rows: readonly ShownRow[]): ShownRow[] {
  const told = rows.filter(
    ({ role, cells }) => role === 'group' || cells.some(({ told, reason = 0 }) => told || reason > 0),
  );
  return told.filter((row, index) => {
    const next = told[index + 1];
    return row.role !== 'group' || (next !== undefined && (next.role !== 'group' || next.depth > row.depth));
  });
}
