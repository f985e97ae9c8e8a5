import type { Printed } from '../../../src/model/fact.ts';
import type { NumberTag, RawDocument } from '../../1-read/raw-document.ts';
import type { Departure } from '../../3-context/departures.ts';
import { offsetAt } from '../../grammar/numbers.ts';
import type { UntoldFigure } from '../untold.ts';
import { findAgainstReading } from './against-reading.ts';
import { findContradictions } from './contradictions.ts';
import { type Around, printedFact } from './printed-fact.ts';
import { basisOfTag, periodOfTag, taggedConcept, taggedDimensions } from './tagged-measure.ts';
import { taggedValue } from './tagged-value.ts';

/**
 * What the tags of a document say of its numbers, which outranks whatever else does: measure, period, unit, scale, sign
 * and part. A tag that contradicts what is printed leaves the amount or the period as it was read, and is told.
 */
export class TagEvidence {
  readonly #lines: readonly string[];
  readonly #byLine: ReadonlyMap<number, readonly NumberTag[]>;
  readonly #contradicting: Map<NumberTag, Departure>;
  readonly #unused: Set<NumberTag>;
  readonly #settled = new Map<string, Printed>();

  constructor({ tags = [], lines }: RawDocument) {
    this.#lines = lines;
    this.#byLine = Map.groupBy(tags, ({ line }) => line);
    this.#contradicting = findContradictions(tags, lines);
    this.#unused = new Set(tags);
  }

  get departures(): Departure[] {
    return [...this.#contradicting.values()];
  }

  /** Facts whose numbers are tagged as the tags have them. Of facts made of one number there are as many as it has tags. */
  settle(facts: readonly Printed[]): Printed[] {
    if (this.#byLine.size === 0) return [...facts];
    const met = new Map<string, number>();
    return facts.flatMap((fact): Printed[] => {
      const tags = this.#tagsOn(fact);
      if (tags.length === 0 || fact.stated) return [fact];
      const key = `${fact.line}:${fact.column}`;
      const nth = met.get(key) ?? 0;
      met.set(key, nth + 1);
      const tag = tags[nth];
      return tag ? [this.#withTag(fact, tag)] : [];
    });
  }

  /** Facts of tagged numbers that are none of the facts given. */
  unreadFacts(facts: readonly Printed[], around: Around): Printed[] {
    const ids = new Set(facts.map(({ id }) => id));
    return [...this.#unused].flatMap((tag): Printed[] => {
      if (this.#contradicting.has(tag)) return [];
      const printed = printedFact(tag, this.#lines, around);
      let n = 1;
      while (ids.has(`${printed.id}:${n}`)) n++;
      const id = `${printed.id}:${n}`;
      ids.add(id);
      return [this.#withTag({ ...printed, id }, tag)];
    });
  }

  /** Facts as their tags have them, whatever has been made of them since. */
  hold(facts: readonly Printed[]): Printed[] {
    return facts.map((fact) => this.#settled.get(fact.id) ?? fact);
  }

  /** Figures that no tag has made facts. */
  stillUntold(untold: readonly UntoldFigure[]): UntoldFigure[] {
    const byLine = Map.groupBy(this.#settled.values(), ({ line }) => line);
    return untold.filter(
      ({ line, column, text }) =>
        !byLine
          .get(line)
          ?.some((fact) => fact.column < column + text.length && fact.column + fact.raw.length > column),
    );
  }

  #tagsOn({ line, column, raw }: Printed): NumberTag[] {
    const tags = this.#byLine.get(line) ?? [];
    if (tags.length === 0) return [];
    const start = offsetAt(this.#lines[line - 1] ?? '', column);
    return tags.filter((tag) => tag.start < start + Math.max(1, raw.length) && tag.end > start);
  }

  #withTag(fact: Printed, tag: NumberTag): Printed {
    const against = this.#contradicting.has(tag) ? undefined : findAgainstReading(tag, fact);
    if (against) this.#contradicting.set(tag, against.departure);
    const settled: Printed = {
      ...fact,
      concept: taggedConcept(tag),
      aspect: tag.unit === 'percent' ? 'ratio' : 'amount',
      basis: basisOfTag(tag),
      dimensions: taggedDimensions(tag),
      period: against?.isOfPeriod ? fact.period : periodOfTag(tag),
      compared: '',
      unit: tag.unit || fact.unit,
      ...(this.#contradicting.has(tag) ? {} : taggedValue(tag, fact.raw)),
      doubt: '',
    };
    this.#unused.delete(tag);
    this.#settled.set(settled.id, settled);
    return settled;
  }
}
