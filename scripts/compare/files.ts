import type { Hashes } from '../output/receipt-json.ts';

/** How files differ from what a receipt names, each list in order. */
export interface FileDifferences {
  readonly altered: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const countDifferences = ({ altered, added, removed }: FileDifferences): number =>
  altered.length + added.length + removed.length;

export function compareHashes(named: Hashes, found: Hashes): FileDifferences {
  return {
    altered: Object.keys(found).filter((path) => Object.hasOwn(named, path) && named[path] !== found[path]),
    added: Object.keys(found).filter((path) => !Object.hasOwn(named, path)),
    removed: Object.keys(named).filter((path) => !Object.hasOwn(found, path)),
  };
}

/** `altered: data/facts.csv`, a line a file. */
export const describeDifferences = (differences: FileDifferences): string[] =>
  (['altered', 'added', 'removed'] as const).flatMap((kind) =>
    differences[kind].map((path) => `${kind}: ${path}`),
  );
