import { findConcept, type PartAxis, readAxis } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';

/** A measure that a heading takes apart, and by what. */
export interface Division {
  readonly concept: Concept;
  /** `function` where rows such as `Cost of revenue` are parts of another cost that stands in the heading. */
  readonly axis: PartAxis | 'function';
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
    const concept = find(measure) ?? flow(find(lastWord(measure)));
    if (axis && concept) return { concept, axis };
  }
  const cost = find(CONSISTS.exec(text)?.[1] ?? '');
  return cost && ACROSS_FUNCTIONS.has(cost.id) ? { concept: cost, axis: 'function' } : undefined;
}

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

/** Whether labels are a list of functions that bear a cost. */
export function areFunctions(labels: readonly string[], issuerNames: readonly string[]): boolean {
  const known = labels.map((label) => findConcept(label, { enclosing: [], issuerNames })?.concept);
  return (
    known.some((concept) => concept && isFunction(concept)) &&
    !known.some((concept) => concept && NO_FUNCTION.has(concept.id))
  );
}
