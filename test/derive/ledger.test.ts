import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { isPrinted } from '../../src/model/fact.ts';
import { describeCases } from '../suite.ts';
import { textSource } from '../text-source.ts';

/** Releases of an invented issuer, and each target that they give: its figures with their days, and what came of it. */
describeCases('targets', fileURLToPath(new URL('ledger/', import.meta.url)), async (one) => {
  const sources = readdirSync(one.folder)
    .filter((file) => /^\d.+\.txt$/.test(file))
    .sort()
    .map((file) => textSource('nordvik', file, one.read(file)));
  const { issuers } = await convertCorpus(sources, 'published');
  await one.expectFile('ledger.txt', issuers.map(describe).join('\n'));
});

function describe({ verification, facts }: IssuerData): string {
  const rawOf = (id: string): string =>
    facts.filter(isPrinted).find((fact) => fact.id === id)?.raw ?? 'nothing';
  const lines = verification.ledger.map(({ concept, period, dimensions, statements, ...rest }) => {
    const given = statements.map(({ fact, given: day }) => `  ${day || 'earlier'} ${rawOf(fact)}\n`).join('');
    const outcome = `  ${rest.outcome} ${rest.difference} ${rest.differencePercent} by ${rawOf(rest.actual)}`;
    const needed = rest.remainder ? `\n  needed ${rest.remainder.needed} in ${rest.remainder.period}` : '';
    return `${[concept, dimensions, period].filter(Boolean).join(' ')}\n${given}${outcome.trimEnd()}${needed}\n`;
  });
  return lines.join('');
}
