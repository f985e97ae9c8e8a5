import { isPrinted } from '../../src/model/fact.ts';
import type { Hashes } from '../output/receipt-json.ts';
import { formatDocumentPath, listDocumentPaths, type Output } from './output.ts';

/** What became of the documents between two outputs; paths are `<issuer>/<document>`. */
export interface Documents {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Those whose text is another. */
  readonly edited: ReadonlySet<string>;
}

/** By the hashes of the receipts where both outputs have one, else by the digits printed at one place. */
export function compareDocuments(old: Output, now: Output): Documents {
  const [before, after] = [listDocumentPaths(old), listDocumentPaths(now)];
  const kept = [...before].filter((path) => after.has(path));
  const isEdited =
    old.inputs && now.inputs ? byHashes(old.inputs, now.inputs) : byDigits(digitsAt(old), digitsAt(now));
  return {
    added: after.difference(before),
    removed: before.difference(after),
    edited: new Set(kept.filter(isEdited)),
  };
}

/** A document is `<path>.<ext>`, a folder of files, or what stands beside it: `<path>.overrides.json`. */
const byHashes =
  (old: Hashes, now: Hashes) =>
  (path: string): boolean =>
    [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((file) => file.startsWith(`${path}.`) || file.startsWith(`${path}/`))
      .some((file) => old[file] !== now[file]);

/** By document, the digits that its statements have at each place. */
type Digits = ReadonlyMap<string, ReadonlyMap<string, string>>;

const byDigits =
  (old: Digits, now: Digits) =>
  (path: string): boolean =>
    [...(old.get(path) ?? [])].some(([place, digits]) => (now.get(path)?.get(place) ?? digits) !== digits);

function digitsAt({ facts }: Output): Digits {
  const printed = facts.filter((fact) => isPrinted(fact));
  return new Map(
    [...Map.groupBy(printed, formatDocumentPath)].map(([path, own]) => [
      path,
      new Map(own.map(({ line, column, raw }) => [`${line}:${column}`, raw.replace(/\D+/g, '')])),
    ]),
  );
}
