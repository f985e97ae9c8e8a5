import type { DocumentRecord, LineRange, TableBlock } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Finding, Verdict } from '../../../src/model/finding.ts';
import type { Statements } from '../../5-derive/derive.ts';
import type { Relation } from '../../5-derive/relation.ts';
import { seenText } from '../../grammar/numbers.ts';
import { findingId } from '../finding-id.ts';

/** A check of words: labels, headings, dates, names. Every file of this folder is one. */
export type TextCheck = (
  document: DocumentRecord,
  statements: Statements,
  evidence: TextEvidence,
) => Iterable<Finding>;

/** What figures say, for checks that hold words against them. */
export interface TextEvidence {
  readonly factsAt: FactsAt;
  /** Sums of printed columns that hold. */
  readonly sums: readonly Relation[];
}

/** The facts of a line of a document, in reading order. */
export type FactsAt = (document: string, line: number) => readonly Fact[];

/** The words of some lines, as a reader sees them. */
export const shownWords = ({ lines }: DocumentRecord, [first, last]: LineRange): string =>
  seenText(lines.slice(first - 1, last).join(' '));

interface Told {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly line: number;
  readonly cell?: number;
  readonly column?: number;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
  readonly facts?: readonly Fact[];
}

export function textFinding({ issuer, id }: DocumentRecord, told: Told): Finding {
  const { rule, verdict, line, cell, column = 1, expected, actual, message, facts = [] } = told;
  return {
    id: findingId({ issuer, document: id, rule, facts, words: [expected, actual] }),
    rule,
    verdict,
    issuer,
    document: id,
    line,
    column,
    cell: cell ?? null,
    expected,
    actual,
    difference: '',
    tolerance: '',
    message,
    facts: facts.map((fact) => fact.id),
  };
}

export const listTables = ({ blocks }: DocumentRecord): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');
