import { listTables, type TextCheck } from './text-finding.ts';

/** A column that has a head of its own and no figure: its head stands there twice, or its figures are gone. */
export const emptyColumns: TextCheck = {
  rule: 'empty-column',
  *compare(document) {
    for (const table of listTables(document)) {
      const width = Math.max(...table.rows.map(({ cells }) => cells.length));
      const heads = table.rows.filter(({ role }) => role === 'header' || role === 'unit');
      const body = table.rows.filter(({ role }) => role !== 'header' && role !== 'unit');
      if (body.every(({ cells }) => cells.slice(1).every(({ text }) => text.trim() === ''))) continue;
      for (let cell = 1; cell < width; cell++) {
        const head = heads.findLast(({ cells }) => (cells[cell]?.text.trim() ?? '') !== '');
        if (!head || body.some(({ cells }) => (cells[cell]?.text.trim() ?? '') !== '')) continue;
        const text = head.cells[cell]?.text.trim() ?? '';
        if (![cell - 1, cell + 1].some((beside) => head.cells[beside]?.text.trim() === text)) continue;
        const message = `The column headed "${text}" in line ${head.line} holds no figure: its head is printed twice.`;
        yield {
          line: head.line,
          cell,
          expected: '',
          actual: text,
          message,
        };
      }
    }
  },
  example: {
    text: `Consolidated Balance Sheets (Unaudited)

| | As of March 31, 2020 | As of March 31, 2021 | |
| | Thousands of JPY | Thousands of JPY | Thousands of JPY |
| ASSETS | | | |
| Cash and cash equivalents | 1,200 | 1,350 | |
| Inventories | 800 | 910 | |
| Total current assets | 2,000 | 2,260 | |`,
    finds: 'The column headed "Thousands of JPY" in line 12 holds no figure: its head is printed twice.',
  },
};
