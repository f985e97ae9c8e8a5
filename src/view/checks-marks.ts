import { type View, viewIssuer } from '../data/index.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
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
export const markOfFact = ({ issuer, id }: Fact): Mark | undefined => viewIssuer(issuer, MARKS).facts[id];

/** The mark of a line whose words a finding is about: its label, a heading, a caption. */
export const markOfLine = (issuer: string, document: string, line: number): Mark | undefined =>
  viewIssuer(issuer, MARKS).lines[`${document}#${line}`];

interface Marks {
  readonly facts: Readonly<Record<string, Mark>>;
  readonly lines: Readonly<Record<string, Mark>>;
}

/** What did not simply pass, by the figure or the line that it marks; found once for all pages. */
const MARKS: View<Marks> = {
  name: 'marks',
  make({ findings, facts }) {
    const notable = findings.filter(({ verdict }) => isNotable(verdict));
    const onFigures = notable.filter((finding) => isAt(finding, facts.byId(finding.facts[0] ?? '')));
    const figures = new Set(onFigures);
    const onLines = notable.filter((finding) => !figures.has(finding));
    return {
      facts: markEach(Map.groupBy(onFigures, (finding) => finding.facts[0] ?? '')),
      lines: markEach(Map.groupBy(onLines, ({ document, line }) => `${document}#${line}`)),
    };
  },
};

const markEach = (findings: ReadonlyMap<string, readonly Finding[]>): Readonly<Record<string, Mark>> =>
  Object.fromEntries(
    [...findings].flatMap(([place, list]) => findMark(list).map((mark) => [place, mark] as const)),
  );

/** Whether a finding is about the figure itself, not about words of its line. */
export const isAt = (finding: Finding, fact: Fact | undefined): fact is Printed =>
  fact !== undefined &&
  isPrinted(fact) &&
  fact.document === finding.document &&
  fact.line === finding.line &&
  fact.cell === finding.cell &&
  finding.actual !== '' &&
  Number.isFinite(Number(finding.actual));

/** The mark of the worst of them. */
function findMark(findings: readonly Finding[]): Mark[] {
  const [worst] = [...findings].sort((a, b) => BY_WEIGHT.indexOf(a.verdict) - BY_WEIGHT.indexOf(b.verdict));
  if (!worst) return [];
  const { verdict } = worst;
  return [{ verdict, href: linkToFinding(worst), words: VERDICT_WORDS[verdict].mark }];
}
