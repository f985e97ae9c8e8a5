import type { Printed } from '../../../src/model/fact.ts';
import { formatSpan } from '../../../src/model/format.ts';
import type { Period } from '../../../src/model/period.ts';
import { isSameFigure } from '../../../src/model/same-number.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { columnKey, findMisheaded } from './column-periods.ts';
import { type Conflict, figureMeasure, isAsLong, isTelling, tellingDigits } from './conflict.ts';
import { shownWords, type TextCheck } from './text-finding.ts';

const DIGITS = 3;
/** Figures of one passage that tables give for one other period; one will do beside another of its row. */
const FEWEST = 2;

/**
 * A sentence that names a period, and no other near, with figures that the tables give for one other period: the period
 * is the slip, not the figures.
 */
export const sentencePeriods: TextCheck = {
  rule: 'sentence-period',
  *compare(document, statements) {
    const { facts, misdated, calendar } = statements;
    const misheaded = new Set(findMisheaded(document, statements).map(({ place }) => place));
    const telling = [...facts, ...misdated].filter(
      (fact) => fact.document === document.id && isTelling(fact),
    );
    const tables = Map.groupBy(
      telling.filter(
        (fact) => fact.origin === 'table' && fact.doubt === '' && !misheaded.has(columnKey(fact)),
      ),
      figureMeasure,
    );
    const said = telling.filter((fact) => fact.origin === 'prose' && tellingDigits(fact) >= DIGITS);
    for (const [line, figures] of Map.groupBy(said, (fact) => fact.line)) {
      const found = figures.map((here) => ({
        here,
        ...readTies(here, tables.get(figureMeasure(here)) ?? []),
      }));
      const rows = new Set(found.filter(({ isOwn }) => isOwn).map(({ here }) => figureMeasure(here)));
      const against = found.flatMap(({ here, there }) => (there ? [{ here, there }] : []));
      for (const conflicts of Map.groupBy(against, ({ here }) => here.period).values()) {
        const [first] = conflicts;
        if (!first || new Set(conflicts.map(({ there }) => there.period)).size > 1) continue;
        if (conflicts.length < FEWEST && !rows.has(figureMeasure(first.here))) continue;
        if (namesOnly(line, first)) yield makeComparison(line, conflicts);
      }
    }

    /** The passage names the sentence's period, and the tables' nowhere. */
    function namesOnly(line: number, { here, there }: Conflict): boolean {
      const found = findPeriods(shownWords(document, [line, line]), calendar);
      const named = new Set(found.map(({ period }) => period));
      return named.has(here.period) && !named.has(there.period);
    }
  },
  example: {
    text: `Consolidated Statements of Income (Unaudited)

| | Fiscal Year Ended March 31, 2020 | Fiscal Year Ended March 31, 2021 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |
| Operating income | 10,317 | 11,908 |

Operating Results Summary

| | FY2019 | FY2020 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |
| Operating income | 10,317 | 11,908 |

For FY2020, total revenues were JPY 52,813 million and operating income was JPY 10,317 million.`,
    finds:
      'JPY 52,813 in line 23 is told of year to 31 March 2021; it is that of year to 31 March 2020, as in line 13.',
  },
};

/** Whether the tables give a figure for its own period, or else for which other. */
function readTies(
  here: Printed,
  figures: readonly Printed[],
): { readonly isOwn: boolean; readonly there: Printed | undefined } {
  const same = figures.filter((figure) => isSameFigure(here, figure) && isAsLong(here.period, figure.period));
  const isOwn = same.some(({ period }) => period === here.period);
  const periods = new Set<Period>(same.map(({ period }) => period));
  return { isOwn, there: isOwn || periods.size !== 1 ? undefined : same[0] };
}

function makeComparison(line: number, conflicts: readonly Conflict[]) {
  const [{ here, there }] = conflicts as [Conflict];
  const [own, other] = [formatSpan(here.period), formatSpan(there.period)];
  return {
    line,
    column: here.column,
    expected: other,
    actual: own,
    message: `${here.raw} in line ${line} is told of ${own}; it is that of ${other}, as in line ${there.line}.`,
    facts: conflicts.map((conflict) => conflict.here),
  };
}
