import { type FigureTable, tableFigures } from '../../scripts/4-settle/relations/figures.ts';
import type { DigitRelation } from '../../scripts/4-settle/relations/relation.ts';
import { readCell } from '../../scripts/grammar/cells.ts';

/** A table written as its rows, the fields apart by bars: `Revenue | 400 | 380`. */
export function printedTable(rows: readonly string[]): FigureTable {
  const fields = rows.map((row) => row.split('|').map((field) => field.trim()));
  const columns = Math.max(...fields.map(({ length }) => length)) - 1;
  return tableFigures(
    fields.map(([label = '', ...cells], index) => ({
      line: index + 1,
      label,
      cells: Array.from({ length: columns }, (_, column) => {
        const [figure] = readCell(cells[column] ?? '');
        return figure && { figure, cell: column + 1 };
      }),
    })),
    columns,
  );
}

/** `sum 3 = 1 + 2`, in lines; across a row `growth .3 = .1 .2`, in columns; a broken instance is told behind. */
export function describe({ kind, strength, instances }: DigitRelation): string {
  const [first] = instances;
  if (!first) return kind;
  const isAcross = kind === 'across' || kind === 'change' || kind === 'growth';
  const name = ({ line, cell }: { line: number; cell: number }) => (isAcross ? `.${cell}` : `${line}`);
  const terms = first.terms.map((term, i) => {
    const sign = first.weights[i] === undefined ? '' : (first.weights[i] ?? 1) < 0 ? '-' : '+';
    return `${i === 0 && sign === '+' ? '' : sign}${name(term)}`;
  });
  const broken = instances.filter(({ outcome }) => outcome === 'broken');
  const told = broken.map(({ result }) => ` broken ${result.line}.${result.cell}`).join('');
  return `${strength} ${kind} ${name(first.result)} = ${terms.join(' ')}${told}`;
}
