import { type ConceptId, conceptById } from '../../../src/concepts/index.ts';
import type { Concept } from '../../../src/model/concept.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { capital, measureName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { bare, counted, type Draft, percent, say, type Words } from '../sentence.ts';

/** Counts of what a company is or had done to it, not of what it sells. */
const NOT_SOLD: ReadonlySet<string> = new Set<ConceptId>([
  'NumberOfSubsidiaries',
  'NumberOfDirectors',
  'NumberOfOutsideDirectors',
  'NumberOfCompaniesSurveyed',
  'NumberOfSurveyResponses',
  'NumberOfAwards',
]);
/** Growth in percent below which a count is not worth a sentence. */
const MOVED = 1;

interface Moved {
  readonly concept: Concept;
  readonly now: Fact;
  readonly before: Fact;
  readonly change: Fact;
  readonly rate: Fact;
}

/** Capacity and counts: of capacity the total, of counts the total whose change was largest with the part that made it. */
export const measures: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const all = [...conceptById.values()].filter(isMeasure).flatMap((concept) => findMove(read, concept) ?? []);
  const capacity = all.find(({ concept }) => concept.kind === 'bandwidth');
  const counts = all.filter(({ concept }) => concept.kind === 'count' && !isPart(concept.id, all));
  const [count] = counts.sort((a, b) => Math.abs(Number(b.rate.value)) - Math.abs(Number(a.rate.value)));
  return [...(capacity ? [ofCapacity(read, capacity)] : []), ...(count ? [ofCount(read, count, all)] : [])];
};

const isMeasure = ({ id, kind, statement }: Concept): boolean =>
  statement === 'operating' && (kind === 'count' || kind === 'bandwidth') && !NOT_SOLD.has(id);

const isPart = (id: string, all: readonly Moved[]): boolean =>
  all.some(({ concept }) => concept.sums?.some((way) => id in way));

function findMove(read: PeriodReading, concept: Concept): Moved | undefined {
  const [now, before, rate] = [
    read.amount(concept.id),
    read.amountBefore(concept.id),
    read.growth(concept.id),
  ];
  const change = now && before && read.change(now, before);
  return now && before && change && rate && Math.abs(Number(rate.value)) >= MOVED
    ? { concept, now, before, change, rate }
    : undefined;
}

/** Beside revenue, which it may outrun. */
function ofCapacity(read: PeriodReading, { concept, now, change, rate }: Moved): Draft {
  const name = measureName(concept.id);
  const sales = read.growth('Revenues');
  const isUp = signedAmount(change) > 0;
  const outran = isUp && sales && Number(rate.value) > Number(sales.value) + 5;
  const title = outran
    ? `${capital(short(name))} outran sales`
    : `${capital(short(name))} ${isUp ? 'grew' : 'shrank'}`;
  return {
    kind: 'measures',
    title,
    words: say`${capital(name)} ${isUp ? 'climbed' : 'came down'} by ${counted(change)} to ${counted(now)}, ${percent(rate)} ${isUp ? 'more' : 'less'} than a year before.`,
    weight: 0.45 + Math.min(0.25, Math.abs(Number(rate.value)) / 200),
    about: [now, change],
  };
}

const short = (name: string): string => name.replace(/^total /, '');

/** With the part that changed most, where parts are known. */
function ofCount(read: PeriodReading, { concept, now, change, rate }: Moved, all: readonly Moved[]): Draft {
  const name = measureName(concept.id);
  const isUp = signedAmount(change) > 0;
  const parts = read.partsKnown(concept.id).flatMap(({ now: part }) => all.filter((one) => one.now === part));
  const [largest] = parts.sort((a, b) => (signedAmount(b.change) - signedAmount(a.change)) * (isUp ? 1 : -1));
  const tail = largest ? partTail(largest, change) : [];
  return {
    kind: 'measures',
    title: `${isUp ? 'More' : 'Fewer'} ${name}`,
    words: say`Their number ${isUp ? 'rose' : 'fell'} ${percent(rate)} to ${bare(counted(now))}${tail}.`,
    weight: 0.45 + Math.min(0.25, Math.abs(Number(rate.value)) / 200),
    about: [now, change],
  };
}

/** The part that moved most: that it more than doubled, else what it had of the change. */
function partTail({ concept, now, before, change }: Moved, whole: Fact): Words {
  if (signedAmount(change) * signedAmount(whole) <= 0) return [];
  const name = measureName(concept.id);
  if (signedAmount(now) > 2 * signedAmount(before))
    return say`; ${name} more than doubled, from ${bare(counted(before))} to ${bare(counted(now))}`;
  return say`; ${name} made up ${bare(counted(change))} of the ${bare(counted(whole))} ${signedAmount(whole) > 0 ? 'gained' : 'lost'}`;
}
