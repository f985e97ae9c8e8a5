import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatDate, ownValue } from '../model/format.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import { closing } from '../model/period.ts';
import type { Question } from '../model/sections.ts';
import { periodBefore } from '../model/year-before.ts';
import { writeAmount } from '../view/amount-words.ts';
import { amountAt, issuerForm } from '../view/key-figures.ts';

/** A stretch of a sentence: words, or a number that leads home. */
export type RailPart = string | { readonly fact: Fact; readonly text: string };

/** Finds the sentence of one question; nothing where the period does not give its figures. */
type Rail = (read: Read) => readonly RailPart[];

/** How a rail finds its numbers. */
interface Read {
  /** The first of some measures that the period has, told with the currency and the page's unit. */
  amount(concepts: readonly string[], when?: 'now' | 'before'): Told | undefined;
  /** `FY2011`, or words for it. */
  readonly before: string;
  /** `31 March 2013`. */
  readonly day: string;
}

interface Told {
  /** With its unit: `JPY 106,248 million`, `7.3%`. */
  readonly parts: readonly RailPart[];
  /** The same without its sign. */
  readonly size: readonly RailPart[];
  /** Without the currency. */
  readonly bare: readonly RailPart[];
  readonly isLoss: boolean;
}

const RAILS: Readonly<Record<Question, Rail>> = {
  trend: () => ['The leading measures side by side, each against its own past.'],
  revenue: (read) => compared(read, ['Revenues'], ['Revenues of ', `, after `, ` in ${read.before}.`]),
  profit: (read) => {
    const income = read.amount(['OperatingIncomeLoss']);
    const margin = read.amount(['OperatingMarginRatio']);
    const before = read.amount(['OperatingMarginRatio'], 'before');
    if (!income) return [];
    const rate = margin ? [', a margin of ', ...margin.parts] : [];
    const was = margin && before ? [' after ', ...before.parts] : [];
    return [`Operating ${income.isLoss ? 'loss' : 'income'} of `, ...income.size, ...rate, ...was, '.'];
  },
  target: () => ['What the company aimed at, and the outcome.'],
  cash: (read) =>
    compared(
      read,
      [
        'CashAndCashEquivalentsAtCarryingValue',
        'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
      ],
      ['', ` in cash on ${read.day}, after `, ' a year before.'],
    ),
  position: (read) => compared(read, ['Assets'], ['Total assets of ', ', after ', ' a year before.']),
  operations: () => ['Figures of the business beside its accounts.'],
  shareholders: (read) =>
    compared(read, ['CommonStockDividendsPerShareDeclared'], ['A dividend of ', ' a share, after ', '.']),
};

/** The sentence beside the charts of a question: what they start from, in a number or two. */
export function railSentence(issuer: Issuer, period: PeriodRecord, question: Question): readonly RailPart[] {
  const form = issuerForm(issuer);
  const earlier = periodBefore(issuer.record, period.period);
  const read: Read = {
    amount: (concepts, when = 'now') => {
      const of = when === 'now' ? period.period : earlier;
      const fact = concepts.map((concept) => amountAt(issuer, concept, of)).find(Boolean);
      return fact && told(fact, form);
    },
    before: issuer.record.periods.find((record) => record.period === earlier)?.label ?? 'the year before',
    day: formatDate(closing(period.period)),
  };
  return RAILS[question](read);
}

function told(fact: Fact, form: PageForm): Told {
  const own = formFor(fact, form);
  const write = (options: Parameters<typeof writeAmount>[2]) => writeAmount(fact, own, options);
  return {
    parts: write({}),
    size: write({ hasSign: false }),
    bare: write({ hasCurrency: false }),
    isLoss: Number(ownValue(fact)) < 0,
  };
}

/** An amount and what it was a year before, between three stretches of words; the middle ends the sentence without one. */
function compared(
  read: Read,
  concepts: readonly string[],
  [lead, between, end]: readonly [string, string, string],
): readonly RailPart[] {
  const now = read.amount(concepts);
  const before = read.amount(concepts, 'before');
  if (!now) return [];
  if (!before) return [lead, ...now.parts, between.replace(/, after $/, '.')].filter((part) => part !== '');
  return [lead, ...now.parts, between, ...before.bare, end].filter((part) => part !== '');
}
