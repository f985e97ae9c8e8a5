import { formatAmount } from '../model/format.ts';
import { decimalsKnown, growthOf, signOf } from '../model/quantity.ts';
import { changeOf, type Measured } from './reading/measured.ts';
import { decimal, grewBy, wayOf } from './wording.ts';

export const LEVEL = 'held level';

/** How a measure went from one period to another, as a verb; undefined where that cannot be told. */
export function courseOf(now: Measured, before: Measured | undefined): string | undefined {
  if (!before) return undefined;
  if (now.unit === 'percent') return pointsOf(now, before);
  const [from, to] = [signOf(before), signOf(now)];
  if (to === 0 && from === 0) return 'stayed at nil';
  if (to === 0) return 'came down to nil';
  if (from === 0) return to > 0 ? 'rose from nil' : 'fell from nil';
  if (from < 0) return to > 0 ? 'turned positive' : belowZero(now, before);
  if (to < 0) return 'turned negative';
  const growth = growthOf(now, before);
  if (!growth) return undefined;
  return wayOf(changeOf(now, before), growth) === 'level' ? LEVEL : grewBy(growth, ['rose', 'fell']);
}

function belowZero(now: Measured, before: Measured): string {
  const way = wayOf(changeOf(now, before), undefined);
  if (way === 'level') return 'stayed as far below zero';
  return way === 'up' ? 'stayed below zero, but less so,' : 'went further below zero';
}

/** A rate in percent moves by points. */
function pointsOf(now: Measured, before: Measured): string {
  const change = changeOf(now, before);
  const way = wayOf(change, undefined);
  if (way === 'level') return LEVEL;
  const size = formatAmount(decimal(Math.abs(change.value)), 0, Math.max(0, decimalsKnown(change, 1)));
  return `${way === 'up' ? 'rose' : 'fell'} ${size} point${size === '1' ? '' : 's'}`;
}
