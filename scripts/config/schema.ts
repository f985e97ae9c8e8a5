import { z } from 'zod';
import { DATE_STYLES, NUMBER_STYLES, SPELLINGS } from '../../src/model/house-style.ts';
import { ISSUER_SECTIONS, PERIOD_SECTIONS } from '../../src/model/sections.ts';

const quoted = (text: string): string => `'${text}'`;
const listChoices = (texts: readonly string[]): string => `one of ${texts.map(quoted).join(', ')}`;
const isEachOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Kinds of pages, and slugs of periods. */
const PAGES = /^(?:search|tables|comparisons|(?:[\w.-]+\/)?(?:fy|[1-4]q|[1-4]h|9m|m|ttm-|t-)\d[\d-]*)$/;

/** Where a site is, without a path. */
export function isOrigin(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && `${parsed.origin}/` === parsed.href;
}

/** `reports`, `/reports` and `/reports/` are one base; nothing where it is no path. */
export function formatBase(path: string): string | undefined {
  const parts = path.split('/').filter(Boolean);
  if (!parts.every((part) => /^(?!\.+$)[\w.~-]+$/.test(part))) return undefined;
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

const measure = z.string().regex(/^[\w:.-]+$/);
const fontFile = z.string().regex(/\.(?:woff2?|ttf|otf)$/i);
const fontFiles = z.union([
  fontFile,
  z
    .array(
      z.strictObject({
        file: fontFile,
        weight: z
          .string()
          .regex(/^[1-9]\d{0,2}(?: [1-9]\d{0,2})?$/)
          .optional(),
        style: z.enum(['normal', 'italic']).optional(),
      }),
    )
    .min(1),
]);

/** One line of words. */
const words = z.string().trim().min(1);
const svg = z.string().regex(/\.svg$/i);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const markdown = 'Markdown, or the path of a file that ends with .md';

/** An entry with what it takes, its default, and what it does: the one place that says so. */
function entry<T extends z.ZodType>(type: T, takes: string, preset: string, description: string) {
  return type.optional().meta({ takes, preset, description });
}

/** What a `tieout.config.ts` or `tieout.config.json` may hold. Paths are meant from where that file is. */
export const configSchema = z.strictObject({
  title: entry(
    words,
    'a text',
    "'Tieout'",
    'What the site is called: nameplate, browser tabs, credit of charts.',
  ),
  headline: entry(words, 'a text', "'Earnings, line by line'", 'Headline of the front page.'),
  intro: entry(words, markdown, 'a sentence on the site', 'What the front page says under its headline.'),
  about: entry(words, markdown, 'no such page', 'The page `/about/`; its first heading is its title.'),
  footer: entry(words, markdown, 'none', 'Last lines of each page: imprint, contact, disclaimer, links.'),
  license: entry(
    z.url({ protocol: /^https?$/ }),
    "the address of a licence as 'https://creativecommons.org/licenses/by/4.0/'",
    'what the page of the data says: releases are their issuers’, and no terms are told',
    'On which terms others may use the data. The page of the data and what pages tell search engines (JSON-LD) name it.',
  ),
  nameplate: entry(
    z.union([svg, z.strictObject({ light: svg, dark: svg })]),
    'the path of an SVG file, or { light, dark }',
    'the title in letters',
    'Stands at the head of each page, and is its icon. With `dark` another stands on dark screens, where one picture does not fit both.',
  ),
  accent: entry(
    z.union([colour, z.strictObject({ light: colour, dark: colour })]),
    "a colour as '#125a3e', or { light, dark }",
    "'#125a3e'",
    'Colour of links and marks, and of the tints behind tables and boxes. One that is too pale on paper is refused (WCAG, 4.5 to 1); for dark screens it is lightened until it is legible, unless you name one.',
  ),
  styles: entry(
    z.string().regex(/\.css$/i),
    'the path of a CSS file',
    'none',
    'Rules that come after those of the site and win over them.',
  ),
  head: entry(
    words,
    'HTML',
    'none',
    'Tags for the head of each page. Scripts do not run: the policy of the pages allows none.',
  ),
  site: entry(
    z.url({ protocol: /^https?$/ }).refine(isOrigin),
    "an origin as 'https://example.com'; a path goes into base",
    'not known',
    'Where the site will be served; canonical addresses, sitemap and feed need it. `--site` wins over it.',
  ),
  base: entry(
    z.string().refine((path) => formatBase(path) !== undefined),
    "a path as '/reports/'",
    "'/'",
    'Path under which the site will be served. `--base` wins over it.',
  ),
  documents: entry(
    words,
    'the path of a folder',
    "'documents'",
    'Where the releases are. `--documents` wins over it.',
  ),
  out: entry(words, 'the path of a folder', "'dist'", 'Where the site goes. `--out` wins over it.'),
  paper: entry(z.enum(['a4', 'letter']), "'a4' or 'letter'", "'a4'", 'Size of the printouts.'),
  publish: entry(
    z.enum(['full', 'figures']),
    "'full' or 'figures'",
    "'full'",
    "With 'figures' the page of a release holds only its lines with figures, and no original is offered: for those who may not republish releases.",
  ),
  draft: entry(
    z.boolean(),
    'true or false',
    'false',
    'Marks every page and printout as a draft, asks search engines to stay away, and leaves out sitemap and feed.',
  ),
  withoutCharts: entry(
    z.array(words),
    'a list of names of charts',
    'none',
    'Charts that no page draws, by the last part of their addresses: `revenue-mix` of `/acme/fy2025/charts/revenue-mix.svg`.',
  ),
  withoutMeasures: entry(
    z.array(measure),
    'a list of measures by their ids in concepts.csv',
    'none',
    'Measures that nothing is summed up by: no key figure, highlight, chart, target, table over time, list or search names them. Statements show their rows as released, data files hold them, and their own pages stay, unlisted, since figures lead there.',
  ),
  withoutPages: entry(
    z.array(z.string().regex(PAGES)),
    "a list of 'search', 'tables', 'comparisons', and periods as '2h12' or 'acme/2h12'",
    'none',
    'Pages that the site does without: search, tables as released, measures of several issuers side by side, and periods, which then stand in no list, table over time or chart over time. Other pages stay: figures lead there.',
  ),
  leadingMeasures: entry(
    z.array(measure),
    'a list of measures by their ids in concepts.csv',
    'revenue, operating income, net income, and what is usual in the currency',
    'Measures that come first among the key figures and in tables over time, in this order; the first three that a period has are set large.',
  ),
  order: entry(
    z.strictObject({
      period: z.array(z.enum(PERIOD_SECTIONS)).refine(isEachOnce).optional(),
      issuer: z.array(z.enum(ISSUER_SECTIONS)).refine(isEachOnce).optional(),
    }),
    `{ period, issuer }, each a list of sections, each once: of a period's page ${PERIOD_SECTIONS.join(', ')}; of an issuer's page ${ISSUER_SECTIONS.join(', ')}`,
    'as listed',
    'Sections that come first on pages, in this order; the others follow as usual. What a page is about, and its key figures, stay at the top.',
  ),
  spelling: entry(
    z.enum(SPELLINGS),
    SPELLINGS.map(quoted).join(' or '),
    "'british'",
    "Spelling of the program's own words. What releases, settings and data files say stays as it is.",
  ),
  dates: entry(
    z.enum(DATE_STYLES),
    listChoices(DATE_STYLES),
    quoted(DATE_STYLES[0]),
    'How pages, charts and printouts write a day. Lines of a release, quotations, what a finding compares and data files stay as they are.',
  ),
  numbers: entry(
    z.enum(NUMBER_STYLES),
    listChoices(NUMBER_STYLES),
    quoted(NUMBER_STYLES[0]),
    'How pages, charts and printouts write a number that they tell in the unit and sign of a page: the mark between thousands and the form of a negative. Numbers as printed (lines, tables and statements of a release, with the changes worked out beside them, and findings) and data files stay as they are; the decimal mark is always a point.',
  ),
  fonts: entry(
    z.strictObject({ serif: fontFiles.optional(), sans: fontFiles.optional() }),
    "{ serif, sans }, each the path of a font file (.woff2, .woff, .ttf, .otf) or a list of { file, weight, style }, with a weight as '400' or, of a variable font, '200 900'",
    'Source Serif 4 and Source Sans 3',
    'Typefaces of your own: `serif` for headlines and sentences, `sans` for tables, charts and labels. The files are published below `/fonts/` and embedded in printouts, which their licence must allow. Charts leave room for letters as wide as those of Source Sans.',
  ),
});

export type Config = z.infer<typeof configSchema>;
export type ConfigEntry = keyof Config;
export const CONFIG_ENTRIES = Object.keys(configSchema.shape) as ConfigEntry[];

/** What the entry says of itself. */
export function describeEntry(name: ConfigEntry): { takes: string; preset: string; description: string } {
  const { takes, preset, description } = configSchema.shape[name].meta() ?? {};
  return { takes: String(takes), preset: String(preset), description: String(description) };
}

/** Gives back what it is given; editors check and complete its entries. */
export const defineConfig = (config: Config): Config => config;
