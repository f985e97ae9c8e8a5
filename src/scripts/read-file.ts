import { linkTo } from '../model/links.ts';

const files = new Map<string, Promise<unknown>>();

/** A JSON file of the site, fetched once for a page; nothing where there is none. Rejects where it cannot be had. */
export function readFile<T>(file: string): Promise<T | undefined> {
  const known =
    files.get(file) ?? fetch(linkTo(file)).then((answer) => (answer.ok ? answer.json() : undefined));
  files.set(file, known);
  return known as Promise<T | undefined>;
}
