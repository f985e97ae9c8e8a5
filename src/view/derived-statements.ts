import type { Issuer } from '../data/index.ts';
import type { Statement } from '../model/concept.ts';
import type { DocumentRecord, PeriodRecord, RowRole, TableBlock, TableRow } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFact, formatUnit } from '../model/format.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import { closing, endOf, isInstant, opening, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { type Derived, difference, growth } from './growth.ts';
import { amountAt, formOf } from './key-figures.ts';
import { periodName } from './periods.ts';
import { cellPieces, type Piece } from './pieces.ts';
import { isBody } from './table-columns.ts';

/** A statement of a period that no document prints, in the rows of one that a document does print. */
export interface DerivedStatement {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly before: string;
  readonly now: string;
  /** The printed statement whose rows it takes. */
  readonly document: DocumentRecord;
  readonly block: TableBlock;
  readonly rows: readonly DerivedRow[];
  /** Why numbers that a reader may miss are not given, in order of appearance. */
  readonly reasons: readonly string[];
}

export interface DerivedRow {
  readonly line: number;
  readonly role: RowRole;
  readonly depth: number;
  readonly label: readonly Piece[];
  readonly before: Told | undefined;
  readonly now: Told | undefined;
  readonly change: Derived | undefined;
  readonly growth: Derived | undefined;
  /** Number of the reason why there is no figure, from 1; 0 where none is given. */
  readonly reason: number;
}

/** A figure as the statement tells it. */
export interface Told {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
  /** Closes with a parenthesis. */
  readonly hanging: boolean;
}

const STATEMENTS: readonly { id: string; title: string; statement: Statement }[] = [
  { id: 'derived-income', title: 'Income', statement: 'income' },
  { id: 'derived-cash-flows', title: 'Cash flows', statement: 'cashFlow' },
];
const DEEPEST = 3;

/** Income and cash flows of a period that no document prints, as far as they follow from what documents print. */
export function derivedStatements(issuer: Issuer, period: PeriodRecord): DerivedStatement[] {
  if (!period.derived) return [];
  return STATEMENTS.flatMap(({ id, title, statement }) => {
    const printed = longestOf(issuer, statement);
    if (!printed) return [];
    const { document, blocks } = printed;
    const [block] = blocks;
    const made = new StatementMaker(issuer, period);
    const rows = pruned(blocks.flatMap((part) => part.rows.filter(isBody).map((row) => made.row(row))));
    if (!rows.some(({ now }) => now)) return [];
    const { unit, before, now, reasons } = made;
    return [{ id, title, unit, before, now, document, block, rows, reasons }];
  });
}

/** The statement with most rows of the newest document that prints one, with the tables in which it goes on. */
function longestOf(
  { documents }: Issuer,
  statement: Statement,
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
  readonly before: string;
  readonly now: string;
  readonly reasons: string[] = [];
  readonly #issuer: Issuer;
  readonly #period: Period;
  readonly #form: PageForm;

  constructor(issuer: Issuer, { period, label }: PeriodRecord) {
    this.#issuer = issuer;
    this.#period = period;
    this.#form = formOf(issuer);
    this.unit = formatUnit(issuer.record.reportingCurrency, this.#form.scale);
    this.before = periodName(issuer.record, periodBefore(issuer.record, period));
    this.now = label;
  }

  row({ line, role, depth, label, cells }: TableRow): DerivedRow {
    const printed = this.#printedIn(cells);
    const now = printed && this.#told(printed, this.#period);
    const before = printed && this.#told(printed, periodBefore(this.#issuer.record, this.#period));
    const isPair = now && before && now.fact.unit === before.fact.unit;
    return {
      line,
      role,
      depth: Math.min(depth, DEEPEST),
      label: cellPieces(label, []),
      now,
      before,
      change: isPair ? difference(now.fact, before.fact, now.scale, 'own', now.places) : undefined,
      growth: isPair ? growth(now.fact, before.fact) : undefined,
      reason: printed && !now ? this.#reasonFor(printed) : 0,
    };
  }

  /** What the printed row tells of: its first amount in the reporting currency. */
  #printedIn(cells: TableRow['cells']): Fact | undefined {
    const currency = this.#issuer.record.reportingCurrency;
    return cells
      .flatMap(({ facts }) => facts)
      .flatMap((id) => this.#issuer.facts.byId(id) ?? [])
      .find(
        ({ aspect, unit }) => aspect === 'amount' && (unit.startsWith(currency) || !/^[A-Z]{3}/.test(unit)),
      );
  }

  /** With the sign that the printed row has: an outflow is taken off, so that the column adds up. */
  #told(printed: Fact, period: Period): Told | undefined {
    const at = this.#sameMoment(printed.period, period);
    const found = amountAt(this.#issuer, printed.concept, at, [printed.dimensions]);
    if (!found) return undefined;
    const fact: Fact = { ...found, polarity: found.polarity === printed.polarity ? 1 : -1 };
    const { scale, places } = formFor(fact, this.#form);
    return { fact, scale, places, hanging: formatFact(fact, scale, places).endsWith(')') };
  }

  /** A flow is that of the period; a balance is the opening one where the printed period opens with it. */
  #sameMoment(printed: Period, period: Period): Period {
    if (!isInstant(printed)) return period;
    const ends = this.#issuer.record.periods.some((record) => endOf(record.period) === printed);
    return ends ? closing(period) : opening(period);
  }

  #reasonFor({ concept, dimensions, unit }: Fact): number {
    const refusal = this.#issuer.verification.refusals.find(
      (one) =>
        one.concept === concept &&
        one.dimensions === dimensions &&
        one.unit === unit &&
        one.period === this.#period,
    );
    if (!refusal) return 0;
    if (!this.reasons.includes(refusal.reason)) this.reasons.push(refusal.reason);
    return this.reasons.indexOf(refusal.reason) + 1;
  }
}

/** Without rows that tell nothing, and without headings that no row follows. */
function pruned(rows: readonly DerivedRow[]): DerivedRow[] {
  const told = rows.filter(
    ({ role, now, before, reason }) => role === 'group' || now || before || reason > 0,
  );
  return told.filter((row, index) => {
    const next = told[index + 1];
    return row.role !== 'group' || (next !== undefined && (next.role !== 'group' || next.depth > row.depth));
  });
}
