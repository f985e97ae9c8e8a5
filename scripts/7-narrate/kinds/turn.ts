import { type ConceptId, conceptById } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { readCourse } from '../course.ts';
import { capital, lineName, measureName, memberName, spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, say, type Words } from '../sentence.ts';
import { BOTTOM_LINE, OPERATING } from './profit.ts';

const REVENUES: ConceptId = 'Revenues';
/** Where profit of the whole or of a part can turn, the most telling first. */
const PROFITS: readonly ConceptId[] = [...OPERATING, ...BOTTOM_LINE, 'SegmentProfit'];
/** Share of the profit of the whole below which the turn of a part is not told. */
const LEAST = 0.02;

/** Loss to profit and profit to loss: of the company, of a segment, of the gross profit of a line of business. */
export const turn: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const span = spanName(period);
  const whole = [...OPERATING, ...BOTTOM_LINE].flatMap((concept) => wholeTurn(read, concept, span) ?? []);
  const parts = partTurns(read).sort((a, b) => b.weight - a.weight);
  return [...whole.slice(0, 1), ...parts.slice(0, 1)];
};

function wholeTurn(read: PeriodReading, concept: string, span: string): Draft | undefined {
  const [now, before] = [read.amount(concept), read.amountBefore(concept)];
  const course = now && before && readCourse(now, before);
  if (!now || !before || (course !== 'toProfit' && course !== 'toLoss')) return undefined;
  const kind = measureName(concept).replace(/ (?:income|profit)$/, '');
  const isProfit = course === 'toProfit';
  return {
    kind: 'turn',
    title: isProfit ? `From ${kind} loss to profit` : `From ${kind} profit to loss`,
    words: isProfit
      ? say`After a loss of ${read.money(before)} a year before, the ${span} closed with ${measureName(concept)} of ${read.money(now)}.`
      : say`Where a year before ${measureName(concept)} had come to ${read.money(before)}, the ${span} closed with a loss of ${read.money(now)}.`,
    weight: 1.4,
    about: [now, before],
  };
}

/** Members whose amounts settle others and are no business. */
const NO_BUSINESS = /elimination|corporate|other/;

function partTurns(read: PeriodReading): Draft[] {
  const profit = read.amount('OperatingIncomeLoss') ?? read.amount('ProfitLoss');
  const size = profit ? Math.abs(signedAmount(profit)) : 0;
  return partsWithProfit(read).flatMap(({ now, before, name, revenue, kind }): Draft[] => {
    const course = readCourse(now, before);
    const share = size > 0 ? Math.abs(signedAmount(now) - signedAmount(before)) / size : 0;
    if ((course !== 'toProfit' && course !== 'toLoss') || share < LEAST) return [];
    const { title, words } = partWords(read, { now, before, name, revenue, kind }, course === 'toProfit');
    return [
      {
        kind: 'turn',
        title,
        words,
        weight: 0.6 + Math.min(0.4, 4 * share),
        about: [now, before, ...(revenue ? [revenue.rate] : [])],
      },
    ];
  });
}

interface PartProfit {
  readonly now: Fact;
  readonly before: Fact;
  readonly name: string;
  /** `operating` or `gross`. */
  readonly kind: string;
  readonly revenue: { readonly now: Fact; readonly rate: Fact } | undefined;
}

function partWords(
  read: PeriodReading,
  { now, before, name, revenue, kind }: PartProfit,
  isProfit: boolean,
): Pick<Draft, 'title' | 'words'> {
  const subject = capital(name.replace(/ business$/, ''));
  const tail = revenue ? revenueTail(read, revenue) : [];
  return isProfit
    ? {
        title: `${subject} ${kind === 'gross' ? 'reached gross' : 'moved into'} profit`,
        words: say`${article(kind)} ${kind} loss of ${read.money(before)} became a profit of ${read.money(now)}${tail}.`,
      }
    : {
        title: `${subject} slipped into ${kind === 'gross' ? 'gross ' : ''}loss`,
        words: say`${article(kind)} ${kind} profit of ${read.money(before)} gave way to a loss of ${read.money(now)}${tail}.`,
      };
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'An' : 'A');

function revenueTail(read: PeriodReading, { now, rate }: { now: Fact; rate: Fact }): Words {
  const isUp = Number(rate.value) > 0;
  return say` as revenue ${isUp ? 'rose' : 'fell'} ${percent(rate)} to ${read.money(now)}`;
}

/** Profits of segments, then gross profits of lines of business that are stated both times. */
function partsWithProfit(read: PeriodReading): PartProfit[] {
  const segments = PROFITS.flatMap((concept) => read.facts.ofConcept(concept, read.period))
    .filter(({ aspect, dimensions }) => aspect === 'amount' && isBusiness(dimensions))
    .map(({ concept, dimensions }) => `${concept}|${dimensions}`);
  const ofSegments = [...new Set(segments)].flatMap((key): PartProfit[] => {
    const [concept = '', dimensions = ''] = key.split('|');
    const [now, before] = [read.amount(concept, dimensions), read.amountBefore(concept, dimensions)];
    return now && before
      ? [
          {
            now,
            before,
            name: memberName(now, read.facts),
            kind: 'operating',
            revenue: findPartRevenue(read, REVENUES, dimensions),
          },
        ]
      : [];
  });
  return ofSegments.length > 0 ? ofSegments : grossProfits(read);
}

const isBusiness = (dimensions: string): boolean =>
  /^segment=[^;]+$/.test(dimensions) && !NO_BUSINESS.test(dimensions);

function grossProfits(read: PeriodReading): PartProfit[] {
  return [...conceptById.values()]
    .filter(({ id, sums }) => sums && /.GrossProfit$/.test(id))
    .flatMap(({ id, sums }): PartProfit[] => {
      const [now, before] = [read.amountIn(id, read.period), read.amountIn(id, read.before)];
      const [sales = ''] = Object.keys(sums?.[0] ?? {});
      return now && before
        ? [
            {
              now,
              before,
              name: lineName(sales),
              kind: 'gross',
              revenue: findPartRevenue(read, sales, ''),
            },
          ]
        : [];
    });
}

function findPartRevenue(read: PeriodReading, concept: string, dimensions: string): PartProfit['revenue'] {
  const now = read.amount(concept, dimensions);
  const rate = read.growth(concept, dimensions);
  return now && rate && Number(rate.value) !== 0 ? { now, rate } : undefined;
}
