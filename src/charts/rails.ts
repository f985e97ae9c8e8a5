import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatDate, formatFact, formatUnit } from '../model/format.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import { closing } from '../model/period.ts';
import type { Question } from '../model/sections.ts';
import { periodBefore } from '../model/year-before.ts';
import { amountAt, issuerForm } from '../view/key-figures.ts';
import { findRecord } from './reading/periods.ts';

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
  /** The number alone. */
  readonly bare: readonly RailPart[];
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
    return ['Operating income of ', ...income.parts, ...rate, ...was, '.'];
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
  operations: () => ['Customers, capacity and orders.'],
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
    before: findRecord(issuer.record, earlier)?.label ?? 'the year before',
    day: formatDate(closing(period.period)),
  };
  return RAILS[question](read);
}

function told(fact: Fact, form: PageForm): Told {
  const { scale: own, places } = formFor(fact, form);
  const number = { fact, text: formatFact(fact, own, places) };
  if (fact.unit === 'percent') return { parts: [number, '%'], bare: [number, '%'] };
  const [currency = '', word = ''] = formatUnit(fact.unit.split('/')[0] ?? '', own).split(' ');
  const unit = word === '' ? '' : ` ${word.replace(/s$/, '')}`;
  return { parts: [`${currency} `, number, unit], bare: [number] };
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
