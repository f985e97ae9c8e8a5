import { certainSign, magnitude } from '../model/quantity.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { compare, formatKnown, grewBy, whichWay } from './wording.ts';

export const LEVEL = 'held level';

/** How a measure went from one period to another, as a verb; undefined where that cannot be told. */
export function describeCourse(now: MeasuredAmount, before: MeasuredAmount | undefined): string | undefined {
  if (!before) return undefined;
  const change = changeFrom(now, before);
  if (now.unit === 'percent') return describePoints(change);
  const [from, to] = [certainSign(before), certainSign(now)];
  if (to === 0) return from === 0 ? 'stayed at nil' : 'came down to nil';
  if (from === 0) return to > 0 ? 'rose from nil' : 'fell from nil';
  if (from < 0) return to > 0 ? 'turned positive' : BELOW_ZERO[whichWay(change, undefined)];
  if (to < 0) return 'turned negative';
  const { growth, way } = compare(now, before);
  if (!growth) return undefined;
  return way === 'level' ? LEVEL : grewBy(growth, ['rose', 'fell']);
}

const BELOW_ZERO = {
  level: 'stayed as far below zero',
  up: 'stayed below zero, but less so,',
  down: 'went further below zero',
} as const;

/** A rate in percent moves by points. */
function describePoints(change: MeasuredAmount): string {
  const way = whichWay(change, undefined);
  if (way === 'level') return LEVEL;
  const size = formatKnown(magnitude(change), 1);
  return `${way === 'up' ? 'rose' : 'fell'} ${size} point${size === '1' ? '' : 's'}`;
}
