import type { DocumentRecord } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Shortening } from '../../src/model/quantity.ts';

const SCALES: Readonly<Record<string, number>> = { thousand: -3, million: -6, billion: -9 };

/** `(Amounts less than one million yen are truncated)`: the words that say it and the scale that they say it of. */
const TRUNCATED =
  /(?:less than|under|below|fractions? of)[^.()]{0,30}?\b(?:a |one |1 )?(thousand|million|billion)\b[^.()]{0,40}?\b(?:truncated|rounded down|discarded|omitted|disregarded)\b/i;

/** How each fact was shortened, as its document states it; rounded where it states nothing. */
export function findShortening(documents: readonly DocumentRecord[]): (fact: Fact) => Shortening {
  const truncated = new Map<string, number>();
  for (const { id, lines } of documents) {
    const scale = lines.map((line) => TRUNCATED.exec(line)?.[1]).find(Boolean);
    if (scale) truncated.set(id, SCALES[scale.toLowerCase()] ?? 0);
  }
  return ({ document, decimals }) =>
    decimals !== null && truncated.get(document) === decimals ? 'truncated' : 'rounded';
}
