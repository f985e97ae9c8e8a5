import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../scripts/1-read/read-source.ts';
import { convertRawDocument } from '../../../scripts/convert-document.ts';
import { parseCsv } from '../../programs/parse-csv.ts';
import { compareRow, type KeyRow, type Outcome } from './compare-key.ts';

const KEYS = import.meta.dirname;
const CORPUS = join(KEYS, '../../../../shared/corpus/documents');
/** Shares of all figures; the aim is 0.96 and 0.01. */
const LEAST_RIGHT = 0.89;
const MOST_WRONG = 0.025;

const keys = readdirSync(KEYS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.csv'))
  .sort();

describe.skipIf(!existsSync(CORPUS))('figures of releases of others', () => {
  const outcomes: Outcome[] = [];

  test.each(keys)(
    '%s',
    async (path) => {
      const [issuer = '', file = ''] = path.split(/[\\/]/);
      const id = basename(file, '.csv');
      const name = readdirSync(join(CORPUS, issuer)).find((one) => basename(one, extname(one)) === id) ?? '';
      const source = {
        issuer,
        id,
        file: `${issuer}/${name}`,
        name,
        bytes: readFileSync(join(CORPUS, issuer, name)),
      };
      const { facts } = convertRawDocument(source, await readSource(source), 'published');
      outcomes.push(...rowsOf(path).map((row) => compareRow(row, facts)));
      expect(facts.length).toBeGreaterThan(0);
    },
    120_000,
  );

  test('are read right, or said to be unsure', () => {
    const share = (is: (one: Outcome) => boolean) => outcomes.filter(is).length / outcomes.length;
    expect(share((one) => one === 'right')).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(share((one) => one.startsWith('wrong'))).toBeLessThanOrEqual(MOST_WRONG);
  });
});

function rowsOf(path: string): KeyRow[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(KEYS, path), 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])) as KeyRow);
}
