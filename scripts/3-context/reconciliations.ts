import { addedConcepts } from '../../src/concepts/added-concepts.ts';
import { foldLabel } from '../../src/concepts/fold-label.ts';
import { makeMemberId, readTelling } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import { isOutOfReach } from './printed-sums.ts';
import type { ReadRow } from './read-row.ts';
import { isInCents } from './rows.ts';

/**
 * Rows between a measure as the accounts tell it and the same measure told in another way are the steps from one to the
 * other, whatever their labels mean elsewhere: `Stock-based compensation` between `GAAP gross profit` and `Non-GAAP gross
 * profit` is the part that was taken out of the costs of revenue.
 */
export function withSteps(rows: readonly ReadRow[], isListed: boolean): ReadRow[] {
  const steps = new Map<number, Reconciled>();
  rows.forEach((row, end) => {
    const start = findStart(rows, end);
    if (start === undefined) return;
    const isOneMeasure = isSame(rows[start] ?? row, row);
    const between = rows.slice(Math.min(start, end) + 1, Math.max(start, end));
    const found = between.filter((step) => isStep(step, row, isOneMeasure) && !isToldTwice(step, rows));
    const starts = rows.slice(start, end).filter((one) => isItem(one) && !found.includes(one));
    if (!isOneMeasure && !found.some(isOpening) && starts.every((one) => isOutOfReach(one, found, row)))
      return;
    for (const step of found) {
      const i = rows.indexOf(step);
      if (!steps.has(i)) steps.set(i, !isOneMeasure && isTakenBack(step) ? step : row);
    }
  });
  for (const [i, row] of rows.entries()) if (isReconciling(row)) steps.set(i, reconciled(rows, i) ?? NOTHING);
  for (const [i, row] of rows.entries()) {
    const total = isAmongParts(row) ? totalBeside(rows, i) : undefined;
    if (total) steps.set(i, total);
  }
  for (const [i, row] of rows.entries())
    if (isListed && isItem(row) && row.label !== '' && !steps.has(i)) steps.set(i, NOTHING);
  return rows.map((row, i) => asStep(row, steps.get(i)));
}

/** `Operating expenses` above `Operating expenses, as adjusted`: one of a list of measures that stands there in both ways. */
const isToldTwice = (step: ReadRow, rows: readonly ReadRow[]): boolean =>
  step.ways['variant'] === undefined &&
  rows.some((row) => isItem(row) && row.ways['variant'] !== undefined && plainName(row) === plainName(step));

/** Below `Reconciling items` stands what lies between the segments and the whole. */
const RECONCILING =
  /\breconciling items?\b|\bunallocated (?:amounts?|expenses?|items?|costs?)\b|\bnot allocated\b|\breconciliation (?:to|of)\b/i;

/** The measures that a reconciliation leads from and to are no steps of it. */
const isReconciling = (row: ReadRow): boolean =>
  isItem(row) &&
  row.role === 'item' &&
  row.isPlain === undefined &&
  !isMeasure(row.concept) &&
  RECONCILING.test(row.parents.at(-1) ?? '') &&
  !FROM_TO.test(row.parents.at(-1) ?? '');

/** `Reconciliation of net income to adjusted EBITDA`: the measures that it names show where its steps begin and end. */
const FROM_TO = /\breconciliation (?:of|from) .{3,80}? to .{3,80}/i;

const isMeasure = (concept: Concept | undefined): boolean =>
  concept !== undefined &&
  (HEADLINES.has(concept.id) || isAlternative(concept) || concept.kind === 'percent');

/** A line of its own between the profits of segments and what they make together: `Loss on disposal of business`. */
const isAmongParts = (row: ReadRow): boolean =>
  isItem(row) &&
  row.role === 'item' &&
  row.isPlain === undefined &&
  row.concept?.kind === 'monetary' &&
  !isOfPart(row) &&
  !HEADLINES.has(row.concept.id);

const isOfPart = ({ dimensions }: ReadRow): boolean =>
  ['segment', 'product', 'region'].some((axis) => axis in dimensions);

function totalBeside(rows: readonly ReadRow[], at: number): ReadRow | undefined {
  const isAlike = (row: ReadRow): boolean => row.parents[0] === rows[at]?.parents[0];
  const isBetween = (row: ReadRow): boolean => isItem(row) && isAlike(row) && !isAmongParts(row);
  const [above, below] = [rows.slice(0, at).findLast(isBetween), rows.slice(at + 1).find(isBetween)];
  const isProfit = PROFITS.has(above?.concept?.id ?? '');
  return above &&
    below &&
    isProfit &&
    isOfPart(above) &&
    !isOfPart(below) &&
    PROFITS.has(below.concept?.id ?? '')
    ? below
    : undefined;
}

const PROFITS: ReadonlySet<string> = new Set([
  'SegmentProfit',
  'OperatingIncomeLoss',
  'EBIT',
  'EBITDA',
  'AdjustedEBITDA',
]);

/** What the items lead to: the nearest measure of the whole below them. */
const reconciled = (rows: readonly ReadRow[], from: number): ReadRow | undefined =>
  rows.slice(from, from + MOST_STEPS).find((row) => row.role !== 'item' && row.concept) ??
  rows.slice(from, from + MOST_STEPS).find(({ concept }) => OPENS.has(concept?.id ?? ''));

/** Furthest rows that a reconciliation has between its ends. */
const MOST_STEPS = 40;

/** Where the reconciliation begins whose end a row is: the nearest row of the same measure that is told plainly. */
function findStart(rows: readonly ReadRow[], end: number): number | undefined {
  const row = rows[end];
  if (!row || !isItem(row)) return undefined;
  const isTold =
    row.ways['variant'] !== undefined && (row.concept !== undefined || readTelling(row.label) !== undefined);
  if (!isTold && !(row.concept && isAlternative(row.concept))) return undefined;
  const above = row.parents.at(-1) ?? '';
  // `Non-GAAP results` over the second of two lists: nothing leads from the first to it
  const isOtherList = (other: ReadRow) =>
    !other.parents.includes(above) &&
    !OF_STEPS_BELOW.test(above) &&
    readTelling(above)?.dimensions['variant'] !== undefined;
  const isStart = (other: ReadRow) =>
    other.ways['variant'] === undefined && isSame(other, row) && !isOtherList(other);
  const own =
    (isTold ? nearest(rows, end, -1, isStart) : undefined) ??
    (isTold ? nearest(rows, end, 1, (other) => other.isPlain === true && isStart(other)) : undefined);
  if (isRatio(row) || row.concept?.periodType === 'instant') return own;
  return (
    own ??
    nearest(
      rows,
      end,
      -1,
      (other) => !other.ways['variant'] && OPENS.has(other.concept?.id ?? '') && !isOtherList(other),
    )
  );
}

/** `Adjustments to reconcile to non-GAAP measures:` heads steps. */
const OF_STEPS_BELOW =
  /\b(?:adjust(?:ments?|ing)|reconcil\w*|add(?:ed)?|less|plus|excluding|items?|impacts?|effects?)\b/i;

/** An income is no part of a ratio, nor of an amount per share. */
const isRatio = ({ concept, label, parents }: ReadRow): boolean =>
  concept
    ? concept.kind === 'percent' || concept.kind === 'perShare'
    : /\b(?:ratio|margin|rate|cover|leverage)\b|\b(?:debt|to|over) (?:to )?(?:\w+ )?EBITDA\b|%/i.test(
        label,
      ) || PER_SHARE.test(`${label} ${parents.at(-1) ?? ''}`);

/** A headline measure on the way there, or another told so below, belongs to a list of figures, not to a reconciliation. */
function nearest(
  rows: readonly ReadRow[],
  from: number,
  step: 1 | -1,
  fits: (row: ReadRow) => boolean,
): number | undefined {
  for (let i = from + step, n = 0; i >= 0 && i < rows.length && n < MOST_STEPS; i += step, n++) {
    const row = rows[i];
    if (!row || !isItem(row)) continue;
    if (fits(row)) return i;
    if (step > 0 && row.ways['variant'] !== undefined && !isSame(row, rows[from] ?? row)) return undefined;
    if (row.isPlain === undefined && HEADLINES.has(row.concept?.id ?? '')) return undefined;
  }
  return undefined;
}

const isItem = ({ row }: ReadRow): boolean => row.role === 'item';

/** One measure, or two rows that name none because the columns do, or one by the same words: `FFO`, `Normalized FFO`. */
const isSame = (a: ReadRow, b: ReadRow): boolean =>
  a.concept === b.concept &&
  (a.concept !== undefined ||
    (readTelling(a.label) !== undefined && readTelling(b.label) !== undefined) ||
    plainName(a) === plainName(b));

const plainName = ({ label }: ReadRow): string => foldLabel(readTelling(label)?.rest ?? label).text;

/** A measure that the accounts do not know, such as EBITDA: it has no element. */
const isAlternative = ({ element, kind, statement }: Concept): boolean =>
  element === '' && kind === 'monetary' && statement === 'operating';

/** With what reconciliations to such a measure begin. */
const OPENS: ReadonlySet<string> = new Set([
  'ProfitLoss',
  'NetIncomeLoss',
  'IncomeLossFromContinuingOperations',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'OperatingIncomeLoss',
  'EBIT',
  'EBITDA',
]);

const HEADLINES: ReadonlySet<string> = new Set([
  ...OPENS,
  'Revenues',
  'GrossProfit',
  'EarningsPerShareBasic',
  'EarningsPerShareDiluted',
  'EarningsPerShareBasicAndDiluted',
  'CashFlowsFromUsedInOperations',
  'NetCashProvidedByUsedInOperatingActivities',
]);

/** Rows that say how they are told, headline measures by their heading too, are measures, as are rates and numbers of shares. */
function isStep(step: ReadRow, end: ReadRow, isOneMeasure: boolean): boolean {
  const isHeadline = HEADLINES.has(step.concept?.id ?? '');
  const isTold = step.isPlain !== undefined && (isHeadline || readTelling(step.label) !== undefined);
  if (!isItem(step) || step.year !== undefined || (isTold && !OF_STEPS.test(step.label)) || step.label === '')
    return false;
  if (step.concept ? !AMOUNTS.has(step.concept.kind) : OF_RATIOS.test(step.label)) return false;
  const isPerShare = step.concept?.kind === 'perShare' || (!step.concept && PER_SHARE.test(step.label));
  if (end.concept?.kind === 'perShare' ? !isInCents(step.row) : isPerShare) return false;
  return isOneMeasure || step.concept === undefined || !isOfWay(step.concept);
}

/** `Total non-GAAP adjustments` says how it is told, and is a step all the same. */
const OF_STEPS = /\b(?:adjustments?|adjusting items?|exceptional items?|reconciling items?)$/i;

const PER_SHARE = /\bper (?:[\p{L}-]+ ){0,2}(?:share|unit|ADS)\b/iu;

/** Names of what is no amount of money, and so no step to one. */
const OF_RATIOS =
  /\bratios?\b|\bmargin\b|\btimes\b|^return on\b|%$|^(?:(?:weighted|average|total|diluted|basic)[- ])*number of\b/i;

const AMOUNTS: ReadonlySet<string> = new Set(['monetary', 'perShare']);

/** `EBIT` on the way from income to EBITDA. */
const isOfWay = (concept: Concept): boolean => isAlternative(concept) || OPENS.has(concept.id);

/** What every way from income to EBITDA adds back is the company's whole interest, tax and depreciation. */
const isTakenBack = ({ concept }: ReadRow): boolean => concept !== undefined && TAKEN_BACK.has(concept.id);

const TAKEN_BACK: ReadonlySet<string> = new Set([
  'InterestExpense',
  'InterestExpenseNet',
  'InterestIncomeExpenseNet',
  'InvestmentIncomeInterest',
  'FinanceIncome',
  'FinanceCosts',
  'FinanceIncomeCost',
  'NetFinanceCosts',
  'NonoperatingIncomeExpense',
  'IncomeLossFromEquityMethodInvestments',
  'NetIncomeLossAttributableToNoncontrollingInterest',
  'IncomeTaxExpenseBenefit',
  'Depreciation',
  'AmortizationOfIntangibleAssets',
  'DepreciationAndAmortization',
  ...addedConcepts('AdjustedEBITDA'),
]);

/** What belongs to others is told below the income too, where nothing is added back. */
const isOpening = (step: ReadRow): boolean =>
  isTakenBack(step) && step.concept?.id !== 'NetIncomeLossAttributableToNoncontrollingInterest';

/** What a step leads to, as far as anything says it. */
type Reconciled = Pick<ReadRow, 'concept' | 'perShare' | 'dimensions'>;

const NOTHING: Reconciled = { concept: undefined, perShare: undefined, dimensions: {} };

const asStep = (row: ReadRow, end: Reconciled | undefined): ReadRow =>
  end === undefined
    ? row
    : {
        ...row,
        concept: end.concept,
        perShare: end.perShare,
        sense: 1,
        dimensions: end.dimensions,
        ways: { adjustment: makeMemberId(row.label) },
      };

/** Titles of tables that list nothing but what was taken out of other figures. */
export const isOfAdjustments = (title: string): boolean =>
  /^(?:(?:note )?\d{1,2}[.)] ?)?(?:(?:non-gaap|total|summary of|details of|description of|our|the|other) )*(?:adjustments?|(?:adjusting|exceptional|special|specific|significant|separately disclosed|non-recurring|non-underlying|one-off|unusual) items?)$/i.test(
    title.replace(/\s*\([^()]*\)/g, '').trim(),
  );
