import type { Rule } from '../../../src/model/check-rules.ts';
import type { DocumentRecord, LineRange, TableBlock } from '../../../src/model/document.ts';
import type { Printed } from '../../../src/model/fact.ts';
import type { Finding, Verdict } from '../../../src/model/finding.ts';
import type { Relation } from '../../5-derive/relation.ts';
import type { Statements } from '../../5-derive/statements.ts';
import { seenText } from '../../grammar/numbers.ts';
import { findingId } from '../finding-id.ts';

/** A check of words: labels, headings, dates, names. Every file of this folder has one. */
export interface TextCheck {
  readonly rule: Rule;
  /** Finds what words say, and holds it against what they should say. */
  readonly compare: (
    document: DocumentRecord,
    statements: Statements,
    evidence: TextEvidence,
  ) => Iterable<WordComparison>;
  readonly example: SlipExample;
}

/** A passage of a release for the year to 31 March 2021, and what is found in it: documentation and test at once. */
export interface SlipExample {
  /** A row of a table is `| label | figure |`. */
  readonly text: string;
  readonly finds: string;
}

/** What words say in one place and what they should say: a slip where that differs, unless it is judged otherwise. */
export interface WordComparison {
  readonly line: number;
  readonly column?: number;
  readonly cell?: number;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
  readonly facts?: readonly Printed[];
  readonly verdict?: Verdict;
  /** Where it is not that of the check. */
  readonly rule?: Rule;
}

/** What figures say, for checks that hold words against them. */
export interface TextEvidence {
  readonly factsAt: FactsAt;
  /** Sums of printed columns that hold. */
  readonly sums: readonly Relation[];
}

/** The facts of a line of a document, in reading order. */
export type FactsAt = (document: string, line: number) => readonly Printed[];

/** The words of some lines, as a reader sees them. */
export const shownWords = ({ lines }: DocumentRecord, [first, last]: LineRange): string =>
  seenText(lines.slice(first - 1, last).join(' '));

/** What a check says of the words of a document. */
export function* findSlips(check: TextCheck, ...given: Parameters<TextCheck['compare']>): Generator<Finding> {
  const [{ issuer, id: document }] = given;
  for (const comparison of check.compare(...given)) {
    const { rule = check.rule, cell = null, column = 1, expected, actual } = comparison;
    const { verdict = expected === actual ? 'exact' : 'slip', facts = [] } = comparison;
    yield makeWordFinding({ issuer, document, ...comparison, rule, verdict, column, cell }, facts);
  }
}

type OfWords = Pick<
  Finding,
  'issuer' | 'document' | 'rule' | 'verdict' | 'line' | 'column' | 'cell' | 'expected' | 'actual' | 'message'
>;

/** A finding of words that stand in a place, and the facts that they are about. */
export function makeWordFinding(
  { issuer, document, rule, verdict, line, column, cell, expected, actual, message }: OfWords,
  facts: readonly Printed[],
): Finding {
  return {
    id: findingId({ issuer, document, rule, facts, words: [expected, actual] }),
    rule,
    verdict,
    issuer,
    document,
    line,
    column,
    cell,
    expected,
    actual,
    difference: '',
    tolerance: '',
    message,
    facts: facts.map(({ id }) => id),
  };
}

export const listTables = ({ blocks }: DocumentRecord): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');
