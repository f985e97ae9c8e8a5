import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOfPackage } from '../../scripts/print/shipped-browser.ts';
import { makeFolder, putFiles } from '../programs/stage.ts';

test.each(['build/index.js', 'build/cjs/index.cjs'])('a package with its module at %s is found', (module) => {
  const home = makeFolder();
  putFiles(home, {
    'package.json': '{ "name": "shipped", "version": "1.0.0" }',
    'build/cjs/package.json': '{ "type": "commonjs" }',
    [module]: '',
  });
  expect(folderOfPackage(join(home, module))).toBe(home);
});
