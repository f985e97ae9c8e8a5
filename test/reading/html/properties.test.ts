import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, digitsOf, misplaced, readPage } from './reading-proof.ts';

/** How a table puts its figures into the columns of its grid. */
const layouts = fc.record({
  spacers: fc.boolean(),
  signs: fc.constantFrom('in the cell', 'before', 'around'),
  wide: fc.boolean(),
  lead: fc.nat({ max: 2 }),
});
/** `(1)` to `(99)` alone may be footnotes' marks. */
const figures = fc.integer({ min: -99_999, max: 99_999 }).filter((value) => value >= 0 || value < -99);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    layout: layouts,
    heads: fc.boolean(),
    rows: fc.array(
      fc.record({
        dollars: fc.boolean(),
        values: fc.array(fc.option(figures), { minLength: width, maxLength: width }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
  }),
);
type Table = typeof tables extends fc.Arbitrary<infer T> ? T : never;

const printed = (value: number): string =>
  value < 0 ? `(${(-value).toLocaleString('en-US')})` : value.toLocaleString('en-US');

/** The cells of one figure: a sign, the figure, a bracket, each in its own column or together. */
function cellsOf(value: number | null, dollars: boolean, { signs, wide }: Table['layout']): string {
  const text = value === null ? '' : printed(value);
  const sign = dollars && text !== '' ? '$' : '';
  if (signs === 'in the cell') return `<td>${sign}${text}</td>`;
  if (signs === 'before')
    return sign || !wide ? `<td>${sign}</td><td>${text}</td>` : `<td colspan="2">${text}</td>`;
  const [open = '', close = ''] = text.endsWith(')') ? [text.slice(0, -1), ')'] : [text, '&nbsp;'];
  return sign || !wide
    ? `<td>${sign}</td><td>${open}</td><td>${close}</td>`
    : `<td colspan="2">${open}</td><td>${close}</td>`;
}

function pageOf({ layout, rows, heads }: Table): string {
  const { spacers, signs, lead } = layout;
  const between = spacers ? '<td>&nbsp;</td>' : '';
  const label = (text: string) => `<td colspan="${lead + 1}">${text}</td>`;
  const columns = { 'in the cell': 1, before: 2, around: 3 }[signs];
  const years = rows[0]?.values
    .map((_, i) => `${between}<td colspan="${columns}">Q${i + 1} 2024</td>`)
    .join('');
  const body = rows.map(
    ({ dollars, values }, i) =>
      `<tr>${label(`Line ${'abcdefgh'[i]} of it`)}${values.map((value) => between + cellsOf(value, dollars, layout)).join('')}</tr>`,
  );
  return `<html><body><table>${heads ? `<tr>${label('')}${years}</tr>` : ''}${body.join('\n')}</table></body></html>`;
}

test('every figure of a table stands once, in its row and column, with its sign', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const width = table.rows[0]?.values.length ?? 0;
      const filled = Array.from({ length: width }, (_, i) =>
        table.rows.some(({ values }) => values[i] !== null),
      );
      fc.pre(filled.every(Boolean));
      const { nodes } = readPage(pageOf(table));
      const rows = nodes.flatMap((node) => (node.kind === 'table' ? node.rows : []));
      const read = rows
        .filter(({ cells }) => cells[0]?.text.startsWith('Line'))
        .map(({ cells }) => Array.from({ length: width }, (_, i) => cells[i + 1]?.text ?? ''));
      const wanted = table.rows
        .filter(({ values }) => values.some((value) => value !== null))
        .map(({ dollars, values }) =>
          values.map((value) => (value === null ? '' : `${dollars ? '$' : ''}${printed(value)}`)),
        );
      expect(read.filter((cells) => cells.some((text) => text !== ''))).toEqual(wanted);
    }),
    { numRuns: 300, seed: 20_240_801 },
  );
});

/** Pages of nested elements in any order, numbers and references among their text. */
const pages = fc.letrec<{ node: string; text: string }>((tie) => ({
  text: fc.constantFrom(
    'Revenue ',
    '1,234',
    ' 5.6% ',
    '&nbsp;',
    '&amp;',
    '\n  ',
    '7',
    '&#8212;',
    '\u{1f4c8} 8',
    'é',
    '\u00ad',
  ),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('text'),
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'div',
          'b',
          'span',
          'sup',
          'table',
          'tr',
          'td',
          'li',
          'ul',
          'h2',
          'font',
          'nav',
          'br',
        ),
        fc.array(tie('node'), { maxLength: 5 }),
      )
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
  ),
})).node;

test('no digit of a page is lost or invented, and each stands where its place says', () => {
  fc.assert(
    fc.property(fc.array(pages, { maxLength: 8 }), (parts) => {
      const bytes = bytesOf(`<html><body>${parts.join('')}</body></html>`);
      const { page, read } = digitsOf(bytes);
      expect(read).toBe(page);
      expect(misplaced(bytes)).toEqual([]);
    }),
    { numRuns: 500, seed: 20_240_802 },
  );
});
