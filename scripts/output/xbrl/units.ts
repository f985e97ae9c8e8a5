import { OWN } from './names.ts';

/** Item types of XBRL 2.1 and of the data type registry that amounts can have. */
export type ItemType = 'xbrli:monetaryItemType' | 'num:perShareItemType' | 'xbrli:sharesItemType' | 'xbrli:pureItemType' | 'xbrli:decimalItemType'; // biome-ignore format: a list

/** How a unit of ours is told in XBRL. */
export interface Measured {
  readonly type: ItemType;
  /** OIM's text of the unit; empty for a pure number, which has none. */
  readonly unit: string;
  /** Places by which the decimal point moves: 9.2 percent are 0.092. */
  readonly shift: number;
}

export function measuredIn(unit: string): Measured {
  if (unit === 'percent' || unit === 'points') return { type: 'xbrli:pureItemType', unit: '', shift: -2 };
  if (unit === 'pure' || unit === 'times' || unit === '')
    return { type: 'xbrli:pureItemType', unit: '', shift: 0 };
  const [over = '', ...under] = unit.split('/');
  const text = [over, ...(under.length > 0 ? [under.join('_')] : [])].map(unitMeasure).join('/');
  return { type: itemType(over, under.join('/')), unit: text, shift: 0 };
}

const CURRENCY = /^[A-Z]{3}$/;
const isCurrency = (part: string): boolean => CURRENCY.test(part) && part !== 'ADS';

function itemType(over: string, under: string): ItemType {
  if (under === '')
    return isCurrency(over)
      ? 'xbrli:monetaryItemType'
      : over === 'shares'
        ? 'xbrli:sharesItemType'
        : 'xbrli:decimalItemType';
  return isCurrency(over) && under === 'share' ? 'num:perShareItemType' : 'xbrli:decimalItemType';
}

function unitMeasure(part: string): string {
  if (isCurrency(part)) return `iso4217:${part}`;
  if (part === 'shares' || part === 'share') return 'xbrli:shares';
  const name = part.replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^(?![\p{L}_])/u, '_');
  return `${OWN}:${name}`;
}
