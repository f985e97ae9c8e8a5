import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { isPrinted } from '../../src/model/fact.ts';
import { describeCases } from '../suite.ts';
import { textSource } from '../text-source.ts';
import { expectedLine, factLine } from './read-cases.ts';

/** Whole releases: what their sentences state beside their tables, how many numbers stay unread, and no false accusation. */
describeCases('sentences of', join(import.meta.dirname, 'documents'), async (one) => {
  const [name = ''] = readdirSync(one.folder).filter((file) => file.endsWith('.txt'));
  const lines = one.read('expected').split('\n');
  const corpus = await convertCorpus([textSource('invented', name, one.read(name))], 'published');
  const [issuer] = corpus.issuers;
  const prose = issuer?.facts.filter(isPrinted).filter(({ origin }) => origin === 'prose') ?? [];
  const stated = lines.filter((line) => line.startsWith('= ')).map((line) => expectedLine(line.slice(2)));
  expect(prose.map(factLine)).toEqual(stated);
  const [, unread = '0'] = lines.find((line) => line.startsWith('unread '))?.split(' ') ?? [];
  expect(Object.values(issuer?.coverage ?? {})[0]?.unread.length).toBe(Number(unread));
  const errors = issuer?.findings.filter(({ verdict }) => verdict === 'error').map(({ message }) => message);
  expect(errors).toEqual([]);
});
