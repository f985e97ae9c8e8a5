import type { ConceptId } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatDate, ownValue } from '../model/format.ts';
import { formFor } from '../model/page-form.ts';
import { closing } from '../model/period.ts';
import type { Question } from '../model/sections.ts';
import { periodBefore } from '../model/year-before.ts';
import { writeAmount } from './amount-words.ts';
import { amountAt, issuerForm } from './key-figures.ts';

/** A stretch of a sentence: words, or a number that leads home. */
export type RailPart = string | { readonly fact: Fact; readonly text: string };

/** What a rail finds its numbers in. */
interface Read {
  /** The first of some measures that the period has, or had a year before. */
  find(concepts: readonly ConceptId[], when?: 'now' | 'before'): Fact | undefined;
  /** With its unit: `JPY 106,248 million`, `7.3%`; without its sign or the currency where the words around it tell. */
  write(fact: Fact, options?: Parameters<typeof writeAmount>[2]): readonly RailPart[];
  /** `FY2011`, or words for it. */
  readonly before: string;
  /** `31 March 2013`. */
  readonly day: string;
}

const CASH: readonly ConceptId[] = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
];
const DIVIDEND: readonly ConceptId[] = ['CommonStockDividendsPerShareDeclared'];

/** The sentence of each question; nothing where the period does not give its figures. */
const RAILS: Readonly<Record<Question, (read: Read) => readonly RailPart[]>> = {
  trend: () => ['The leading measures side by side, each against its own past.'],
  revenue: (read) => compared(read, ['Revenues'], ['Revenues of ', `, after `, ` in ${read.before}.`]),
  profit: (read) => {
    const income = read.find(['OperatingIncomeLoss']);
    const margin = read.find(['OperatingMarginRatio']);
    const before = margin && read.find(['OperatingMarginRatio'], 'before');
    if (!income) return [];
    const rate = margin ? [', a margin of ', ...read.write(margin)] : [];
    const was = before ? [' after ', ...read.write(before)] : [];
    const name = Number(ownValue(income)) < 0 ? 'loss' : 'income';
    return [`Operating ${name} of `, ...read.write(income, { hasSign: false }), ...rate, ...was, '.'];
  },
  target: () => ['What the company aimed at, and the outcome.'],
  cash: (read) => compared(read, CASH, ['', ` in cash on ${read.day}, after `, ' a year before.']),
  position: (read) => compared(read, ['Assets'], ['Total assets of ', ', after ', ' a year before.']),
  operations: () => ['Figures of the business beside its accounts.'],
  shareholders: (read) => compared(read, DIVIDEND, ['A dividend of ', ' a share, after ', '.']),
};

/** The sentence beside the charts of a question: what they start from, in a number or two. */
export function railSentence(issuer: Issuer, period: PeriodRecord, question: Question): readonly RailPart[] {
  const form = issuerForm(issuer);
  const earlier = periodBefore(issuer.record, period.period);
  return RAILS[question]({
    find: (concepts, when = 'now') =>
      concepts
        .map((concept) => amountAt(issuer, concept, when === 'now' ? period.period : earlier))
        .find(Boolean),
    write: (fact, options = {}) => writeAmount(fact, formFor(fact, form), options),
    before: issuer.record.periods.find((record) => record.period === earlier)?.label ?? 'the year before',
    day: formatDate(closing(period.period)),
  });
}

/** An amount and what it was a year before, between three stretches of words; the middle ends the sentence without one. */
function compared(
  read: Read,
  concepts: readonly ConceptId[],
  [lead, between, end]: readonly [string, string, string],
): readonly RailPart[] {
  const now = read.find(concepts);
  const before = read.find(concepts, 'before');
  if (!now) return [];
  const told = before
    ? [between, ...read.write(before, { hasCurrency: false }), end]
    : [between.replace(/, after $/, '.')];
  return [lead, ...read.write(now), ...told].filter((part) => part !== '');
}
