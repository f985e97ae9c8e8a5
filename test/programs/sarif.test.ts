import { expect, test } from 'vitest';
import { CHECKS_SARIF } from '../../scripts/output/checks-sarif.ts';
import { formatJoined } from '../../scripts/output/joined-file.ts';
import type { Finding } from '../../src/model/finding.ts';
import { textSource } from '../text-source.ts';
import { compileStub } from './stubs.ts';

const source = textSource('acme', '2013-05-15-fy2012.txt', 'Revenues\tMISTAKE\n');
const corpus = await compileStub([source], 'published');

function sarifOf(change: Partial<Finding>) {
  const issuers = corpus.issuers.map((issuer) => ({
    ...issuer,
    findings: issuer.findings.map((finding) => ({ ...finding, ...change })),
  }));
  const text = [...formatJoined(CHECKS_SARIF, { issuers })].join('');
  return JSON.parse(text).runs[0];
}

test('an error is a result at its line, under the path of the repository', () => {
  const { results, tool, columnKind } = sarifOf({});
  const [finding] = corpus.issuers[0]?.findings ?? [];
  expect(columnKind).toBe('unicodeCodePoints');
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({ level: 'error', ruleId: finding?.rule, ruleIndex: 0 });
  expect(tool.driver.rules[0].id).toBe(finding?.rule);
  expect(results[0].partialFingerprints).toEqual({ 'checkId/v1': finding?.id });
  const { artifactLocation, region } = results[0].locations[0].physicalLocation;
  expect(artifactLocation).toEqual({
    uri: 'documents/acme/2013-05-15-fy2012.txt',
    uriBaseId: '%SRCROOT%',
  });
  expect(region).toMatchObject({ startLine: finding?.line, startColumn: finding?.column });
});

test('passes are no results; slips warn; doubts, moved digits and other bases are notes', () => {
  expect(sarifOf({ verdict: 'exact' }).results).toEqual([]);
  expect(sarifOf({ verdict: 'rounding' }).results).toEqual([]);
  expect(sarifOf({ verdict: 'slip' }).results[0].level).toBe('warning');
  expect(sarifOf({ verdict: 'doubt' }).results[0].level).toBe('note');
  expect(sarifOf({ verdict: 'footing' }).results[0].level).toBe('note');
  expect(sarifOf({ verdict: 'basis' }).results[0].level).toBe('note');
});

test('what a document says is no link and no placeholder', () => {
  const { message } = sarifOf({ message: 'see [here](https://evil.example) {0} \\' }).results[0];
  expect(message.text).toBe('see \\[here\\](https://evil.example) {{0}} \\\\');
});
