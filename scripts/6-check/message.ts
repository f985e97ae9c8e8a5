import { dimensionLabel } from '../../src/concepts/dimension-label.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { nameInSentence } from '../../src/concepts/name-in-sentence.ts';
import { type Calendar, periodLabel } from '../../src/model/calendar.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { formatDimensions, type Printed, parseDimensions } from '../../src/model/fact.ts';
import { formatAmount, formatSpan } from '../../src/model/format.ts';
import type { Period } from '../../src/model/period.ts';
import { meets } from '../../src/model/quantity.ts';
import type { Book } from '../5-derive/book.ts';
import { coarserSame, type Judged } from './judge.ts';
import { misnamed } from './misnamed.ts';

/** What a finding is about, as far as its message needs to know. */
export interface MessageFigure {
  /** The number that is wrong, or the target. */
  readonly fact: Printed;
  /** What it should be. */
  readonly should: number;
  readonly isSure: boolean;
  /** How many numbers the relation has. */
  readonly count: number;
}

/** Writes messages: what is printed where, what it should be, how we know. */
export function messageWriter(
  book: Book,
  calendar: Calendar,
): (judged: Judged, told: MessageFigure) => string {
  const names = new Map<Period, string>();
  const nameOfPeriod = (period: Period): string => {
    const name = names.get(period) ?? (periodLabel(calendar, period) || formatSpan(period));
    names.set(period, name);
    return name;
  };
  return (judged, told) => {
    const { target } = judged.relation;
    const name = [figureLabel(target), partWords(target), nameOfPeriod(target.period)];
    const what = `${name.filter(Boolean).join(', ')}: ${target.raw} in line ${target.line}`;
    if (judged.verdict !== 'error') return `${what} ${verdictOn(judged, told)}`;
    const other = told.fact === target ? misnamed(book, target) : undefined;
    const known = other !== undefined && target.origin === 'prose' ? { ...told, isSure: true } : told;
    return `${what} ${verdictOn(judged, known)}${evidence(book, judged, told.fact, other)}`;
  };
}

function verdictOn(
  { relation, verdict, isOff, isUnseen }: Judged,
  { fact, should, isSure, count }: MessageFigure,
): string {
  const { words, target, rule, basis, again, otherwise } = relation;
  if (verdict === 'exact') return `is ${words}.`;
  if (verdict === 'rounding') return `is ${words}, within what the printed digits leave open.`;
  if (verdict === 'basis' && otherwise)
    return `is ${words} as ${basis}; the finer amounts give ${formatLike(should, fact)}.`;
  if (verdict === 'basis') return `is ${rule === 'documents' ? 'not ' : ''}${words}, but ${basis}.`;
  const instead = formatLike(should, fact);
  if (verdict === 'footing' && again)
    return `is ${words} only if the last digit of one of them was moved so that its printed column adds up; as printed they give ${instead}.`;
  if (verdict === 'footing' && coarserSame(relation))
    return `is ${words} but for the last digit of that one, which was moved so that its printed column adds up.`;
  if (verdict === 'footing')
    return `is ${words} but for its last digit, which was moved so that the printed column adds up; by itself it would be ${instead}.`;
  if (verdict === 'doubt' && isOff)
    return `is ${words} but for its last place, which gives ${instead}; the other sums of this document are exact, so that it was rounded by itself or is misprinted.`;
  if (verdict === 'doubt' && isUnseen)
    return `is ${words} but for a last digit, which gives ${instead}; whether it was moved so that its printed column adds up cannot be seen, as another number of that column is wrong.`;
  if (verdict === 'doubt')
    return `is not ${words} as it was read, which gives ${instead}; one of these ${count} numbers may have been misread.`;
  if (fact !== target)
    return `is not ${words}. The number that is wrong is ${fact.raw} in line ${fact.line}: it should be ${instead}.`;
  if (!isSure && count > 1)
    return `is not ${words}, which gives ${instead}; one of these ${count} numbers is wrong.`;
  return `is not ${words}; it should be ${instead}.`;
}

/** How many other statements agree on what a wrong number should be, and which measure it is the right number of. */
function evidence(book: Book, { relation }: Judged, fact: Printed, other: string | undefined): string {
  if (fact !== relation.target) return '';
  const others = book
    .statements(book.subjectOf(fact))

    .filter(({ qualifier }) => qualifier !== 'from' && qualifier !== 'to')
    .filter((other) => other !== fact && meets(book.intervalOf(other), relation.expected));
  const lines = [...new Set(others.map(({ line }) => line))].sort((a, b) => a - b).join(', ');
  const agreed = others.length < 2 ? '' : ` ${others.length} places agree on that (lines ${lines}).`;
  return other === undefined ? agreed : `${agreed} It is that of ${nameInSentence(other)}.`;
}

/** The part of a business or of a measure that a fact is of; how it is told is in its label. */
function partWords({ dimensions }: Printed): string {
  const { adjustment, variant, vintage, entity, ...parts } = parseDimensions(dimensions);
  return dimensionLabel(formatDimensions(parts));
}

/** A step of a reconciliation has the name that is printed; what is told in another way says in which. */
function figureLabel({ concept, label, dimensions }: Printed): string {
  const { adjustment, variant, vintage, entity } = parseDimensions(dimensions);
  const name = adjustment === undefined ? conceptById.get(concept)?.label : undefined;
  const ways = [variant, vintage, entity].filter((way) => way !== undefined);
  return `${name ?? label}${ways.map((way) => ` (${way.replaceAll('-', ' ').replace('non gaap', 'non-GAAP')})`).join('')}`;
}

/** An amount as the document would print it beside a fact: in its scale, to its last place, the way of a change in words where the sentence has it so. */
function formatLike(amount: number, fact: Printed): string {
  const { decimals, polarity, raw, aspect, value, origin } = fact;
  const isTurned = origin === 'prose' && /^change/.test(aspect) && /^[^(+−–-]*$/.test(raw) && amount !== 0;
  if (isTurned && (amount < 0 || value.startsWith('-'))) {
    const isSame = amount * polarity < 0 === value.startsWith('-');
    const size = formatLike(Math.abs(amount), { ...fact, value: '', polarity: 1 });
    return isSame ? size : `${amount * polarity < 0 ? 'down' : 'up'} ${size}`;
  }
  const scale = decimals === null || decimals >= 0 ? 0 : Math.ceil(-decimals / 3) * 3;
  const places = Math.max(0, (decimals ?? 0) + scale);
  const text = formatAmount(formatDecimal(amount * polarity, decimals ?? 0), scale, places);
  return raw.endsWith('%') ? `${text}%` : text;
}
