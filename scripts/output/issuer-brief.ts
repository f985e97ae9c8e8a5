import type { IssuerData, SourceText } from '../../src/model/corpus.ts';
import { type DocumentRecord, type IssuerRecord, isHardlyRead } from '../../src/model/document.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { GRADES } from '../../src/model/verification.ts';
import { formatCodeFrame } from '../commands/code-frame.ts';

/** What is held of an issuer once its files are written: what joins it to the others, and what users are told of it. */
export interface IssuerBrief {
  readonly issuer: IssuerRecord;
  readonly documents: readonly DocumentBrief[];
  /** Measures of its figures. */
  readonly measures: readonly string[];
  readonly counts: Counts;
  /** What cannot be right. */
  readonly contradictions: readonly Contradiction[];
  readonly hardlyRead: readonly HardlyRead[];
}

/** A document of which more numbers were left unread than read. */
export interface HardlyRead {
  readonly file: string;
  readonly facts: number;
  readonly unread: number;
}

/** A release without what it says. */
export interface DocumentBrief extends Omit<DocumentRecord, 'lines' | 'blocks'> {
  /** Path of the file or folder that it was read from. */
  readonly source: string;
}

export interface Counts {
  readonly facts: number;
  readonly checks: number;
  readonly unread: number;
  /** Findings that a person has answered. */
  readonly answered: number;
  /** Printed figures by grade. */
  readonly figures: Readonly<Record<string, number>>;
  /** Checks by verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
}

/** An error or a slip with the place that it is at, and the lines around that. */
export interface Contradiction {
  readonly finding: Finding;
  readonly file: string | undefined;
  readonly frame: readonly string[];
}

export function makeBrief(data: IssuerData, sources: readonly SourceText[]): IssuerBrief {
  const { slug } = data.issuer;
  const files = new Map(
    sources.filter(({ issuer }) => issuer === slug).map(({ id, file }) => [id, file] as const),
  );
  return {
    issuer: data.issuer,
    documents: data.documents.map(({ lines: _, blocks: __, ...record }) => ({
      ...record,
      source: files.get(record.id) ?? record.file,
    })),
    measures: [...new Set(data.facts.map(({ concept }) => concept))],
    counts: countIn(data),
    contradictions: data.findings
      .filter(({ verdict }) => CONTRADICTING.includes(verdict))
      .map((finding) => locate(finding, data, files)),
    hardlyRead: data.documents.flatMap(({ id, file }) => {
      const read = data.coverage[id];
      return read && isHardlyRead(read)
        ? [{ file: files.get(id) ?? file, facts: read.facts, unread: read.unread.length }]
        : [];
    }),
  };
}

const CONTRADICTING: readonly Verdict[] = ['error', 'slip'];

/** Nobody has answered what cannot be right: errors of figures first, then slips of words. */
export const listOpen = (issuers: readonly IssuerBrief[]): Contradiction[] =>
  CONTRADICTING.flatMap((wanted) =>
    issuers.flatMap(({ contradictions }) =>
      contradictions.filter(({ finding }) => finding.verdict === wanted && !finding.answer),
    ),
  );

function locate(
  finding: Finding,
  { documents }: IssuerData,
  files: ReadonlyMap<string, string>,
): Contradiction {
  const lines = documents.find(({ id }) => id === finding.document)?.lines ?? [];
  return { finding, file: files.get(finding.document), frame: formatCodeFrame(lines, finding) };
}

function countIn({ facts, findings, coverage, verification }: IssuerData): Counts {
  const figures: Record<string, number> = {};
  for (const { id, doubt, origin } of facts) {
    if (origin === 'derived') continue;
    const grade = doubt ? 'unsure' : (verification.facts[id]?.grade ?? 'single');
    figures[grade] = (figures[grade] ?? 0) + 1;
  }
  return {
    facts: facts.length,
    checks: findings.length,
    unread: Object.values(coverage).reduce((total, { unread }) => total + unread.length, 0),
    answered: findings.filter(({ answer }) => answer).length,
    figures,
    verdicts: verification.verdicts,
  };
}

/** Printed figures of all issuers by grade. */
export const countFigures = (issuers: readonly IssuerBrief[]): Record<string, number> =>
  addUp([
    Object.fromEntries(GRADES.map((grade) => [grade, 0])),
    ...issuers.map(({ counts }) => counts.figures),
  ]);

/** Checks of all issuers by verdict. */
export const countVerdicts = (issuers: readonly IssuerBrief[]): Record<string, number> =>
  addUp(issuers.map(({ counts }) => counts.verdicts));

function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const one of counts)
    for (const [name, count] of Object.entries(one)) total[name] = (total[name] ?? 0) + count;
  return total;
}
