import type { ConceptId } from '../../../src/concepts/index.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { signedAmount } from '../../../src/model/fact.ts';
import { readCourse } from '../course.ts';
import { capital, measureName, partName, spanName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { bare, type Draft, list, percent, say, type Words } from '../sentence.ts';

/** What one part added to the whole, or took from it. */
interface Contribution {
  readonly part: Fact;
  readonly change: Fact;
  readonly share: number;
}

/** Share of the change from which a part is said to have made it. */
const MOST = 0.5;
/** Share below which a part is not told. */
const LEAST = 0.1;
/** Share of a part beside which the others do not matter: that it leads is no news. */
const ALMOST_ALL = 0.97;
/** Share of what the first part brought from which another did as much as it. */
const ALIKE = 0.8;
const REVENUES: ConceptId = 'Revenues';
/** Times the next part that a leading one brings at least. */
const LEAD = 1.1;

/** Revenue on the year, and which parts made the change. */
export const growth: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const [now, before] = [read.amount(REVENUES), read.amountBefore(REVENUES)];
  if (!now) return undefined;
  if (!before) return withoutYearBefore(read, now);
  const change = read.change(now, before);
  const rate = read.growth(REVENUES);
  if (!change || !rate) return undefined;
  const contributions = contributionsTo(read, REVENUES, change);
  const span = spanName(period);
  const [first] = contributions;
  const about = [first && largestWithin(read, first)?.part, first?.part, now, rate].filter(
    (fact) => fact !== undefined,
  );
  const weight = 0.95 + Math.min(0.3, Math.abs(Number(rate.value)) / 100);
  if (readCourse(now, before) === 'flat')
    return { kind: 'growth', ...flat(read, { now, rate, span, contributions }), weight: 0.6, about };
  const isUp = signedAmount(change) > 0;
  const told = { now, change, rate, span, contributions };
  return { kind: 'growth', ...(isUp ? grown(read, told) : shrunk(read, told)), weight, about };
};

interface Told {
  readonly now: Fact;
  readonly change: Fact;
  readonly rate: Fact;
  readonly span: string;
  readonly contributions: readonly Contribution[];
}

type Text = Pick<Draft, 'title' | 'words'>;

function grown(read: PeriodReading, { now, change, rate, contributions, span }: Told): Text {
  const name = capital(measureName(now.concept));
  const [first, ...others] = contributions;
  if (!first || first.share < LEAST)
    return {
      title: `${name} grew`,
      words: say`They gained ${percent(rate)} to reach ${read.money(now)}.`,
    };
  const opening = say`${name} rose ${percent(rate)} to ${read.money(now)}; of the ${read.money(change)} added, `;
  const against = others.filter(({ share }) => share < -LEAST);
  const also = others.filter(({ share }) => share >= LEAST).slice(0, 2);
  const finest = finestCause(read, first);
  const lost =
    against.length > 0
      ? say`, while ${list(against.map((one) => say`${partName(one.part, read.facts)} lost ${read.money(one.change)}`))}`
      : [];
  if (first.share > 1)
    return {
      title: `${capital(partName(first.part, read.facts))} carried the ${span}`,
      words: say`${name} rose ${percent(rate)} to ${read.money(now)}: ${partName(first.part, read.facts)} added ${read.money(first.change)}, more than all of the increase${lost}.`,
    };
  const told = [first, ...also];
  return {
    title:
      first.share >= MOST
        ? `${leaders(read, contributions)} carried the ${span}`
        : 'Growth from several sides',
    words: say`${opening}${list(told.map((one, index) => say`${read.money(one.change)} ${index === 0 ? 'came ' : ''}from ${partName(one.part, read.facts)}${index === 0 ? finest : []}`))}${lost}.`,
  };
}

function shrunk(read: PeriodReading, { now, change, rate, contributions }: Told): Text {
  const name = measureName(now.concept);
  const [first, ...others] = contributions;
  const opening = say`Down ${percent(rate)}, ${name} came to ${read.money(now)}`;
  if (!first || first.share < LEAST) return { title: `${capital(name)} shrank`, words: say`${opening}.` };
  const [also] = others.filter(({ share }) => share >= LEAST);
  const gained = others.findLast(({ share }) => share < -LEAST);
  const losses =
    first.share > 1
      ? say`: ${partName(first.part, read.facts)} lost ${read.money(first.change)}, more than the whole decline`
      : say`; of the ${read.money(change)} lost, ${partName(first.part, read.facts)} accounted for ${read.money(first.change)}${also ? say` and ${partName(also.part, read.facts)} for ${read.money(also.change)}` : []}`;
  const gains = gained
    ? say`, though ${partName(gained.part, read.facts)} gained ${read.money(gained.change)}`
    : [];
  return {
    title:
      first.share >= MOST
        ? `${leaders(read, contributions)} pulled ${name} down`
        : `${capital(name)} shrank on several sides`,
    words: say`${opening}${losses}${gains}.`,
  };
}

/** The part that made most of the change, and another that made as much. */
const leaders = (read: PeriodReading, [first, second]: readonly Contribution[]): string =>
  [first, second]
    .filter((one) => one && first && one.share >= ALIKE * first.share)
    .map((one, index) => {
      const name = one ? partName(one.part, read.facts) : '';
      return index === 0 ? capital(name) : name;
    })
    .join(' and ');

/** Nothing much came out, but parts may have moved against each other. */
function flat(read: PeriodReading, { now, contributions, span }: Omit<Told, 'change'>): Text {
  const name = measureName(now.concept);
  const up = contributions.find(({ change }) => signedAmount(change) > 0);
  const down = contributions.find(({ change }) => signedAmount(change) < 0);
  const title = `${capital(name)} held steady`;
  if (!up || !down)
    return {
      title,
      words: say`The ${span} brought ${read.money(now)} of ${name}, about as much as the one a year before.`,
    };
  return {
    title,
    words: say`The ${span} brought ${read.money(now)} of ${name}, about as much as the one a year before: ${partName(up.part, read.facts)} gained ${read.money(up.change)}, ${partName(down.part, read.facts)} lost ${read.money(down.change)}.`,
  };
}

function withoutYearBefore(read: PeriodReading, now: Fact): Draft | undefined {
  const name = measureName(now.concept);
  const parts = [...read.parts(now.concept)]
    .sort((a, b) => signedAmount(b.now) - signedAmount(a.now))
    .slice(0, 2);
  const [first, second] = parts;
  const title = first && leadingTitle(read, now, first.now, second?.now);
  if (!first || !title) return undefined;
  const rate = read.growth(now.concept);
  const grew = rate ? say` (${Number(rate.value) < 0 ? 'down' : 'up'} ${percent(rate)})` : [];
  const words = say`Of ${read.money(now)} of ${name}${grew}, ${list(parts.map((part) => say`${read.money(part.now)} ${part === first ? 'came ' : ''}from ${partName(part.now, read.facts)}`))}.`;
  return {
    kind: 'growth',
    title,
    words,
    weight: 0.7,
    about: [first.now, now],
  };
}

/** That one part is most of the whole, or far ahead of the next; nothing where it is neither. */
function leadingTitle(read: PeriodReading, whole: Fact, first: Fact, second?: Fact): string | undefined {
  const name = capital(partName(first, read.facts));
  const share = signedAmount(first) / signedAmount(whole);
  if (share > ALMOST_ALL || !second || signedAmount(first) < LEAD * signedAmount(second)) return undefined;
  return share > MOST ? `${name} made up most of revenue` : `${name} was the largest part`;
}

/** The largest part of a part, where it made most of what that added: ` (3,827 of it from systems construction)`. */
function finestCause(read: PeriodReading, one: Contribution): Words {
  const largest = largestWithin(read, one);
  return largest
    ? say` (${bare(read.money(largest.change))} of it from ${partName(largest.part, read.facts)})`
    : [];
}

function largestWithin(read: PeriodReading, { part, change }: Contribution): Contribution | undefined {
  const [largest] = part.dimensions ? [] : contributionsTo(read, part.concept, change);
  return largest && largest.share >= MOST && largest.share <= 1 ? largest : undefined;
}

/** Parts by their share of a change, the largest first; a part that is new or gone is not compared. */
export function contributionsTo(read: PeriodReading, concept: string, whole: Fact): Contribution[] {
  return read
    .parts(concept)
    .flatMap(({ now, before }): Contribution[] => {
      const change = before && read.change(now, before);
      return change ? [{ part: now, change, share: signedAmount(change) / signedAmount(whole) }] : [];
    })
    .sort((a, b) => b.share - a.share);
}
