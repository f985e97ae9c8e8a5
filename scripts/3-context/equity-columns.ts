import { conceptById } from '../../src/concepts/index.ts';
import { findMember, makeMemberId } from '../../src/concepts/vocabulary.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import type { Captions } from './captions.ts';
import { isChange } from './changes.ts';
import type { ReadColumn } from './columns.ts';
import { bareHead } from './label-words.ts';

const WHOLE = /^(?:total|sum)\b/i;

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

/** In a statement of equity each column is a part of equity, counts shares, or is the whole. */
export function asEquity(columns: readonly ReadColumn[]): ReadColumn[] {
  return columns.map((column) => {
    const leaf = withoutUnit(bareHead(column.header.at(-1) ?? ''));
    if (!isNamed(column) || isChange(column.aspect) || isOwnMeasure(column)) return column;
    if (SHARES.test(leaf))
      return {
        ...column,
        concept: conceptById.get('CommonStockSharesOutstanding'),
        unknownMeasure: '',
        dimensions: {},
      };
    const words = /^(?:amount|value)$/i.test(leaf)
      ? (column.header.at(-2) ?? leaf)
      : column.unknownMeasure || leaf;
    const isWhole = WHOLE.test(words) && !isEquity(column);
    const member = column.dimensions['equity'] ?? findMember('equity', words)?.id ?? makeMemberId(words);
    return {
      ...column,
      concept: undefined,
      unknownMeasure: '',
      dimensions: isWhole ? {} : { ...column.dimensions, equity: member },
    };
  });
}
