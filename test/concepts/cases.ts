import { readFileSync } from 'node:fs';

/** The rows of a tab-separated file beside the tests, its header left out. Short rows are filled with ''. */
export function readCases(file: string): string[][] {
  const [header = '', ...rows] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const width = header.split('\t').length;
  return rows.map((row) => [...row.split('\t'), ...Array<string>(width).fill('')].slice(0, width));
}
