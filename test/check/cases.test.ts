import { fileURLToPath } from 'node:url';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import { describeCases } from '../suite.ts';
import { sourcesIn } from '../text-source.ts';

/**
 * Releases of an invented issuer, and what the checks say of them: every finding that is not a plain pass, then how
 * many of each rule passed.
 */
describeCases('checks', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const { issuers } = await convertCorpus(sourcesIn(one), 'published');
  const findings = issuers.flatMap(({ findings }) => findings);
  await one.expectFile('findings.txt', describeFindings(findings));
});

function describeFindings(findings: readonly Finding[]): string {
  const notable = findings.filter(({ verdict }) => verdict !== 'exact' && verdict !== 'rounding');
  const told = notable.map(({ document, rule, verdict, message, line, facts }) => {
    const at = facts[0]?.slice(facts[0].indexOf('#') + 1) ?? `L${line}`;
    return `${verdict} ${document}/${rule} at ${at}\n  ${message}\n`;
  });
  const passed = Map.groupBy(
    findings.filter((finding) => !notable.includes(finding)),
    ({ rule, verdict }) => `${rule} ${verdict}`,
  );
  const counts = [...passed].map(([what, list]) => `${list.length} ${what}\n`).sort();
  return [...told, ...counts].join('');
}
