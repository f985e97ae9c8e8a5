import { findPeriods } from '../grammar/periods.ts';
import type { DocumentContext } from './document-context.ts';

/** A label without the wordings of time in it and the words that lead to them. */
export function withoutPeriods(text: string, context: DocumentContext): string {
  let rest = text;
  for (const { start, end } of [...findPeriods(text, context.calendar)].reverse())
    rest = `${rest.slice(0, start).replace(/\b(?:as (?:of|at)|for(?: the)?|at|ended)\s*$/i, '')} ${rest.slice(end)}`;
  return rest
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
