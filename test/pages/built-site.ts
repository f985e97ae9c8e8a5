import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { DocumentRecord, IssuerRecord } from '../../src/model/document.ts';
import { workbookOfPeriod } from '../../src/model/downloads.ts';
import { originalPaths, readingTextPath } from '../../src/model/originals.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A page as it was written: its address below the base path, its text and its tree. */
export interface Page {
  readonly address: string;
  readonly html: string;
  readonly document: Document;
}

/** A site rendered from generated data into a folder of its own. */
export class BuiltSite {
  readonly base = '/reports/';
  /** Inside the project: builds that go elsewhere share one workplace and must not run at one time. */
  readonly folder = join(ROOT, `pages-${process.pid}.tmp`);
  readonly pages: readonly Page[];

  /** `data`: folder of generated data, as the converter writes it. */
  constructor(data: string) {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        TIEOUT_DATA: data,
        TIEOUT_OUT: this.folder,
        TIEOUT_BASE: this.base,
        TIEOUT_SITE: 'https://reports.example',
      },
    });
    cpSync(join(data, 'public'), join(this.folder, 'data'), { recursive: true });
    for (const path of filesBeside(data)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), '');
    }
    this.pages = filesBelow(this.folder)
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

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #read(file: string): Page {
    const html = readFileSync(file, 'utf8');
    const address = relative(this.folder, file).replace(/index\.html$/, '');
    return { address, html, document: parseHTML(html).document };
  }
}

/** The files that a build puts beside pages: releases, their reading texts, workbooks of periods. */
function filesBeside(data: string): string[] {
  const files = filesBelow(data);
  const read = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content;
  const documents = files.filter((file) => /\/documents\/[^/]+\.json$/.test(file)).map(read<DocumentRecord>);
  const issuers = files.filter((file) => file.endsWith('/issuer.json')).map(read<IssuerRecord>);
  return [
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
