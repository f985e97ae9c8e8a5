import type { Fact } from './fact.ts';
import { knownPlaces, ownValue, printedScale } from './format.ts';
import { findMostFrequent } from './most-frequent.ts';
import type { Settled } from './settled.ts';

/** How amounts of money are told: in units of ten to the `scale`, with so many decimal places at most. */
export interface PageForm {
  readonly scale: number;
  readonly places: number;
}

/** Whole digits that a leading amount may have before it is told in the next greater unit. */
const DIGITS = 6;
/** Measures by whose size an issuer's unit is chosen, the first that it tells. */
const LEADING = ['Revenues', 'OperatingIncomeLoss', 'NetIncomeLoss', 'ProfitLoss', 'Assets'];

const known = new WeakMap<Settled, Map<string, PageForm>>();

/**
 * The one form in which an issuer's amounts are told on all its pages, in sentences, tables and charts alike, so that a
 * fact is one number at one rounding: in a unit in which its leading amounts have few digits, never finer than it prints
 * them, with decimal places only where it prints them in that unit.
 */
export function pageForm(facts: Settled, currency: string): PageForm {
  const forms = known.get(facts) ?? new Map<string, PageForm>();
  known.set(facts, forms);
  const form = forms.get(currency) ?? choosePageForm(facts, currency);
  forms.set(currency, form);
  return form;
}

function choosePageForm(facts: Settled, currency: string): PageForm {
  const amounts = facts.statements.filter(
    ({ unit, aspect, basis, decimals, origin, value }) =>
      unit === currency &&
      aspect === 'amount' &&
      basis === 'reported' &&
      decimals !== null &&
      value !== '' &&
      origin !== 'derived',
  );
  const inTables = amounts.filter(({ origin }) => origin === 'table');
  const printedTo = (inTables.length > 0 ? inTables : amounts).map((fact) => fact.decimals ?? 0);
  const decimals = findMostFrequent(printedTo, (a, c) => a - c) ?? 0;
  const leading = LEADING.map((id) =>
    amounts.filter(({ concept, dimensions }) => concept === id && dimensions === ''),
  );
  const digits = Math.max(0, ...(leading.find((list) => list.length > 0) ?? amounts).map(wholeDigits));
  const printed = printedScale({ decimals });
  const scale = Math.max(0, printed, Math.ceil((digits - DIGITS) / 3) * 3);
  return { scale, places: printed === scale ? Math.max(0, Math.min(2, decimals + scale)) : 0 };
}

/** Whole digits below which a measure says too little in the page's unit: then it is told as finely as it is printed. */
const FEWEST_DIGITS = 2;

/** The one form of the amounts of a measure over time, in its table and its chart alike. */
export function measureForm(
  facts: Settled,
  { concept, dimensions, unit }: Pick<Fact, 'concept' | 'dimensions' | 'unit'>,
): PageForm {
  const form = pageForm(facts, unit);
  const amounts = facts
    .ofConcept(concept)
    .filter(
      (fact) =>
        fact.dimensions === dimensions &&
        fact.unit === unit &&
        fact.value !== '' &&
        fact.origin !== 'derived',
    );
  const printed = Math.min(...amounts.map(printedScale));
  const digits = Math.max(0, ...amounts.map(wholeDigits));
  const isTooCoarse = digits > 0 && digits - form.scale < FEWEST_DIGITS;
  if (amounts.length === 0 || (form.scale >= printed && !isTooCoarse)) return form;
  return {
    scale: printed,
    places: Math.min(2, Math.max(...amounts.map((fact) => knownPlaces(fact, printed)))),
  };
}

const wholeDigits = (fact: Fact): number => ownValue(fact).replace(/\..*|-/g, '').length;

/** How a fact is told among others of a form: money in its unit unless it is printed coarser, all else as printed. */
export function formFor(fact: Fact, form: PageForm): PageForm {
  const own = scaleBeside(fact);
  if (!isMoney(fact) || own > form.scale) return { scale: own, places: knownPlaces(fact, own) };
  return { scale: form.scale, places: Math.min(form.places, knownPlaces(fact, form.scale)) };
}

/** One that was worked out to tens of millions only is told in millions like those it was worked out from. */
const scaleBeside = (fact: Fact): number =>
  fact.origin === 'derived' ? Math.max(0, Math.floor(-(fact.decimals ?? 0) / 3) * 3) : printedScale(fact);

export const isMoney = ({ unit }: Pick<Fact, 'unit'>): boolean => /^(?!ADS$)[A-Z]{3}$/.test(unit);
