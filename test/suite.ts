import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A folder with an input and what is expected of it. Its name says what it shows. */
export class Case {
  readonly name: string;
  readonly folder: string;

  constructor(parent: string, name: string) {
    this.name = name;
    this.folder = join(parent, name);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Compares with a file of the case, which must be there: `vitest run -u` rewrites it, nothing invents it. */
  async expectFile(file: string, actual: string): Promise<void> {
    expect(this.has(file), `${this.path(file)} says what is expected; write it by hand`).toBe(true);
    await expect(actual).toMatchFileSnapshot(this.path(file));
  }
}

/** Runs one test for each folder below `folder` (absolute): a new case is a new folder, no code. */
export function describeCases(
  title: string,
  folder: string,
  check: (one: Case) => void | Promise<void>,
): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  describe(title, () => {
    for (const name of names) test(name.replaceAll('-', ' '), () => check(new Case(folder, name)));
  });
}
