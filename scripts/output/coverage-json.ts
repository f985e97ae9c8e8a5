import type { Corpus } from '../../src/model/corpus.ts';
import type { Coverage } from '../../src/model/document.ts';

/**
 * `coverage.json`: what became of every number of every document. The key is the document's id; where several
 * issuers have a document of that id, theirs are `<issuer>/<id>`.
 */
export function formatCoverageJson(corpus: Corpus): string {
  const ids = corpus.issuers.flatMap(({ coverage }) => Object.keys(coverage));
  const shared = findRepeated(ids);
  const byKey: Record<string, Coverage> = {};
  for (const { issuer, coverage } of corpus.issuers) {
    for (const [id, counts] of Object.entries(coverage)) {
      byKey[shared.has(id) ? `${issuer.slug}/${id}` : id] = counts;
    }
  }
  return `${JSON.stringify(byKey, null, 2)}\n`;
}

function findRepeated(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}
