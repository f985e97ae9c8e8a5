import { fileURLToPath } from 'node:url';
import { defineConfig, fontProviders } from 'astro/config';

const { TIEOUT_BASE: base = '/', TIEOUT_SITE: site, TIEOUT_OUT: outDir = './dist' } = process.env;

/** One file of a variable font, wherever npm put its package, for the characters that it holds. */
const variant = (file, style, weight, unicodeRange) => ({
  src: [fileURLToPath(import.meta.resolve(file))],
  style,
  weight,
  unicodeRange,
});

const LATIN = [
  'U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02BC', 'U+02C6', 'U+02DA', 'U+02DC', 'U+0304', 'U+0308',
  'U+0329', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2191', 'U+2193', 'U+2212', 'U+2215', 'U+FEFF', 'U+FFFD',
]; // biome-ignore format: ranges
const LATIN_EXT = [
  'U+0100-02BA', 'U+02BD-02C5', 'U+02C7-02CC', 'U+02CE-02D7', 'U+02DD-02FF', 'U+1D00-1DBF', 'U+1E00-1E9F',
  'U+1EF2-1EFF', 'U+2020', 'U+20A0-20AB', 'U+20AD-20C4', 'U+2113', 'U+2C60-2C7F', 'U+A720-A7FF',
]; // biome-ignore format: ranges

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
/** Italics are few words at one weight: a static cut is less than half of a variable one. */
const ITALIC = '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2';
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3';

const SERIF_FALLBACKS = ['Charter', 'Georgia', 'serif'];
const SANS_FALLBACKS = ['Segoe UI', 'Helvetica Neue', 'Arial', 'sans-serif'];

/** A typeface served by the site itself. What comes too late for the first paint is not used on that page: nothing moves. */
const family = (name, cssVariable, fallbacks, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  display: 'optional',
  fallbacks,
  options: { variants },
});

const firstPart = ({ pathname }) => pathname.split('/', 2)[1];

/**
 * Takes what Astro notes of a route for each file that it writes, an address of some hundred bytes, for hooks that none of
 * ours is: of a thousand releases they are 140,000.
 */
const NOWHERE = { length: 0, push() {}, find() {} };

/** Astro lets in by their hashes the scripts that would wake components of other frameworks, written into pages: ours have none. */
const trustNoInlineScripts = ({ scriptDirective }) => scriptDirective.hashes.splice(0);

/** The pages of an issuer come in a row, so that its data are held no longer than it takes to make them. */
const issuerByIssuer = {
  name: 'issuer-by-issuer',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((usual) => ({
        ...usual,
        async setup() {
          await usual.setup();
          trustNoInlineScripts(usual.app.manifest.csp);
        },
        async getStaticPaths() {
          const paths = await usual.getStaticPaths();
          for (const { route } of paths) route.distURL = NOWHERE;
          return [...Map.groupBy(paths, firstPart).values()].flat();
        },
      })),
  },
};

/** What a script loads when it is asked for is one small file: Vite's preloading of its parts would be longer than it. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
};

/** Static pages under any base path; no page loads anything from another host or needs a script. */
export default defineConfig({
  base,
  outDir,
  ...(site ? { site } : {}),
  integrations: [issuerByIssuer],
  trailingSlash: 'always',
  compressHTML: true,
  // One sheet for all pages, loaded once: six pages of a visit are 63 kB packed, and were 115 with the styles in each.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  // A script is a file: no policy has to trust what is written into a page.
  vite: {
    define: { SITE_BASE: JSON.stringify(base) },
    build: { assetsInlineLimit: 0 },
    plugins: [plainImports],
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "font-src 'self'",
        "img-src 'self' data:",
        // What looks at a page for its reader asks from within the page, as for robots.txt.
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  fonts: [
    family('Source Serif 4', '--font-serif', SERIF_FALLBACKS, [
      variant(`${SERIF}-latin-opsz-normal.woff2`, 'normal', '200 900', LATIN),
      variant(`${SERIF}-latin-ext-opsz-normal.woff2`, 'normal', '200 900', LATIN_EXT),
      variant(ITALIC, 'italic', 400, LATIN),
    ]),
    // For narrow screens: without its cuts for large sizes it is less than half as long on its way to a phone.
    family('Source Serif 4 Narrow', '--font-serif-narrow', SERIF_FALLBACKS, [
      variant(`${SERIF}-latin-wght-normal.woff2`, 'normal', '200 900', LATIN),
      variant(`${SERIF}-latin-ext-wght-normal.woff2`, 'normal', '200 900', LATIN_EXT),
      variant(ITALIC, 'italic', 400, LATIN),
    ]),
    family('Source Sans 3', '--font-sans', SANS_FALLBACKS, [
      variant(`${SANS}-latin-wght-normal.woff2`, 'normal', '200 900', LATIN),
      variant(`${SANS}-latin-ext-wght-normal.woff2`, 'normal', '200 900', LATIN_EXT),
    ]),
  ],
});
