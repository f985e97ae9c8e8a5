import { conceptById } from '../../src/concepts/index.ts';
import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import { type Fact, factKey } from '../../src/model/fact.ts';
import { endOf, startOf } from '../../src/model/period.ts';
import { meets, quantityOf } from '../../src/model/quantity.ts';
import { Settled } from '../../src/model/settled.ts';
import { type Column, formatCsv } from './csv.ts';

/** What one release states for a figure that several releases state. */
interface Vintage {
  readonly fact: Fact;
  readonly released: string;
  /** 1 for the release that states it first. */
  readonly order: number;
  readonly status: 'first' | 'confirmed' | 'restated';
}

/** The columns of `vintages.csv`, a public format: names and order stay. */
const COLUMNS: readonly Column<Vintage>[] = [
  ['issuer', ({ fact }) => fact.issuer],
  ['measure', ({ fact }) => fact.concept],
  ['measure_name', ({ fact }) => conceptById.get(fact.concept)?.label ?? fact.label],
  ['start', ({ fact }) => startOf(fact.period)],
  ['end', ({ fact }) => endOf(fact.period)],
  ['dimensions', ({ fact }) => fact.dimensions],
  ['basis', ({ fact }) => fact.basis],
  ['unit', ({ fact }) => fact.unit],
  ['document', ({ fact }) => fact.document],
  ['released', ({ released }) => released],
  ['vintage', ({ order }) => order],
  ['status', ({ status }) => status],
  ['value', ({ fact }) => fact.value],
  ['polarity', ({ fact }) => fact.polarity],
  ['decimals', ({ fact }) => fact.decimals],
  ['fact', ({ fact }) => fact.id],
];

/** `vintages.csv`: figures that several releases state, as first reported and as confirmed or restated later. */
export const formatVintagesCsv = (corpus: Corpus): Iterable<string> =>
  formatCsv(COLUMNS, corpus.issuers.flatMap(vintagesOf));

function vintagesOf({ facts, settled, documents }: IssuerData): Vintage[] {
  const released = new Map(documents.map(({ id, released }) => [id, released]));
  const known = new Settled(facts, settled);
  return settled
    .flatMap(({ statements }) => {
      const printed = statements
        .flatMap((id) => known.byId(id) ?? [])
        .filter(({ document }) => document !== '');
      const byRelease = [...Map.groupBy(printed, ({ document }) => document).values()].flatMap(
        ([best]) => best ?? [],
      );
      if (byRelease.length < 2) return [];
      const ordered = byRelease.sort((a, b) => compare(a.document, b.document));
      return ordered.map((fact, i): Vintage => {
        const before = ordered[i - 1];
        const status = !before
          ? 'first'
          : meets(quantityOf(before), quantityOf(fact))
            ? 'confirmed'
            : 'restated';
        return { fact, released: released.get(fact.document) ?? '', order: i + 1, status };
      });
    })
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

const sortKey = ({ fact, order }: Vintage): string => `${factKey(fact)} ${String(order).padStart(4, '0')}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
