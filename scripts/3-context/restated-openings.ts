import type { ReadRow } from './read-row.ts';

const RESTATED =
  /\b(?:restated|adjusted|revised)\b.*\bbalances?\b|\bbalances?\b.*\b(?:restated|adjusted|revised|after)\b/i;
/** Changes of accounting policy, corrections: no more rows than that between an opening balance and the restated one. */
const FARTHEST = 4;

/** `Restated balance`, below the opening one and what restates it, is of the same moment. What it measures keeps its own name: both hold. */
export const withRestatedOpenings = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.map((row, i) => {
    if (row.period || row.moment !== '' || !RESTATED.test(row.label)) return row;
    const opening = rows.slice(Math.max(0, i - FARTHEST), i).findLast(isBalance);
    if (!opening || opening.moment === 'closing') return row;
    return { ...row, moment: opening.moment, period: opening.period, concept: undefined };
  });

const isBalance = ({ row, moment, period, label }: ReadRow): boolean =>
  row.role === 'item' && /\bbalances?\b/i.test(label) && (moment !== '' || period !== undefined);
