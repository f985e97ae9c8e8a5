import type { ConceptId } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { type Course, readCourse } from '../course.ts';
import { capital, measureName, spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, say, type Words } from '../sentence.ts';

/** Profit from operations, by the first of these that is stated. */
export const OPERATING: readonly ConceptId[] = ['OperatingIncomeLoss', 'EBIT'];
/** What is left at the end, by the first of these that is stated. */
export const BOTTOM_LINE: readonly ConceptId[] = ['NetIncomeLoss', 'ProfitLoss'];

/** Points between two growth rates from which one outran the other. */
const AHEAD = 2;

/** Operating profit on the year beside revenue, what it came from, and net income. */
export const profit: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const main = findPair(read, OPERATING) ?? findPair(read, BOTTOM_LINE);
  if (!main) return withoutYearBefore(read, spanName(period));
  const course = readCourse(main.now, main.before);
  if (course === 'toProfit' || course === 'toLoss') return undefined;
  const net = findPair(read, BOTTOM_LINE);
  const tail =
    net && net.now.concept !== main.now.concept
      ? signedAmount(main.now) < 0 && signedAmount(net.now) > 0
        ? say`. Even so, ${measureName(net.now.concept)} came to ${read.money(net.now)}`
        : netTail(read, net, course === 'up' || course === 'narrowerLoss')
      : [];
  const { title, words, weight } = told(read, main, course, spanName(period));
  return {
    kind: 'profit',
    title,
    words: say`${words}${tail}.`,
    weight,
    about: [main.rate, main.now].filter((fact) => fact !== undefined),
  };
};

interface Pair {
  readonly now: Fact;
  readonly before: Fact;
  readonly rate: Fact | undefined;
}

function findPair(read: PeriodReading, concepts: readonly string[]): Pair | undefined {
  for (const concept of concepts) {
    const [now, before] = [read.amount(concept), read.amountBefore(concept)];
    if (now && before) return { now, before, rate: read.growth(concept) };
  }
  return undefined;
}

function told(
  read: PeriodReading,
  main: Pair,
  course: Course,
  span: string,
): Pick<Draft, 'title' | 'words' | 'weight'> {
  const { now, before, rate } = main;
  const name = measureName(now.concept);
  const loss = lossName(name);
  switch (course) {
    case 'widerLoss':
      return {
        title: `${capital(loss)} widened`,
        words: say`From ${read.money(before)} a year before, ${loss} grew to ${read.money(now)}`,
        weight: 1.1,
      };
    case 'narrowerLoss':
      return {
        title: `${capital(loss)} narrowed`,
        words: say`A year before, ${loss} had been ${read.money(before)}; this time it was ${read.money(now)}`,
        weight: 1,
      };
    case 'sameLoss':
      return {
        title: `${capital(loss)} remained`,
        words: say`With ${read.money(now)}, ${loss} came out about as large as a year before`,
        weight: 0.8,
      };
    case 'flat':
      return {
        title: `${capital(name)} held level`,
        words: say`The ${span} left ${read.money(now)} of ${name}, hardly different from a year before`,
        weight: 0.7,
      };
    default:
      return rate
        ? moved(read, main, rate, course === 'up')
        : {
            title: `${capital(name)} ${course === 'up' ? 'rose' : 'fell'}`,
            words: say`After ${read.money(before)} a year before, ${name} came to ${read.money(now)}`,
            weight: 0.8,
          };
  }
}

/** Profit that rose or fell, faster or slower than revenue. */
function moved(
  read: PeriodReading,
  { now }: Pair,
  rate: Fact,
  isUp: boolean,
): Pick<Draft, 'title' | 'words' | 'weight'> {
  const name = measureName(now.concept);
  const sales = read.growth('Revenues');
  const gap = sales ? Number(rate.value) - Number(sales.value) : 0;
  const reason = isUp ? whatItCameFrom(read) : whatAteIt(read);
  const weight = 0.85 + Math.min(0.3, Math.abs(gap) / 200);
  const revenueUp = sales !== undefined && Number(sales.value) > 0;
  if (isUp && sales && gap >= AHEAD && revenueUp)
    return {
      title: `${capital(name)} outgrew revenue`,
      words: say`It rose ${percent(rate)} to ${read.money(now)}${reason}`,
      weight,
    };
  if (isUp && sales && gap >= AHEAD)
    return {
      title: `More ${name} from less revenue`,
      words: say`Though revenue shrank, ${name} grew ${percent(rate)} to ${read.money(now)}${reason}`,
      weight: weight + 0.1,
    };
  if (isUp)
    return {
      title: `${capital(name)} ${sales === undefined ? 'rose' : gap <= -AHEAD ? 'lagged revenue' : 'kept pace with revenue'}`,
      words: say`A gain of ${percent(rate)} took ${name} to ${read.money(now)}${reason}`,
      weight,
    };
  if (revenueUp)
    return {
      title: `${capital(name)} fell on higher revenue`,
      words: say`Although revenue rose, ${name} fell ${percent(rate)} to ${read.money(now)}${reason}`,
      weight: weight + 0.1,
    };
  return {
    title: `${capital(name)} fell`,
    words: say`A drop of ${percent(rate)} left ${name} at ${read.money(now)}${reason}`,
    weight,
  };
}

/** Where there is no year to compare it with: the growth that a release states, or that there was a loss. */
function withoutYearBefore(read: PeriodReading, span: string): Draft | undefined {
  const [main, net] = [OPERATING, BOTTOM_LINE].map((concepts) => read.firstOf(concepts));
  const now = main ?? net;
  if (!now) return undefined;
  const text =
    signedAmount(now) < 0 ? lossAlone(read, now, main, span) : statedGrowth(read, now, main && net);
  return text && { kind: 'profit', ...text, weight: 0.65, about: [now] };
}

type Text = Pick<Draft, 'title' | 'words'>;

function lossAlone(read: PeriodReading, now: Fact, main: Fact | undefined, span: string): Text {
  const loss = lossName(measureName(now.concept));
  const isOfRevenue = now === main && read.amount('Revenues') !== undefined;
  return {
    title: `The ${span} closed with a loss`,
    words: isOfRevenue
      ? say`Costs exceeded revenue, which made ${loss} ${read.money(now)}.`
      : say`For the ${span} ${loss} came to ${read.money(now)}.`,
  };
}

function statedGrowth(read: PeriodReading, now: Fact, net: Fact | undefined): Text | undefined {
  const rate = read.growth(now.concept);
  if (!rate || Number(rate.value) === 0) return undefined;
  const [name, isUp] = [measureName(now.concept), Number(rate.value) > 0];
  const share = now.concept === OPERATING[0] ? read.ratio('OperatingMarginRatio') : undefined;
  const ofRevenue = share ? say`, ${percent(share)} of revenue` : [];
  const tail =
    net && signedAmount(net) > 0 ? say`. That left ${measureName(net.concept)} of ${read.money(net)}` : [];
  return {
    title: `${capital(name)} ${isUp ? 'rose' : 'fell'}`,
    words: say`${isUp ? 'A gain' : 'A drop'} of ${percent(rate)} ${isUp ? 'took' : 'left'} ${name} ${isUp ? 'to' : 'at'} ${read.money(now)}${ofRevenue}${tail}.`,
  };
}

/** `the operating loss`, `the net loss`. */
const lossName = (name: string): string => `the ${name.replace(/ (?:income|profit)$/, '')} loss`;

/** Gross profit and overheads on the year, where both are known. */
function findDrivers(read: PeriodReading) {
  const gross = changeOfSum(read, 'GrossProfit');
  const overheads =
    changeOfSum(read, 'SellingGeneralAdministrativeAndResearchAndDevelopmentExpense') ??
    changeOfSum(read, 'OperatingExpenses') ??
    changeOfSum(read, 'SellingGeneralAndAdministrativeExpense');
  return gross && overheads ? { gross, overheads } : undefined;
}

function whatItCameFrom(read: PeriodReading): Words {
  const drivers = findDrivers(read);
  if (!drivers || signedAmount(drivers.gross.change) <= 0) return [];
  const { gross, overheads } = drivers;
  const cost = signedAmount(overheads.change);
  const rest =
    cost === 0
      ? []
      : say`, while ${overheads.name} ${cost > 0 ? 'rose' : 'fell'} by ${read.money(overheads.change)}`;
  return say`: ${gross.name} added ${read.money(gross.change)}${rest}`;
}

function whatAteIt(read: PeriodReading): Words {
  const drivers = findDrivers(read);
  if (!drivers) return [];
  const { gross, overheads } = drivers;
  const [made, cost] = [signedAmount(gross.change), signedAmount(overheads.change)];
  if (made < 0 && cost > 0)
    return say`, as ${gross.name} fell by ${read.money(gross.change)} and ${overheads.name} rose by ${read.money(overheads.change)}`;
  if (made < 0) return say`, as ${gross.name} fell by ${read.money(gross.change)}`;
  return cost > 0 ? say`, as ${overheads.name} rose by ${read.money(overheads.change)}` : [];
}

function changeOfSum(read: PeriodReading, concept: ConceptId): { change: Fact; name: string } | undefined {
  const [now, before] = [read.amountIn(concept, read.period), read.amountIn(concept, read.before)];
  const change = now && before && read.change(now, before);
  return change && { change, name: measureName(concept) };
}

/** Net income at the end of the sentence. */
function netTail(read: PeriodReading, { now, before, rate }: Pair, isUp: boolean): Words {
  const name = measureName(now.concept);
  switch (readCourse(now, before)) {
    case 'up':
    case 'down':
      return rate ? withRate(read, now, rate, isUp) : say`. That left ${name} of ${read.money(now)}`;
    case 'flat':
      return say`. That left ${name} of ${read.money(now)}, as a year before`;
    case 'widerLoss':
      return say`. The bottom line was a net loss of ${read.money(now)}, wider than the ${read.money(before)} before`;
    case 'narrowerLoss':
      return say`. The bottom line was a net loss of ${read.money(now)}, narrower than the ${read.money(before)} before`;
    case 'sameLoss':
      return say`. The bottom line was a net loss of ${read.money(now)}`;
    default:
      return [];
  }
}

/** Net income that went the way of operating profit, or against it. */
function withRate(read: PeriodReading, now: Fact, rate: Fact, isUp: boolean): Words {
  const name = measureName(now.concept);
  const way = Number(rate.value) > 0 ? 'up' : 'down';
  return (way === 'up') === isUp
    ? say`. That left ${name} of ${read.money(now)}, ${way} ${percent(rate)}`
    : say`. By contrast, ${name} ${way === 'up' ? 'rose' : 'fell'} ${percent(rate)} to ${read.money(now)}`;
}
