import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { concepts, members, sections } from '../../src/concepts/index.ts';

/** Half the vocabulary stands in tables of text, where no compiler sees it. */
const KNOWN = new Set([...concepts, ...members, ...sections].map(({ id }) => id));
/** What is written like an id and is none; the last begins those of several. */
const OTHERS: ReadonlySet<string> = new Set(['BibTeX', 'DataDownload', 'DuckDB', 'IncomeLossFromContinuing']);
const ID = /'([A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+)'/g;

const ROOT = join(import.meta.dirname, '../..');
const PHASES = ['3-context', '4-facts', '4-settle', '5-derive', '6-check', '7-narrate'];
const FOLDERS = ['src/charts', 'src/view', ...PHASES.map((phase) => `scripts/${phase}`)];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro)$/.test(name))
    .map((name) => join(folder, name)),
);

test('a measure, part or section that the sources name is one of the vocabulary', () => {
  const unknown = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(ID)].flatMap(([, id = '']) =>
      KNOWN.has(id) || OTHERS.has(id) ? [] : [`${file}: ${id}`],
    ),
  );
  expect(unknown).toEqual([]);
});
