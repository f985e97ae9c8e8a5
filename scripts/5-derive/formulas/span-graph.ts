import { halfWidth } from '../../../src/model/quantity.ts';
import type { Known } from '../book.ts';

/** A span whose amount is known: between two days, forwards. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly known: Known;
}

export interface Step {
  readonly edge: Edge;
  readonly weight: 1 | -1;
}

interface Turn {
  readonly to: string;
  readonly cost: number;
  readonly step: Step;
}

/** Known spans as a graph of days, looked through from one day only as far as it takes to reach another. */
export class SpanGraph {
  readonly #turns = new Map<string, Turn[]>();
  /** A day nearer to the one that stands for all that hang together. */
  readonly #towards = new Map<string, string>();

  constructor(edges: readonly Edge[] = []) {
    for (const edge of edges) this.add(edge);
  }

  add(edge: Edge): void {
    const { from, to, known } = edge;
    const cost = halfWidth(known.interval) + 1;
    this.#turnsAt(from).push({ to, cost, step: { edge, weight: 1 } });
    if (from !== to) this.#turnsAt(to).push({ to: from, cost, step: { edge, weight: -1 } });
    const [a, b] = [this.#standIn(from), this.#standIn(to)];
    if (a !== b) this.#towards.set(a, b);
  }

  /** The way from one day to another over the fewest spans, then the most precise ones. */
  findWay(from: string, to: string): readonly Step[] | undefined {
    if (from === to || this.#standIn(from) !== this.#standIn(to)) return undefined;
    const best = new Map<string, { readonly cost: number; readonly steps: readonly Step[] }>([
      [from, { cost: 0, steps: [] }],
    ]);
    const queue = [from];
    for (const day of queue) {
      const here = best.get(day);
      if (!here) continue;
      const most = best.get(to)?.cost ?? Number.POSITIVE_INFINITY;
      for (const turn of this.#turns.get(day) ?? []) {
        const cost = here.cost + turn.cost;
        if (cost >= most || cost >= (best.get(turn.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        best.set(turn.to, { cost, steps: [...here.steps, turn.step] });
        queue.push(turn.to);
      }
    }
    return best.get(to)?.steps;
  }

  #turnsAt(day: string): Turn[] {
    const known = this.#turns.get(day) ?? [];
    this.#turns.set(day, known);
    return known;
  }

  #standIn(day: string): string {
    let found = day;
    for (let next = this.#towards.get(found); next !== undefined; next = this.#towards.get(found)) {
      const after = this.#towards.get(next);
      if (after !== undefined) this.#towards.set(found, after);
      found = next;
    }
    return found;
  }
}
