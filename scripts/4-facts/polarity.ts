import { foldLabel } from '../../src/concepts/fold-label.ts';
import { sectionById } from '../../src/concepts/index.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { ReadRow } from '../3-context/read-row.ts';

/** Section in which income is printed positive and expense negative, the total too. */
const OTHER_INCOME = 'OtherIncomeExpenseSection';

/** Sections of a cash flow statement in which every figure is printed as its effect on cash. */
const CASH_EFFECTS: ReadonlySet<string> = new Set([
  'OperatingActivities',
  'InvestingActivities',
  'FinancingActivities',
]);
const OPERATIONS: ReadonlySet<string> = new Set(['OperatingActivities']);

/**
 * -1 where the context turns the printed sign against the concept's own. In a cash flow statement the sign is the
 * effect on cash, whatever the label says; in a statement of equity the effect on equity, among other income and expense
 * that on income; in a row headed LESS what is taken off, but for what is never below zero. An amount that cannot be below zero is turned when it is
 * printed so. Elsewhere a label of two ways (`Net loss (income)`) tells what a positive number means, and one that only
 * speaks of a loss is a positive loss. Below `Other (income) expense` an income is printed negative. A step of a
 * reconciliation is printed as what it does to the measure.
 */
export function cellPolarity(
  row: ReadRow,
  concept: Concept | undefined,
  isNegative: boolean,
  isEquityStatement: boolean,
  isStep: boolean,
): 1 | -1 {
  if (isStep) return 1;
  if (row.turnedBy !== '' && isTurned(row, concept, isNegative)) return -1;
  if (!concept) return ownPolarity(row, isNegative, isEquityStatement);
  if (/^less\b/i.test(row.row.label) && !concept.nonNegative) return -1;
  if (row.enclosing.some(isCashEffect) && row.role === 'item') return concept.effect ?? 1;
  if (concept.nonNegative) return isNegative ? -1 : 1;
  if (
    isEquityStatement ||
    row.sense === 1 ||
    concept.periodType === 'instant' ||
    (row.enclosing.includes(OTHER_INCOME) && row.turnedBy === '')
  )
    return 1;
  return isTwoWay(row.label) ? -1 : isNegative ? 1 : -1;
}

/**
 * What nobody knows is named by the gain, so that `(Gain) loss on contracts` and `(Gain) on disposal` are turned; among the steps to operating
 * cash flow every gain is, for it is printed as what it takes off.
 */
function ownPolarity({ label, enclosing }: ReadRow, isNegative: boolean, isEquityStatement: boolean): 1 | -1 {
  const { text } = foldLabel(label);
  if (/^\(gains?\) (?:on|from)\b/i.test(label)) return -1;
  if (/\bloss/.test(text)) return 1;
  if (!isEquityStatement && /^reversals? of\b(?!\s\()/i.test(label)) return isNegative ? 1 : -1;
  if (/\bgain\b/.test(text) && enclosing.some(isOperating)) return -1;
  const [, first = ''] = RESULT.exec(label.replace(/\([^()]*\)/g, '')) ?? [];
  return /^loss/i.test(first) && (isTwoWay(label) || !isNegative) ? -1 : 1;
}

/** The first result that a label names, before what it is told of. */
const RESULT = /^(?:(?!\b(?:in|per|before|used|to)\b).)*?\b(gains?|loss(?:es)?|income|earnings|profits?)\b/i;

/** Where the heading says that income is printed negative: the total of its section, and a line that only names an income. */
function isTurned({ label, turnedBy }: ReadRow, concept: Concept | undefined, isNegative: boolean): boolean {
  if (isTwoWay(label)) return false;
  if (concept && sectionById.get(turnedBy)?.total === concept.id) return true;
  return isNegative && concept?.sums === undefined && INCOME.test(label);
}

const INCOME = /\b(?:income|revenues?|gains?|earnings|profits?)\b(?!.*\b(?:loss|expense|tax)\b)/i;

/** A part of such a section opens it too: changes in assets and liabilities are of operating activities. */
function isWithin(sections: ReadonlySet<string>, id: string): boolean {
  const above = sectionById.get(id)?.of;
  return sections.has(id) || (above !== undefined && isWithin(sections, above));
}

const isCashEffect = (id: string): boolean => isWithin(CASH_EFFECTS, id);
const isOperating = (id: string): boolean => isWithin(OPERATIONS, id);

/** What a result is told before may go two ways too: `Loss before taxes and equity income (loss)`. */
const isTwoWay = (label: string): boolean =>
  /\((?:income|earnings|gains?|loss(?:es)?|benefits?|expenses?|provided by|used in|increase|decrease)\)/i.test(
    label.replace(/\bbefore\b.*$/i, ''),
  );
