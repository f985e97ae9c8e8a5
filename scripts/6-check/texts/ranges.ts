import { areRangeEnds, type Printed, signedAmount } from '../../../src/model/fact.ts';
import type { TextCheck } from './text-finding.ts';

/** What is aimed at begins at its lower end. Losses and declines may be told either way. */
export const ranges: TextCheck = {
  rule: 'range-ends',
  *compare(document, _, { factsAt }) {
    for (const line of document.lines.keys()) {
      const facts = factsAt(document.id, line + 1);
      for (const [i, from] of facts.entries()) {
        const to = facts[i + 1] ?? factsAt(document.id, line + 2)[0];
        if (!to || !areRangeEnds(from, to) || !areGains(from, to)) continue;
        const isReversed = signedAmount(from) > signedAmount(to);
        const [first, last] = isReversed ? [to, from] : [from, to];
        yield {
          line: line + 1,
          column: from.column,
          expected: `${first.raw} to ${last.raw}`,
          actual: `${from.raw} to ${to.raw}`,
          message: isReversed
            ? `The range in line ${line + 1} begins at ${from.raw}, which is more than its end, ${to.raw}.`
            : `The range in line ${line + 1} begins at its lower end.`,
          facts: [from, to],
        };
      }
    }
  },
  example: {
    text: `For FY2021, Nordvik expects total revenues of JPY 63,000 million to JPY 60,000 million.`,
    finds: 'The range in line 9 begins at JPY 63,000, which is more than its end, JPY 60,000.',
  },
};

const areGains = (from: Printed, to: Printed): boolean =>
  from.basis === 'target' && signedAmount(from) > 0 && signedAmount(to) > 0;
