import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { dataFiles } from '../../scripts/output/data-files.ts';
import { formatFactsParquet } from '../../scripts/output/facts-parquet.ts';
import { joinContent } from '../../scripts/output/output-file.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';
import { parseCsv } from '../programs/parse-csv.ts';

test('facts.parquet holds the rows of facts.csv, in the same bytes each time', async () => {
  const corpus = await repositoryCorpus();
  const files = new Map(dataFiles(corpus).map((file) => [file[0], file]));
  const file = files.get('facts.parquet/issuer=iij/facts.parquet');
  const csv = files.get('facts.csv');
  const [data] = corpus.issuers;
  if (!file || !csv || !data) throw new Error('no files');
  const bytes = joinContent(file);
  expect(Buffer.from(formatFactsParquet(data))).toEqual(bytes);
  const rows = await parquetReadObjects({ file: bytes.slice().buffer });
  const [header = [], ...expected] = parseCsv(String(joinContent(csv)));
  const shown = (value: unknown): string =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  expect(rows).toHaveLength(expected.length);
  const numbers = new Set(['value', 'tolerance']);
  const differing = rows.flatMap((row, i) =>
    header.flatMap((name, at) => {
      const [read, written] = [shown(row[name]), expected[i]?.[at] ?? ''];
      const isSame = numbers.has(name)
        ? read === '' || written === ''
          ? read === written
          : Number(read) === Number(written)
        : read === written;
      return isSame ? [] : [`${name}: ${read} instead of ${written}`];
    }),
  );
  expect(differing.slice(0, 5)).toEqual([]);
}, 120_000);
