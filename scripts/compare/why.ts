import { factKey, isPrinted } from '../../src/model/fact.ts';
import { meets, printedQuantity } from '../../src/model/quantity.ts';
import type { Documents } from './documents.ts';
import { formatDocumentPath, type Output } from './output.ts';
import type { StatedFact } from './read-facts.ts';

/**
 * Why a published figure differs. `document`: another text is read than before. `restatement`: a later release states
 * another number. `reading`: the same text is understood in another way.
 */
export const REASONS = ['document', 'restatement', 'reading'] as const;
export type WhyChanged = (typeof REASONS)[number];

export interface Cause {
  readonly why: WhyChanged;
  /** For a reader, without an end. */
  readonly says: string;
}

/** A figure before and after; undefined where there is none. */
export type Pair = readonly [before: StatedFact | undefined, after: StatedFact | undefined];

/** Tells why figures differ, each in one sentence. */
export class Causes {
  readonly #before: ReadonlyMap<string, StatedFact>;
  readonly #after: ReadonlyMap<string, StatedFact>;
  readonly #documents: Documents;
  readonly #printed = new Map<string, Cause>();

  constructor(old: Output, now: Output, documents: Documents, differing: readonly Pair[]) {
    this.#before = byId(old);
    this.#after = byId(now);
    this.#documents = documents;
    for (const [before, after] of differing) {
      const fact = after ?? before;
      if (fact && isPrinted(fact)) this.#printed.set(factKey(fact), this.#causeOfPrinted(before, after));
    }
  }

  causeOf(before: StatedFact | undefined, after: StatedFact | undefined): Cause {
    const fact = after ?? before;
    if (!fact || isPrinted(fact)) return this.#causeOfPrinted(before, after);
    return this.#causeOfDerived(before, after);
  }

  #causeOfPrinted(before: StatedFact | undefined, after: StatedFact | undefined): Cause {
    if (!before) return after ? this.#causeOfNew(after) : sameText('it is read no more');
    if (!after) return this.#causeOfGone(before);
    const [from, to] = [formatDocumentPath(before), formatDocumentPath(after)];
    if (from === to) return this.#causeWithin(to, before, after);
    if (this.#documents.added.has(to)) return causeOfLater(to, before, after);
    return (
      this.#otherText([from, to]) ?? sameText(`${after.id} is taken for the best statement, not ${before.id}`)
    );
  }

  #causeWithin(document: string, before: StatedFact, after: StatedFact): Cause {
    const edited = this.#otherText([document]);
    if (edited) return edited;
    return before.id === after.id
      ? sameText(`${after.id} is read in another way`)
      : sameText(`${after.id} is taken for the best statement, not ${before.id}`);
  }

  #causeOfNew(after: StatedFact): Cause {
    const other = this.#before.get(after.id);
    const read = other ? `${after.id} was ${readAs(other)}` : `${after.id} was not read`;
    return this.#otherText([formatDocumentPath(after)]) ?? sameText(read);
  }

  #causeOfGone(before: StatedFact): Cause {
    const other = this.#after.get(before.id);
    const read = other ? `${before.id} is now ${readAs(other)}` : `${before.id} is read no more`;
    return this.#otherText([formatDocumentPath(before)]) ?? sameText(read);
  }

  /** What is worked out differs for the reason for which what it rests on does. */
  #causeOfDerived(before: StatedFact | undefined, after: StatedFact | undefined): Cause {
    const roots = [...this.#rootsOf(after, this.#after), ...this.#rootsOf(before, this.#before)];
    for (const root of roots) {
      const cause = this.#printed.get(factKey(root));
      if (cause) return { why: cause.why, says: `it rests on ${root.id}: ${cause.says}` };
    }
    return this.#otherText(roots.map(formatDocumentPath)) ?? sameText('it is worked out in another way');
  }

  #rootsOf(fact: StatedFact | undefined, facts: ReadonlyMap<string, StatedFact>): StatedFact[] {
    const found = new Set<StatedFact>();
    const waiting = fact ? [fact] : [];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      for (const id of isPrinted(next) ? [] : next.inputs)
        waiting.push(...[facts.get(id)].filter((one) => one !== undefined));
    }
    return [...found].filter(isPrinted);
  }

  /** That one of some documents is new, gone, or another text. */
  #otherText(paths: readonly string[]): Cause | undefined {
    const { added, removed, edited } = this.#documents;
    for (const path of paths) {
      if (added.has(path)) return { why: 'document', says: `${path} is new` };
      if (removed.has(path)) return { why: 'document', says: `${path} is gone` };
      if (edited.has(path)) return { why: 'document', says: `${path} has another text` };
    }
    return undefined;
  }
}

const causeOfLater = (document: string, before: StatedFact, after: StatedFact): Cause =>
  meets(printedQuantity(before), printedQuantity(after))
    ? { why: 'document', says: `${document} is new and states it to another digit` }
    : { why: 'restatement', says: `${document} is new and states another number than ${before.id}` };

const sameText = (says: string): Cause => ({ why: 'reading', says });

/** How a statement that counts as another figure, or as none, is read. */
const readAs = ({ doubt, concept, period, unit, dimensions, basis }: StatedFact): string =>
  doubt !== ''
    ? `unsure (${doubt.replace(/\.$/, '')})`
    : `read as ${[concept, dimensions, basis === 'target' ? basis : '', period, unit].filter(Boolean).join(', ')}`;

const byId = ({ facts }: Output): ReadonlyMap<string, StatedFact> =>
  new Map(facts.map((fact) => [fact.id, fact]));
