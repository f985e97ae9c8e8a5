import type { Printed } from '../../src/model/fact.ts';
import type { Overrides, StatedSentence } from '../../src/model/overrides.ts';
import type { Problem } from '../../src/model/problem.ts';
import { numbersIn } from '../grammar/numbers-in.ts';
import { pickSaid } from './overrides.ts';
import type { StatedReach } from './stated-in-table.ts';
import type { StatedFigure } from './stated-sentences.ts';

/** What is said of rows that nobody read: a number alone in its row is settled by it, anything else is refused. */
export interface UnreadRows {
  readonly figures: readonly StatedFigure[];
  readonly problems: readonly Problem[];
}

/** Finds words on tables, rows and columns that reach no figure that was read. @param read Facts of tables. */
export function findUnreadRows(
  reaches: readonly StatedReach[],
  read: readonly Printed[],
  lines: readonly string[],
  overrides: Overrides | undefined,
): UnreadRows {
  const figures: StatedFigure[] = [];
  const problems: Problem[] = [];
  for (const reach of reaches) {
    if (read.some((fact) => isReached(fact, reach))) continue;
    const alone = reach.what === 'row' ? reach.lines.map((line) => findAlone(line, lines)) : [];
    if (alone.length > 0 && alone.every((number) => number !== undefined))
      figures.push(...alone.map((number) => stateFigure(number, reach)));
    else problems.push(refuse(reach, overrides?.file ?? ''));
  }
  return { figures, problems };
}

const isReached = ({ line, cell }: Printed, { lines, cell: wanted }: StatedReach): boolean =>
  lines.includes(line) && (wanted === undefined || cell === wanted);

type Placed = Pick<StatedFigure, 'line' | 'start' | 'end'>;

/** The only number behind the label of a row. */
function findAlone(line: number, lines: readonly string[]): Placed | undefined {
  const source = lines[line - 1] ?? '';
  const label = source.indexOf('\t');
  const numbers = numbersIn(source).filter(({ start }) => start > label);
  const [first] = numbers;
  return numbers.length === 1 && first ? { line, start: first.start, end: first.end } : undefined;
}

function stateFigure(place: Placed, { one, ofTable }: StatedReach): StatedFigure {
  const said: StatedSentence = { ...ofTable, ...one };
  return { ...place, section: [], words: pickSaid(said), said };
}

const refuse = ({ one, what }: StatedReach, file: string): Problem => ({
  file,
  line: one.line,
  column: one.column,
  found: `words on the ${what} "${one.name}", in which no number has been read`,
  expected: 'words on a number that has been read, or on each that has not',
  mend: `${NAME_COLUMNS}, or each number in "sentences", as { "text": "Ships 12", "measure": …, "period": …, "unit": … }`,
});

const NAME_COLUMNS = 'say what columns without a head mean, as { "label": "", "nth": 1, "period": … }';
