import { addedConcepts } from '../../src/concepts/added-concepts.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { halfUnit, type Printed, parseDimensions, signedAmount } from '../../src/model/fact.ts';
import type { Departure } from '../3-context/departures.ts';
import { settleRows } from './signs-of-rows.ts';

/**
 * Turns signs that only the column tells: eliminations printed positive and subtracted, a tax printed negative among
 * costs that are, liabilities printed as what they take off the net assets, and a row whose label says income where the column adds up only with a loss. The last is a slip of
 * the label and is reported.
 */
export function settleSigns(read: readonly Printed[]): {
  readonly facts: readonly Printed[];
  readonly departures: readonly Departure[];
} {
  const facts = settleRows(read, TAXES);
  const taxLines = new Set(
    facts.filter((fact) => isTax(fact) && fact.value.startsWith('-')).map(({ line }) => line),
  );
  const columns = [...Map.groupBy(facts.filter(isAddable), columnKey).values()];
  const turned = new Set(
    columns.flatMap((column) => [
      ...turnedEliminations(column),
      ...turnedTaxes(column, taxLines),
      ...turnedLiabilities(column),
      ...turnedParts(column),
    ]),
  );
  for (const fact of eliminationsBeside(facts, turned)) turned.add(fact);
  const settled = facts.map((fact) =>
    turned.has(fact) ? { ...fact, polarity: -fact.polarity as 1 | -1 } : fact,
  );
  const slips = [...turned].filter(speaksOfIncome);
  const departures = facts
    .filter(
      (fact) => slips.includes(fact) && slips.some((slip) => slip.line === fact.line && isPositive(slip)),
    )
    .map(signDeparture);
  return { facts: settled, departures };
}

/** A row that prints all it takes off in parentheses says nothing wrong: `Net income attributable to … (21)`. */
const isPositive = ({ value }: Printed): boolean => value !== '' && !value.startsWith('-');

/**
 * Only a label that names an income says the wrong thing; an expense is printed in parentheses or without, and `Less:`
 * says that the row is taken off.
 */
const speaksOfIncome = ({ dimensions, label }: Printed): boolean =>
  dimensions === '' &&
  !/^(?:less|deduct)\b/i.test(label) &&
  /\b(?:income|profit|gains?|earnings)\b/i.test(label) &&
  !/\btax/i.test(label);

/** Rates of growth add up to nothing. */
const isAddable = ({ aspect }: Printed): boolean => aspect !== 'changePercent';

/** Facts of one column, unit, basis and aspect may be added up. */
const columnKey = ({ cell, period, unit, basis, aspect }: Printed): string =>
  [cell, period, unit, basis, aspect].join('|');

/** A row of eliminations has one sign in all its columns, also where one of them does not add up. */
function eliminationsBeside(facts: readonly Printed[], turned: ReadonlySet<Printed>): Printed[] {
  const rows = new Map(
    [...turned].filter(isElimination).map((fact) => [fact.line, fact.value.startsWith('-')]),
  );
  return facts.filter(
    (fact) => isElimination(fact) && fact.value !== '' && rows.get(fact.line) === fact.value.startsWith('-'),
  );
}

const isElimination = ({ dimensions, aspect }: Printed): boolean =>
  aspect === 'amount' && parseDimensions(dimensions)['segment'] === 'elimination';

function turnedEliminations(column: readonly Printed[]): Printed[] {
  const eliminations = column.filter(
    ({ dimensions }) => parseDimensions(dimensions)['segment'] === 'elimination',
  );
  return eliminations.filter((fact) => {
    const alike = column.filter(({ concept }) => concept === fact.concept);
    const total = alike.find(({ dimensions }) => dimensions === '');
    const parts = alike.filter((other) => other.dimensions.startsWith('segment=') && other !== fact);
    return total !== undefined && foots(total, [...parts, turn(fact)]) && !foots(total, [...parts, fact]);
  });
}

/** What is taken off an income before tax, and its parts: a cost as a rule, at times a benefit. */
const TAXES: ReadonlySet<string> = new Set(
  (conceptById.get('ProfitLoss')?.sums ?? [])
    .flatMap((weights) => Object.keys(weights).filter((id) => weights[id] === -1))
    .flatMap((id) => [id, ...addedConcepts(id)]),
);

/** So many costs show how a column prints them. */
const SHOWN = 2;

/**
 * Where all costs of a column are printed negative, a tax is too, and a benefit of it positive. `lines`: those that
 * print a tax as a negative number at least once; a list that only adds back costs prints none.
 */
function turnedTaxes(column: readonly Printed[], lines: ReadonlySet<number>): Printed[] {
  const costs = column.filter(
    ({ concept, value }) => conceptById.get(concept)?.nonNegative && Number(value) !== 0,
  );
  const arePrintedNegative = costs.length >= SHOWN && costs.every(({ value }) => value.startsWith('-'));
  return arePrintedNegative ? column.filter((fact) => isTax(fact) && lines.has(fact.line)) : [];
}

/** Where all liabilities of a column are printed negative, each is one, and so is what nobody knows between them. */
function turnedLiabilities(column: readonly Printed[]): Printed[] {
  const known = column.filter((fact) => isLiability(fact.concept) && Number(fact.value) !== 0);
  const lines = known.map(({ line }) => line);
  if (known.length < SHOWN || !known.every(({ value }) => value.startsWith('-'))) return [];
  const isBetween = ({ concept, line, label, value }: Printed): boolean =>
    !conceptById.has(concept) &&
    line > Math.min(...lines) &&
    line < Math.max(...lines) &&
    value.startsWith('-') &&
    !/\bnet\b|\bassets\b/i.test(label);
  return column.filter((fact) => (known.includes(fact) || isBetween(fact)) && fact.polarity === 1);
}

const isLiability = (id: string): boolean => {
  const { statement, kind, periodType } = conceptById.get(id) ?? {};
  return statement === 'balanceSheet' && kind === 'monetary' && periodType === 'instant' && OWED.test(id);
};

/** Names of the standards' elements; `AssetsLessCurrentLiabilities` and `LiabilitiesAndStockholdersEquity` are none. */
const OWED =
  /^(?!.*(?:Assets|AndStockholders|Maximum|Discount|Securities)).*(?:Liabilit(?:y|ies)|Payables?|Debt|Borrowings|Obligations?|Provisions|DeferredRevenue)/;

const isTax = ({ concept, polarity }: Printed): boolean => TAXES.has(concept) && polarity === 1;

/** A part of a printed total that foots in every column only with its sign turned. */
function turnedParts(column: readonly Printed[]): Printed[] {
  const byMeasure = new Map<string, Printed>();
  for (const fact of column) if (!byMeasure.has(measureKey(fact))) byMeasure.set(measureKey(fact), fact);
  return column.filter(({ value }) => value !== '').flatMap((total) => partToTurn(total, byMeasure));
}

const measureKey = ({ concept, dimensions }: Pick<Printed, 'concept' | 'dimensions'>): string =>
  `${concept}|${dimensions}`;

function partToTurn(total: Printed, byMeasure: ReadonlyMap<string, Printed>): Printed[] {
  for (const weights of conceptById.get(total.concept)?.sums ?? []) {
    const parts = Object.keys(weights).map((concept) =>
      byMeasure.get(measureKey({ concept, dimensions: total.dimensions })),
    );
    const negative = parts.filter(
      (fact, i): fact is Printed => fact !== undefined && Object.values(weights)[i] === -1,
    );
    if (
      parts.some((fact) => fact === undefined || fact.value === '') ||
      parts.length !== 2 ||
      negative.length !== 1
    )
      continue;
    const [part] = negative as [Printed];
    const rest = parts.filter((fact): fact is Printed => fact !== undefined && fact !== part);
    if (!foots(total, [...rest, turn(part)]) && foots(total, [...rest, part])) return [part];
  }
  return [];
}

/** The sum of the parts lies within the rounding of all of them. */
function foots(total: Printed, parts: readonly Printed[]): boolean {
  const sum = parts.reduce((all, part) => all + signedAmount(part), 0);
  return (
    Math.abs(sum - signedAmount(total)) <= [total, ...parts].reduce((all, fact) => all + halfUnit(fact), 0)
  );
}

const turn = (fact: Printed): Printed => ({ ...fact, polarity: -fact.polarity as 1 | -1 });

function signDeparture(fact: Printed): Departure {
  return {
    rule: 'label-sign',
    line: fact.line,
    column: fact.column,
    cell: fact.cell,
    expected: 'a label that speaks of a loss',
    actual: fact.label,
    message: `"${fact.label}" names an income, but the figures beside it add up only if ${fact.raw} is read with the opposite sign.`,
  };
}
