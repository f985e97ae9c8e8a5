import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { DocumentRecord, PeriodRecord, TableBlock, TableRow } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFact, formatUnit, NIL } from '../model/format.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import { closing, isInstant, lastDay, opening, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { type Derived, deriveDifference, deriveGrowth } from './growth.ts';
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
  const made = new StatementMaker(issuer, period, document);
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

/** The statement with most rows of the newest document that prints one, with the tables in which it goes on. */
function findLongest(
  { documents }: Issuer,
  statement: StatementKind,
): { document: DocumentRecord; blocks: readonly [TableBlock, ...TableBlock[]] } | undefined {
  for (const document of [...documents].reverse()) {
    const blocks = document.blocks.filter(
      (block): block is TableBlock => block.kind === 'table' && block.statement === statement,
    );
    const [first, ...rest] = blocks;
    if (!first) continue;
    const longest = rest.reduce((a, b) => (b.rows.length > a.rows.length ? b : a), first);
    const after = blocks.slice(blocks.indexOf(longest) + 1);
    return { document, blocks: [longest, ...after.filter(({ title }) => title === longest.title)] };
  }
  return undefined;
}

/** Rows of one statement as they are filled for a period. */
class StatementMaker {
  readonly unit: string;
  readonly reasons: string[] = [];
  readonly #issuer: Issuer;
  readonly #period: PeriodRecord;
  readonly #document: DocumentRecord;
  readonly #form: PageForm;

  constructor(issuer: Issuer, period: PeriodRecord, document: DocumentRecord) {
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
    const now = printed && this.#told(printed, this.#period.period);
    const before = printed && this.#told(printed, periodBefore(record, this.#period.period));
    const isPair = now && before && now.fact.unit === before.fact.unit;
    const change = isPair ? deriveDifference(now.fact, before.fact, now.scale, 'own', now.places) : undefined;
    const reason = printed && !now ? this.#reasonFor(printed) : 0;
    return {
      line,
      role,
      depth: Math.min(depth, DEEPEST),
      label: [shortLabel({ label: cellPieces(label, this.#inLabel(line)) }, this.#document)],
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

  #inLabel(line: number): Fact[] {
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
  #told(printed: Fact, period: Period): ShownFigure | undefined {
    const at = this.#sameMoment(printed.period, period);
    const found = amountAt(this.#issuer, printed.concept, at, [printed.dimensions]);
    if (!found) return undefined;
    const fact: Fact = { ...found, polarity: found.polarity === printed.polarity ? 1 : -1 };
    return { fact, ...formFor(fact, this.#form) };
  }

  /** A flow is that of the period; a balance is the opening one where the printed period opens with it. */
  #sameMoment(printed: Period, period: Period): Period {
    if (!isInstant(printed)) return period;
    const ends = this.#issuer.record.periods.some((record) => lastDay(record.period) === printed);
    return ends ? closing(period) : opening(period);
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

/** A figure in a cell, or the dash that stands for none. */
const makeCell = (told: ShownFigure | undefined): ShownCell => ({
  pieces: told ? [] : [NIL],
  tone: '',
  told,
  hanging: told ? formatFact(told.fact, told.scale, told.places).endsWith(')') : false,
});

/** What follows from two figures of a row, or the dash where it cannot be told. */
const makeChange = (derived: Derived | undefined, isPair: boolean): ShownCell => ({
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
