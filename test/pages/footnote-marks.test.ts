import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/document.ts';
import { footnoteFinder, withFootnotes } from '../../src/view/footnote-marks.ts';

const footnote = (mark: string, line: number): DocumentRecord['blocks'][number] => ({
  kind: 'footnote',
  lines: [line, line],
  section: [],
  depth: 0,
  mark,
});

const find = footnoteFinder({ blocks: [footnote('¹', 5), footnote('*', 8), footnote('¹', 20)] } as never);

test.each([
  ['a mark leads to the next footnote', 'Revenue¹ rose', 2, ['Revenue', ['¹', 5], ' rose']],
  ['a repeated mark leads to its own', 'Costs¹', 12, ['Costs', ['¹', 20]]],
  ['after the last, to the last', 'Cash¹', 30, ['Cash', ['¹', 20]]],
  ['stars too', '8.75* (paid)', 6, ['8.75', ['*', 8], ' (paid)']],
  ['a footnote does not lead to itself', '¹ Restated.', 5, ['¹ Restated.']],
  ['an unknown mark stays', 'Net²', 2, ['Net²']],
])('%s', (_name, text, line, expected) => {
  const pieces = withFootnotes([text], line, find);
  expect(
    pieces.map((piece) =>
      typeof piece === 'string' ? piece : [piece.text, 'line' in piece ? piece.line : 0],
    ),
  ).toEqual(expected);
});
