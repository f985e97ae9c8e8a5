import type { DocumentContext } from './document-context.ts';

/** Dollars of the exchanges whose companies write a bare `$` for their own. */
const OF_EXCHANGE: Readonly<Record<string, string>> = { ASX: 'AUD', NZX: 'NZD', TSX: 'CAD' };

const OF_UNITED_STATES = /\bUSD?\s?\$|\bUSD\b|\bU\.?S\.? dollars?\b|\bU\.S\.\s?\$/i;

/** The dollar that a bare `$` means in a document of a company listed only at home, that names no other; else undefined. */
export function homeDollar(
  { currency, listings }: DocumentContext,
  lines: readonly string[],
): string | undefined {
  if (currency !== 'USD' || listings.length === 0) return undefined;
  const [dollar, ...others] = new Set(listings.map((listing) => OF_EXCHANGE[listing.split(':')[0] ?? '']));
  return others.length > 0 || lines.some((line) => OF_UNITED_STATES.test(line)) ? undefined : dollar;
}
