import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { concepts } from '../../src/concepts/index.ts';

/** Where ids of measures are written down to find their figures; the phases before recognise labels, and name what they make. */
const FOLDERS = ['src/charts', 'src/view', 'scripts/5-derive', 'scripts/6-check', 'scripts/7-narrate'];
const ROOT = join(import.meta.dirname, '../..');
const KNOWN: ReadonlySet<string> = new Set(concepts.map(({ id }) => id));
const SUFFIX = 'Misspelt';
/** The compiler points at the name of a constant that has a wrong value. */
const DECLARED = /^\w+: \w+ = '$/;
/** Names of things, written like ids. */
const NAMES: ReadonlySet<string> = new Set([
  'src/charts/assets-and-claims.ts Assets',
  'src/charts/ebitda-and-capex.ts EBITDA',
  'src/charts/sections.ts Dividends',
  'src/view/measures.ts Dividends',
]);

const misspelt = new Map(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  ).flatMap((name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    const ends = findIds(name, text);
    const wrong = [0, ...ends].map((end, index) => text.slice(end, ends[index])).join(SUFFIX);
    return ends.length === 0 ? [] : [[join(ROOT, name), wrong] as const];
  }),
);

test('the compiler refuses each id of a measure that is misspelt', () => {
  expect(misspelt.size).toBeGreaterThan(20);
  const program = compile(misspelt);
  expect([...misspelt.keys()].flatMap((path) => findAccepted(program, path))).toEqual([]);
}, 120_000);

test('the compiler refuses a sum, or a ratio, of a measure that is not there', () => {
  const index = join(ROOT, 'src/concepts/index.ts');
  for (const [name, known] of [
    ['balance-sheet.ts', 'ShortTermInvestments: 1'],
    ['ratios.ts', "to: 'Revenues"],
  ] as const) {
    const path = join(ROOT, 'src/concepts', name);
    const wrong = known.replace(/\w+(?=: 1)|\w+$/, `$&${SUFFIX}`);
    const program = compile(new Map([[path, readFileSync(path, 'utf8').replace(known, wrong)]]), [index]);
    const refused = program.getSemanticDiagnostics(program.getSourceFile(index));
    expect(
      refused.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')).join(),
    ).toMatch(new RegExp(`'"\\w+${SUFFIX}"' is not assignable`));
  }
}, 120_000);

/** The program of some files, with other texts in them. */
function compile(texts: ReadonlyMap<string, string>, files = [...texts.keys()]): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  host.readFile = (path) => texts.get(path) ?? read(path);
  return ts.createProgram(files, { ...options, noEmit: true, skipLibCheck: true }, host);
}

/** Where the ids that a file writes down end. */
function findIds(name: string, text: string): number[] {
  const ends: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && KNOWN.has(node.text) && !NAMES.has(`${name} ${node.text}`))
      ends.push(node.end - 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  return ends;
}

/** The misspelt ids of a file about which the compiler says nothing, each with its line. */
function findAccepted(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  if (!source) return [path];
  const refused = program.getSemanticDiagnostics(source);
  return [...source.text.matchAll(new RegExp(`\\w+${SUFFIX}`, 'g'))].flatMap(({ index, 0: id }) => {
    const isRefused = refused.some(
      ({ start = 0, length = 0 }) =>
        start <= index && (index < start + length || DECLARED.test(source.text.slice(start, index))),
    );
    const line = source.getLineAndCharacterOfPosition(index).line + 1;
    return isRefused ? [] : [`${path.slice(ROOT.length + 1)}:${line} ${id}`];
  });
}
