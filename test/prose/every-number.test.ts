import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../../scripts/1-read/outline.ts';
import { readMarkdown } from '../../scripts/1-read/read-markdown.ts';
import { accountForNumbers } from '../../scripts/4-facts/coverage.ts';
import type { OtherPlace } from '../../scripts/4-facts/prose/other-numbers.ts';
import { proseFacts } from '../../scripts/4-facts/prose/prose-facts.ts';
import { PLAIN_STYLE } from '../../scripts/grammar/number-style.ts';
import { seenText } from '../../scripts/grammar/numbers.ts';
import type { Printed } from '../../src/model/fact.ts';
import { HOSTILE_PIECES } from '../hostile-texts.ts';
import { contextOf, parseCases } from './read-cases.ts';

const [plain] = parseCases('', 'case: none\n');
if (!plain) throw new Error('no case');
const context = contextOf(plain);

const accountOf = (lines: readonly string[], facts: readonly Printed[], others: readonly OtherPlace[]) =>
  accountForNumbers({
    lines,
    styleOf: () => PLAIN_STYLE,
    facts,
    others,
    untold: [],
    calendar: context.calendar,
    isKnown: () => true,
  });

function read(text: string) {
  const raw = readMarkdown(text);
  const blocks = outline(raw, context.issuerNames).filter(({ kind }) => kind !== 'table');
  const prose = proseFacts({ blocks, tableLabels: [], tables: [], lines: raw.lines, context });
  return {
    ...prose,
    lines: raw.lines,
    coverage: accountOf(raw.lines, prose.facts, prose.other),
  };
}

const word = fc.constantFrom(
  ...'revenue was up down to from of and or compared with net loss operating income (expense) respectively in at for between expects target the a increase decrease mainly due year-over-year per share shares million % points ATMs employees dividend split rate , . ; : ( ) " - — 2023 FY2023 December March 31, first quarter prior year'.split(
    ' ',
  ),
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((n) => n.toLocaleString('en-US')),
  fc.double({ min: 0, max: 9999, noNaN: true }).map((n) => n.toFixed(1)),
  fc.constantFrom(
    '$4.2 million',
    'JPY106,248 million',
    '€2.3bn',
    '(3.4)',
    '$(3.4)',
    '12%',
    '120 basis points',
    '1:200',
    '100Mbps',
    'US\\$1.00',
    '2012',
    '8:30',
    '20-F',
    '-5',
    '▲12',
    '£3m',
    '1e9',
    '0.05p',
  ),
);
const sentence = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: number }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((words) => words.join(' '));

describe('every number of any sentence', () => {
  test('is a fact, something else by kind, or unread', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { coverage } = read(text);
        const others = Object.values(coverage.other).reduce((sum, count) => sum + count, 0);
        expect(coverage.facts + others + coverage.unread.length).toBe(coverage.tokens);
      }),
      { numRuns: 300 },
    );
  });

  test('stands where its fact says, as it is printed', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { facts, lines } = read(text);
        for (const { line, column, raw } of facts) {
          const source = [...(lines[line - 1] ?? '')].slice(column - 1).join('');
          expect(seenText(source).startsWith(raw)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is read once: no two facts share an id, none is also something else', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { facts, other } = read(text);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        const places = new Set(facts.map(({ line, column }) => `${line}@${column}`));
        expect(other.filter(({ line, column }) => places.has(`${line}@${column}`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('of arbitrary text, too, is accounted for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), number, (text, figure) => {
        const line = `${text.replace(/[\r\n\t]/g, ' ')} ${figure}`;
        const { coverage } = read(line);
        const others = Object.values(coverage.other).reduce((sum, count) => sum + count, 0);
        expect(coverage.facts + others + coverage.unread.length).toBe(coverage.tokens);
      }),
      { numRuns: 300 },
    );
  });
});

test.each(HOSTILE_PIECES)('of a line of 100,000 characters is accounted for: %j', (piece) => {
  const line = piece.repeat(Math.ceil(100_000 / piece.length));
  const block = { kind: 'paragraph', lines: [1, 1], text: line, section: [], depth: 0, mark: '' } as const;
  const { facts, other } = proseFacts({
    blocks: [block],
    tableLabels: [],
    tables: [],
    lines: [line],
    context,
  });
  const coverage = accountOf([line], facts, other);
  const others = Object.values(coverage.other).reduce((sum, count) => sum + count, 0);
  expect(coverage.facts + others + coverage.unread.length).toBe(coverage.tokens);
});
