import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { DocumentRecord, IssuerRecord } from '../../src/model/document.ts';
import { workbookOfPeriod } from '../../src/model/downloads.ts';
import { originalPaths, readingTextPath } from '../../src/model/originals.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BASE = '/reports/';

/** A page as it was written: its address below the base path, its text and its tree. */
export interface Page {
  readonly address: string;
  readonly html: string;
  readonly document: Document;
}

/** A site as it was written, by its pages. */
export class WrittenSite {
  readonly folder: string;
  readonly base: string;
  readonly pages: readonly Page[];

  constructor(folder: string, base: string) {
    this.folder = folder;
    this.base = base;
    this.pages = filesBelow(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => this.#read(file));
  }

  page(address: string): Page {
    const page = this.pages.find((one) => one.address === address);
    if (!page) throw new Error(`no page ${address} among ${this.pages.map((one) => one.address).join(' ')}`);
    return page;
  }

  /** The element or file that a link on a page leads to, null where there is none. */
  follow(from: Page, href: string): Element | null {
    const url = new URL(href, `https://reports.example${this.base}${from.address}`);
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(this.base)) return null;
    const address = path.slice(this.base.length);
    const page = this.pages.find((one) => one.address === address);
    if (!page) return this.hasFile(address) ? from.document.body : null;
    return url.hash === ''
      ? page.document.body
      : page.document.getElementById(decodeURIComponent(url.hash.slice(1)));
  }

  hasFile(path: string): boolean {
    return statSync(join(this.folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  #read(file: string): Page {
    const html = readFileSync(file, 'utf8');
    const address = relative(this.folder, file).replace(/index\.html$/, '');
    return { address, html, document: parseHTML(html).document };
  }
}

/** A site rendered from generated data into a folder of its own. */
export class BuiltSite extends WrittenSite {
  /** `data`: folder of generated data, as the converter writes it. */
  constructor(data: string) {
    // Inside the project: builds that go elsewhere share one workplace and must not run at one time.
    const folder = join(ROOT, `pages-${process.pid}.tmp`);
    render(data, folder);
    super(folder, BASE);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function render(data: string, folder: string): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      TIEOUT_DATA: data,
      TIEOUT_OUT: folder,
      TIEOUT_BASE: BASE,
      TIEOUT_SITE: 'https://reports.example',
    },
  });
  cpSync(join(data, 'public'), join(folder, 'data'), { recursive: true });
  for (const path of filesBeside(data)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

/** The files that a build puts beside pages: feeds, releases, their reading texts, workbooks of periods. */
function filesBeside(data: string): string[] {
  const files = filesBelow(data);
  const read = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content;
  const documents = files.filter((file) => /\/documents\/[^/]+\.json$/.test(file)).map(read<DocumentRecord>);
  const issuers = files.filter((file) => file.endsWith('/issuer.json')).map(read<IssuerRecord>);
  return [
    'feed.xml',
    ...issuers.map(({ slug }) => `${slug}/feed.xml`),
    ...documents.flatMap((document) => [...originalPaths(document), readingTextPath(document)]),
    ...issuers.flatMap(({ slug, periods }) =>
      periods.map((period) => `data/${workbookOfPeriod(slug, period.slug)}`),
    ),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
