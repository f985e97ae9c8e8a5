import { fileURLToPath } from 'node:url';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import type { Issuer } from '../../src/data/index.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { documentOf, isPrinted } from '../../src/model/fact.ts';
import { Settled } from '../../src/model/settled.ts';
import { listEditions } from '../../src/view/document-editions.ts';
import { describeCases } from '../suite.ts';

/** Releases in several editions with an `issuer.json` that says so: what is read, and what the others had otherwise. */
describeCases('editions', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const { sources, edition } = readDocuments(one.path('documents'), { effects, extensions: EXTENSIONS });
  const { issuers } = await convertCorpus(sources, edition);
  await one.expectFile('expected.txt', issuers.map(describe).join(''));
});

function describe({ issuer, facts, findings, replaced, settled }: IssuerData): string {
  const documents = [...new Set(facts.map(documentOf).filter(Boolean))];
  const errors = findings.filter(({ verdict }) => verdict === 'error').length;
  const sure = facts.filter(({ doubt }) => doubt === '');
  const seen = {
    record: issuer,
    facts: new Settled(sure, settled),
    replaced,
    factsAt: (id: string, line: number) =>
      facts.filter(isPrinted).filter((fact) => fact.document === id && fact.line === line),
  } as unknown as Issuer;
  const told = documents.flatMap((id) =>
    listEditions(seen, { id } as Issuer['documents'][number]).flatMap(({ says, rows }) => [
      says,
      ...rows.map(
        ({ words, before, beforeLine, now }) =>
          `  ${words}: ${before ? `${before} in line ${beforeLine}` : 'nothing'} -> ${now ? `${now.raw} in line ${now.line}` : 'nothing'}`,
      ),
    ]),
  );
  return [
    `${issuer.name}, ${issuer.listings.join(', ')}`,
    `read: ${documents.join(', ')}`,
    `errors: ${errors}`,
    ...told,
    '',
  ].join('\n');
}
