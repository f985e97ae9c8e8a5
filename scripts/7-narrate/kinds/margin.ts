import { type ConceptId, conceptById } from '../../../src/concepts/index.ts';
import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { formatFigure } from '../../../src/model/highlight.ts';
import { capital, lineName, measureName, withArticle } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, points, say, type ToldFigure, type Words } from '../sentence.ts';

/** Points by which a margin must have moved to be told. */
const MOVED = 0.3;
/** Share of revenue below which a part's margin does not matter. */
const LEAST = 0.1;
const GROSS: ConceptId = 'GrossMarginRatio';
/** Margins of the whole, by the first of these that is known. */
const WHOLE: readonly ConceptId[] = [
  'OperatingMarginRatio',
  'AdjustedEBITDAMarginRatio',
  'EBITDAMarginRatio',
  GROSS,
];

interface Margin {
  readonly concept: string;
  readonly now: Fact;
  readonly before: Fact;
  readonly change: Fact;
}

/** Gross margins of the larger parts that moved, then the operating margin. */
export const margin: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const parts = partMargins(read);
  const whole = WHOLE.map((concept) => findMargin(read, concept)).find((found) => found !== undefined);
  const [first, second] = parts;
  const largest = Math.max(
    ...[...parts, whole].map((one) => Math.abs(signedAmount(one?.change ?? NO_CHANGE))),
  );
  const weight = 0.6 + Math.min(0.3, largest / 10);
  const narrowed = parts.find(({ change }) => signedAmount(change) < 0);
  const about = [narrowed && findCost(read, narrowed), first?.now, whole?.now].filter(
    (fact) => fact !== undefined,
  );
  const draft = first && second ? apart(first, second, whole) : (onePart(first, whole) ?? onlyWhole(whole));
  return draft && { kind: 'margin', ...draft, weight, about };
};

const NO_CHANGE = { value: '0', polarity: 1 } as Fact;

type Text = Pick<Draft, 'title' | 'words'>;

function apart(first: Margin, second: Margin, whole: Margin | undefined): Text {
  const [up, down] = [first, second].map(({ change }) => signedAmount(change) > 0);
  const tail = whole ? say`; overall, the ${measureName(whole.concept)} ${wentTo(whole)}` : [];
  if (up === down)
    return {
      title: up ? 'Margins widened' : 'Margins narrowed',
      words: say`The gross margin ${up ? 'widened' : 'narrowed'} by ${points(first.change)} in ${marginPart(first)}, to ${percent(first.now)}, and ${points(second.change)} in ${marginPart(second)}, to ${percent(second.now)}${tail}.`,
    };
  const [wide, narrow] = up ? [first, second] : [second, first];
  return {
    title: 'Margins moved apart',
    words: say`In ${marginPart(wide)} the gross margin widened from ${percent(wide.before)} to ${percent(wide.now)}, in ${marginPart(narrow)} it narrowed from ${percent(narrow.before)} to ${percent(narrow.now)}${tail}.`,
  };
}

function onePart(part: Margin | undefined, whole: Margin | undefined): Text | undefined {
  if (!part) return undefined;
  const isUp = signedAmount(part.change) > 0;
  const tail = whole ? say`; overall, the ${measureName(whole.concept)} ${wentTo(whole)}` : [];
  return {
    title: `${capital(marginPart(part))} ${isUp ? 'kept more' : 'kept less'}`,
    words: say`Gross margin there went ${isUp ? 'up' : 'down'} by ${points(part.change)} to ${percent(part.now)} of revenue${tail}.`,
  };
}

function onlyWhole(whole: Margin | undefined): Text | undefined {
  if (!whole || signedAmount(whole.now) < 0) return undefined;
  const change = signedAmount(whole.change);
  const name = measureName(whole.concept);
  if (isNothing(points(whole.change)) && !isShownAlike(whole)) return undefined;
  if (isNothing(points(whole.change)))
    return {
      title: `${capital(name)} held`,
      words: say`As a share of revenue it came to ${percent(whole.now)}, as a year before.`,
    };
  return {
    title: `${capital(name)} ${change > 0 ? 'widened' : 'narrowed'}`,
    words: say`It ${change > 0 ? 'rose' : 'fell'} by ${points(whole.change)} to ${percent(whole.now)} of revenue.`,
  };
}

/** Too little to show. */
const isNothing = ({ fact, form }: ToldFigure): boolean => !/[1-9]/.test(formatFigure(fact, form));

/** Two rates of next to no difference may still be rounded apart: 3.49 and 3.44. */
const isShownAlike = ({ now, before }: Margin): boolean =>
  formatFigure(now, percent(now).form) === formatFigure(before, percent(before).form);

function wentTo(margin: Margin): Words {
  const { now, change } = margin;
  const moved = signedAmount(change);
  if (isNothing(points(change)))
    return say`${isShownAlike(margin) ? 'stayed' : 'hardly moved,'} at ${percent(now)}`;
  return say`${moved > 0 ? 'rose' : 'fell'} by ${points(change)} to ${percent(now)}`;
}

/** The cost that a margin is what is left of: a reason for its growth is one for a margin that narrowed. */
function findCost(read: PeriodReading, { concept }: Margin): Fact | undefined {
  const [way] = conceptById.get(conceptById.get(concept)?.ratio?.of ?? '')?.sums ?? [];
  const [cost] = Object.entries(way ?? {}).find(([, weight]) => weight < 0) ?? [];
  return cost === undefined ? undefined : read.amount(cost);
}

const marginPart = ({ concept }: Margin): string => withArticle(lineName(concept));

/** The two lines of business, large enough to matter, whose margins moved and that sell most. */
function partMargins(read: PeriodReading): Margin[] {
  const revenue = read.amount('Revenues');
  if (!revenue) return [];
  return [...conceptById.values()]
    .flatMap(({ id, ratio }) => {
      const sales = ratio && id !== GROSS && /GrossMarginRatio$/.test(id) ? read.amount(ratio.to) : undefined;
      return sales ? [{ id, size: signedAmount(sales) }] : [];
    })
    .filter(({ size }) => size >= LEAST * signedAmount(revenue))
    .sort((a, b) => b.size - a.size)
    .flatMap(({ id }) => findMargin(read, id) ?? [])
    .filter(({ change, now }) => Math.abs(signedAmount(change)) >= MOVED && signedAmount(now) > 0)
    .slice(0, 2);
}

function findMargin(read: PeriodReading, concept: string): Margin | undefined {
  const [now, before, change] = [
    read.ratio(concept),
    read.ratio(concept, 'before'),
    read.pointsChange(concept),
  ];
  return now && before && change && { concept, now, before, change };
}
