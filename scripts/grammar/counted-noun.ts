import type { ConceptKind } from '../../src/model/concept.ts';

/** Things that are there at a point in time, so that their number is a balance. */
const STOCK =
  'customers?|clients|employees|staff|headcount|users|subscribers|subscriptions|members|stores|shops|branches|outlets|restaurants|hotels|rooms|sites|plants|factories|vehicles|aircraft|homes|policies|contracts|patents|countries|locations|offices|data cent(?:er|re)s|partners|dealers|accounts';

/** Things that pass by, so that their number is told for a while. */
const FLOW =
  'additions|passengers|guests|visitors|visits|transactions|shipments|deliveries|departures|flights|orders|tonnes|tons|barrels|completions|openings|closures|downloads';

/** Units of length, area, volume, weight, energy and time, in words; those in letters go with prefixes of their own. */
const UNITS_OF_MEASURE =
  'tonnes?|tons?|kilotonnes?|met(?:er|re)s?|feet|foot|yards?|miles?|kilomet(?:er|re)s?|ounces?|[km]?oz|[km]t|dmt|pounds?|lbs?|kilograms?|kg|barrels?|bbls?|gallons?|bushels?|lit(?:er|re)s?|hectolit(?:er|re)s?|hl|acres?|hectares?|ha|hours?|days?';

/**
 * `Harvest volume (tonnes)`, `Grain (equivalent dried tons)`, `Output (thousand boe/d)`: what a label measures in
 * parentheses.
 */
const MEASURED = new RegExp(
  `\\((?:in )?(?:thousands?(?: of)? |millions?(?: of)? |['’]?000(?:['’]?s)? )?(?:(?!per )[\\p{L}-]+ ){0,2}?(?!per )(${UNITS_OF_MEASURE}|(?:m{0,2}(?:bbls?|boe?|cfe?|btu)|bcfe?)(?:(?:\\/| per )d(?:ay)?)?|boe?pd|[MGTk]Wh?|TEU|m²|m2|m³|m3|sqm|(?:sq(?:uare)?|cubic)\\.? (?:feet|ft|met(?:er|re)s))(?![\\p{L}\\d])[^()]*\\)`,
  'iu',
);
/** `3D in square kilometres`, `Production in thousand tonnes`. */
const MEASURED_IN = new RegExp(
  `\\sin (?:(?:thousands?|millions?)(?: of)? )?(?:(?:square|cubic|metric|troy) )?(?:${UNITS_OF_MEASURE})$`,
  'iu',
);
const ADDITIONS = /\bnet (?:\p{L}+ )?(additions|adds|losses)\b(?! of)/iu;
const NUMBER_OF = /^(?:total |average )?(?:number|no\.) of (\p{L}[\p{L} -]*)/iu;
const NAMED = new RegExp(`^(?:[\\p{L}-]+ ){0,4}?(${FLOW}|${STOCK})(?=$|[ ,;(:])`, 'iu');

/** Words beside a thing counted that make the label one of money, or of something per thing. */
const OF_MONEY =
  /^\W*(?:(?:of which|thereof|including)\b)|\b(?:revenues?|sales|income|costs?|expenses?|loans?|deposits?|advances|due|receivables?|payables?|provisions?|contract (?:assets|liabilities)|assets|liabilit\w+|prices?|fees?|spend\w*|value|per|from|to|backlog|bookings|billings|churn|acquisition|purchases?|proceeds|payments?|benefits?|compensation|remuneration|investments?)\b/i;

/** Whether a label names an amount of money, or something per thing. */
export const namesMoney = (label: string): boolean => OF_MONEY.test(label);

/** A unit of measure: how much of what, only other words say. */
const PHYSICAL = new RegExp(
  `^(?:(?:cubic|square|metric|short|long|dry|wet|troy|net|gross|linear|thousand)\\s)*(?:${UNITS_OF_MEASURE}|weeks?|months?|years?|[kmgt]wh?|(?:kilo|mega|giga)watts?(?:[- ]hours?)?|[mb]*boe|mm?cfe?|mmbtu)$`,
  'i',
);

export const isPhysicalUnit = (noun: string): boolean => PHYSICAL.test(noun.trim());

/** @param currency In which the document reports: pounds are a weight where it is another. */
export const isMeasured = (label: string, currency = ''): boolean =>
  (MEASURED.test(label) || MEASURED_IN.test(label)) && !(currency === 'GBP' && /\bpounds?\b/i.test(label));

/** Whether a row counts or measures things, or is a rate: of no amount of money is its scale told with a currency. */
export const isOfThings = (label: string, kind: ConceptKind | undefined): boolean =>
  kind === 'count' ||
  kind === 'percent' ||
  (kind === undefined && (isMeasured(label) || nounIn(label) !== undefined));

/** `New store openings`, `Branch closures`: what is opened or closed. */
const OPENED =
  /^(?:[\p{L}-]+ ){0,3}?(?!(?:net|gross|total|new|planned) )(\p{L}{3,}) (?:openings|closures|closings)(?=$|[ ,;(:])/iu;
/** `Gross square feet at the end of the quarter`. */
const AREA = /^(?:[\p{L}-]+ ){0,3}?(square (?:feet|met(?:er|re)s)|hectares|acres)(?=$|[ ,;(:])/iu;
/** `Ending backlog – homes`, `Backlog (units)`. */
const SIDE = /(?:\s[-–—]\s|,\s|\()(homes|units|lots|communities)\)?$/iu;
const BEHIND_NOUN =
  /,? (?:open(?:ed)?|closed|operated|owned|leased|served|sold|added|at|in|during|as|with|by|for|to|from|outstanding)\b.*$/iu;

/** What a label counts: `Number of production sites`, `Customers above $100,000`, `Postpaid phone net additions`. */
export function nounIn(label: string): string | undefined {
  const noun =
    MEASURED.exec(label)?.[1]?.replace(/(?:\/| per )d(?:ay)?$/i, '/d') ??
    (PER.test(label) ? undefined : AREA.exec(label)?.[1]) ??
    SIDE.exec(label)?.[1] ??
    inPlural(OPENED.exec(label)?.[1]) ??
    NUMBER_OF.exec(label)?.[1]?.replace(BEHIND_NOUN, '') ??
    ADDITIONS.exec(label)?.[1] ??
    (OF_RENT.test(label) ? undefined : (OF_MONEY.test(label) ? STARTING : NAMED).exec(label)?.[1]);
  return noun?.trim().toLowerCase();
}

const PER = /\bper\b/i;
/** `Aircraft and engine rent` counts no aircraft. */
const OF_RENT = /\b(?:rents?|rentals|fuel|maintenance)\b/i;

const inPlural = (noun: string | undefined): string | undefined =>
  noun === undefined || /s$|staff|headcount|aircraft/i.test(noun)
    ? noun
    : noun.replace(/(?<=ch)$/i, 'e').concat('s');

const STARTING = new RegExp(
  `^(?:total |paying |active |new |registered |enterprise )*(${STOCK})\\b(?! (?:deposits?|loans?|payables?|receivables?|fees?))`,
  'i',
);

/** Things of which a label in a table of money tells the amount more often than the number. */
const OFTEN_MONEY =
  /\b(?:additions|adds|losses|contracts|accounts|patents|policies|orders|countries|locations|members|partners|offices|completions|openings|closures|transactions|shipments|deliveries|branches|rooms|homes|vehicles|aircraft|plants|sites|dealers)\b/i;
/** Words that make it a number after all. */
const COUNTS =
  /\b(?:number|no\.|count|total number|headcount|end(?:ing)? of (?:the )?(?:period|quarter|year)|beginning of|postpaid|prepaid|paying|active|subscribers?|net (?:\p{L}+ )+(?:additions|adds))\b|\bbacklog\b.*\b(?:homes|units)\b|\((?:in )?(?:thousands|millions|['’]?000s?|#)\)/iu;

/** Whether a label in a table of amounts of money counts things all the same. */
export const countsAmongMoney = (label: string): boolean => !OFTEN_MONEY.test(label) || COUNTS.test(label);

/** What a label without a known noun counts: its words up to a comma or parenthesis. */
export const wordsCounted = (label: string): string =>
  (/^[^,;(:]+/.exec(label)?.[0] ?? label).trim().toLowerCase();

/** Whether what a label counts is told for a moment rather than for a while. */
export const isStock = (label: string): boolean =>
  new RegExp(`^(?:total )?(?:number of )?.*\\b(?:${STOCK})\\b`, 'i').test(nounIn(label) ?? '') &&
  !OPENED.test(label) &&
  !/\b(?:new|average|added|additions|opened|closed|lost|won|sold|delivered|produced|shipped|built|retired|signed)\b/i.test(
    label,
  );
