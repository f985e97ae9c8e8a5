import { conceptById } from '../../src/concepts/index.ts';
import { findMember, makeMemberId } from '../../src/concepts/vocabulary.ts';
import type { Grid } from '../2-tables/grid.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import type { Captions } from './captions.ts';
import { isChange } from './changes.ts';
import { bareHead } from './label-words.ts';
import type { ReadColumn } from './read-column.ts';

/** All of equity, not all of one of its parts: `Total accumulated other comprehensive income`. */
const WHOLE = /^(?:total|sum)\b(?!.*\b(?:income|reserves?|surplus|earnings|stock|capital)$)/i;

/** Names of parts of equity in the heads: a statement of how each of them moved. */
export const isEquityMatrix = (columns: readonly ReadColumn[], { enclosing }: Captions): boolean =>
  columns.filter(isEquity).length > 2 ||
  (enclosing.includes('EquityStatement') && columns.filter(isNamed).length > 2);

const isEquity = ({ dimensions }: ReadColumn): boolean => dimensions['equity'] !== undefined;

const isNamed = (column: ReadColumn): boolean =>
  column.concept !== undefined || column.unknownMeasure !== '' || isEquity(column);

/** Columns that count shares, or that tell of the income of the period, not of a part of equity. */
const isOwnMeasure = ({ concept }: ReadColumn): boolean =>
  concept !== undefined && (concept.kind !== 'monetary' || concept.periodType === 'duration');

const SHARES =
  /^(?:no\.?|number) of (?:\p{L}+ )?shares\b|^shares(?: \(?in .*)?$|\bshares (?:issued|outstanding)$/iu;

/** Opening and closing balances of money stand in it: no movement, whatever its head is called (`Valuation difference`). */
const holdsBalances = ({ cell, header, period, concept }: ReadColumn, { rows }: Grid): boolean =>
  header.length > 0 &&
  period === undefined &&
  (concept?.kind ?? 'monetary') === 'monetary' &&
  rows.filter(
    ({ label, cells }) =>
      /^balances?\b/i.test(label) && cells.some((own) => own.column === cell && own.figures.length > 0),
  ).length > 1;

/** In a statement of equity each column is a part of equity, counts shares, or is the whole. */
export function asEquity(columns: readonly ReadColumn[], grid: Grid): ReadColumn[] {
  return withParent(columns.map((column) => asPartOfEquity(column, grid)));
}

const isWholeOfEquity = ({ header, dimensions, concept, aspect }: ReadColumn): boolean =>
  WHOLE.test(withoutUnit(bareHead(header.at(-1) ?? ''))) &&
  Object.keys(dimensions).length === 0 &&
  concept === undefined &&
  !isChange(aspect);

/** `Total`, `Non-controlling interests`, `Total equity`: the first total is what belongs to the company's shareholders. */
function withParent(columns: readonly ReadColumn[]): ReadColumn[] {
  const others = columns.findIndex(({ dimensions }) => dimensions['equity'] === 'noncontrolling-interests');
  if (others < 0 || !columns.slice(others).some(isWholeOfEquity)) return [...columns];
  return columns.map((column, i) =>
    i < others && isWholeOfEquity(column) ? { ...column, dimensions: { equity: 'parent' } } : column,
  );
}

function asPartOfEquity(column: ReadColumn, grid: Grid): ReadColumn {
  const leaf = withoutUnit(bareHead(column.header.at(-1) ?? ''));
  const isOther = !isNamed(column) || isChange(column.aspect) || isOwnMeasure(column);
  if (isOther && !holdsBalances(column, grid)) return column;
  if (SHARES.test(leaf))
    return {
      ...column,
      concept: conceptById.get('CommonStockSharesOutstanding'),
      unknownMeasure: '',
      dimensions: {},
    };
  const words = /^(?:amount|value)$/i.test(leaf)
    ? (column.header.at(-2) ?? leaf)
    : leaf !== '' && !column.unknownMeasure.includes(leaf)
      ? leaf
      : column.unknownMeasure || leaf;
  const isWhole = WHOLE.test(words) && !isEquity(column);
  const member = column.dimensions['equity'] ?? findMember('equity', words)?.id ?? makeMemberId(words);
  return {
    ...column,
    aspect: isChange(column.aspect) ? undefined : column.aspect,
    concept: undefined,
    unknownMeasure: '',
    dimensions: isWhole ? {} : { ...column.dimensions, equity: member },
  };
}
