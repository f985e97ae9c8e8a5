import type { Printed } from '../../src/model/fact.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { isBounded, meets, moved, type Quantity } from '../../src/model/quantity.ts';
import type { FactVerification, Grade } from '../../src/model/verification.ts';
import type { Book } from '../5-derive/book.ts';
import { type Judged, lastPlaceUnit } from './judge.ts';
import type { Suspects } from './suspects.ts';

const MOST_SUPPORT = 4;
/** Figures that disagree, or agree with another than was read, prove nothing. */
const BEARS_NOTHING_OUT: ReadonlySet<Verdict> = new Set<Verdict>(['error', 'doubt', 'basis']);

/** Ids of findings; most facts have none or one of a kind, and there are a hundred thousand facts. */
interface Proof {
  pinning: readonly string[];
  loose: readonly string[];
  notable?: Set<string>;
}

const NO_PROOF: Proof = { pinning: [], loose: [] };

function note(proof: Proof, { id }: Finding): void {
  proof.notable ??= new Set();
  proof.notable.add(id);
}

/** What speaks for each printed fact, and what against. */
export function gradeFacts(
  book: Book,
  judged: readonly Judged[],
  findings: readonly Finding[],
  disputed: ReadonlySet<string>,
): Record<string, FactVerification> {
  const proofs = new Map<string, Proof>();
  const of = (id: string): Proof => {
    const known = proofs.get(id) ?? { ...NO_PROOF };
    proofs.set(id, known);
    return known;
  };
  for (const [index, one] of judged.entries()) {
    const finding = findings[index];
    if (!finding) continue;
    for (const fact of [one.relation.target, ...one.relation.inputs]) {
      const proof = of(fact.id);
      if (one.verdict !== 'exact' && one.verdict !== 'rounding') note(proof, finding);
      if (BEARS_NOTHING_OUT.has(one.verdict)) continue;
      const kind = pins(book, one, fact) ? 'pinning' : 'loose';
      if (proof[kind].length < MOST_SUPPORT) proof[kind] = [...proof[kind], finding.id];
    }
  }
  for (const finding of findings.slice(judged.length)) for (const id of finding.facts) note(of(id), finding);
  const agreeing = countAgreeing(book);
  return Object.fromEntries(
    book.facts.map((fact) => {
      const { pinning, loose, notable } = of(fact.id);
      const support = [...pinning, ...loose].slice(0, MOST_SUPPORT);
      return [
        fact.id,
        {
          grade: chooseGrade(disputed.has(fact.id), pinning.length, loose.length),
          agreeing: agreeing(fact),
          support,
          findings: [...(notable ?? [])],
        },
      ];
    }),
  );
}

/** Ids of the figures that are wrong. Where one of several is and nothing says which, none is refuted. */
export function disputedIn(
  judged: readonly Judged[],
  suspects: (failed: Judged) => Suspects,
): ReadonlySet<string> {
  const failed = judged.filter(({ verdict }) => verdict === 'error').map(suspects);
  return new Set(failed.flatMap(({ facts: [first], isSure }) => (first && isSure ? [first.id] : [])));
}

function chooseGrade(isDisputed: boolean, pinning: number, loose: number): Grade {
  if (isDisputed) return 'disputed';
  return pinning > 0 ? 'proven' : loose > 0 ? 'supported' : 'single';
}

/** The relation would fail if the last digit of the fact were another by one. */
function pins(book: Book, { relation, verdict }: Judged, fact: Printed): boolean {
  const unit = lastPlaceUnit(fact);
  if (relation.asPrinted && verdict === 'exact') return true;
  if (fact !== relation.target && relation.weights === undefined) return false;
  const here = book.intervalOf(relation.target);
  return [unit, -unit].every((by) => !meets(moved(relation.expected, by), here)) || verdict === 'footing';
}

/** Places that give the number; what only says that it was passed (`over 100`) is none but its own. */
function countAgreeing(book: Book): (fact: Printed) => number {
  const counts = new Map<readonly Printed[], Map<string, number>>();
  return (fact) => {
    const statements = book.statements(book.subjectOf(fact));
    const number = book.intervalOf(fact);
    const known = counts.get(statements) ?? new Map<string, number>();
    counts.set(statements, known);
    const key = `${number.low}|${number.high}`;
    const others = known.get(key) ?? statements.filter((other) => isAgreeing(book, other, number)).length;
    known.set(key, others);
    return others + (isBounded(number) ? 0 : 1);
  };
}

function isAgreeing(book: Book, other: Printed, number: Quantity): boolean {
  const interval = book.intervalOf(other);
  return isBounded(interval) && meets(interval, number);
}
