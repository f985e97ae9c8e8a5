import { amountOf, type Fact, isRange } from '../../../src/model/fact.ts';
import { type TextCheck, textFinding } from './text-finding.ts';

/** What is aimed at begins at its lower end. Losses and declines may be told either way. */
export const ranges: TextCheck = function* (document, _, { factsAt }) {
  for (const line of document.lines.keys()) {
    const facts = factsAt(document.id, line + 1);
    for (const [i, from] of facts.entries()) {
      const to = facts[i + 1];
      if (!to || !isRange(from, to) || !areGains(from, to)) continue;
      const isReversed = amountOf(from) > amountOf(to);
      const [first, last] = isReversed ? [to, from] : [from, to];
      yield textFinding(document, {
        rule: 'range-ends',
        verdict: isReversed ? 'slip' : 'exact',
        line: line + 1,
        column: from.column,
        expected: `${first.raw} to ${last.raw}`,
        actual: `${from.raw} to ${to.raw}`,
        message: isReversed
          ? `The range in line ${line + 1} begins at ${from.raw}, which is more than its end, ${to.raw}.`
          : `The range in line ${line + 1} begins at its lower end.`,
        facts: [from, to],
      });
    }
  }
};

const areGains = (from: Fact, to: Fact): boolean =>
  from.basis === 'target' && amountOf(from) > 0 && amountOf(to) > 0;
