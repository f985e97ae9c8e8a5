import type { Corpus, SourceText } from '../src/model/corpus.ts';
import type { Edition } from '../src/model/document.ts';

/**
 * The compiler, documents in and data out, as ARCHITECTURE.md draws it. Pure: no disk, clock or terminal.
 * Throws an `InputError` that lists every document that cannot be converted.
 */
export function convertCorpus(sources: readonly SourceText[], edition: Edition): Corpus {
  throw new Error(`not wired yet: ${sources.length} ${edition}`);
}
