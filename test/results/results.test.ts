import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertWith } from '../../scripts/commands/convert.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import { keepResults } from '../../scripts/results/keep-results.ts';
import { digestProgram, PROGRAM } from '../../scripts/results/program-digest.ts';
import { madeBy, type Results } from '../../scripts/results/results.ts';
import { listFiles, makeFolder, perform, putFiles } from '../programs/stage.ts';
import { release, releases } from './releases.ts';

const DOCUMENTS = releases(['Acme', 'Bolt'], [2021, 2022]);
const NEWEST = 'acme/2023-02-10-fy2022.txt';

interface Stage {
  readonly documents: string;
  readonly cache: string;
  /** What `convert` writes, with results of earlier runs or without. */
  convert(flag: readonly string[]): Promise<Record<string, string>>;
}

function makeStage(): Stage {
  const folder = makeFolder();
  const [documents, cache] = [join(folder, 'documents'), join(folder, 'cache')];
  putFiles(documents, DOCUMENTS);
  let run = 0;
  return {
    documents,
    cache,
    async convert(flags) {
      const out = join(folder, `out-${++run}`);
      const args = ['--documents', documents, '--out', out, ...flags];
      const { status, complained } = await perform(convertWith(convertCorpus), args, { folder });
      expect({ status, complained }).toEqual({ status: 0, complained: '' });
      return listFiles(out);
    },
  };
}

/** Which results were worked out, not found. */
async function worked(documents: string, cache: string, program = 'this one', ignoresTags = false) {
  const kept = madeBy(program, keepResults(cache, effects));
  const names: string[] = [];
  const watched: Results = {
    find: (of, inputs) => kept.find(of, inputs),
    keep(of, inputs, result) {
      names.push(of);
      kept.keep(of, inputs, result);
    },
  };
  const { sources, edition } = readDocuments(documents, { effects, extensions: ['txt'] });
  await convertCorpus(sources, edition, { ignoresTags }, watched);
  return names.sort();
}

const ALL = ['acme', 'bolt'].flatMap((slug) => [
  `${slug}/documents/2022-02-10-fy2021`,
  `${slug}/documents/2023-02-10-fy2022`,
]);
const OF_ACME = ALL.filter((name) => name.startsWith('acme/'));

/** What is changed between two runs, and the results that have to be worked out anew for it. */
const CHANGES: readonly (readonly [string, (documents: string) => void, readonly string[]])[] = [
  ['nothing', () => {}, []],
  [
    'a figure',
    (documents) => putFiles(documents, { [NEWEST]: release('Acme', 2022, 2000) }),
    ['acme/documents/2023-02-10-fy2022'],
  ],
  [
    'a label',
    (documents) =>
      putFiles(documents, { [NEWEST]: release('Acme', 2022).replace('Cost of revenue', 'Cost of sales') }),
    ['acme/documents/2023-02-10-fy2022'],
  ],
  [
    'a new document',
    (documents) => putFiles(documents, { 'acme/2024-02-10-fy2023.txt': release('Acme', 2023) }),
    ['acme/documents/2024-02-10-fy2023'],
  ],
  ['a document that is gone', (documents) => rmSync(join(documents, NEWEST)), []],
  [
    'a new issuer',
    (documents) => putFiles(documents, { 'core/2023-02-10-fy2022.txt': release('Core', 2022) }),
    ['core/documents/2023-02-10-fy2022'],
  ],
  [
    'settings of an issuer',
    (documents) => putFiles(documents, { 'acme/issuer.json': '{"shortName":"Ac"}' }),
    OF_ACME,
  ],
  ['the edition', (documents) => putFiles(documents, { EDITION: 'transcription\n' }), ALL],
];

/** How an entry is spoiled. */
const SPOILED: readonly (readonly [string, (file: string, other: string) => void])[] = [
  ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, -9))],
  ['empty', (file) => writeFileSync(file, '')],
  ['another text', (file) => writeFileSync(file, 'Revenue 1,000\n'.repeat(100))],
  [
    'one bit turned',
    (file) => {
      const bytes = readFileSync(file);
      bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  ['the entry of another', (file, other) => writeFileSync(file, readFileSync(other))],
];

const entriesIn = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .map((name) => join(cache, name))
    .filter((path) => statSync(path).isFile())
    .sort();

describe('results of an earlier run', () => {
  test.each(CHANGES)('give the same files after a change of %s', async (_, change, needed) => {
    const { documents, cache, convert } = makeStage();
    await convert(['--cache', cache]);
    expect(await worked(documents, cache)).toEqual(ALL);
    change(documents);
    expect(await worked(documents, cache)).toEqual(needed);
    const plain = await convert(['--no-cache']);
    expect(await convert(['--cache', cache])).toEqual(plain);
    expect(await convert(['--cache', cache])).toEqual(plain);
  });

  test.each(SPOILED)('count for nothing where an entry is %s', async (_, spoil) => {
    const { documents, cache, convert } = makeStage();
    const plain = await convert(['--cache', cache]);
    await worked(documents, cache);
    const entries = entriesIn(cache);
    for (const [i, file] of entries.entries()) spoil(file, entries[(i + 1) % entries.length] ?? '');
    expect(await worked(documents, cache)).toEqual(ALL);
    expect(await convert(['--cache', cache])).toEqual(plain);
  });

  test('are of one program and one way of reading', async () => {
    const { documents, cache } = makeStage();
    await worked(documents, cache);
    expect(await worked(documents, cache, 'the next one')).toEqual(ALL);
    expect(await worked(documents, cache, 'the next one', true)).toEqual(ALL);
  });

  test('are not kept where nothing can be written', async () => {
    const { documents, convert } = makeStage();
    const file = join(documents, '../cache');
    writeFileSync(file, '');
    expect(await convert(['--cache', file])).toEqual(await convert(['--no-cache']));
  });

  test('are not kept among the documents', async () => {
    const folder = makeFolder();
    putFiles(join(folder, 'documents'), DOCUMENTS);
    const args = ['--documents', join(folder, 'documents'), '--cache', join(folder, 'documents/acme')];
    const { status, complained } = await perform(convertWith(convertCorpus), args, { folder });
    expect(status).toBe(2);
    expect(complained).toContain('is among the documents in documents. Name another with --cache DIR');
  });
});

describe('a program is another one', () => {
  const here = digestProgram(PROGRAM, effects);
  const withOther = (changed: string): string =>
    digestProgram(PROGRAM, {
      ...effects,
      readBytes: (path) => (path.endsWith(changed) ? new Uint8Array([1]) : effects.readBytes(path)),
    });

  test.each(['src/concepts/members.ts', 'src/model/period.ts', 'scripts/grammar/numbers.ts', 'package.json'])(
    'with another %s',
    (path) => expect(withOther(path)).not.toBe(here),
  );

  test('on another Node', () => expect(digestProgram(PROGRAM, { ...effects, runtime: 'v0' })).not.toBe(here));

  test('but not with other pages', () => expect(withOther('src/pages/index.astro')).toBe(here));
});
