import { fileURLToPath } from 'node:url';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { describeCases } from '../suite.ts';

/** Releases in several editions with an `issuer.json` that says so: what is read, and what the others had otherwise. */
describeCases('editions', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const { sources, edition } = readDocuments(one.path('documents'), { effects, extensions: EXTENSIONS });
  const { issuers } = await convertCorpus(sources, edition);
  await one.expectFile('expected.txt', issuers.map(describe).join(''));
});

function describe({ issuer, facts, findings, replaced }: IssuerData): string {
  const documents = [...new Set(facts.map(({ document }) => document).filter(Boolean))];
  const errors = findings.filter(({ verdict }) => verdict === 'error').length;
  const told = replaced.flatMap(({ document, id, isSame, differences }) => [
    `${id} ${isSame ? 'is the same as' : 'is replaced by'} ${document}`,
    ...differences.map(
      ({ concept, period, before, now }) =>
        `  ${concept} ${period}: ${before ? `${before.raw} in line ${before.line}` : 'nothing'} -> ${now ? `${now.raw} in line ${now.line}` : 'nothing'}`,
    ),
  ]);
  return [
    `${issuer.name}, ${issuer.listings.join(', ')}`,
    `read: ${documents.join(', ')}`,
    `errors: ${errors}`,
    ...told,
    '',
  ].join('\n');
}
