import type { Concept } from '../../../src/model/concept.ts';
import type { Measure } from './measures.ts';
import type { Role } from './roles.ts';
import type { Story } from './story.ts';

const LOSS = /^(?:loss(?:es)?|deficit|outflow)$/;
const EXPENSE = /^(?:expenses?|charge)$/;
const BENEFIT = /^(?:benefit|credit)$/;
const INCOME = /^(?:income|profit|gains?|inflow|surplus)$/;

/** `tax income of NOK 182 million`: what the tax gives back. */
const TAX = 'IncomeTaxExpenseBenefit';
const TAX_BACK = /^(?:(?:income|net|total|deferred) )*tax (?:income|benefits?|credits?)$/i;

/** What is above zero by its name, known or not. */
const PROFIT = /\b(?:EBITDA\w*|EBIT|profit|income|earnings|result|contribution|gains?)$/i;

/** Of which so much falls on a share. */
const BOTTOM_LINE = /(?:NetIncome|ProfitLoss|IncomeLoss)|\b(?:loss|profit|earnings|income|result|deficit)\b/i;

/**
 * -1 where the words turn the number against the measure's own sense. A bare `loss`, `expense`, `income` beside the
 * number decides; else the words that name the measure; a number held against another has the sense of that one.
 */
export function spokenPolarity(
  measure: Measure,
  turn: string,
  isNegative: boolean,
  role: Role,
  story: Story,
  isPositive = false,
): 1 | -1 {
  if (isNegative && LOSS.test(turn)) return 1;
  if (turn && measure.concept && isTurn(turn)) return turned(turn, measure.concept);
  if ((LOSS.test(turn) || EXPENSE.test(turn)) && !measure.concept && PROFIT.test(measure.label)) return -1;
  if (INCOME.test(turn) && !measure.concept && /\bloss(?:es)?\b/i.test(measure.label)) return -1;
  if (measure.concept?.id === TAX && TAX_BACK.test(measure.label)) return isNegative ? 1 : -1;
  if (isNegative && SAYS_NEGATIVE.test(measure.label)) return 1;
  const income = story.last;
  const isOfIncome =
    income?.figure.kind === 'money' &&
    income.measure.concept?.kind !== 'perShare' &&
    BOTTOM_LINE.test(`${income.measure.id} ${income.measure.label}`);
  if (measure.concept?.kind === 'perShare' && isOfIncome && role.name !== 'change') {
    const isLoss = income.polarity < 0 !== income.figure.isNegative;
    return isLoss && !isNegative ? -1 : 1;
  }
  if (isPositive) return 1;
  if (role.name === 'change' && isFromLossToProfit(measure, story)) return 1;
  const reference = [story.last, story.lastLike('money')].find((told) => told?.measure === measure);
  const isSaidTwice = reference?.figure.isNegative && SAYS_NEGATIVE.test(measure.label);
  return reference && role.name !== 'amount' && !isSaidTwice ? reference.polarity : measure.sense;
}

/** Words that parentheses only repeat: `cash used in investing activities was $(26.2) million`. */
const SAYS_NEGATIVE =
  /\b(?:loss|deficit|outflows?|(?:cash|cash flows?) (?:\p{L}+ )?used|used (?:in|for|by))\b/iu;

/** `Net income of $17, compared with a net loss of $26, an increase of $43`: what rose or fell is the income. */
const isFromLossToProfit = ({ concept }: Measure, { last, lastMain }: Story): boolean =>
  concept !== undefined &&
  last?.measure.concept === concept &&
  lastMain?.measure.concept === concept &&
  last.polarity !== lastMain.polarity;

const isTurn = (word: string): boolean =>
  [LOSS, EXPENSE, BENEFIT, INCOME].some((pattern) => pattern.test(word));

function turned(word: string, concept: Concept): 1 | -1 {
  const isCost =
    concept.nonNegative === true ||
    (/\b(?:expenses?|costs?)\b/i.test(concept.label) && !/\bincome\b(?! tax)/i.test(concept.label));
  if (LOSS.test(word)) return concept.nonNegative ? 1 : -1;
  if (EXPENSE.test(word)) return isCost ? 1 : -1;
  if (BENEFIT.test(word)) return isCost ? -1 : 1;
  return isCost && !concept.nonNegative ? -1 : 1;
}
