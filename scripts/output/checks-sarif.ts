import { ruleWords } from '../../src/model/check-rules.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { DATA_VERSION } from '../../src/model/downloads.ts';
import { isPrinted } from '../../src/model/fact.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { factById } from './fact-by-id.ts';
import { formatRecords, type JoinedFile, readRecords } from './joined-file.ts';

/** What is told, and how loud. Checks that passed are in `checks.csv`. */
const LEVELS: Readonly<Partial<Record<Verdict, 'error' | 'warning' | 'note'>>> = {
  error: 'error',
  slip: 'warning',
  doubt: 'note',
  basis: 'note',
  footing: 'note',
};

/**
 * `checks.sarif`: what did not simply pass, in SARIF 2.1.0, so that code hosts and editors show it at the lines of the
 * documents. Paths are those of a repository that keeps its documents in `documents/`.
 */
export const CHECKS_SARIF: JoinedFile = {
  name: 'checks.sarif',
  makeShare: (issuer) =>
    formatRecords(
      issuer.findings
        .filter(({ verdict }) => LEVELS[verdict])
        .map((finding) => ({ ...sarifResult(issuer, finding), suppressions: sarifSuppressions(finding) })),
    ),
  *join(shares) {
    const rules = new Set<string>();
    let hasAnswers = false;
    for (const share of shares)
      for (const { ruleId, suppressions } of readRecords<Result>(share)) {
        rules.add(ruleId);
        hasAnswers ||= suppressions.length > 0;
      }
    const places = new Map([...rules].sort().map((rule, index) => [rule, index]));
    const driver = { name: 'Tieout', rules: [...places.keys()].map(describeRule) };
    yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n';
    yield `"tool":${JSON.stringify({ driver })},\n"columnKind":"unicodeCodePoints",\n"results":[`;
    let before = '';
    for (const share of shares)
      for (const { suppressions, ...result } of readRecords<Result>(share)) {
        const placed = { ...result, ruleIndex: places.get(result.ruleId) };
        yield `${before}\n${JSON.stringify(hasAnswers ? { ...placed, suppressions } : placed)}`;
        before = ',';
      }
    yield `\n],"properties":${JSON.stringify({ dataVersion: DATA_VERSION })}}]}\n`;
  },
};

/** One finding, before it is known which rules and answers there are beside its own. */
type Result = ReturnType<typeof sarifResult> & {
  readonly suppressions: ReturnType<typeof sarifSuppressions>;
};

function describeRule(id: string) {
  const { title, says } = ruleWords(id);
  return {
    id,
    shortDescription: { text: title },
    ...(says !== '' && { fullDescription: { text: says } }),
  };
}

function sarifResult(issuer: IssuerData, finding: Finding) {
  const { id, rule, verdict, message, line, column } = finding;
  const [first, ...others] = finding.facts
    .flatMap((fact) => factById(issuer).get(fact) ?? [])
    .filter(isPrinted);
  const isAtFigure = first?.line === line && first.column === column && first.document === finding.document;
  const length = isAtFigure ? [...first.raw].length : 0;
  return {
    ruleId: rule,
    ruleIndex: 0,
    level: LEVELS[verdict],
    message: { text: escapeMessage(message) },
    locations: [location(issuer, finding.document, { line, column, length })],
    ...(others.length > 0 && {
      relatedLocations: others.map((fact, index) => ({
        id: index + 1,
        ...location(issuer, fact.document, { ...fact, length: [...fact.raw].length }),
        message: { text: escapeMessage(`${fact.label}: ${fact.raw}`) },
      })),
    }),
    partialFingerprints: { 'checkId/v1': id },
  };
}

/** An answered finding needs no more work. All results have the property or none (SARIF 2.1.0 §3.27.23). */
const sarifSuppressions = ({ answer }: Finding) =>
  answer
    ? [
        {
          kind: 'external',
          status: 'accepted',
          justification: answer.text || `${answer.status} by the issuer`,
        },
      ]
    : [];

interface Stretch {
  readonly line: number;
  readonly column: number;
  /** In code points; 0 where it is not known. */
  readonly length: number;
}

function location({ issuer, documents }: IssuerData, id: string, { line, column, length }: Stretch) {
  const file = documents.find((document) => document.id === id)?.file ?? id;
  const path = ['documents', issuer.slug, file].map(encodeURIComponent).join('/');
  const region = { startLine: Math.max(1, line), startColumn: Math.max(1, column) };
  return {
    physicalLocation: {
      artifactLocation: { uri: path, uriBaseId: '%SRCROOT%' },
      region: length > 0 ? { ...region, endColumn: region.startColumn + length } : region,
    },
  };
}

/** Brackets and braces would be read as links and placeholders (SARIF 2.1.0 §3.11.5, §3.11.6). */
const escapeMessage = (text: string): string =>
  text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, (brace) => brace + brace);
