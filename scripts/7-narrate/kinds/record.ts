import type { ConceptId } from '../../../src/concepts/index.ts';
import type { PeriodRecord } from '../../../src/model/document.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { formatCounted } from '../../../src/model/format.ts';
import { lastDay } from '../../../src/model/period.ts';
import { certainSign, minus, printedQuantity } from '../../../src/model/quantity.ts';
import { capital, measureName, spanName } from '../names.ts';
import type { Context, Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, list, say } from '../sentence.ts';
import { BOTTOM_LINE, OPERATING } from './profit.ts';

const REVENUES: readonly ConceptId[] = ['Revenues'];
/** Periods of one length that must be known before the best of them is worth a word. */
const ENOUGH = 5;
/** Words by which a company says that something has not been before. */
const FIRST_TIME = /\bfirst time\b|\ba first\b(?! (?:half|quarter|step))|\bnever before\b/i;

/** A threshold that the company says it passed for the first time, else the highest of the periods that the releases show. */
export const record: Narrator = (facts, period, context) =>
  threshold(readPeriod(facts, period, context), context) ?? highest(facts, period, context);

/** A number told as passed in a sentence that says for the first time, with the amount that bears it out. */
function threshold(read: PeriodReading, context: Context): Draft | undefined {
  for (const passed of context.passed) {
    if (read.at(passed.concept, read.period) !== passed.period) continue;
    if (!FIRST_TIME.test(sentenceAt(passed, context))) continue;
    const now = read.amount(passed.concept);
    if (!now || signedAmount(now) < signedAmount(passed)) continue;
    const name = measureName(passed.concept);
    return {
      kind: 'record',
      title: 'A threshold passed',
      words: say`${capital(name)} passed ${read.money(passed)} for the first time, the company says, and reached ${read.money(now)}.`,
      weight: 0.9,
      about: [passed],
    };
  }
  return undefined;
}

/** The sentence in which a number of prose stands; a line of prose is a paragraph. */
function sentenceAt(fact: Fact, { documents }: Context): string {
  if (fact.origin !== 'prose') return '';
  const { document, line, column } = fact;
  const text = documents.find(({ id }) => id === document)?.lines[line - 1] ?? '';
  const before = text.slice(0, column - 1);
  const start = Math.max(
    0,
    ...[...before.matchAll(/[.!?]["”]?\s+(?=[“"A-Z])/g)].map(({ index, 0: stop }) => index + stop.length),
  );
  const rest = text.slice(start);
  const end = rest.slice(column - 1 - start).search(/[.!?]["”]?(?:\s|$)/);
  return end < 0 ? rest : rest.slice(0, column + end - start);
}

/** Measures that were higher, beyond doubt, than in every other period of that length that the releases show. */
function highest(facts: Parameters<Narrator>[0], period: PeriodRecord, context: Context): Draft | undefined {
  const alike = context.issuer.periods.filter(
    ({ months, period: other }) => months === period.months && lastDay(other) <= lastDay(period.period),
  );
  if (alike.length < ENOUGH) return undefined;
  const read = readPeriod(facts, period, context);
  const best = [REVENUES, OPERATING, BOTTOM_LINE].flatMap((concepts): Fact[] => {
    const now = read.firstOf(concepts);
    return now && signedAmount(now) > 0 && isHighest(read, now, alike) ? [now] : [];
  });
  if (best.length === 0) return undefined;
  const [first] = best;
  const span = spanName(period);
  const count = span.endsWith('s')
    ? `${formatCounted(alike.length, 'period')} of ${span}`
    : formatCounted(alike.length, span);
  const name = capital(measureName(first?.concept ?? ''));
  const isSeveral = best.length > 1;
  const told = best.map((fact, index) => {
    const own = index === 0 ? name : measureName(fact.concept);
    return isSeveral ? say`${own} (${read.money(fact)})` : say`${own} of ${read.money(fact)}`;
  });
  const verb = isSeveral ? 'were each' : name.endsWith('s') ? 'were' : 'was';
  const title = isSeveral ? `Best of ${count}` : `${name} at a peak`;
  const words = say`${list(told)} ${verb} the highest of the ${count} that these releases cover.`;
  return { kind: 'record', title, words, weight: 0.5 + 0.05 * best.length, about: [] };
}

const isHighest = (read: PeriodReading, now: Fact, periods: readonly PeriodRecord[]): boolean =>
  periods.every(({ period }) => {
    if (period === read.period) return true;
    const other = read.find(now.concept, { period });
    return other !== undefined && certainSign(minus(printedQuantity(now), printedQuantity(other))) === 1;
  });
