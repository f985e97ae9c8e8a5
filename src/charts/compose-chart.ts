import type { Fact } from '../model/fact.ts';
import type { ChartCell, ChartSpec } from './chart.ts';
import { isFact } from './figures-csv.ts';
import { type Footing, footed } from './footing.ts';
import type { AmountScale } from './scale.ts';
import { listed } from './wording.ts';

/** What every row of a chart has, beside what its form draws of it. */
interface NamedRow {
  readonly label: string;
  /** A total. */
  readonly strong?: boolean;
}

/** A chart by its rows: which they are, what the columns of its table say of each, how a sentence says it. */
interface Composition<Row extends NamedRow>
  extends Omit<ChartSpec, 'summary' | 'table' | 'size' | 'note' | 'sources'>,
    Partial<Pick<ChartSpec, 'size' | 'note' | 'sources'>> {
  readonly rows: readonly Row[];
  readonly scale: Pick<AmountScale, 'power' | 'places'>;
  /** One without a cell in any row is left out. */
  readonly columns: readonly (readonly [head: string, cell: (row: Row, index: number) => ChartCell])[];
  /** What adds up among the rows. */
  readonly sums?: Footing;
  /** Words before the rows and for each of them; '' for one that the picture shows otherwise. Or the whole text. */
  readonly summary: string | { readonly lead: string; readonly each: (row: Row) => string };
}

/** Puts a chart together so that its words, its table and its sources follow one list of rows. */
export function composeChart<Row extends NamedRow>({
  rows,
  scale,
  columns,
  sums,
  summary,
  ...given
}: Composition<Row>): ChartSpec {
  const cells = rows.map((row, index) => columns.map(([, cell]) => cell(row, index)));
  const filled = columns.flatMap((_, column) => (cells.some((row) => row[column] !== '') ? [column] : []));
  const table = {
    header: ['', ...filled.map((column) => columns[column]?.[0] ?? '')],
    rows: rows.map(({ label, strong }, index) => ({
      label,
      cells: filled.map((column) => cells[index]?.[column] ?? ''),
      ...(strong !== undefined && { strong }),
    })),
    scale: scale.power,
    places: scale.places,
  };
  return {
    size: 'half',
    note: '',
    sources: table.rows.flatMap(({ cells }) => cells.flatMap(factsIn)),
    ...given,
    summary: typeof summary === 'string' ? summary : summarise(rows, summary),
    table: sums ? footed(table, sums) : table,
  };
}

function factsIn(cell: ChartCell): readonly Fact[] {
  if (typeof cell === 'string') return [];
  return isFact(cell) ? [cell] : (cell.facts ?? []);
}

function summarise<Row extends NamedRow>(
  rows: readonly Row[],
  { lead, each }: Exclude<Composition<Row>['summary'], string>,
): string {
  const phrases = rows.map(each).filter(Boolean);
  /** Phrases that list something themselves are kept apart. */
  const areLists = phrases.some((phrase) => / and |, /.test(phrase));
  return `${lead}: ${areLists ? phrases.join('; ') : listed(phrases)}.`;
}
