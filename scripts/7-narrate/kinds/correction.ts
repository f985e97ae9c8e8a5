import type { ConceptId } from '../../../src/concepts/index.ts';
import type { Fact, Printed } from '../../../src/model/fact.ts';
import { formatDate } from '../../../src/model/format.ts';
import { formatFigure } from '../../../src/model/highlight.ts';
import { measureName } from '../names.ts';
import type { Context, Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, say } from '../sentence.ts';
import { BOTTOM_LINE, OPERATING } from './profit.ts';

/** Figures that readers rely on, so that a misprint of one is told on the page itself. */
const KEY: ReadonlySet<string> = new Set<ConceptId>([
  'Revenues',
  ...OPERATING,
  ...BOTTOM_LINE,
  'CashAndCashEquivalentsAtCarryingValue',
  'Assets',
  'StockholdersEquity',
  'EarningsPerShareBasic',
]);

/** A key figure of the period that a release misprints, beside the one that is right. */
export const correction: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  for (const wrong of context.wrong.values()) {
    const isKey = KEY.has(wrong.concept) && wrong.aspect === 'amount';
    if (!isKey || wrong.period !== read.at(wrong.concept, read.period)) continue;
    if (wrong.basis !== 'reported' || wrong.dimensions) continue;
    const [right] = facts.listStatements(wrong);
    if (right && right.value !== wrong.value && read.isSound(right) && showsDifference(read, wrong, right))
      return told(read, wrong, right, context);
  }
  return undefined;
};

function told(read: PeriodReading, wrong: Printed, right: Fact, { documents }: Context): Draft {
  const name = measureName(wrong.concept);
  const released = documents.find(({ id }) => id === wrong.document)?.released;
  const where = released ? `The release of ${formatDate(released)}` : 'One release';
  return {
    kind: 'correction',
    title: `A misprint in ${name}`,
    words: say`${where} once prints ${read.money(wrong)} where the other statements of it agree on ${read.money(right)}.`,
    weight: 0.66,
    about: [],
  };
}

/** Slips in digits that the page does not tell are left to the list of checks. */
function showsDifference(read: PeriodReading, wrong: Fact, right: Fact): boolean {
  const [a, b] = [wrong, right].map((fact) => formatFigure(fact, read.money(fact).form));
  return a !== b;
}
