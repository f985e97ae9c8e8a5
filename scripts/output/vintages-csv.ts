import type { IssuerData } from '../../src/model/corpus.ts';
import { factKey } from '../../src/model/fact.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { collectVintages, type Vintage } from '../../src/model/vintages.ts';
import type { CsvColumn } from './csv.ts';
import { factById } from './fact-by-id.ts';
import { joinedTable } from './joined-file.ts';
import { measureNames } from './measure-names.ts';

/** What a release states, and when. */
interface DatedVintage extends Vintage {
  readonly released: string;
  /** Of the measure. */
  readonly name: string;
}

/** The columns of `vintages.csv`, a public format: names and order stay. */
const COLUMNS: readonly CsvColumn<DatedVintage>[] = [
  ['issuer', ({ fact }) => fact.issuer],
  ['measure', ({ fact }) => fact.concept],
  ['measure_name', ({ name }) => name],
  ['start', ({ fact }) => firstDay(fact.period)],
  ['end', ({ fact }) => lastDay(fact.period)],
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
  ['aspect', ({ fact }) => fact.aspect],
  ['compared_start', ({ fact }) => firstDay(fact.compared)],
  ['compared_end', ({ fact }) => lastDay(fact.compared)],
];

/** `vintages.csv`: figures that several releases state, as first reported and as confirmed, restated or revised later. */
export const VINTAGES_CSV = joinedTable('vintages.csv', COLUMNS, vintagesIn);

function vintagesIn(data: IssuerData): DatedVintage[] {
  const { issuer, settled, documents } = data;
  const released = new Map(documents.map(({ id, released }) => [id, released]));
  const known = factById(data);
  const names = measureNames(data);
  return settled
    .flatMap(({ statements }) =>
      collectVintages(
        statements.flatMap((id) => known.get(id) ?? []),
        issuer.reportingCurrency,
      ),
    )
    .map((vintage) => ({
      ...vintage,
      released: released.get(vintage.fact.document) ?? '',
      name: names.get(vintage.fact.concept) ?? vintage.fact.label,
    }))
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

const sortKey = ({ fact, order }: Vintage): string => `${factKey(fact)} ${String(order).padStart(4, '0')}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
