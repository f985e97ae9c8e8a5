import { z } from 'zod';

/** One line of words. */
const words = z.string().trim().min(1);
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
  nameplate: entry(
    z.string().regex(/\.svg$/i),
    'the path of an SVG file',
    'the title in letters',
    'Stands at the head of each page, and is its icon.',
  ),
  accent: entry(
    z.union([colour, z.strictObject({ light: colour, dark: colour })]),
    "a colour as '#125a3e', or { light, dark }",
    "'#125a3e'",
    'Colour of links and marks. One that is too pale on paper is refused (WCAG, 4.5 to 1); for dark screens it is lightened until it is legible, unless you name one.',
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
    z.url({ protocol: /^https?$/ }),
    "an origin as 'https://example.com'",
    'not known',
    'Where the site will be served; canonical addresses, sitemap and feed need it. `--site` wins over it.',
  ),
  base: entry(
    z.string().regex(/^[\w.~/-]*$/),
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
