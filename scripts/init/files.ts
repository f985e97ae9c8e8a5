/** What `init` writes beside the documents: paths and texts. */
export const filesOfReports = (
  name = '',
  settings = 'tieout.config.ts',
): readonly (readonly [path: string, text: string])[] => [
  [settings, formatConfig(name)],
  ['.github/workflows/publish.yml', WORKFLOW],
  ['README.md', formatReadme(name, settings)],
  ['.gitignore', 'node_modules/\ndist/\n'],
];

const formatConfig = (name: string): string => `import type { Config } from 'tieout';

/** What the site is called, and how it looks: docs/configuration.md in the package tells every entry. */
export default {
  title: ${quote(name ? `${name} results` : 'Earnings releases')},
  headline: 'Earnings, line by line',
  // intro: 'intro.md',
  // about: 'about.md',
  // footer: 'Contact: [investor relations](mailto:ir@example.com)',
  // nameplate: 'logo.svg',
  // accent: '#125a3e',
  // site: 'https://example.com', base: '/reports/',
} satisfies Config;
`;

/** A string of TypeScript, in the quotation marks that the file uses. */
const quote = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}'`;

/**
 * The pages of the main branch are published, on GitHub Pages. Of a pull request the findings stand at their lines, a
 * comment tells what it brings, and its pages are kept with the run, as a draft.
 */
const WORKFLOW = `name: Publish
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
concurrency:
  group: pages-\${{ github.ref }}
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pages: write
      pull-requests: write
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - if: github.event_name == 'pull_request'
        run: npx tieout check --since "origin/$TARGET" --markdown --annotate > findings.md || [ $? -ge 3 ]
        env:
          TARGET: \${{ github.base_ref }}
      - id: pages
        if: github.event_name == 'push'
        uses: actions/configure-pages@v5
      - run: npx tieout build --site "$SITE" --base "$BASE" $DRAFT
        env:
          SITE: \${{ steps.pages.outputs.origin || 'https://example.com' }}
          BASE: \${{ steps.pages.outputs.base_path || '/' }}
          DRAFT: \${{ github.event_name == 'pull_request' && '--draft' || '' }}
      - if: github.event_name == 'push'
        uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - id: preview
        if: github.event_name == 'pull_request'
        uses: actions/upload-artifact@v4
        with:
          name: preview
          path: dist
      - if: github.event_name == 'pull_request'
        run: |
          printf '\\n[The pages as they would be](%s): unpack them and serve the folder.\\n' "$PREVIEW" >> findings.md
          cat findings.md >> "$GITHUB_STEP_SUMMARY"
        env:
          PREVIEW: \${{ steps.preview.outputs.artifact-url }}
      - if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
        run: gh pr comment "$NUMBER" --edit-last --create-if-none --body-file findings.md
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
  publish:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`;

const formatReadme = (
  name: string,
  settings: string,
): string => `# ${escapeMarkdown(name ? `${name}: reports` : 'Reports')}

The earnings releases in \`documents/\`, as a site in which every figure leads to the line it came from. Made with
[Tieout](node_modules/tieout/README.md).

    npm ci
    npx tieout dev       a preview that follows what you save
    npx tieout build     the site, in dist/

- A new release: \`npx tieout init RELEASE\` reads whose it is and of which day, and puts it where it belongs; by hand
  it is \`documents/<issuer>/<date>-<name>.<ext>\`, as in \`documents/acme/2026-02-12-4q2025.pdf\`.
- \`npx tieout convert FILE\` tells what was read in a release and what cannot be right, before it is published.
- How the site looks and what it says of itself: \`${settings}\`.
- \`.github/workflows/publish.yml\` shows of each pull request what cannot be right at its lines, comments what it brings
  and keeps a draft of its pages; the main branch it publishes on GitHub Pages, once Pages is switched on in the
  repository's settings (source: GitHub Actions). Other hosts: the recipes in
  \`node_modules/tieout/docs/publishing/\`.
- PDFs of each page: \`npm install playwright-core\`, and \`npm install @sparticuz/chromium\` where no Chrome, Chromium
  or Edge is installed.
`;

const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\p{Cc}/gu, ' ');
