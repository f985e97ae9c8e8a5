import type { Fact } from '../../../src/model/fact.ts';
import { capital, measureName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { Reading } from '../reading.ts';
import { type Draft, percent, say } from '../sentence.ts';

const ORDERS = 'OrdersReceived';
const BACKLOG = ['OrderBacklog', 'RevenueRemainingPerformanceObligation'];

/** Orders taken in and orders still to be filled; where there is no total, the largest part of it. */
export const orders: Narrator = (facts, period, context) => {
  const read = new Reading(facts, period, context);
  const taken = told(read, ORDERS);
  const left = BACKLOG.map((concept) => told(read, concept) ?? largestPart(read, concept)).find(
    (found) => found !== undefined,
  );
  const main = left ?? taken;
  if (!main) return undefined;
  const about = [taken?.now, left?.now].filter((fact) => fact !== undefined);
  const surprise = Math.max(...[taken, left].map((one) => Math.abs(Number(one?.rate.value ?? 0))));
  return {
    kind: 'orders',
    ...wordsOf(read, taken, left, main),
    weight: 0.55 + Math.min(0.2, surprise / 150),
    about,
  };
};

interface Book {
  readonly now: Fact;
  readonly rate: Fact;
}

function told(read: Reading, concept: string): Book | undefined {
  const [now, rate] = [read.amount(concept), read.growth(concept)];
  return now && rate && { now, rate };
}

function largestPart(read: Reading, concept: string): Book | undefined {
  const parts = read.partsKnown(concept).flatMap(({ now }) => told(read, now.concept) ?? []);
  return parts.sort((a, b) => Number(b.now.value) - Number(a.now.value))[0];
}

function wordsOf(
  read: Reading,
  taken: Book | undefined,
  left: Book | undefined,
  main: Book,
): Pick<Draft, 'title' | 'words'> {
  const isUp = Number(main.rate.value) > 0;
  const title = `The order book ${isUp ? 'filled up' : 'thinned out'}`;
  if (taken && left)
    return {
      title,
      words: say`New orders of ${read.money(taken.now)}, ${percent(taken.rate)} ${moreOrLess(taken.rate)} than a year before, left a backlog of ${read.money(left.now)}, ${way(left.rate)} ${percent(left.rate)}.`,
    };
  const name = measureName(main.now.concept);
  return {
    title,
    words: say`${capital(name)} stood ${percent(main.rate)} ${isUp ? 'higher' : 'lower'} than a year before, at ${read.money(main.now)}.`,
  };
}

const moreOrLess = (rate: Fact): string => (Number(rate.value) < 0 ? 'less' : 'more');
const way = (rate: Fact): string => (Number(rate.value) < 0 ? 'down' : 'up');
