import { type Fact, isPrinted, type Printed } from '../src/model/fact.ts';
import type { Finding } from '../src/model/finding.ts';
import { printedQuantity } from '../src/model/quantity.ts';
import type { Verification } from '../src/model/verification.ts';
import { type Checked, isForeign } from './5-derive/book.ts';
import { type Derivation, derive } from './5-derive/derive.ts';
import type { DerivedFact } from './5-derive/derived-facts.ts';
import type { Statements } from './5-derive/statements.ts';
import type { Answers } from './6-check/answers.ts';
import { type CheckedFigures, check, type ToldChecks } from './6-check/check.ts';
import { type Checks, hasIdAmong } from './6-check/settle.ts';

/** What follows from the statements of an issuer that can be relied on, and what checking found of all of them. */
export interface Worked {
  readonly facts: readonly Printed[];
  readonly derived: readonly DerivedFact[];
  readonly findings: readonly Finding[];
  readonly verification: Verification;
  readonly checks: Checks;
  /** Statements that checking showed to be misread, with the reason. */
  readonly misread: readonly Printed[];
}

/** What a round relies on. */
interface Relied {
  readonly facts: readonly Printed[];
  /** What the round before it found of them. */
  readonly standing?: Checked;
  /** What it found of those that were set aside since. */
  readonly kept: readonly Finding[];
}

/** What is the same in each round. */
interface Said {
  readonly statements: Statements;
  readonly departures: readonly Finding[];
  readonly answers: Answers;
  /** Statements that any round showed to be misread, with the reason. */
  readonly misread: Map<string, string>;
}

/** Times that facts are set aside; each may show others that rest on them. What a person says holds in any. */
const ROUNDS = 3;

/**
 * Derives and checks, and where that proves a figure wrong, or misread, once more without it: then it is no evidence for
 * anything. What was in doubt stays told. Nothing of a round but what the next relies on is in memory with it.
 */
export function deriveAndCheck(
  statements: Statements,
  departures: readonly Finding[],
  answers: Answers,
): Worked {
  const said = { statements, departures, answers, misread: new Map<string, string>() };
  let relied: Relied = { facts: statements.facts, kept: [] };
  for (let round = 1; ; round++) {
    const after = workOut(said, relied, round);
    if ('worked' in after) return after.worked;
    relied = after.relied;
  }
}

function workOut(
  said: Said,
  { facts, standing, kept }: Relied,
  round: number,
): { readonly worked: Worked } | { readonly relied: Relied } {
  const { departures, answers, misread } = said;
  const statements = { ...said.statements, facts };
  const derivation = derive(statements, standing);
  const checked = check(statements, derivation, departures);
  const told = answers.size > 0 ? checked.tell({ kept, answers }) : undefined;
  const tell = (): ToldChecks => told ?? checked.tell({ kept });
  const found = [...checked.misread, ...(told?.answered ?? [])];
  const fresh = found.filter(([id]) => !misread.has(id));
  const isLast =
    round >= ROUNDS
      ? !fresh.some(([id]) => told?.answered.has(id))
      : fresh.length === 0 && (round > 1 || checked.disputed.size === 0);
  if (isLast) return { worked: conclude(said, facts, derivation, tell()) };
  for (const [id, reason] of fresh) misread.set(id, reason);
  return { relied: setAside(facts, checked, misread, tell) };
}

/** What is in no doubt is told by the rounds that come. */
function setAside(
  facts: readonly Printed[],
  { disputed, moved }: CheckedFigures,
  misread: Said['misread'],
  tell: () => ToldChecks,
): Relied {
  const isDoubt = ({ verdict, facts: about }: Finding): boolean =>
    verdict === 'doubt' && about.some((id) => misread.has(id));
  return {
    facts: facts.filter(({ id }) => !misread.has(id)),
    standing: { isRefuted: hasIdAmong(disputed), isMoved: hasIdAmong(moved) },
    kept: misread.size > 0 ? tell().findings.filter(isDoubt) : [],
  };
}

function conclude(
  said: Said,
  facts: readonly Printed[],
  derivation: Derivation,
  { findings, verify }: ToldChecks,
): Worked {
  const { intervalOf, currency } = derivation.book;
  const conclusions = derivation.conclude();
  const verification = verify(conclusions);
  const checks = {
    findings,
    grades: verification.facts,
    ledger: verification.ledger,
    interval: (fact: Fact) => (isPrinted(fact) ? intervalOf(fact) : printedQuantity(fact)),
    isTranslated: (unit: string) => isForeign(unit, currency),
  };
  return { facts, derived: conclusions.derived, findings, verification, checks, misread: withDoubts(said) };
}

const withDoubts = ({ statements, misread }: Said): Printed[] =>
  statements.facts.flatMap((fact) => {
    const doubt = misread.get(fact.id);
    return doubt === undefined ? [] : [{ ...fact, doubt }];
  });
