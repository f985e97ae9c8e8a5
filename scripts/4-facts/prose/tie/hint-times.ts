import type { Period } from '../../../../src/model/period.ts';
import type { MeasureSearch } from '../measure-search.ts';
import type { TimeMention } from '../times.ts';
import { ownTime } from '../which-time.ts';
import type { TimeHint } from './time-hint.ts';

/** What words say of the time of each figure of a sentence; `around` is the period that the text speaks of. */
export function hintTimes(
  text: string,
  searches: readonly MeasureSearch[],
  times: readonly TimeMention[],
  around: Period,
): TimeHint[] {
  const own = searches.map((search) =>
    ownTime(search, { text, times, figures: search.figures, index: search.index }),
  );
  const taken = new Set(own.filter((_, i) => isBeside(searches[i])));
  const frames = times.filter((time) => time.role === 'frame' && !taken.has(time));
  return searches.map((search, i): TimeHint => {
    const isEarlier = isBeside(search) && own[i] === undefined;
    const frame = own[i] ?? (isEarlier ? nextTime(search, times) : findFrame(search, frames, text));
    return {
      periods: frame?.periods ?? [],
      isEarlier,
      compared: findBase(search, times, text)?.periods ?? [],
      around,
    };
  });
}

/** It is held against another number, or beside it in parentheses. */
export const isBeside = (search: MeasureSearch | undefined): boolean =>
  search?.role.name === 'comparison' || search?.role.name === 'aside';

/** `compared to a gain of $0.3 million on disposals in the same period of 2025`: the wording that follows, before the next number. */
const nextTime = (
  { figure, figures, index, masked }: MeasureSearch,
  times: readonly TimeMention[],
): TimeMention | undefined =>
  times.find(
    ({ start, role }) =>
      role !== 'event' && start >= figure.end && start < (figures[index + 1]?.start ?? masked.length),
  );

const AGAINST = /\b(?:compar(?:ed|ing)|versus|vs|against|from|than|over)\b/i;

/** The wording of time before a figure, else one behind it that no comparison stands before. */
function findFrame(
  { figure }: MeasureSearch,
  frames: readonly TimeMention[],
  text: string,
): TimeMention | undefined {
  return (
    frames.findLast(({ start }) => start < figure.start) ??
    frames.find(({ start }) => start >= figure.end && !AGAINST.test(text.slice(figure.end, start)))
  );
}

/** `up 17% from the previous quarter`: what the change is measured against, before the next number. */
function findBase(
  { figure, figures, index, role }: MeasureSearch,
  times: readonly TimeMention[],
  text: string,
): TimeMention | undefined {
  const until = figures[index + 1]?.start ?? text.length;
  return role.name === 'change'
    ? times.find(({ start, role: of }) => of === 'compared' && start >= figure.end && start < until)
    : undefined;
}
