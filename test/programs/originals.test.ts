import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { listFiles, makeFolder, perform, putFiles } from './stage.ts';
import { renderStub } from './stubs.ts';

const TEXT = 'Acme Inc.\n\nFor the year ended March 31, 2013\n\tFY2012\nUSD millions\t\nRevenues\t100\n';
const HTML =
  '<h1>Acme Inc.</h1><p>For the year ended March 31, 2013, revenues were $100 million.</p><script>1</script>';
const CSV = 'USD millions,"Year ended March 31, 2013"\nRevenues,100\n';

/** What a site offers below the releases of Acme. */
async function offered(documents: Record<string, string | Uint8Array>, ...flags: string[]) {
  const folder = makeFolder();
  putFiles(folder, documents);
  const build = buildWith(convertCorpus, renderStub);
  const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out'), ...flags];
  const { complained, status } = await perform(build, args, { folder });
  expect({ complained, status }).toMatchObject({ status: 0 });
  const start = 'out/acme/documents/2013-05-15-fy2012/';
  const files = Object.entries(listFiles(folder)).filter(
    ([path]) => path.startsWith(start) && path !== start,
  );
  return Object.fromEntries(files.map(([path, text]) => [path.slice(start.length), text]));
}

describe('a site offers what it was built from', () => {
  test('a text is its own reading text', async () => {
    expect(await offered({ 'documents/acme/2013-05-15-fy2012.txt': TEXT })).toEqual({
      '2013-05-15-fy2012.txt': TEXT,
    });
  });

  test('a text whose columns spaces align has a reading text with tabs beside it', async () => {
    const text = TEXT.replaceAll(/\t(?=.)/g, ' '.repeat(30)).replace(/\t/, '');
    const files = await offered({ 'documents/acme/2013-05-15-fy2012.txt': text });
    expect(Object.keys(files)).toEqual(['2013-05-15-fy2012.txt', 'reading.txt']);
    expect(files['2013-05-15-fy2012.txt']).toBe(text);
    expect(files['reading.txt']).toContain('\nRevenues\t100\n');
  });

  test.each(['html', 'htm', 'HTML'])('no file is HTML: .%s', async (extension) => {
    const files = await offered({ [`documents/acme/2013-05-15-fy2012.${extension}`]: HTML });
    expect(Object.keys(files)).toEqual(['2013-05-15-fy2012.html.txt', 'reading.txt']);
    expect(files['2013-05-15-fy2012.html.txt']).toBe(HTML);
    expect(files['reading.txt']).toContain(
      '\nFor the year ended March 31, 2013, revenues were $100 million.\n',
    );
  });

  test('a folder has each of its files, and none that is passed over', async () => {
    const files = await offered({
      'documents/acme/2013-05-15-fy2012/1-income.csv': CSV,
      'documents/acme/2013-05-15-fy2012/2-more.csv': CSV.replaceAll('100', '100'),
      'documents/acme/2013-05-15-fy2012/.DS_Store': 'left by a system',
    });
    expect(Object.keys(files)).toEqual(['1-income.csv', '2-more.csv', 'reading.txt']);
    expect(files['1-income.csv']).toBe(CSV);
    expect(files['reading.txt']).toContain('Revenues\t100\n');
  });

  test('nothing where only figures are published', async () => {
    const config = `export default { publish: 'figures' };`;
    const files = { 'documents/acme/2013-05-15-fy2012.html': HTML, 'tieout.config.ts': config };
    const folder = makeFolder();
    putFiles(folder, { config });
    expect(await offered(files, '--config', join(folder, 'config'))).toEqual({});
  });
});
