import type { EditionDifference, ReplacedEdition } from '../src/model/edition.ts';
import { factKey, type Printed } from '../src/model/fact.ts';
import type { IssuerSettings } from '../src/model/issuer-settings.ts';
import type { ConvertedDocument } from './convert-document.ts';

/** The documents of an issuer that are read, and the editions in whose place they are. */
export interface Editions {
  readonly read: readonly ConvertedDocument[];
  readonly replaced: readonly ReplacedEdition[];
}

/** Of several editions of a release the latest is read, so that nothing counts twice; the others tell what changed. */
export function splitEditions(
  documents: readonly ConvertedDocument[],
  { editions = {} }: IssuerSettings,
): Editions {
  const byId = new Map(documents.map((document) => [document.record.id, document]));
  const successors = new Map<string, { readonly document: string; readonly isSame: boolean }>();
  for (const [id, of] of Object.entries(editions)) {
    if (!byId.has(id)) continue;
    if ('replaces' in of) successors.set(of.replaces, { document: id, isSame: false });
    else if (byId.has(of.sameAs)) successors.set(id, { document: of.sameAs, isSame: true });
  }
  const latestEdition = (id: string): string => {
    const next = successors.get(id);
    return next ? latestEdition(next.document) : id;
  };
  return {
    read: documents.filter(({ record }) => !successors.has(record.id)),
    replaced: documents.flatMap((earlier): ReplacedEdition[] => {
      const { id, file, released } = earlier.record;
      const latest = byId.get(latestEdition(id));
      const isSame = successors.get(id)?.isSame ?? false;
      if (!latest || latest === earlier) return [];
      const differences = differencesBetween(earlier, latest);
      return [{ document: latest.record.id, id, file, released, isSame, differences }];
    }),
  };
}

/** Statements that only one of two editions has, those of one fact side by side. */
function differencesBetween(before: ConvertedDocument, now: ConvertedDocument): EditionDifference[] {
  const [earlier, later] = [groupFacts(before), groupFacts(now)];
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  const found = [...keys].flatMap((key) => pairs(earlier.get(key) ?? [], later.get(key) ?? []));
  return found
    .sort((a, b) => lineToSortBy(a) - lineToSortBy(b))
    .map(({ was, is }) => describeDifference(was, is));
}

/** What is of no date but its release's stays the same in an edition of another day. */
const groupFacts = ({ facts, record }: ConvertedDocument): Map<string, Printed[]> =>
  Map.groupBy(facts, (fact) => factKey(fact.period === record.released ? { ...fact, period: '' } : fact));

interface Pair {
  readonly was: Printed | undefined;
  readonly is: Printed | undefined;
}

/** What is left of both when every statement is taken away that the other has too, and how far each is told. */
function pairs(before: readonly Printed[], now: readonly Printed[]): Pair[] {
  const left = [...now];
  const gone = before.filter((fact) => {
    const same = left.findIndex((other) => saying(other) === saying(fact));
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  const count = Math.max(gone.length, left.length);
  return Array.from({ length: count }, (_, index) => ({ was: gone[index], is: left[index] }));
}

const saying = ({ value, polarity, decimals, qualifier, origin }: Printed): string =>
  [value, polarity, decimals, qualifier, origin].join(' ');

const lineToSortBy = ({ was, is }: Pair): number => (is ?? was)?.line ?? 0;

function describeDifference(was: Printed | undefined, is: Printed | undefined): EditionDifference {
  const { concept = '', label = '', dimensions = '', period = '' } = is ?? was ?? {};
  return {
    concept,
    label,
    dimensions,
    period,
    before: was ? { raw: was.raw, line: was.line } : null,
    now: is ? { raw: is.raw, line: is.line, fact: is.id } : null,
  };
}
