import { plainLabel } from '../../src/concepts/fold-label.ts';
import { findConcept, readTelling } from '../../src/concepts/vocabulary.ts';

/** `Net income - EBITDA`, `Net income to adjusted net income`: the rows below lead from one measure to another. */
export function namesWayBetween(heading: string, issuerNames: readonly string[]): boolean {
  const [, from = '', to = ''] = BETWEEN.exec(plainLabel(heading)) ?? [];
  const lookup = { enclosing: [], issuerNames };
  const isMeasure = (words: string): boolean =>
    [words, readTelling(words)?.rest ?? ''].some((name) => name !== '' && findConcept(name, lookup));
  return isMeasure(from) && isMeasure(to);
}

const BETWEEN = /^(?:reconciliation (?:of|from) )?(\p{L}.*?)\s+(?:[-–—]|to)\s+(\p{L}.*)$/iu;
