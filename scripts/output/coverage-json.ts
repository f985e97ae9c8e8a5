import type { Coverage } from '../../src/model/document.ts';
import { DATA_VERSION } from '../../src/model/downloads.ts';
import { formatRecords, type JoinedFile, readRecords } from './joined-file.ts';

/**
 * `coverage.json`: what became of every number of every document. The key is the document's id; where several
 * issuers have a document of that id, theirs are `<issuer>/<id>`. The version of the format is told with each, since every
 * key is a document.
 */
export const COVERAGE_JSON: JoinedFile = {
  name: 'coverage.json',
  makeShare: ({ coverage }) => formatRecords(Object.entries(coverage)),
  *join(shares) {
    const ids = shares.flatMap((share) => [...readRecords<Entry>(share)].map(([id]) => id));
    const shared = findRepeated(ids);
    if (ids.length === 0) yield '{}\n';
    let before = '{\n  ';
    for (const share of shares)
      for (const [id, counts] of readRecords<Entry>(share)) {
        const key = shared.has(id) ? `${share.issuer.slug}/${id}` : id;
        const told = { dataVersion: DATA_VERSION, ...counts };
        yield `${before}${JSON.stringify(key)}: ${JSON.stringify(told, null, 2).replaceAll('\n', '\n  ')}`;
        before = ',\n  ';
      }
    if (ids.length > 0) yield '\n}\n';
  },
};

type Entry = readonly [document: string, counts: Coverage];

function findRepeated(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}
