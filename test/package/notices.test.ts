import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('THIRD-PARTY.md names what the package brings along, each with its licence', () => {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(read('package.json'));
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).sort();
  const expected = names.map(
    (name) => `| ${name} | ${JSON.parse(read(`node_modules/${name}/package.json`)).license} |`,
  );
  const rows = read('THIRD-PARTY.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.sort()).toEqual(expected.sort());
});
