import { conceptById } from '../../../src/concepts/index.ts';
import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  periodLabel,
  type YearPart,
} from '../../../src/model/calendar.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { formatSpan } from '../../../src/model/format.ts';
import {
  addDays,
  duration,
  firstDay,
  isDuration,
  lastDay,
  monthsIn,
  type Period,
} from '../../../src/model/period.ts';
import { exactly, isBounded, minus, plus, type Quantity } from '../../../src/model/quantity.ts';
import { type Book, type Known, push, type Subject } from '../book.ts';
import type { Relation } from '../relation.ts';
import { type Edge, SpanGraph, type Step } from './span-graph.ts';

const PARTS: readonly YearPart[] = ['1q', '2q', '3q', '4q', '1h', '2h', '9m', 'fy'];

export interface Spans {
  readonly relations: readonly Relation[];
  /** Subjects of a part of a year of which spans are known, but not enough of them. */
  readonly open: readonly Required<Subject>[];
}

/**
 * Periods from other periods. An amount that adds up over time is a difference of levels at two days, so what is
 * known of spans is a graph of days, and a missing quarter is a way through it: there and back over the fewest spans.
 * A printed span that closes a circle gives a relation; any part of a fiscal year, and any twelve months up to a
 * quarter's end, is computed where a way leads there.
 */
export function spans(book: Book, calendar: Calendar, nils: readonly Known[]): Spans {
  const relations: Relation[] = [];
  const open: Required<Subject>[] = [];
  const findStretch = stretches(calendar);
  for (const edges of edgesBySubject(book, nils).values()) {
    const graph = new SpanGraph();
    for (const edge of edges) {
      const way = edge.known.fact && graph.findWay(edge.from, edge.to);
      if (way && edge.known.fact) relations.push(spanRelation(edge.known.fact, way, calendar));
      graph.add(edge);
    }
    const sound = edges.filter(({ known }) => !book.isUnsound(known));
    if (sound.length > 1)
      computeParts(
        book,
        calendar,
        { edges: sound, graph: sound.length < edges.length ? graphOf(sound) : graph },
        findStretch,
        open,
      );
  }
  return { relations, open };
}

function graphOf(edges: readonly Edge[]): SpanGraph {
  const graph = new SpanGraph();
  for (const edge of edges) graph.add(edge);
  return graph;
}

/** Amounts of durations that add up, in the currency of the issuer, by what they tell apart from the period. */
function edgesBySubject(book: Book, nils: readonly Known[]): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  const keep = (known: Known) => {
    const { concept, unit, basis, dimensions, period } = known.subject;
    if (!isDuration(period)) return;
    const edge = { from: firstDay(period), to: addDays(lastDay(period), 1), known };
    push(edges, `${concept}|${unit}|${basis}|${dimensions}`, edge);
  };
  for (const [first] of book.groups()) {
    const known = first && addsUp(book, first) ? book.find(book.subjectOf(first)) : undefined;
    if (known && isBounded(known.interval)) keep(known);
  }
  for (const nil of nils) if (!book.printed(nil.subject)) keep(nil);
  return edges;
}

/** Names that the vocabulary does not know: of an average or of what is there, and of what may be there or move. */
const OF_NO_FLOW =
  /Average|Balance|Outstanding|Remaining|MayYet|Unused|Available|Backlog|Capitalization|Price|Rate/;
const OF_STOCK =
  /Unamortized|Authorized|Commitment|Receivable|Payable|Inventor|Debt|Borrowing|Value|Position|Liquidity/;
const OF_FLOW =
  /Gain|Loss|Income|Expense|Cost|Proceeds|Payment|Purchase|Sale|Change|Increase|Decrease|Issuance|Amortization|Provision|Adjustment|Addition|Disposal/;

const isFlow = (concept: string): boolean =>
  !OF_NO_FLOW.test(concept) && (!OF_STOCK.test(concept) || OF_FLOW.test(concept));

/** Amounts per share, averages and ratios do not add up over time, and translated ones were told at other rates. */
export function addsUp(book: Book, { aspect, period, unit, concept, basis }: Printed): boolean {
  const known = conceptById.get(concept);
  if (!known && !isFlow(concept)) return false;
  const kind = known?.kind ?? 'monetary';
  return (
    aspect === 'amount' &&
    basis === 'reported' &&
    isDuration(period) &&
    unit === book.currency &&
    kind === 'monetary'
  );
}

const total = (steps: readonly Step[]): Quantity =>
  steps.reduce(
    (all, { edge, weight }) => (weight === 1 ? plus : minus)(all, edge.known.interval),
    exactly(0),
  );

const inputsOnPath = (steps: readonly Step[]): Printed[] => [
  ...new Set(steps.flatMap(({ edge }) => edge.known.inputs)),
];

function spanRelation(target: Printed, steps: readonly Step[], calendar: Calendar): Relation {
  const words = pathInWords(steps, calendar);
  return {
    rule: 'spans',
    target,
    expected: total(steps),
    inputs: inputsOnPath(steps),
    ...(steps.every(({ edge }) => edge.known.fact) && { weights: steps.map(({ weight }) => weight) }),
    words,
    asPrinted: false,
  };
}

/** Lengths in months that pages and analysts speak of. */
const TOLD: ReadonlySet<number> = new Set([3, 6, 9, 12]);

/** Days that are still twelve months. */
const LONGEST_YEAR = 381;

/** A time between two days, and the part of a fiscal year that it is. */
interface Stretch {
  readonly period: Period;
  readonly part: ReturnType<typeof fiscalPart>;
  /** Pages and analysts speak of it: a part of a fiscal year, or any twelve months. */
  readonly isTold: boolean;
}

/** Many measures have spans between the same days, which are looked at once. */
function stretches(calendar: Calendar): (from: string, to: string) => Stretch {
  const known = new Map<string, Stretch>();
  return (from, to) => {
    const before = known.get(`${from} ${to}`);
    if (before) return before;
    const period = duration(from, addDays(to, -1));
    const months = monthsIn(period);
    const part = TOLD.has(months) ? fiscalPart(calendar, period) : undefined;
    const stretch = { period, part, isTold: part !== undefined || months === 12 };
    known.set(`${from} ${to}`, stretch);
    return stretch;
  };
}

/** Every part of a fiscal year, and every twelve months, between two days at which known spans begin or end. */
function computeParts(
  book: Book,
  calendar: Calendar,
  { edges, graph }: { readonly edges: readonly Edge[]; readonly graph: SpanGraph },
  findStretch: (from: string, to: string) => Stretch,
  open: Required<Subject>[],
): void {
  const [first] = edges;
  if (!first) return;
  const days = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const stated = new Set(edges.flatMap(({ known }) => (known.fact ? known.subject.period : [])));
  const told = new Set<string>();
  for (const [index, from] of days.entries()) {
    const latest = addDays(from, LONGEST_YEAR);
    for (let next = index + 1; next < days.length; next++) {
      const to = days[next] ?? '';
      if (to > latest) break;
      const { period, part, isTold } = findStretch(from, to);
      if (!isTold) continue;
      const isStated = stated.has(period);
      const found = isStated ? undefined : graph.findWay(from, to);
      const way = found?.some(isPrinted) ? found : undefined;
      if (part && (isStated || way)) told.add(`${part.year} ${part.part}`);
      if (!way) continue;
      const subject = { ...first.known.subject, period };
      const words = pathInWords(way, calendar);
      book.keep({ subject, interval: total(way), fact: undefined, inputs: inputsOnPath(way), words });
    }
  }
  open.push(...untold(calendar, edges, told).map((period) => ({ ...first.known.subject, period })));
}

/** A line that nobody printed counts as nil on the way to another period, and is no figure of its own. */
const isPrinted = ({ edge }: Step): boolean => !edge.known.isNil;

/** Parts of the years of some spans that neither a document nor a difference tells. */
function untold(calendar: Calendar, edges: readonly Edge[], told: ReadonlySet<string>): Period[] {
  const years = new Set(edges.flatMap(({ known }) => fiscalPart(calendar, known.subject.period)?.year ?? []));
  return [...years].flatMap((year) =>
    PARTS.filter((part) => !told.has(`${year} ${part}`)).map((part) => fiscalPeriod(calendar, year, part)),
  );
}

/** `1H12 less 2Q12`, `FY2011 plus 1H12 less 1H11`. */
function pathInWords(steps: readonly Step[], calendar: Calendar): string {
  const names = [...steps]
    .sort((a, b) => b.weight - a.weight)
    .map(
      ({ edge, weight }) =>
        `${weight === 1 ? 'plus' : 'less'} ${spanName(edge.known.subject.period, calendar)}`,
    );
  return names.join(' ').replace(/^plus /, '');
}

const spanName = (period: Period, calendar: Calendar): string =>
  periodLabel(calendar, period) || formatSpan(period);
