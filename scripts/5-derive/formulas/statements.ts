import { foldLabel } from '../../../src/concepts/fold-label.ts';
import { widened } from '../../../src/model/best-statement.ts';
import type { Rule } from '../../../src/model/check-rules.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { meets } from '../../../src/model/quantity.ts';
import type { Book } from '../book.ts';
import type { Relation } from '../relation.ts';

/**
 * All statements of one fact agree: each with the best of its own document, and that with the best of all, so that n
 * statements give n - 1 relations. Those that `recomputed` names are compared with a computed number instead.
 */
export function statementRelations(book: Book, recomputed: ReadonlySet<string>): Relation[] {
  const differ = rowsThatDiffer(book);
  return [...book.groups()]
    .flatMap((statements) => [...Map.groupBy(statements, isUpperEnd).values()])
    .filter((statements) => statements.length > 1)
    .flatMap((statements) => ofOneMeasure(book, statements, differ))
    .flatMap((alike) => pairWithBest(book, alike))
    .filter(([target, best]) => !recomputed.has(target.id) && !isMisread(book, target, best))
    .filter(([target, best]) => !isRevised(book, target, best))
    .map(([target, best]) => ({
      rule: statementRule(target, best),
      target,
      expected: book.intervalOf(best),
      inputs: [best],
      words: sameInWords(target, best),
      asPrinted: false,
    }));
}

/** Of a range, the end to which it goes: another figure than the one from which it goes. */
const isUpperEnd = ({ qualifier }: Printed): boolean => qualifier === 'to';

/** Statements and what each is held against. */
function pairWithBest(
  book: Book,
  statements: readonly Printed[],
): (readonly [target: Printed, best: Printed])[] {
  const best = book.best(statements);
  return [...Map.groupBy(statements, ({ document }) => document).values()].flatMap((said) => {
    const own = best && said.includes(best) ? best : book.best(said);
    if (!best || !own) return [];
    const within = said.filter((fact) => fact !== own).map((fact) => [fact, own] as const);
    return own === best ? within : [...within, [own, best] as const];
  });
}

/** More rows than a release gives one fact in: what each may mean cannot be told by holding every two together. */
const MANY_ROWS = 50;

type RowsDiffer = (a: Printed, b: Printed) => boolean;

/** Statements in groups that may be one measure; what stands in no row goes with the rows that it agrees with. */
function ofOneMeasure(
  book: Book,
  statements: readonly Printed[],
  differ: RowsDiffer,
): readonly (readonly Printed[])[] {
  const rows = statements.filter(isInRow);
  if (rows.length > MANY_ROWS || !rows.some((a) => rows.some((b) => differ(a, b)))) return [statements];
  const groups: Printed[][] = [];
  for (const fact of [...rows, ...statements.filter((one) => !isInRow(one))]) {
    const open = groups.filter((group) => !group.some((other) => differ(fact, other)));
    const group = open.find((one) => one.some((other) => agree(book, fact, other))) ?? open[0];
    if (group) group.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

/**
 * Two rows of a document that give a measure for several periods and agree on none of them speak of different things,
 * such as the stock-based compensation within the cost of sales and that of the whole company.
 */
function rowsThatDiffer(book: Book): RowsDiffer {
  const seen = new Map<string, { pairs: number; agreeing: number }>();
  for (const statements of book.groups()) {
    const rows = statements.filter(isInRow);
    if (rows.length > MANY_ROWS) continue;
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        if (a.document !== b.document || a.line === b.line) continue;
        const count = seen.get(pairKey(a, b)) ?? { pairs: 0, agreeing: 0 };
        count.pairs++;
        if (agree(book, a, b)) count.agreeing++;
        seen.set(pairKey(a, b), count);
      }
    }
  }
  return (a, b) => {
    if (a.document !== b.document) return false;
    const { pairs, agreeing } = seen.get(pairKey(a, b)) ?? { pairs: 0, agreeing: 0 };
    return pairs > 1 && agreeing === 0;
  };
}

const isInRow = ({ origin }: Printed): boolean => origin === 'table';

const pairKey = (a: Printed, b: Printed): string =>
  [a.document, Math.min(a.line, b.line), Math.max(a.line, b.line), a.concept, a.aspect].join('|');

const agree = (book: Book, a: Printed, b: Printed): boolean =>
  meets(widened(book.intervalOf(a), a), widened(book.intervalOf(b), b));

/**
 * A number of a sentence that its table contradicts, while the table gives just that number for another period or in a
 * row of the name that the sentence uses, was put in the wrong place by the reader and not by the issuer. So was one
 * of two that a single line gives for one thing.
 */
function isMisread(book: Book, target: Printed, best: Printed): boolean {
  if (target.origin !== 'prose' || agree(book, target, best)) return false;
  const here = (other: Printed) => other.document === target.document && other !== target;
  const beside = book
    .statements(book.subjectOf(target))
    .some((other) => here(other) && other.line === target.line && !agree(book, target, other));
  return (
    beside ||
    (countDigits(target) >= 3 &&
      book.inDocument(target.document).some((other) => other !== target && isMeant(book, target, other)))
  );
}

/** A target that another document gives anew is no contradiction: the record of targets tells both. */
const isRevised = (book: Book, target: Printed, best: Printed): boolean =>
  target.basis === 'target' && target.document !== best.document && !agree(book, target, best);

const isMeant = (book: Book, target: Printed, other: Printed): boolean =>
  isInRow(other) &&
  other.unit === target.unit &&
  other.aspect === target.aspect &&
  (other.concept === target.concept
    ? other.period !== target.period && other.dimensions === target.dimensions
    : other.period === target.period && foldLabel(other.label).text === foldLabel(target.label).text) &&
  meets(book.intervalOf(other), book.intervalOf(target));

const countDigits = ({ value }: Printed): number => value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;

const sameInWords = (target: Printed, { raw, line, document }: Printed): string =>
  `the same as ${raw} in line ${line}${document === target.document ? '' : ` of ${document}`}`;

/** What the two statements differ in, the most telling first. */
function statementRule(a: Printed, b: Printed): Rule {
  if (a.document !== b.document) return 'documents';
  if (a.origin !== b.origin) return 'prose';
  return a.decimals === b.decimals ? 'statements' : 'scale';
}
