import { findMember } from '../../src/concepts/vocabulary.ts';
import type { OutlineBlock, OutlineTable } from '../1-read/outline-block.ts';
import { isTimeOnly } from '../grammar/times.ts';

/**
 * A line of nothing but a period, past headings that are numbered in another way than the heading above it: `b. Regions`,
 * `Year ended March 2024`, `1. Sales`, `2. Assets`. It ends with `c. Customers`.
 */
export function periodOver(blocks: readonly OutlineBlock[], index: number): string[] {
  const at = blocks.findLastIndex((block, i) => i < index && isPeriodLine(block));
  if (at < 0) return [];
  const over = readNumbering(blocks.slice(0, at).findLast(isHeading));
  const between = blocks
    .slice(at + 1, index)
    .filter(isHeading)
    .map(readNumbering);
  return between.length > 0 && between.every((style) => style !== '' && style !== over)
    ? [blockText(blocks[at])]
    : [];
}

const isHeading = ({ kind }: OutlineBlock): boolean => kind === 'heading';

const isPeriodLine = (block: OutlineBlock): boolean =>
  block.kind === 'unit' && /\d/.test(block.text) && isTimeOnly(block.text);

/** How a heading is numbered: `1.`, `(1)`, `a)`; empty where it is not. */
const readNumbering = (block: OutlineBlock | undefined): string =>
  /^(\(?)(?:(\d{1,2})|[a-z])([.)]+)\s/
    .exec(blockText(block))
    ?.slice(1)
    .map((part) => part?.replace(/\d+/, '1'))
    .join('') ?? '';

/** What is known of a table from the first half that it repeats: it is too wide for its page and goes on below. */
interface FirstHalf {
  /** Captions and the heading above it, the nearest first. */
  readonly captions: readonly string[];
  /** Its heads name parts of equity. */
  readonly isOfEquity: boolean;
}

/** The table right above that has the same labels of rows in the same order. */
export function findFirstHalf(blocks: readonly OutlineBlock[], index: number): FirstHalf | undefined {
  const above = blocks.findLastIndex(({ kind }, i) => i < index && kind === 'table');
  const [first, second] = [blocks[above], blocks[index]] as (OutlineTable | undefined)[];
  if (!first || !second || !repeatsRows(first, second)) return undefined;
  const from = blocks.findLastIndex(({ kind }, i) => i < above && kind !== 'unit' && kind !== 'paragraph');
  const captions = blocks.slice(Math.max(0, from), above).filter(({ kind }) => kind !== 'table');
  const heads = first.raw.rows.slice(0, HEADS).flatMap(({ cells }) => cells.map(({ text }) => text));
  return {
    captions: captions.map(blockText).reverse(),
    isOfEquity: heads.filter((text) => findMember('equity', text) !== undefined).length > 2,
  };
}

const HEADS = 3;
const FEWEST_ROWS = 4;
/** Share of the labels that must be the same, in the same order. */
const ALIKE = 0.8;

function repeatsRows(first: OutlineTable, second: OutlineTable): boolean {
  const [a, b] = [rowLabels(first), rowLabels(second)];
  const alike = a.filter((label, i) => label === b[i]).length;
  return b.length >= FEWEST_ROWS && alike >= ALIKE * Math.max(a.length, b.length);
}

const rowLabels = ({ raw }: OutlineTable): string[] =>
  raw.rows.map(({ cells: [label] }) => label?.text ?? '').filter((label) => label !== '');

const blockText = (block: OutlineBlock | undefined): string => (block && 'text' in block ? block.text : '');
