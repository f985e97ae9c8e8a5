import { foldLabel } from '../../src/concepts/fold-label.ts';
import { findConcept, type PartAxis, readAxis } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';

/** A measure that a heading or a sentence takes apart, and by what. */
export interface Division {
  /** Undefined where the vocabulary does not know it: its words name it. */
  readonly concept: Concept | undefined;
  readonly words: string;
  /** `function` where rows such as `Cost of revenue` are parts of another cost; undefined where only the rows show it. */
  readonly axis: PartAxis | 'function' | undefined;
}

/** `14.`, `(B)`, `Note 5 -`: what stands before a heading in a list. */
const LISTING = /^\s*(?:note\s+\d+|\(?(?:\d{1,2}|[A-Za-z])[.)])\s*[-–—:.]?\s*/i;
const BY =
  /^(.{3,60}?),? (?:(?:disaggregated|disaggregation|split|broken down|classified|presented|analy[sz]ed|earned) )?(?:by|per) (.{3,60})$/iu;
/** `Segment-wise revenue`, `Geographic revenues`, `Disaggregation of revenue`. */
const OF =
  /^(?:(segment|geograph\w*|product|region)-?wise|(geographic\w*|regional|divisional)|disaggregat(?:ion|ed)(?: of)?) (.+)$/i;
/** How a list of the functions that bear a cost is led in. */
const CONSISTS =
  /^(.{3,90}?)(?:,? (?:(?:is|are|was|were) )?(?:(?:recognized|included|recorded|allocated|reflected)\b.*|(?:consist(?:s|ed)?|comprised?)(?: of)? the following|(?:consist(?:s|ed)?|comprised?) of\b.*|as follows|by (?:function|line item|(?:expense )?category)\b.*))?$/i;

/** What a heading takes apart: `Revenue by region`, `Stock-based compensation consists of the following`. */
export function readDivision(heading: string, issuerNames: readonly string[]): Division | undefined {
  const text = heading.replace(/\s*\([^()]*\)\s*$/, '').replace(LISTING, '');
  const find = (words: string) => findConcept(words, { enclosing: [], issuerNames })?.concept;
  const [, by, axisWords] = BY.exec(text) ?? [];
  const [, wise, kind, of] = OF.exec(text) ?? [];
  const measure = by ?? of;
  if (measure !== undefined) {
    const axis = readAxis(axisWords ?? wise ?? kind ?? 'products');
    const concept = find(measure) ?? (isOwnMeasure(measure) ? undefined : flow(find(lastWord(measure))));
    if (concept && namesTwoAxes(axisWords ?? '')) return { concept, words: measure, axis: undefined };
    if (axis && (concept || isOwnMeasure(measure))) return { concept, words: measure, axis };
  }
  const cost = find(CONSISTS.exec(text)?.[1] ?? '');
  return cost && ACROSS_FUNCTIONS.has(cost.id) ? { concept: cost, words: text, axis: 'function' } : undefined;
}

/** `class of customer and location`: the rows show which of the two they tell. */
const namesTwoAxes = (words: string): boolean => {
  const axes = words.split(/ and /i).map(readAxis);
  return axes.length === 2 && axes[0] !== axes[1] && axes.includes('region');
};

/** How a sentence leads to a table of the parts of what it names, once remarks and times are gone. */
const LEADS = [
  /^(.{3,160}?),? (?:(?:consist(?:ing|s|ed)?|(?:(?:is|was|are|were) )?(?:comprised|composed|made up)) of(?: the following)?|(?:is|was|are|were)(?: summari[sz]ed)? as follows)$/i,
  /^(.{3,160}?)(?: (?:are|is|was|were) (?:comprised|composed) .*)?,? (?:and )?(?:are|is|was|were) (?:included|recorded|recogni[sz]ed|reflected|classified|allocated) (?:in|within|as|to)\b.*$/i,
  /\b(?:includes?|including|breakdown of) (.{3,160}?)(?:,? (?:as follows|of the following|are|is))?$/i,
];
/** What goes before the name of a measure, and what follows it, in such a sentence. */
const BEFORE =
  /^(?:[•*–-]\s*|\(?\w{1,2}\)\s*|(?:the|our|its|total|consolidated|following|reported) |(?:company|group|registrant)['’]s |(?:amounts?|components?|details?|composition) of )+/i;
const BEHIND =
  /,? (?:of [^\p{L}]*\d.*|as a percentage of .*|(?:for|during|in|at|as of|as at) (?:the|our|each|its|fiscal|all|\d).*)$|,.*$/iu;
const MOVES = /^(?:the |our )*(?:changes?|movements?|activity|roll-?forward|reconciliations?|maturit\w+)\b/i;

/** What the sentence that leads to a table takes apart: `Net written premium of $134.7 million, consisting of the following:`. */
export function readLeadIn(sentence: string, issuerNames: readonly string[]): Division | undefined {
  const text = sentence.replace(/\s*\([^()]*\)(?=\s*[:.]?\s*$)/, '').trim();
  if (text.length > LONGEST_LEAD || !/:$/.test(text)) return undefined;
  const last = (
    text
      .slice(0, -1)
      .split(/(?<=\p{L}\p{L})[.;] /u)
      .at(-1) ?? ''
  ).trim();
  const words = LEADS.map((pattern) => pattern.exec(last)?.[1]).find((found) => found !== undefined);
  if (words === undefined || MOVES.test(words)) return undefined;
  const bare = words.replace(BEFORE, '');
  const own = bare.replace(BEHIND, '').trim();
  const find = (name: string) => findConcept(name, { enclosing: [], issuerNames })?.concept;
  const told = readDivision(own, issuerNames);
  if (told) return told;
  return own === '' ? undefined : { concept: find(own), words: own, axis: undefined };
}

/** What a heading within a table takes apart, that of a note too: `(1) Includes stock-based compensation as follows`. */
export function readNote(heading: string, issuerNames: readonly string[]): Division | undefined {
  const own = readDivision(heading, issuerNames);
  const led = own ? undefined : readLeadIn(`${heading.replace(/:\s*$/, '')}:`, issuerNames);
  return led?.axis === 'function' ? led : own;
}

const LONGEST_LEAD = 300;

/** `gross fee income`, `reserve development`: words of an amount or a number, without a name in the vocabulary. */
const isOwnMeasure = (words: string): boolean =>
  /\b(?:premiums?|fees?(?: income)?|commissions?|development|bookings|billings|orders|backlog|volumes?|shipments|deliveries|headcount|employees|loans|deposits|production|capacity|arr|gmv)$/i.test(
    words,
  );

const lastWord = (words: string): string => /[\p{L}-]+$/u.exec(words)?.[0] ?? '';

const flow = (concept: Concept | undefined): Concept | undefined =>
  concept?.kind === 'monetary' && concept.periodType === 'duration' ? concept : undefined;

/** Costs by their nature, which several functions of a company bear. */
const ACROSS_FUNCTIONS: ReadonlySet<string> = new Set([
  'ShareBasedCompensation',
  'DepreciationDepletionAndAmortization',
  'Depreciation',
  'AmortizationOfIntangibleAssets',
  'RestructuringCharges',
  'SeveranceCosts1',
  'AssetImpairmentCharges',
  'BusinessCombinationAcquisitionRelatedCosts',
  'LaborAndRelatedExpense',
  'OperatingLeaseCost',
]);

/** Costs by what they are for. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'CostOfRevenue',
  'CostOfGoodsSold',
  'CostOfServices',
  'CostOfSubscriptionRevenue',
  'CostOfProfessionalServices',
  'CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization',
  'ResearchAndDevelopmentExpense',
  'SellingAndMarketingExpense',
  'SellingExpense',
  'MarketingExpense',
  'GeneralAndAdministrativeExpense',
  'SellingGeneralAndAdministrativeExpense',
  'OperatingExpenses',
  'TechnologyAndInfrastructureExpense',
  'FulfillmentExpense',
  'RestructuringCharges',
]);

export const isFunction = ({ id }: Concept): boolean => FUNCTIONS.has(id);

/** A line that no list of the functions of a cost has: the table is a statement, whatever its heading says. */
const NO_FUNCTION: ReadonlySet<string> = new Set([
  'Revenues',
  'GrossProfit',
  'OperatingIncomeLoss',
  'ProfitLoss',
  'NetIncomeLoss',
  'Assets',
  'NetCashProvidedByUsedInOperatingActivities',
]);

/** What is taken apart, once the rows have shown by what: undefined where they are no parts of it. */
export function settleDivision(
  division: Division,
  labels: readonly string[],
  parts: ReadonlySet<string>,
  issuerNames: readonly string[],
): Division | undefined {
  const known = labels.map((label) => findConcept(label, { enclosing: [], issuerNames })?.concept);
  if (division.axis === 'function') return areFunctions(known) ? division : undefined;
  if (division.axis !== undefined) return division;
  const names = labels.filter((label) => foldLabel(label).text.replace(/\btotal\b/, '') !== '');
  if (names.length > 0 && names.filter((label) => parts.has(foldLabel(label).text)).length * 2 > names.length)
    return { ...division, axis: 'segment' };
  const isCost = !division.concept || ACROSS_FUNCTIONS.has(division.concept.id);
  if (isCost && areFunctions(known) && known.filter(Boolean).length === names.length)
    return { ...division, axis: 'function' };
  if (!division.concept) return undefined;
  const others = known.filter((concept) => concept && concept !== division.concept);
  if (others.length * 2 > names.length) return undefined;
  return {
    ...division,
    axis: names.filter((label) => PLACE.test(label)).length * 2 > names.length ? 'region' : 'product',
  };
}

/** Whether a name is that of a place. */
export const isPlace = (label: string): boolean => PLACE.test(label);

/** Whether it names places and nothing else: `Rest of world`, not `Europe revenues`. */
export const isPlaceName = (label: string): boolean =>
  label !== '' &&
  label
    .split(/(?:,|&|\/| and )\s*/)
    .every((part) => /^[.\s]*$/.test(part.trim().replace(PLACE, '')) && part.trim() !== '');

const PLACE =
  /^(?:(?:total|other|rest of(?: the)?|north|south|east|west|latin|central|northern|southern|eastern|western|asia|greater|all other|and) )*(?:u\.?s\.?a?\.?|u\.?k\.?|united (?:states|kingdom)|americas?|canada|europe|emea|asia(?:[ -/&]*pacific)?|apac|pacific|japan|china|india|brazil|mexico|germany|france|italy|spain|australia|korea|africa|middle east|international|domestic|overseas|world|foreign)\b/i;

/** Whether rows are a list of functions that bear a cost. */
const areFunctions = (known: readonly (Concept | undefined)[]): boolean =>
  known.some((concept) => concept && isFunction(concept)) &&
  !known.some((concept) => concept && NO_FUNCTION.has(concept.id));
