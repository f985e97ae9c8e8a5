import { conceptById } from '../../../../src/concepts/index.ts';
import { type Aspect, type Printed, parseDimensions, signedAmount } from '../../../../src/model/fact.ts';
import type { MeasureSearch } from '../measure-search.ts';
import type { Measure } from '../measures.ts';
import type { Statement } from '../statement.ts';
import type { Explained } from './explain-by-row.ts';
import { contentWords, shareOfWords } from './row-words.ts';

type Told = Pick<Statement, 'measure' | 'aspect' | 'periods' | 'compared' | 'polarity' | 'role' | 'tied'>;

/** What a table says of a figure of a sentence: everything but its own digits and qualifier. */
export function toldByTable(
  tied: Explained,
  { figure, role }: MeasureSearch,
  named: Measure | undefined,
): Told {
  const { fact, before } = tied;
  const aspect = decideAspect(tied);
  const isChange = aspect === 'change' || aspect === 'changePercent';
  const isNameless = !conceptById.has(fact.concept) && SAYS_NOTHING.test(fact.label.trim());
  const measure: Measure =
    isNameless && named?.concept
      ? { ...named, dimensions: parseDimensions(fact.dimensions) }
      : {
          concept: conceptById.get(fact.concept),
          id: fact.concept,
          label: named && isSameName(named, fact) ? named.label : fact.label,
          sense: 1,
          dimensions: parseDimensions(fact.dimensions),
          ...(named?.alternatives && { alternatives: named.alternatives }),
        };
  const isPrintedNegative = figure.isNegative !== (isChange && role.direction === -1);
  const own = before ? signedAmount(fact) - signedAmount(before) : signedAmount(fact);
  return {
    tied,
    measure,
    aspect,
    periods: [fact.period],
    compared: isChange ? (before?.period ?? fact.compared) : '',
    polarity: own !== 0 && own < 0 !== isPrintedNegative && !measure.concept?.nonNegative ? -1 : 1,
    role: isChange ? { ...role, name: 'change' } : role,
  };
}

/** `Total` of a table whose measure no words name: the sentence names it. */
const SAYS_NOTHING = /^(?:grand |sub)?(?:total)?$/i;

/** Words of the sentence name the line as the table does, or the measure by another name. */
const isSameName = ({ id, label }: Measure, fact: Printed): boolean =>
  id === fact.concept || shareOfWords(fact.label, contentWords(label)) > 1 / 2;

function decideAspect({ fact, how }: Explained): Aspect {
  if (how === 'change') return 'changePercent';
  return how === 'difference' ? 'change' : fact.aspect;
}

/** The unit in which the figure is told: a change of percentages is in points. */
export function unitTold({ fact, how }: Explained): string {
  if (how === 'change') return 'percent';
  return how === 'difference' && fact.unit === 'percent' ? 'points' : fact.unit;
}
