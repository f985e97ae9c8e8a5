import { countEdits } from '../../src/model/count-edits.ts';
import { findMostFrequent } from '../../src/model/most-frequent.ts';
import { EXCHANGE } from './exchanges.ts';
import { matchesIn } from './matches-in.ts';

/** What an exchange calls a share, and where a text says so: `NASDAQ:IIJI`. */
export interface ListingMark {
  readonly listing: string;
  readonly index: number;
}

const MARK = `\\b(${EXCHANGE})\\s?:\\s?([A-Z0-9][A-Z0-9.]*)`;
const MARKS = new RegExp(MARK, 'g');
/** Between an issuer's name and its listing: brackets, its short name in quotation marks, other listings. */
const BETWEEN = new RegExp(`(?:[\\s,;()\\[]|["“][^"“”]{0,40}["”]|${MARK})*$`, 'u');
/** Characters before a listing in which its issuer is named. */
const NAMED_WITHIN = 120;
const SHORTEST_TICKER = 3;

export const findListings = (text: string): ListingMark[] =>
  matchesIn(text, MARKS).map((match) => ({
    listing: `${match[1]}:${match[2]}`,
    index: match.index,
  }));

/** Listings behind one of these names or its first word, or with which a text begins. */
export const findNamedListings = (names: readonly string[], text: string): ListingMark[] =>
  findListings(text).filter(({ index }) => {
    const before = text.slice(Math.max(0, index - NAMED_WITHIN), index).replace(BETWEEN, '');
    return before === ''
      ? index <= NAMED_WITHIN
      : names.some((name) => before.endsWith(name) || / ?([^ ]+)$/.exec(before)?.[1] === name.split(' ')[0]);
  });

/** The listing that is meant by one: a slip of the pen away from it, and named more often. */
export function meantListing(listing: string, named: readonly string[]): string {
  const among = named.filter((other) => other === listing || isSlip(listing, other));
  const often = findMostFrequent(among) ?? listing;
  const count = (one: string): number => among.filter((other) => other === one).length;
  return count(often) > count(listing) ? often : listing;
}

/** Classes of shares differ in a last letter: `GOOG` and `GOOGL` are two of one issuer. */
function isSlip(one: string, other: string): boolean {
  const [place, ticker = ''] = one.split(':');
  const [otherPlace, otherTicker = ''] = other.split(':');
  const stems = [ticker, ticker.slice(0, -1)];
  return (
    place === otherPlace &&
    Math.min(ticker.length, otherTicker.length) >= SHORTEST_TICKER &&
    countEdits(ticker, otherTicker) === 1 &&
    !stems.includes(otherTicker) &&
    !stems.includes(otherTicker.slice(0, -1))
  );
}
