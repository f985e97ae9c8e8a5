import { findMember, makeMemberId } from '../../../src/concepts/vocabulary.ts';
import type { Printed } from '../../../src/model/fact.ts';
import type { OutlineText } from '../../1-read/outline-block.ts';
import type { Part } from './part.ts';

/** `Alder Solutions – Designs and makes presses …`, `America: Revenue up 7.0%:` over the bullets of that part of the business. */
const LEAD =
  /^\W*((?:\p{Lu}[\p{L}\p{N}&’'/.-]*|and|&|of)(?:\s(?:\p{Lu}[\p{L}\p{N}&’'/.-]*|and|&|of)){0,5})\s*(?:[-–—]\s|:\s*$|:\s.*:\s*$)/u;

/** Paragraphs that open with the name of a part, which the bullets below them are of. */
export class PartLeads {
  readonly #parts: readonly Part[];
  readonly #labels: ReadonlySet<string>;
  #lead: Part | undefined;
  #section = '';

  constructor(parts: readonly Part[], tables: readonly Printed[]) {
    this.#parts = parts;
    this.#labels = new Set(tables.map(({ label }) => label));
  }

  /** The part that a block is of by the last such paragraph of its section; undefined for none. */
  partOf({ kind, section }: OutlineText, text: string): Part | undefined {
    const path = section.join('\n');
    if (path !== this.#section) this.#lead = undefined;
    this.#section = path;
    if (kind === 'listItem' || /^\W*\p{Ll}/u.test(text)) return this.#lead;
    const name = LEAD.exec(text)?.[1];
    const found = name && this.#named(name);
    if (found) this.#lead = found;
    return undefined;
  }

  /** One that tables tell apart, or whose name stands before a row of theirs. */
  #named(name: string): Part | undefined {
    const known = this.#parts.find((part) => part.name === name);
    if (known) return known;
    return this.#labels.has(name)
      ? { name, member: findMember('segment', name)?.id ?? makeMemberId(name) }
      : undefined;
  }
}
