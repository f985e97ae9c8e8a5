import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainWith } from '../../scripts/commands/explain.ts';
import { makeFolder, perform, putFiles } from './stage.ts';
import { compileStub } from './stubs.ts';

const ID = 'acme/2013-05-15-fy2012#L3.1:1';

async function explain(...args: readonly string[]) {
  const folder = makeFolder();
  putFiles(folder, { 'documents/acme/2013-05-15-fy2012.txt': 'Acme\n\nRevenues\t100 MISTAKE\n' });
  return perform(explainWith(compileStub), [...args, '--documents', join(folder, 'documents')], { folder });
}

describe('explain', () => {
  test.each([
    ID,
    'acme/2013-05-15-fy2012#L3',
    'acme/2013-05-15-fy2012#L3.1',
    'https://example.org/reports/acme/documents/2013-05-15-fy2012/#L3.1',
    'https://example.org/acme/measures/Revenues/#2013-05-15-fy2012/L3.1:1',
  ])('%s', async (figure) => {
    const { status, said } = await explain(figure);
    expect(status).toBe(0);
    expect(said).toContain('documents/acme/2013-05-15-fy2012.txt:3:10\n');
    expect(said).toContain('> 3 | Revenues 100');
    expect(said).toMatch(/id +acme\/2013-05-15-fy2012#L3\.1:1\n/);
    expect(said).toMatch(/measure +Revenues, amount, reported\n/);
    expect(said).toMatch(/checks +error stub: There is a mistake\.\n/);
  });

  test('a figure that is not there is told', async () => {
    const { status, complained } = await explain('acme/2013-05-15-fy2012#L30');
    expect({ status, complained }).toEqual({
      status: 1,
      complained: 'There is no figure acme/2013-05-15-fy2012#L30. The ids of all are in facts.csv.\n',
    });
  });

  test('one figure is expected', async () => {
    expect((await explain()).status).toBe(2);
  });
});
