import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { listFiles } from '../../scripts/output/list-files.ts';
import { buildRepositorySite } from '../built/repository-site.ts';

/**
 * Bytes of the pages, charts and tables of one period, and of one release of thirty pages, its findings included. A site
 * grows by so much with each. A chart's file brings some 22 kB of letters along. Printouts come on top.
 */
const MOST = { period: 1_400_000, release: 650_000 };

const kindOf = (part: string): keyof typeof MOST | undefined =>
  /^(?:fy|[12]h|[1-4]q|9m)\d/.test(part)
    ? 'period'
    : /^(?:documents|checks)$/.test(part)
      ? 'release'
      : undefined;

test('periods and releases stay within their bytes', async () => {
  const folder = await buildRepositorySite();
  const sizes = new Map<string, number>();
  for (const path of listFiles(folder, effects)) {
    const [issuer = '', part = '', id = '', file] = path.split('/');
    const kind = kindOf(part);
    if (!kind || (kind === 'release' && file === undefined)) continue;
    const key = `${kind} ${issuer}/${kind === 'release' ? id : part}`;
    sizes.set(key, (sizes.get(key) ?? 0) + statSync(join(folder, path)).size);
  }
  const counts = Object.keys(MOST).map(
    (kind) => [...sizes.keys()].filter((key) => key.startsWith(kind)).length,
  );
  expect(counts).toEqual([16, 2]);
  const isHeavy = ([key, bytes]: readonly [string, number]) =>
    bytes > (key.startsWith('period') ? MOST.period : MOST.release);
  expect([...sizes].filter(isHeavy)).toEqual([]);
}, 240_000);
