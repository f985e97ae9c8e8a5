import { type Issuer, site } from '../data/index.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { linkToFinding } from '../model/links.ts';
import { BY_WEIGHT, isNotable, VERDICT_WORDS } from './checks-verdicts.ts';

/** What stands beside a figure or a line that a finding is about, and leads to it. */
export interface Mark {
  readonly verdict: Verdict;
  readonly href: string;
  readonly words: string;
}

/** The mark of a figure wherever it is shown; none where all checks of it passed. */
export const markOfFact = ({ issuer, id }: Fact): Mark | undefined =>
  markOf(placesIn(issuer)?.facts.get(id) ?? []);

/** The mark of a line whose words a finding is about: its label, a heading, a caption. */
export const markOfLine = (issuer: string, document: string, line: number): Mark | undefined =>
  markOf(placesIn(issuer)?.lines.get(`${document}#${line}`) ?? []);

interface Places {
  readonly facts: ReadonlyMap<string, readonly Finding[]>;
  readonly lines: ReadonlyMap<string, readonly Finding[]>;
}

const known = new WeakMap<Issuer, Places>();

/** What did not simply pass, by the figure or the line that it marks; found once for all pages of an issuer. */
function placesIn(slug: string): Places | undefined {
  const issuer = site().issuers.find(({ record }) => record.slug === slug);
  if (!issuer) return undefined;
  const places = known.get(issuer) ?? findPlaces(issuer);
  known.set(issuer, places);
  return places;
}

function findPlaces({ findings, facts }: Issuer): Places {
  const notable = findings.filter(({ verdict }) => isNotable(verdict));
  const onFigures = notable.filter((finding) => isAt(finding, facts.byId(finding.facts[0] ?? '')));
  const figures = new Set(onFigures);
  return {
    facts: Map.groupBy(onFigures, (finding) => finding.facts[0] ?? ''),
    lines: Map.groupBy(
      notable.filter((finding) => !figures.has(finding)),
      ({ document, line }) => `${document}#${line}`,
    ),
  };
}

/** Whether a finding is about the figure itself, not about words of its line. */
export const isAt = (finding: Finding, fact: Fact | undefined): boolean =>
  fact !== undefined &&
  fact.document === finding.document &&
  fact.line === finding.line &&
  fact.cell === finding.cell &&
  finding.actual !== '' &&
  Number.isFinite(Number(finding.actual));

function markOf(findings: readonly Finding[]): Mark | undefined {
  const [worst] = [...findings].sort((a, b) => BY_WEIGHT.indexOf(a.verdict) - BY_WEIGHT.indexOf(b.verdict));
  if (!worst) return undefined;
  const { verdict } = worst;
  return { verdict, href: linkToFinding(worst), words: VERDICT_WORDS[verdict].mark };
}
