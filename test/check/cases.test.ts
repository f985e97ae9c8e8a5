import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Case, describeCases } from '../suite.ts';
import { textSource } from '../text-source.ts';

/**
 * Releases of an invented issuer, and what the checks say of them: every finding that is not a plain pass, then how
 * many of each rule passed.
 */
describeCases('checks', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const { issuers } = await convertCorpus(sourcesOf(one), 'published');
  const findings = issuers.flatMap(({ findings }) => findings);
  await one.expectFile('findings.txt', describeFindings(findings));
});

/** The documents of a case stand in a folder named like their issuer. */
function sourcesOf(one: Case): SourceText[] {
  const files = readdirSync(one.folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\/.+\.txt$/.test(file))
    .sort()
    .map((file) => textSource(file.split('/')[0] ?? '', basename(file), one.read(file)));
}

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
