/** The least that a release must say to be read: who and when. */
export const HEAD =
  'Acme Corp Reports Second Quarter 2024 Results\n\nResults for the quarter ended June 30, 2024.\n\n';

/** Tables of about a number of characters. */
const TABLES: Readonly<Record<string, (size: number) => string>> = {
  'a line of digits': (n) => `Revenue\t${'1'.repeat(n)}\n`,
  'a line of commas': (n) => `\tQ2 2024\nRevenue\t${'1,'.repeat(n / 2)}\n`,
  'a line of letters': (n) => `Revenue\t${'h'.repeat(n)}\n`,
  'a line of tabs': (n) => `${'\t'.repeat(n)}\n`,
  'a line of brackets': (n) => `\tQ2 2024\nRevenue\t${'('.repeat(n)}\n`,
  'a line of backslashes': (n) => `\tQ2 2024\nRevenue\t${'\\$'.repeat(n / 2)}1\n`,
  'a line of capitals': (n) => `${'Abc & '.repeat(n / 6)}\n`,
  'a line of months': (n) => `${'January '.repeat(n / 8)}\n`,
  'a long label': (n) => `\tQ2 2024\n${'Revenue '.repeat(n / 8)}\t12\n`,
  'many columns': (n) => `\t${'Q2 2024\t'.repeat(n / 40)}\nRevenue\t${'1,234\t'.repeat(n / 40)}\n`,
  'columns without heads': (n) => `Revenue\t${'1,234\t'.repeat(n / 20)}\n`,
  'many rows': (n) => `\tQ2 2024\n${'Item\t1,234\n'.repeat(n / 40)}`,
  'many groups': (n) => `\tQ2 2024\n${'Group\t\nItem\t1,234\n'.repeat(n / 60)}`,
  'many heads': (n) => `${'\tQ2 2024\n'.repeat(n / 40)}Revenue\t12\n`,
  'a rule of dashes': (n) => `${'-'.repeat(n)}\nRevenue\t12\n`,
  'a label of note marks': (n) => `${'(1) '.repeat(n / 4)}      12      13\n`,
  'a label of digits': (n) => `Stock, ${'1'.repeat(n)}\t12\n`,
  'a label of spaces': (n) => `a${' '.repeat(n)}b\t12\n`,
  'a segment of capitals': (n) => `${'A'.repeat(n)}\td segment revenue was $1.2 million.\n`,
  'blank lines': (n) => `${'\n'.repeat(n)}Revenue\t12\n`,
  'a head of dashes': (n) => `\t${'-'.repeat(n)}\tQ2 2023\nRevenue\t12\t13\n`,
  'a dashed head over years': (n) =>
    `\t${'-'.repeat(n / 2)} Three months ended June 30 ${'-'.repeat(n / 2)}\n\t2024\t2023\nRevenue\t12\t13\n`,
  'a list within a list': (n) =>
    Array.from({ length: Math.sqrt(2 * n) }, (_, i) => `${' '.repeat(i)}- 1${i}\n`).join(''),
  'a fact over and over': (n) =>
    `(in millions of US dollars)\n\n\tQ2 2024\n${'Revenue\t1,234\n'.repeat(n / 60)}`,
  'a fact told anew': (n) =>
    `(in millions of US dollars)\n\n\tQ2 2024\n${Array.from({ length: n / 60 }, (_, i) => `Revenue\t1,${100 + (i % 900)}\n`).join('')}`,
  'a sentence over and over': (n) =>
    `${'Revenue was $1.2 million, up 3% from $1.1 million. '.repeat(n / 100)}\n`,
  'rules of bars': (n) => '| --- |\n'.repeat(n / 60),
};

/** What is repeated until a line of prose is very long. */
export const HOSTILE_PIECES = [
  '1', '1,', '1.1.', '1 ', '$1 ', '(1) ', '((1', '- 1', '1:2 split ', 'FY12 ', 'March 31, 2012 and ', 'up 1% ', 'A A A A 1 ',
  'revenue of 1 ', 'net income attributable to ', 'from 1 to 2 ', ', and 1', '"1" ', '1@a.b', 'https://1', '+81-3-5259-6500 ', '. . 1',
  'the the the 1', 'compared with 1 ', '1. ', '- ', '> ', '>', '-', '\\$1 ', '**1** ', '1% of the market ', 'increase of 1 in a and ', '— 1 ', '          1',
]; // biome-ignore format: a list reads better than a column

/** Whole documents that a careless pattern would take forever to read, by name, of about a number of characters. */
export const HOSTILE_TEXTS: Readonly<Record<string, (size: number) => string>> = Object.fromEntries([
  ...Object.entries(TABLES).map(([name, make]) => [name, (size: number) => HEAD + make(size)] as const),
  ['a head of a message', (size: number) => 'N: a\r\n'.repeat(size / 6) + HEAD] as const,
  ...HOSTILE_PIECES.map(
    (piece) =>
      [
        `a line of ${JSON.stringify(piece)}`,
        (size: number) => `${HEAD}${piece.repeat(size / piece.length)}\n`,
      ] as const,
  ),
]);
