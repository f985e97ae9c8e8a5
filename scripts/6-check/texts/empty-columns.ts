import { listTables, type TextCheck, textFinding } from './text-finding.ts';

/** A column that has a head of its own and no figure: its head stands there twice, or its figures are gone. */
export const emptyColumns: TextCheck = function* (document) {
  for (const table of listTables(document)) {
    const width = Math.max(...table.rows.map(({ cells }) => cells.length));
    const heads = table.rows.filter(({ role }) => role === 'header' || role === 'unit');
    const body = table.rows.filter(({ role }) => role !== 'header' && role !== 'unit');
    for (let cell = 1; cell < width; cell++) {
      const head = heads.findLast(({ cells }) => (cells[cell]?.text.trim() ?? '') !== '');
      if (!head || body.some(({ cells }) => (cells[cell]?.text.trim() ?? '') !== '')) continue;
      const text = head.cells[cell]?.text.trim() ?? '';
      if (![cell - 1, cell + 1].some((beside) => head.cells[beside]?.text.trim() === text)) continue;
      const message = `The column headed "${text}" in line ${head.line} holds no figure: its head is printed twice.`;
      yield textFinding(document, {
        rule: 'empty-column',
        verdict: 'slip',
        line: head.line,
        cell,
        expected: '',
        actual: text,
        message,
      });
    }
  }
};
