import type { DocumentRecord, TableBlock } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';

/** The facts of one column or one row of a printed table, in reading order. */
export interface Line {
  readonly document: string;
  /** Tells the tables of all documents apart. */
  readonly table: string;
  readonly facts: readonly Printed[];
}

/** Every column and every row of the tables of some documents. */
export interface Lines {
  readonly columns: readonly Line[];
  readonly rows: readonly Line[];
}

export function indexLines(documents: readonly DocumentRecord[], facts: readonly Printed[]): Lines {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const columns: Line[] = [];
  const rows: Line[] = [];
  for (const { id, blocks } of documents) {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      const table = `${id}#${block.lines[0]}`;
      const cells = factsByCell(block, byId);
      for (const row of cells) rows.push({ document: id, table, facts: row.flat() });
      const width = Math.max(0, ...cells.map((row) => row.length));
      for (let cell = 1; cell < width; cell++) {
        const inColumn = cells.flatMap((row) => row[cell] ?? []);
        if (inColumn.length > 0) columns.push({ document: id, table, facts: inColumn });
      }
    }
  }
  return { columns, rows: rows.filter((row) => row.facts.length > 1) };
}

/** Facts of each cell of each row; numbers inside labels stand in prose. */
function factsByCell(block: TableBlock, byId: ReadonlyMap<string, Printed>): Printed[][][] {
  return block.rows.map(({ cells }) =>
    cells.map(({ facts }) =>
      facts.map((id) => byId.get(id)).filter((fact): fact is Printed => fact?.origin === 'table'),
    ),
  );
}
