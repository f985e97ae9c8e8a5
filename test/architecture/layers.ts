/**
 * Who may import whom: `src/model ◄ src/concepts ◄ scripts/1…7 ◄ scripts/*.ts` and
 * `src/model ◄ src/concepts ◄ src/data ◄ src/view ◄ src/charts ◄ src/components ◄ src/pages`.
 */
export interface Layer {
  /** Start of the paths of its files, below the project's folder. */
  readonly path: string;
  /** What it may import besides itself: starts of paths, names of packages. */
  readonly may: readonly string[];
  /** What it may name the types of but not call. */
  readonly types?: readonly string[];
  /** Said when an import is not among them. */
  readonly because: string;
}

const SHARED = ['src/model/', 'src/concepts/'];
const DATA = [...SHARED, 'src/data/'];
const VIEW = [...DATA, 'src/view/'];

const PHASE =
  'a phase gets the results of earlier ones as arguments and knows only their types; what several phases share is in scripts/grammar';

/** The phases of the compiler, each with what it needs besides the vocabulary. */
const PHASES: Readonly<Record<string, readonly string[]>> = {
  '1-read': [
    ...['unified', 'remark-parse', 'remark-gfm', 'mdast', 'parse5', 'unpdf'],
    ...[
      'csv-parse/sync',
      'linkedom',
      'fflate',
      'mammoth',
      'node:buffer',
      'node:process',
      'node:worker_threads',
      'node:zlib',
    ],
  ],
  '2-tables': [],
  '3-context': [],
  '4-facts': [],
  '4-settle': [],
  '5-derive': [],
  '6-check': [],
  '7-narrate': [],
};

const phases = Object.keys(PHASES).map((name) => `scripts/${name}/`);

/** The first layer whose path a file's begins with is its layer. */
export const LAYERS: readonly Layer[] = [
  { path: 'src/model/', may: [], because: 'the model is what all others speak in and knows none of them' },
  {
    path: 'src/concepts/',
    may: ['src/model/'],
    because: 'accounting knowledge is data about the model, nothing more',
  },
  {
    path: 'src/data/',
    may: [...SHARED, 'zod', 'node:fs', 'node:path'],
    because: 'it is the one door to the generated data and knows no page',
  },
  { path: 'src/view/', may: DATA, because: 'it prepares data for pages and knows no markup' },
  {
    path: 'src/charts/',
    may: [...VIEW, 'src/styles/', '@observablehq/plot', 'linkedom', '@fontsource/', 'fflate'],
    because:
      'a chart takes data and gives a picture in the colours of the site; only it and the chart components know Plot',
  },
  {
    path: 'src/components/charts/',
    may: [...VIEW, 'src/charts/', 'src/components/', '@observablehq/plot', 'astro', 'astro:assets'],
    because: 'a component turns props into markup',
  },
  {
    path: 'src/components/',
    may: [...VIEW, 'src/charts/', 'src/scripts/', 'src/styles/', 'astro', 'astro:assets', 'node:crypto'],
    because: 'a component turns props into markup and knows neither Plot nor pages',
  },
  { path: 'src/scripts/', may: ['src/model/', 'minisearch'], because: 'it runs in the browser and is small' },
  {
    path: 'src/pages/',
    may: [...VIEW, 'src/charts/', 'src/components/', 'src/scripts/', 'src/styles/', 'astro', 'astro:assets'],
    because: 'a page puts components together; src never imports scripts, they meet in the generated data',
  },
  {
    path: 'scripts/grammar/',
    may: SHARED,
    because: 'wordings are known to every phase and so know no phase',
  },
  ...phases.map((path, index) => ({
    path,
    may: [...SHARED, 'scripts/grammar/', ...(PHASES[path.slice('scripts/'.length, -1)] ?? [])],
    types: phases.slice(0, index),
    because: PHASE,
  })),
  {
    path: 'scripts/convert-',
    may: [...SHARED, 'scripts/grammar/', ...phases, 'scripts/results/results.ts'],
    because:
      'the compiler joins the phases and touches neither disk, clock nor terminal; results of earlier runs are handed in',
  },
  {
    path: 'scripts/input/',
    may: [...SHARED, 'scripts/', 'zod', 'csv-parse/sync', 'node:path', 'node:crypto'],
    because:
      'disk is handed in from effects.ts; what people write in JSON or CSV is checked against a schema',
  },
  {
    path: 'scripts/config/',
    may: [
      ...[...SHARED, 'scripts/', 'node:path', 'zod'],
      ...['unified', 'remark-parse', 'remark-gfm', 'mdast', 'mdast-util-to-hast', 'hast-util-to-html'],
    ],
    because:
      'settings are checked against a schema and become words for pages; disk is handed in from effects.ts',
  },
  ...['output', 'commands', 'init'].map((name) => ({
    path: `scripts/${name}/`,
    may: [
      ...SHARED,
      'scripts/',
      'node:path',
      'node:util',
      'node:zlib',
      'node:buffer',
      'node:crypto',
      'fflate',
      'hyparquet-writer',
    ],
    because: 'disk, clock and terminal are handed in from effects.ts',
  })),
  {
    path: 'scripts/compare/',
    may: [...SHARED, 'scripts/', 'csv-parse/sync', 'node:path'],
    because: 'comparing reads what was published, and disk and terminal are handed in from effects.ts',
  },
  {
    path: 'scripts/print/',
    may: [...SHARED, 'scripts/', 'playwright-core', '@sparticuz/chromium', 'node:'],
    because:
      'printing knows the built pages, the list of printouts and the browser, and nothing of how pages are made',
  },
  {
    path: 'scripts/audit/',
    may: [...SHARED, 'scripts/', 'playwright-core', '@axe-core/playwright', 'node:'],
    because: 'an audit knows the built pages and the browser, and nothing of how pages are made',
  },
  {
    path: 'scripts/pack.ts',
    may: ['scripts/effects.ts', 'esbuild', 'node:'],
    because: 'it makes the package of the programs and runs none of them',
  },
  {
    path: 'scripts/',
    may: [...SHARED, 'scripts/', 'astro', 'vite', 'node:'],
    because:
      'programs and effects know nothing of the site, which they reach through Astro and the generated data',
  },
  {
    path: 'bench/',
    may: ['', 'node:'],
    because: 'a bench may look at everything',
  },
];
