import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { checkWith } from '../../scripts/commands/check.ts';
import { convertWith } from '../../scripts/commands/convert.ts';
import { makeFolder, perform, putFiles } from './stage.ts';
import { compileStub, renderStub } from './stubs.ts';

const PROGRAMS = { convert: convertWith(compileStub), build: buildWith(compileStub, renderStub) };

const WRONG: readonly (readonly [command: string, complaint: RegExp])[] = [
  ['convert --colour', /^there is no flag --colour\./],
  ['convert --ouy x', /^there is no flag --ouy; did you mean --out\?\n/],
  ['build --doc x', /^there is no flag --doc; did you mean --documents\?\n/],
  ['convert --out', /^Option '--out <value>' argument missing/],
  ['convert --out=', /^--out needs a value/],
  ['convert a.txt b.txt', /^one FILE is expected, not 2/],
  ['convert a.txt --documents documents', /^either FILE or --documents DIR/],
  ['convert scripts', /^scripts is a folder\. Say --documents scripts/],
  ['convert --strict', /^there is no flag --strict\./],
  ['build documents', /^nothing is expected beside the flags, not documents/],
  ['build --strict=yes', /^Option '--strict' does not take an argument/],
  ['build --base a?b', /^--base takes a path/],
  ['build --base ..', /^--base takes a path/],
  ['build --base /reports/../..', /^--base takes a path/],
  ['build --site https://example.org/reports', /; a path goes into --base\./],
  ['build --site https://example.org?a', /^--site takes a URL/],
  ['build --site https://me:secret@example.org', /^--site takes a URL/],
  ['build --site example.org', /^--site takes a URL/],
  ['build --site javascript:alert(1)', /^--site takes a URL/],
];

describe('wrong usage', () => {
  test.each(WRONG)('%s', async (command, complaint) => {
    const [name = '', ...args] = command.split(' ');
    const program = PROGRAMS[name as keyof typeof PROGRAMS];
    const { status, said, complained } = await perform(program, args, { folder: makeFolder() });
    expect({ status, said }).toEqual({ status: 2, said: '' });
    expect(complained).toMatch(complaint);
    expect(complained).toContain(program.usage);
  });
});

test.each(['--help', '-h'])('%s tells the usage', async (flag) => {
  const { status, said } = await perform(PROGRAMS.build, [flag], { folder: makeFolder() });
  expect({ status, said }).toEqual({ status: 0, said: `${PROGRAMS.build.usage}\n` });
});

describe('build', () => {
  const DOCUMENT = 'documents/acme/2013-05-15-fy2012.txt';
  const prepare = (text: string, ...flags: readonly string[]) => {
    const folder = makeFolder();
    putFiles(folder, { [DOCUMENT]: text });
    return {
      folder,
      args: ['--documents', join(folder, 'documents'), '--out', join(folder, 'out'), ...flags],
    };
  };

  test('--strict tells errors and ends with 3, the output published all the same', async () => {
    const { folder, args } = prepare('Acme\n\nRevenues\tMISTAKE\n', '--strict');
    const { status, said, complained } = await perform(PROGRAMS.build, args, { folder });
    expect(status).toBe(3);
    expect(said).toContain('Built out: 1 page');
    expect(complained).toMatch(/^documents\/acme\/2013-05-15-fy2012\.txt:3:10: stub: There is a mistake\.\n/);
    expect(complained).toContain('> 3 | Revenues MISTAKE\n    |          ^\n');
  });

  test('errors in documents are no failure without --strict', async () => {
    const { folder, args } = prepare('Acme\n\nRevenues\tMISTAKE\n');
    expect((await perform(PROGRAMS.build, args, { folder })).status).toBe(0);
  });

  test.each([
    ['--strict', 0],
    ['--strict=slip', 3],
  ])('a slip of words with %s ends with %s', async (flag, status) => {
    const { folder, args } = prepare('Acme\n\nRevenues\tMISNOMER\n', flag);
    expect((await perform(PROGRAMS.build, args, { folder })).status).toBe(status);
  });

  test('--strict without errors ends with 0', async () => {
    const { folder, args } = prepare('Acme\n\nRevenues\t100\n', '--strict');
    expect((await perform(PROGRAMS.build, args, { folder })).status).toBe(0);
  });

  test.each(['reports', '/reports', '/reports/'])('--base %s is one base', async (base) => {
    const { folder, args } = prepare(
      'Acme\n\nRevenues\t100\n',
      '--base',
      base,
      '--site',
      'https://example.org',
    );
    let options = {};
    const build = buildWith(compileStub, async (given) => {
      options = given;
    });
    await perform(build, args, { folder });
    expect(options).toMatchObject({ base: '/reports/', site: 'https://example.org' });
  });
});

describe('convert FILE', () => {
  test('tells what was read and writes nothing', async () => {
    const folder = makeFolder();
    putFiles(folder, { 'documents/acme/2013-05-15-fy2012.txt': 'Acme\n\nRevenues\t100\n' });
    const file = join(folder, 'documents/acme/2013-05-15-fy2012.txt');
    const { status, said } = await perform(PROGRAMS.convert, [file], { folder });
    expect(status).toBe(0);
    expect(said).toContain('Released 2013-05-15, reports fy2012');
    expect(said.trimEnd().split('\n').at(-1)).toMatch(/^Converted: 1 issuer, 1 document/);
  });

  test('takes a folder that is one document', async () => {
    const folder = makeFolder();
    putFiles(folder, { 'documents/acme/2013-05-15-fy2012/1-income.csv': 'USD,FY2012\nRevenues,100\n' });
    const file = join(folder, 'documents/acme/2013-05-15-fy2012/');
    for (const program of [PROGRAMS.convert, checkWith(compileStub)]) {
      const { status, complained } = await perform(program, [file], { folder });
      expect({ status, complained }).toEqual({ status: 0, complained: '' });
    }
  });

  test('a file that is not there is told', async () => {
    const folder = makeFolder();
    const file = join(folder, 'acme/2013-05-15-fy2012.txt');
    const { status, complained } = await perform(PROGRAMS.convert, [file], { folder });
    expect(status).toBe(1);
    expect(complained).toMatch(/^acme\/2013-05-15-fy2012\.txt: found no such file/);
  });
});
