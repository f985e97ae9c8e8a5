import type { Printed } from '../../../../src/model/fact.ts';
import type { Measure } from '../measures.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { type Explained, explainByRow } from './explain-by-row.ts';
import type { FactRow, FactRows } from './fact-rows.ts';
import { type Candidate, judgeRow, type Strength } from './judge-row.ts';
import { PER_SHARE } from './name-row.ts';
import { variantOfFact } from './row-words.ts';
import type { TiedText } from './tied-text.ts';

/** The row's statement that each figure repeats, by the figure's index; none for figures that no row has for certain. */
export function tieSentence(sentence: TiedText, rows: FactRows): Map<number, Explained> {
  const candidates = splitClauses(sentence.text).flatMap((clause) => candidatesIn(clause, sentence, rows));
  const tied = new Map<number, Explained>();
  for (const [index, { figure }] of sentence.figures.entries()) {
    const found = best(candidates, index, BASIC.test(sentence.text.slice(figure.end)));
    if (found) tied.set(index, found);
  }
  return tied;
}

function candidatesIn(clause: Clause, sentence: TiedText, rows: FactRows): Candidate[] {
  const own = new Map(
    [...sentence.figures.entries()].filter(
      ([, { figure }]) => figure.start >= clause.start && figure.start < clause.end,
    ),
  );
  const near = new Set<FactRow>();
  for (const { figure } of own.values()) for (const row of rows.rowsWith(figure)) near.add(row);
  return [...near].flatMap((row) => {
    const explained = explainByRow(row, own).filter(({ index, fact }) =>
      bearsName(fact, own.get(index)?.listed),
    );
    const candidate = explained.length > 0 ? judgeRow(row, explained, own, clause, sentence) : undefined;
    return candidate ? [candidate] : [];
  });
}

/** `Adjusted operating income and net income were`: a number of a list is of no row but that of its own name. */
const bearsName = (fact: Printed, listed: Measure | undefined): boolean =>
  !listed ||
  (listed.id === fact.concept && (!('variant' in listed.dimensions) || variantOfFact(fact) !== ''));

const RANK: Readonly<Record<Strength, number>> = { joint: 2, lone: 1, rate: 0 };

/** `$1.16 basic EPS and $1.16 diluted EPS`. */
const BASIC = /^\s*(?:adjusted |earnings |EPS )?\(?basic\b(?!,? (?:and|or) diluted)/i;

/** The surest statement of a figure; none where two that are equally sure say different things. */
function best(candidates: readonly Candidate[], index: number, isBasic: boolean): Explained | undefined {
  const found = candidates
    .flatMap((candidate) =>
      candidate.explained
        .filter((explained) => explained.index === index)
        .map((explained) => ({
          row: candidate.row,
          explained,
          rank: [RANK[candidate.strength], candidate.explained.length, candidate.words, candidate.onTime],
        })),
    )
    .sort((a, b) => compare(b.rank, a.rank) || a.row.line - b.row.line);
  const [first, ...others] = found;
  if (first && PER_SHARE.has(first.explained.fact.concept)) {
    const spoken = isBasic ? 'EarningsPerShareBasic' : 'EarningsPerShareDiluted';
    return (found.find(({ explained }) => explained.fact.concept === spoken) ?? first).explained;
  }
  const isOpen = others.some(
    (other) =>
      compare(other.rank, first?.rank ?? []) === 0 && said(other.explained) !== said(first?.explained),
  );
  return isOpen ? undefined : first?.explained;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}

const said = (explained: Explained | undefined): string =>
  explained
    ? [
        explained.fact.concept,
        explained.fact.dimensions,
        explained.fact.period,
        explained.before?.period,
        explained.how,
      ].join('|')
    : '';
