import type { Fact } from '../../../src/model/fact.ts';
import { type Interval, isBounded, minus, over, scaled } from '../../../src/model/interval.ts';
import { type Book, type Known, nameOf } from '../book.ts';
import type { Relation } from '../relation.ts';

/** Growth rates, changes and changes of ratios, each recomputed from the two numbers that it compares. */
export function changeRelations(book: Book): Relation[] {
  return book.facts.flatMap((target) => {
    if (target.aspect !== 'change' && (target.aspect !== 'changePercent' || target.value === '')) return [];
    const pair = comparedPair(book, target);
    if (!pair) return [];
    const [now, before] = pair;
    const expected = target.aspect === 'change' ? minus(now.interval, before.interval) : growth(now, before);
    if (!expected) return [];
    const inputs = [...now.inputs, ...before.inputs].filter((fact) => fact !== target);
    const words = `the change of ${nameOf(target.concept)} from one period to the other`;
    const rule = target.aspect === 'change' ? 'change' : 'growth';
    const relation: Relation = { rule, target, expected, inputs, words, asPrinted: false };
    if (rule === 'change' || !now.fact || !before.fact) return [relation];
    return [{ ...relation, again: growthAgain(now.fact, before.fact) }];
  });
}

const growthAgain =
  (now: Fact, before: Fact): NonNullable<Relation['again']> =>
  (intervalOf) =>
    growth({ interval: intervalOf(now) }, { interval: intervalOf(before) });

function comparedPair(
  book: Book,
  { concept, basis, dimensions, period, compared, unit, document, aspect }: Fact,
) {
  if (!compared) return undefined;
  const aspects = unit === 'points' ? (['ratio', 'amount'] as const) : (['amount'] as const);
  const units = unit === 'points' ? ['percent'] : aspect === 'change' ? [unit] : book.unitsOf(concept);
  for (const each of units.length > 0 ? units : [book.currency]) {
    for (const kind of aspects) {
      const subject = {
        concept,
        dimensions,
        unit: each,
        aspect: kind,
        ...(book.isTranslated(each) && { document }),
      };
      const now = book.find({ ...subject, period, basis });
      const before = book.find({ ...subject, period: compared, basis: 'reported' });
      if (now && before && isBounded(now.interval) && isBounded(before.interval))
        return [now, before] as const;
    }
  }
  return undefined;
}

/** In percent; undefined where the earlier number is not surely above zero. */
export function growth(now: Pick<Known, 'interval'>, before: Pick<Known, 'interval'>): Interval | undefined {
  if (before.interval.low <= 0) return undefined;
  const ends = [
    over({ low: now.interval.low, high: now.interval.low }, before.interval),
    over({ low: now.interval.high, high: now.interval.high }, before.interval),
  ];
  const [low, high] = ends;
  if (!low || !high) return undefined;
  return scaled({ low: Math.min(low.low, high.low) - 1, high: Math.max(low.high, high.high) - 1 }, 100);
}
