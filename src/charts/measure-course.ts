import { formatAmount } from '../model/format.ts';
import { certainSign, decimalsKnown, growthRate } from '../model/quantity.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { decimal, grewBy, whichWay } from './wording.ts';

export const LEVEL = 'held level';

/** How a measure went from one period to another, as a verb; undefined where that cannot be told. */
export function describeCourse(now: MeasuredAmount, before: MeasuredAmount | undefined): string | undefined {
  if (!before) return undefined;
  if (now.unit === 'percent') return describePoints(now, before);
  const [from, to] = [certainSign(before), certainSign(now)];
  if (to === 0 && from === 0) return 'stayed at nil';
  if (to === 0) return 'came down to nil';
  if (from === 0) return to > 0 ? 'rose from nil' : 'fell from nil';
  if (from < 0) return to > 0 ? 'turned positive' : belowZero(now, before);
  if (to < 0) return 'turned negative';
  const growth = growthRate(now, before);
  if (!growth) return undefined;
  return whichWay(changeFrom(now, before), growth) === 'level' ? LEVEL : grewBy(growth, ['rose', 'fell']);
}

function belowZero(now: MeasuredAmount, before: MeasuredAmount): string {
  const way = whichWay(changeFrom(now, before), undefined);
  if (way === 'level') return 'stayed as far below zero';
  return way === 'up' ? 'stayed below zero, but less so,' : 'went further below zero';
}

/** A rate in percent moves by points. */
function describePoints(now: MeasuredAmount, before: MeasuredAmount): string {
  const change = changeFrom(now, before);
  const way = whichWay(change, undefined);
  if (way === 'level') return LEVEL;
  const size = formatAmount(decimal(Math.abs(change.value)), 0, Math.max(0, decimalsKnown(change, 1)));
  return `${way === 'up' ? 'rose' : 'fell'} ${size} point${size === '1' ? '' : 's'}`;
}
