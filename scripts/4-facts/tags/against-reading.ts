import type { Printed } from '../../../src/model/fact.ts';
import type { NumberTag } from '../../1-read/raw-document.ts';
import type { Departure } from '../../3-context/departures.ts';
import { contradiction } from './contradictions.ts';
import { periodOfTag } from './tagged-measure.ts';
import { scaleOfTag } from './tagged-value.ts';

/** How a tag contradicts what heads and captions say of its number. */
interface AgainstReading {
  readonly departure: Departure;
  /** Else of the amount. */
  readonly isOfPeriod: boolean;
}

/** What is read of a number and in no doubt, where its tag says another power of ten than is printed, or another year. */
export function findAgainstReading(tag: NumberTag, fact: Printed): AgainstReading | undefined {
  if (fact.doubt !== '' || fact.period === '') return undefined;
  const told = (why: string, isOfPeriod: boolean): AgainstReading => ({
    departure: contradiction(tag, fact.raw, fact.column, why),
    isOfPeriod,
  });
  if (isOfOtherScale(tag, fact)) return told(`where what is printed around it makes it ${fact.value}`, false);
  const [ends, tagged] = [endOf(fact.period), endOf(periodOfTag(tag))];
  return isFromHead(fact, ends) && Math.abs(Date.parse(ends) - Date.parse(tagged)) > FARTHEST
    ? told(`for a time up to ${tagged}, where its column is up to ${ends}`, true)
    : undefined;
}

/** Rows may tell years too: what falls due in one is tagged as of the day on which it is told. */
const isFromHead = ({ cell, header }: Printed, ends: string): boolean =>
  cell !== null && header.some((head) => head.includes(ends.slice(0, 4)));

/** Print that names no scale says nothing against a tag. */
function isOfOtherScale({ value, unit }: NumberTag, fact: Printed): boolean {
  if (unit !== fact.unit || fact.aspect !== 'amount') return false;
  const [tagged, read] = [scaleOfTag(value, fact.raw), scaleOfTag(fact.value, fact.raw)];
  return tagged !== undefined && read !== undefined && read > 0 && Number(value) !== 0 && tagged !== read;
}

const endOf = (period: string): string => period.slice(-'2024-12-31'.length);

/** Names of periods may be days off; half a month is another period. */
const FARTHEST = 15 * 86_400_000;
