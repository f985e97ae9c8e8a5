import type { Issuer } from '../data/index.ts';
import { ruleWords } from '../model/check-rules.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { formatAmount, formatCounted, formatUnit, knownPlaces, printedScale } from '../model/format.ts';
import { inUsualDigits } from '../model/house-style.ts';
import { exactly, meets, printedQuantity } from '../model/quantity.ts';
import { compareNumbers, compareWords, type Versions } from './checks-differences.ts';
import { findIntervals, type IntervalPair } from './checks-intervals.ts';
import { messagePieces, releaseName } from './checks-lists.ts';
import { isAt } from './checks-marks.ts';
import { figureNames } from './names.ts';
import { shortPeriodName } from './periods.ts';
import type { TextPiece } from './pieces.ts';
import { type QuotedLine, quoteLine } from './quoted-line.ts';

/** What a finding tells a reader: what is printed where, what it should be, and what that follows from. */
export interface CheckStory {
  readonly finding: Finding;
  readonly title: string;
  readonly release: string;
  /** Where it stands, as printed. */
  readonly quoted: QuotedLine | undefined;
  readonly message: readonly TextPiece[];
  /** Both versions, cut where they part. */
  readonly versions: Versions | undefined;
  readonly intervals: IntervalPair | undefined;
  /** What the two numbers are told in. */
  readonly unit: string;
  /** What the finding rests on, and where else the figure stands as it should be. */
  readonly witnesses: readonly Witness[];
  readonly more: string;
}

export interface Witness {
  readonly fact: Printed;
  readonly words: string;
  readonly release: string;
  readonly quoted: QuotedLine | undefined;
}

/** Witnesses that a story names one by one. */
const WITNESSES = 8;

export function makeStory(issuer: Issuer, finding: Finding): CheckStory {
  const fact = issuer.factsAt(finding.document, finding.line).find((one) => isAbout(finding, one));
  const witnesses = listWitnesses(issuer, finding, fact);
  const left = witnesses.length - WITNESSES;
  return {
    finding,
    title: fact
      ? figureName(issuer, fact)
      : (ruleWords(finding.rule).finding ?? ruleWords(finding.rule).title),
    release: releaseNameById(issuer, finding.document),
    quoted: quoteLine(issuer, finding, fact),
    message: messagePieces(finding, fact),
    versions: findVersions(finding, fact),
    intervals: fact && findIntervals(finding, fact),
    unit: fact ? formatUnit(fact.unit, printedScale(fact)) : '',
    witnesses: witnesses.slice(0, WITNESSES).map((witness) => ({
      fact: witness,
      words: figureName(issuer, witness),
      release: `${releaseNameById(issuer, witness.document)}, line ${witness.line}`,
      quoted: quoteLine(issuer, witness, witness),
    })),
    more: left > 0 ? `and ${formatCounted(left, 'more place')}` : '',
  };
}

/** Whether a finding is about a figure, which may be one that it leaves in doubt. */
const isAbout = (finding: Finding, fact: Fact): boolean =>
  fact.id === finding.facts[0] && isAt(finding, fact);

/** `Revenues, Network services, FY2012`. */
export const figureName = (issuer: Issuer, fact: Fact): string =>
  [...figureNames(issuer.facts, fact), shortPeriodName(issuer.record, fact.period)]
    .filter(Boolean)
    .join(', ');

const releaseNameById = ({ documents }: Issuer, id: string): string =>
  releaseName(documents.find((document) => document.id === id));

/** A number as the document would print it beside the fact, in its scale and to its last place. */
export function formatBeside(value: string, fact: Fact): string {
  const printed = fact.polarity === 1 ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;
  const scale = printedScale(fact);
  return inUsualDigits(formatAmount(printed, scale, knownPlaces(fact, scale)));
}

/** The printed digits without currency and percent sign. */
const printedDigits = ({ raw }: Printed): string =>
  /\(?\d[\d.,]*\)?/.exec(raw)?.[0].replace(/[.,]$/, '') ?? raw;

function findVersions(
  { verdict, expected, actual }: Finding,
  fact: Printed | undefined,
): Versions | undefined {
  if (expected === '' || verdict === 'basis') return undefined;
  if (fact) return compareNumbers(printedDigits(fact), formatBeside(expected, fact));
  return actual === '' || Math.max(actual.length, expected.length) > 90
    ? undefined
    : compareWords(actual, expected);
}

/** What the finding was computed from, then other statements of the same number that are as it should be. */
function listWitnesses(
  issuer: Issuer,
  { verdict, facts, expected }: Finding,
  fact: Fact | undefined,
): Printed[] {
  const inputs = facts.flatMap((id) => issuer.facts.byId(id) ?? []).filter((one) => one !== fact);
  const should = fact && expected !== '' ? exactly(Number(expected)) : undefined;
  const others =
    fact && should && verdict === 'error'
      ? issuer.facts
          .listStatements(fact)
          .filter((other) => other !== fact && meets(printedQuantity(other), should))
      : [];
  return [...new Set([...inputs, ...others])].filter(isPrinted);
}
