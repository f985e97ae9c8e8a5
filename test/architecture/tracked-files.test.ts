import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What is true on one machine only and would break, or give away, another's. Written so as not to match itself. */
const FORBIDDEN = [
  { pattern: /(?:^|[\s"'`(=:])\/(?:home|root|Users|work|farm)\/\w/, name: 'the path of a machine' },
  { pattern: /"resolved":\s*"http/, name: 'the address of a package registry' },
  { pattern: /\bregistry\s*=\s*http|\/\/registry\./, name: 'the address of a package registry' },
];

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter(
    (path) =>
      path !== '' && !/\.(png|woff2?|pdf)$/.test(path) && path !== 'test/architecture/tracked-files.test.ts',
  );

test('no tracked file names a machine or a registry', () => {
  const found = tracked.flatMap((path) =>
    readFileSync(join(ROOT, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(
          ({ name }) => `${path}:${index + 1} ${name}`,
        ),
      ),
  );
  expect(found).toEqual([]);
});
