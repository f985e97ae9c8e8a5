import type { ConceptId } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { capital, measureName, withArticle } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, say } from '../sentence.ts';

const ORDERS: ConceptId = 'OrdersReceived';
const BACKLOG: readonly ConceptId[] = ['OrderBacklog', 'RevenueRemainingPerformanceObligation'];

/** Orders taken in and orders still to be filled; where there is no total, the largest part of it. */
export const orders: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const taken = told(read, ORDERS);
  const left = BACKLOG.map((concept) => told(read, concept)).find((found) => found !== undefined);
  const parts = left ? [] : BACKLOG.flatMap((concept) => partsTold(read, concept));
  const main = left ?? taken ?? parts[0];
  if (!main) return undefined;
  const about = [taken?.now, left?.now, parts[0]?.now].filter((fact) => fact !== undefined);
  const surprise = Math.max(...[taken, left, ...parts].map((one) => Math.abs(Number(one?.rate.value ?? 0))));
  return {
    kind: 'orders',
    ...(main === parts[0] ? ofParts(read, main, parts.slice(1)) : orderWords(read, taken, left, main)),
    weight: 0.5 + Math.min(0.2, surprise / 150),
    about,
  };
};

interface Book {
  readonly now: Fact;
  readonly rate: Fact;
}

function told(read: PeriodReading, concept: string): Book | undefined {
  const [now, rate] = [read.amount(concept), read.growth(concept)];
  return now && rate && { now, rate };
}

/** Parts of a backlog of which no total is known, the largest first. */
const partsTold = (read: PeriodReading, concept: string): Book[] =>
  read
    .partsKnown(concept)
    .flatMap(({ now }) => told(read, now.concept) ?? [])
    .sort((a, b) => signedAmount(b.now) - signedAmount(a.now));

function ofParts(read: PeriodReading, main: Book, others: readonly Book[]): Pick<Draft, 'title' | 'words'> {
  const isUp = Number(main.rate.value) > 0;
  const also = others
    .slice(0, 1)
    .flatMap(
      ({ now, rate }) =>
        say`; ${withArticle(measureName(now.concept))} came to ${read.money(now)}, ${way(rate)} ${percent(rate)}`,
    );
  return {
    title: isUp ? 'More orders in hand' : 'Fewer orders in hand',
    words: say`${capital(withArticle(measureName(main.now.concept)))} ${isUp ? 'rose' : 'fell'} ${percent(main.rate)} from a year earlier to ${read.money(main.now)}${also}.`,
  };
}

function orderWords(
  read: PeriodReading,
  taken: Book | undefined,
  left: Book | undefined,
  main: Book,
): Pick<Draft, 'title' | 'words'> {
  const isUp = Number(main.rate.value) > 0;
  const title = left
    ? `The order book ${isUp ? 'filled up' : 'thinned out'}`
    : `${isUp ? 'More' : 'Fewer'} orders came in`;
  if (taken && left)
    return {
      title,
      words: say`New orders of ${read.money(taken.now)}, ${percent(taken.rate)} ${moreOrLess(taken.rate)} than a year before, left a backlog of ${read.money(left.now)}, ${way(left.rate)} ${percent(left.rate)}.`,
    };
  const name = withArticle(measureName(main.now.concept));
  return {
    title,
    words: say`${capital(name)} ${isUp ? 'rose' : 'fell'} ${percent(main.rate)} from a year earlier to ${read.money(main.now)}.`,
  };
}

const moreOrLess = (rate: Fact): string => (Number(rate.value) < 0 ? 'less' : 'more');
const way = (rate: Fact): string => (Number(rate.value) < 0 ? 'down' : 'up');
