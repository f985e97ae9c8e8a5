import { isDuration, type Period } from '../../../../src/model/period.ts';
import { isAimedHere } from '../basis.ts';
import type { MeasureSearch } from '../measure-search.ts';
import { type Measure, neededBy } from '../measures.ts';
import { nameKnown } from '../name-measure.ts';
import { boughtBack } from '../programs.ts';
import { sideBySide } from '../side-by-side.ts';
import type { TimeMention } from '../times.ts';
import type { Explained, TimedFigure } from './explain-by-row.ts';
import { hintTimes, isBeside } from './hint-times.ts';
import { tieSentence } from './tie-sentence.ts';
import { isSamePeriod, type TimeHint } from './time-hint.ts';

/** The words of time around some figures. */
export interface TimesAround {
  readonly text: string;
  readonly times: readonly TimeMention[];
  /** The same words told from another period. */
  readonly timesFrom: (current: Period) => readonly TimeMention[];
  /** The period that the text before speaks of. */
  readonly around: Period;
}

export interface TiedFigures {
  readonly tied: ReadonlyMap<number, Explained>;
  readonly times: readonly TimeMention[];
}

/**
 * Which statements of tables the figures of a sentence repeat. Where a table tells that it speaks of another period than
 * the text before, `a year earlier` is told from that period.
 */
export function tieFigures(searches: readonly MeasureSearch[], clock: TimesAround): TiedFigures {
  const { times, timesFrom, around } = clock;
  const [first] = searches;
  if (!first || first.context.isLabel) return { tied: new Map(), times };
  const tied = tieAround(searches, clock);
  const spoken = [...tied].find(([index, { fact }]) => !isBeside(searches[index]) && isDuration(fact.period));
  const period = spoken?.[1].fact.period;
  if (!period || isSamePeriod(period, around) || !times.some(({ isRelative }) => isRelative))
    return { tied, times };
  const again = { ...clock, times: timesFrom(period), around: period };
  return { tied: tieAround(searches, again), times: again.times };
}

function tieAround(
  searches: readonly MeasureSearch[],
  { text, times, around }: TimesAround,
): Map<number, Explained> {
  const { context, masked, story } = searches[0] as MeasureSearch;
  const hints = hintTimes(text, searches, times, around);
  const listed = namedInTurn(searches);
  const losses = saysLoss(searches);
  return tieSentence(
    {
      text: masked,
      figures: searches.map((search, i) =>
        timed(search, hints[i] as TimeHint, listed.get(i), losses[i] === true),
      ),
      around: [story.part?.name ?? '', ...context.path].join(' '),
      measures: context.measures,
      enclosing: context.enclosing,
      isAimed: isAimedHere(text),
    },
    context.rows,
  );
}

const LOSS =
  /\b(?:loss(?:es)?|deficit|used|outflows?|negative|decreases?|benefit|expenses?|reduc\w+|repa\w+|paid|payments?|purchases?|provision|impairment|less)\b/i;

/** The measures of numbers side by side behind as many names, by the numbers' indexes. */
function namedInTurn(searches: readonly MeasureSearch[]): Map<number, Measure> {
  const named = new Map<number, Measure>();
  for (const [i, search] of searches.entries())
    for (const [k, measure] of (
      sideBySide(search, search.phrase.name, neededBy(search.figure))?.alternatives ?? []
    ).entries())
      named.set(i + k, measure);
  return named;
}

/** Of which numbers words speak of a loss: a number without a name goes on with what was said of the one before it. */
function saysLoss(searches: readonly MeasureSearch[]): boolean[] {
  let isLoss = false;
  return searches.map(({ gap, behind, phrase }) => {
    isLoss = LOSS.test(`${gap} ${behind}`) || (isLoss && phrase.name === '');
    return isLoss;
  });
}

const timed = (
  search: MeasureSearch,
  hint: TimeHint,
  listed: Measure | undefined,
  isLoss: boolean,
): TimedFigure => ({
  listed,
  named: boughtBack(search) ?? nameKnown(search, search.phrase.name, neededBy(search.figure)),
  figure: search.figure,
  role: search.role,
  hint,
  saysLoss: isLoss,
  saysGrowth: /\bgrowth\b/i.test(`${search.gap} ${search.behind}`),
});
