import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edge, SpanGraph } from '../../scripts/5-derive/formulas/span-graph.ts';
import { between } from '../../src/model/quantity.ts';

const DAYS = 12;

const edgeOf = ([from, length, half]: readonly [number, number, number]): Edge =>
  ({ from: nameOf(from), to: nameOf(from + length), known: { interval: between(-half, half) } }) as Edge;
const nameOf = (day: number): string => `2000-01-${String(day).padStart(2, '0')}`;

const edges = fc
  .array(fc.tuple(fc.integer({ min: 1, max: DAYS }), fc.integer({ min: 1, max: 3 }), fc.nat(3)), {
    maxLength: 14,
  })
  .map((list) => list.map(edgeOf));

/** What the cheapest way costs, by letting every span shorten what is known until none does. */
function leastCost(all: readonly Edge[], from: string, to: string): number {
  const costs = new Map([[from, 0]]);
  const costAt = (day: string): number => costs.get(day) ?? Number.POSITIVE_INFINITY;
  for (let round = 0; round <= 2 * DAYS; round++)
    for (const edge of all) {
      const cost = costOf(edge);
      costs.set(edge.to, Math.min(costAt(edge.to), costAt(edge.from) + cost));
      costs.set(edge.from, Math.min(costAt(edge.from), costAt(edge.to) + cost));
    }
  return costAt(to);
}

const costOf = ({ known }: Edge): number => (known.interval.high - known.interval.low) / 2 + 1;

test('a way between two days is found wherever there is one, and none costs less', () => {
  fc.assert(
    fc.property(edges, fc.integer({ min: 1, max: DAYS }), fc.integer({ min: 1, max: DAYS }), (all, a, b) => {
      fc.pre(a !== b);
      const way = new SpanGraph(all).findWay(nameOf(a), nameOf(b));
      const cost = way?.reduce((sum, { edge }) => sum + costOf(edge), 0) ?? Number.POSITIVE_INFINITY;
      expect(cost).toBeCloseTo(leastCost(all, nameOf(a), nameOf(b)), 9);
      let day = nameOf(a);
      for (const { edge, weight } of way ?? []) {
        expect(day).toBe(weight === 1 ? edge.from : edge.to);
        day = weight === 1 ? edge.to : edge.from;
      }
      if (way) expect(day).toBe(nameOf(b));
    }),
  );
});
