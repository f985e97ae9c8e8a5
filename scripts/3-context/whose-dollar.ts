import { DOLLAR_NAMES, OTHER_DOLLARS } from '../grammar/currencies.ts';
import { MONTH } from '../grammar/dates.ts';
import { matchesIn } from '../grammar/matches-in.ts';
import type { DocumentContext } from './document-context.ts';
import { sentencesOfAll } from './stated-unit.ts';

/** Dollars of the exchanges whose companies write a bare `$` for their own. */
const OF_EXCHANGE: Readonly<Record<string, string>> = {
  ASX: 'AUD', NZX: 'NZD', TSX: 'CAD', TSXV: 'CAD', CSE: 'CAD', HKEX: 'HKD', SEHK: 'HKD', SGX: 'SGD', TWSE: 'TWD', JMMB: 'JMD',
  NASDAQ: 'USD', NYSE: 'USD', AMEX: 'USD', OTCQX: 'USD', OTCQB: 'USD', OTC: 'USD', OTCPK: 'USD',
}; // biome-ignore format: a table reads better than a column

/** Words of releases from the United States: markets and their supervisors, accounts, states as datelines write them. */
const OF_UNITED_STATES =
  /\bNASDAQ\b|\bNYSE\b|New York Stock Exchange|Securities and Exchange Commission|\bForm (?:10-[KQ]|8-K)\b|\bU\.S\. GAAP\b|\bGAAP\b|Private Securities Litigation Reform Act|\b(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Tenn|Tex|Wash|Wis)\.(?=[,\s])|\b(?:New York|California|Texas|Florida|Illinois|Pennsylvania|Ohio|Georgia|Michigan|New Jersey|Virginia|Washington|Massachusetts|Indiana|Arizona|Tennessee|Missouri|Maryland|Wisconsin|Minnesota|Colorado|Alabama|Louisiana|Kentucky|Oregon|Oklahoma|Connecticut|Utah|Iowa|Nevada|Arkansas|Kansas|Delaware)\b|, (?:NY|CA|TX|FL|IL|PA|OH|GA|MI|NJ|VA|MA|IN|AZ|TN|MO|MD|WI|MN|CO|CT|UT|NV|KS)\b/i;

/** Forms of companies that the law of the states names. */
const INCORPORATED = /\b(?:Inc|Incorporated|Corp|Corporation|LLC|L\.L\.C)\b/;

/** One kind of dollar is meant where it is named so many times as often as all others. */
const MARGIN = 3;

/**
 * Whose a bare `$` is, by evidence, the strongest first: the unit that the text states, the dollars in which it states
 * all amounts, those that it names, its listings, words of the United States. Empty where nothing tells, which makes its
 * amounts unsure.
 */
export function whoseDollar(
  { listings, unit, issuerNames }: DocumentContext,
  lines: readonly string[],
): string {
  if (unit?.currency !== undefined && !unit.isBareDollar && isDollar(unit.currency)) return unit.currency;
  const told = statedDollar(lines) || mostNamed(lines);
  if (told) return told;
  const listed = listedAt(listings);
  const home = dollarOfDateline(lines);
  if (home) return listed === undefined || listed === home ? home : '';
  if (listed !== undefined) return listed;
  const isAmerican =
    INCORPORATED.test(issuerNames[0] ?? '') || lines.some((line) => OF_UNITED_STATES.test(line));
  return isAmerican ? 'USD' : '';
}

/** Places that only one country with a dollar of its own has, as datelines write them. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:Alberta|Ontario|Qu[eé]bec|British Columbia|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Toronto|Montr[eé]al|Calgary)\b/i,
    'CAD',
  ],
  [/\b(?:Australia|New South Wales|Queensland|Sydney|Brisbane|Adelaide)\b/i, 'AUD'],
  [/\b(?:New Zealand|Auckland|Christchurch)\b/i, 'NZD'],
  [/\bSingapore\b/i, 'SGD'],
  [/\bHong Kong\b/i, 'HKD'],
];
/** `CALGARY, Alberta, Feb. 13, 2025`: a place and a day open the text. */
const DATELINE = new RegExp(`^\\W*(\\p{Lu}[^.\\d]{2,60}?),?\\W+(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})`, 'u');
/** A dateline stands among so many lines from the top. */
const FIRST_LINES = 60;

function dollarOfDateline(lines: readonly string[]): string {
  for (const line of lines.slice(0, FIRST_LINES)) {
    const place = DATELINE.exec(line)?.[1];
    const found = place && PLACES.find(([pattern]) => pattern.test(place))?.[1];
    if (found) return found;
  }
  return '';
}

const isDollar = (code: string): boolean => code === 'USD' || OTHER_DOLLARS.has(code);

/** `All dollar amounts are stated in Canadian dollars unless otherwise noted.` */
function statedDollar(lines: readonly string[]): string {
  const stated = sentencesOfAll(lines).filter((sentence) => !/\d/.test(sentence));
  const named = DOLLAR_NAMES.filter(([pattern]) => stated.some((sentence) => sentence.match(pattern)));
  return named.length === 1 ? (named[0]?.[1] ?? '') : '';
}

/** How often a line tells amounts in a dollar: `the stronger Australian dollar` is a currency that moves, no unit. */
const countUnits = (line: string, pattern: RegExp): number =>
  matchesIn(line, pattern).filter(
    ({ 0: name, index }) =>
      !/dollar$/i.test(name) || /[\d)]\s*(?:million|billion|thousand|)\s*$/i.test(line.slice(0, index)),
  ).length;

/** What each name of a dollar has in it. */
const MAY_NAME_DOLLAR = /\$|[Dd]ollar|\p{Lu}D/u;

function mostNamed(lines: readonly string[]): string {
  const named = lines.filter((line) => MAY_NAME_DOLLAR.test(line));
  const counts = DOLLAR_NAMES.map(
    ([pattern, code]) => [code, named.reduce((sum, line) => sum + countUnits(line, pattern), 0)] as const,
  ).sort((a, b) => b[1] - a[1]);
  const [first, ...others] = counts;
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return first && first[1] > 0 && first[1] >= MARGIN * rest ? first[0] : '';
}

/**
 * The dollar of the exchanges, empty where they have several, undefined where they have none. What is dealt in over the
 * counter as well is at home elsewhere.
 */
function listedAt(listings: readonly string[]): string | undefined {
  const exchanges = listings.map((listing) => /^\p{L}+/u.exec(listing)?.[0].toUpperCase() ?? '');
  const atHome = exchanges.filter((exchange) => !exchange.startsWith('OTC'));
  const dollars = new Set(
    (atHome.length > 0 ? atHome : exchanges).flatMap((exchange) => OF_EXCHANGE[exchange] ?? []),
  );
  return dollars.size > 1 ? '' : [...dollars][0];
}
