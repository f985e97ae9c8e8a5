import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runTieout } from '../../scripts/commands/tieout.ts';
import { COMMANDS } from '../../scripts/commands.ts';
import { effects } from '../../scripts/effects.ts';
import { PROGRAM_VERSION } from '../../scripts/program-version.ts';
import { makeFolder, putFiles } from './stage.ts';

async function call(line: string) {
  const lines = { said: '', complained: '' };
  const stage = {
    ...effects,
    say: (text: string): void => {
      lines.said += `${text}\n`;
    },
    complain: (text: string): void => {
      lines.complained += `${text}\n`;
    },
  };
  return { status: await runTieout(COMMANDS, line.split(' ').filter(Boolean), stage), ...lines };
}

describe('tieout', () => {
  test.each(['--help', '-h', 'help'])('%s lists the commands', async (line) => {
    const { status, said } = await call(line);
    expect(status).toBe(0);
    const listed = [...said.matchAll(/^ {2}(\S+) {2,}\S/gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMANDS.map(({ name }) => name));
  });

  test.each(['--version', 'build --version', 'convert x --version'])('%s tells the version', async (line) => {
    expect(await call(line)).toMatchObject({ status: 0, said: `tieout ${PROGRAM_VERSION}\n` });
  });

  test.each([
    ['', /^Usage: tieout <command>/],
    ['biuld', /^there is no command biuld\. Did you mean build\?\n/],
    ['conv', /^there is no command conv\. Did you mean convert\?\n/],
    ['frobnicate', /^there is no command frobnicate\.\n/],
    ['--out x', /^a command comes before --out\.\n/],
  ])('wrong usage: %s', async (line, complaint) => {
    const { status, said, complained } = await call(line);
    expect({ status, said }).toEqual({ status: 2, said: '' });
    expect(complained).toMatch(complaint);
  });
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))('tieout %s', (name, command) => {
  test.each([`${name} --help`, `help ${name}`])('%s tells its usage, each line short', async (line) => {
    const { usage } = await command.load();
    expect(await call(line)).toEqual({ status: 0, said: `${usage}\n`, complained: '' });
    expect(usage).toMatch(RegExp(`^Usage: tieout ${name}\\b`));
    expect(usage.split('\n').filter((text) => text.length > 120)).toEqual([]);
  });
});

test('tieout convert --pin keeps a reading that is used from then on', async () => {
  const folder = makeFolder();
  const file = join(folder, 'acme/2013-05-15-fy2012.txt');
  putFiles(folder, {
    'acme/2013-05-15-fy2012.txt': 'Results for the year ended March 31, 2013\n\nSales\t100\n',
  });
  expect((await call(`convert ${file} --pin`)).status).toBe(0);
  const pin = file.replace('.txt', '.reading.json');
  writeFileSync(pin, readFileSync(pin, 'utf8').replaceAll('Sales', 'Sold'));
  expect((await call(`convert --text ${file}`)).said).toContain('Sold\t100');
});

describe('tieout convert --text', () => {
  test('prints what is read, tabs between cells, and nothing else', async () => {
    const folder = makeFolder();
    putFiles(folder, { 'acme/2013-05-15-fy2012.html': '<h1>Acme</h1><table><tr><td>Sales<td>100</table>' });
    const { status, said } = await call(`convert --text ${folder}/acme/2013-05-15-fy2012.html`);
    expect({ status, said }).toEqual({ status: 0, said: 'Acme\n\nSales\t100\n' });
  });

  test('needs a file', async () => {
    expect(await call('convert --text')).toMatchObject({ status: 2 });
  });
});
