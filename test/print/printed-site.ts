import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseHTML } from 'linkedom';
import type { Printout, PrintoutList } from '../../src/model/printout.ts';
import { copyWithSlips } from './slips.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Runs a program of the project as its users do; what it says goes to the tests. */
export function runScript(command: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'scripts/tieout.mjs'), command, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The repository's documents, with misprints put in, as a site with its printouts, in a folder of its own. */
export class PrintedSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'printed-'));
  readonly #documents = mkdtempSync(join(tmpdir(), 'slipped-'));
  readonly #mains = new Map<string, Element>();
  readonly said: string;
  readonly printouts: readonly Printout[];

  constructor() {
    copyWithSlips(join(ROOT, 'documents'), this.#documents);
    this.said = runScript('build', ['--documents', this.#documents, '--out', this.folder]);
    this.printouts = (JSON.parse(this.read('printouts.json')) as PrintoutList).printouts;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** What of a page is meant for readers: all but its furniture; read once, to be looked at only. */
  mainOf(page: string): Element {
    const main = this.#mains.get(page) ?? this.#readMain(page);
    this.#mains.set(page, main);
    return main;
  }

  #readMain(page: string): Element {
    const main = parseHTML(this.read(`${page}index.html`)).document.querySelector('main');
    if (!main) throw new Error(`${page} has no main part`);
    for (const furniture of main.querySelectorAll('nav, template, .for-screen, .printout'))
      furniture.remove();
    return main;
  }

  /** Does something with a copy that is as the site was before it was printed, but for its links. */
  async withCopy<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
    const copy = mkdtempSync(join(tmpdir(), 'printed-'));
    try {
      cpSync(this.folder, copy, { recursive: true, filter: (path) => !path.endsWith('.pdf') });
      return await use(copy);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }

  discard(): void {
    for (const folder of [this.folder, this.#documents]) rmSync(folder, { recursive: true, force: true });
  }
}
