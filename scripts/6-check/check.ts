import type { Printed } from '../../src/model/fact.ts';
import { type Finding, VERDICTS, type Verdict } from '../../src/model/finding.ts';
import type { Verification } from '../../src/model/verification.ts';
import type { Conclusions, Derivation } from '../5-derive/derive.ts';
import type { Statements } from '../5-derive/statements.ts';
import { accuse } from './accuse.ts';
import { type Answers, misreadByAnswer, withAnswer } from './answers.ts';
import { withOwnIds } from './finding-id.ts';
import { makeFindings } from './findings.ts';
import { disputedIn, gradeFacts } from './grade.ts';
import { type Judged, judge } from './judge.ts';
import { restatements } from './restatements.ts';
import { isMoved } from './settle.ts';
import { suspectsIn } from './suspects.ts';
import { TEXT_CHECKS } from './texts/index.ts';
import { findSlips, type TextEvidence } from './texts/text-finding.ts';

/** What checking found of the figures, and how to tell it. */
export interface CheckedFigures {
  /** Facts whose reading a failed relation puts in doubt, by id, with the reason. */
  readonly misread: ReadonlyMap<string, string>;
  /** Ids of facts that are wrong. */
  readonly disputed: ReadonlySet<string>;
  /** Ids of facts whose last digit was moved so that a column adds up. */
  readonly moved: ReadonlySet<string>;
  readonly tell: (told?: Told) => ToldChecks;
}

/** A row for every check, and all that pages tell of it. */
export interface ToldChecks {
  readonly findings: readonly Finding[];
  /** Facts of which a person says that they were misread, by id, with the reason. */
  readonly answered: ReadonlyMap<string, string>;
  readonly verify: (conclusions: Conclusions) => Verification;
}

/** What else is to be told. */
interface Told {
  /** What was found of facts that were set aside since. */
  readonly kept?: readonly Finding[];
  readonly answers?: Answers;
}

const NO_ANSWERS: Answers = new Map();

/**
 * Phase 6: says of every relation whether it holds, and of a failed one which number is wrong. `departures` are what
 * earlier phases found to depart from the documents' own headings.
 */
export function check(
  statements: Statements,
  derivation: Derivation,
  departures: readonly Finding[],
): CheckedFigures {
  const { book, relations } = derivation;
  const failed = judge(book, relations);
  const renamed = new Set(
    departures
      .filter(({ rule }) => rule === 'section-total')
      .map(({ document, line }) => `${document}#${line}`),
  );
  const { judged, misread } = accuse(
    derivation,
    failed,
    strongTies(statements.digits),
    ({ document, line }) => renamed.has(`${document}#${line}`),
    statements.misdated,
  );
  const suspects = suspectsIn(failed, derivation.holdsWith);
  const disputed = disputedIn(judged, suspects);
  return { misread, disputed, moved: movedIn(judged), tell };

  function tell({ kept = [], answers = NO_ANSWERS }: Told = {}): ToldChecks {
    const findings = withOwnIds([
      ...makeFindings(book, statements.calendar, judged, suspects),
      ...departures,
      ...textFindings(statements, judged, departures),
    ]).map((finding) => withAnswer(finding, answers));
    const ids = new Set(findings.map(({ id }) => id));
    findings.push(...kept.filter(({ id }) => !ids.has(id)));
    const verify = ({ derived, ...conclusions }: Conclusions): Verification => ({
      facts: gradeFacts(book, judged, findings, disputed),
      derived: Object.fromEntries(derived.map(({ fact, explanation }) => [fact.id, explanation])),
      verdicts: countVerdicts(findings),
      rules: countRules(findings),
      ...conclusions,
      restatements: restatements(judged, findings),
    });
    return { findings, answered: misreadByAnswer(findings), verify };
  }
}

const movedIn = (judged: readonly Judged[]): ReadonlySet<string> =>
  new Set(
    judged
      .filter(({ relation: { rule }, verdict }) => isMoved({ rule, verdict }))
      .map(({ relation }) => relation.target.id),
  );

/** How many relations a table's digits show with a figure, whatever it measures. */
function strongTies(digits: Statements['digits']): (fact: Printed) => number {
  const ties = new Map(digits.map((one) => [one.document, one.ties]));
  return ({ origin, document, line, cell }) =>
    origin === 'table' ? (ties.get(document)?.get(`${line}.${cell}`)?.strong ?? 0) : 0;
}

/** Checks of words, without what earlier phases have already found in the same place. */
function textFindings(
  statements: Statements,
  judged: readonly Judged[],
  departures: readonly Finding[],
): Finding[] {
  const found = new Set(departures.map(({ document, line }) => `${document}#${line}`));
  const lines = Map.groupBy(statements.facts, ({ document, line }) => `${document}#${line}`);
  const evidence: TextEvidence = {
    factsAt: (document, line) => lines.get(`${document}#${line}`) ?? [],
    sums: judged
      .filter(
        ({ relation, verdict }) => relation.rule === 'sum' && verdict !== 'error' && verdict !== 'doubt',
      )
      .map(({ relation }) => relation),
  };
  const own = Map.groupBy(statements.facts, ({ document }) => document);
  return statements.documents
    .flatMap((document) => {
      const said = { ...statements, facts: own.get(document.id) ?? [] };
      return TEXT_CHECKS.flatMap((check) => [...findSlips(check, document, said, evidence)]);
    })
    .filter(({ verdict, document, line }) => verdict === 'exact' || !found.has(`${document}#${line}`));
}

function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

function countRules(findings: readonly Finding[]): Verification['rules'] {
  const rules = Map.groupBy(findings, ({ rule }) => rule);
  return Object.fromEntries([...rules].map(([rule, list]) => [rule, countVerdicts(list)]));
}
