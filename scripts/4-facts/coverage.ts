import type { Calendar } from '../../src/model/calendar.ts';
import type { Coverage, UnreadNumber } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { CoveredLine } from './covered-line.ts';
import type { OtherPlace } from './prose/other-numbers.ts';
import type { UntoldFigure } from './untold.ts';

interface ReadText {
  readonly lines: readonly string[];
  /** How a 1-based line writes its numbers. */
  readonly styleOf: (line: number) => NumberStyle;
  readonly facts: readonly Printed[];
  readonly others: readonly OtherPlace[];
  /** Figures that are no facts, and why. */
  readonly untold: readonly UntoldFigure[];
  readonly calendar: Calendar;
  /** Whether the vocabulary knows what a fact measures. */
  readonly isKnown: (fact: Printed) => boolean;
}

/** Accounts for every number in a document: a statement, something else by kind, or unread. */
export function accountForNumbers({
  lines,
  styleOf,
  facts,
  others,
  untold,
  calendar,
  isKnown,
}: ReadText): Coverage {
  const stated = Map.groupBy(facts, ({ line }) => line);
  const left = Map.groupBy(untold, ({ line }) => line);
  const classified = Map.groupBy(others, ({ line }) => line);
  const other: Record<string, number> = {};
  const unread: UnreadNumber[] = [];
  let [tokens, read] = [0, 0];
  lines.forEach((source, index) => {
    const line = index + 1;
    if (!/\p{Nd}/u.test(source) && !left.has(line)) return;
    const covered = new CoveredLine(lines, line, styleOf(line), calendar);
    for (const fate of covered.account(
      stated.get(line) ?? [],
      left.get(line) ?? [],
      classified.get(line) ?? [],
    )) {
      tokens++;
      if (fate === 'fact') read++;
      else if (typeof fate === 'string') other[fate] = (other[fate] ?? 0) + 1;
      else unread.push(fate);
    }
  });
  return { tokens, facts: read, other, unknown: facts.filter((fact) => !isKnown(fact)).length, unread };
}
