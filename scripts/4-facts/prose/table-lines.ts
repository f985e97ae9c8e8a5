import { conceptById } from '../../../src/concepts/index.ts';
import type { Printed } from '../../../src/model/fact.ts';
import type { Figure } from './figure.ts';
import { bagOf } from './measure-index.ts';

const SALES = 'SalesRevenueNet';

/** What the tables call a line, and its kind of unit. */
interface Line {
  readonly concept: string;
  readonly isRate: boolean;
}

/** Lines of tables that the vocabulary does not know, by their words; sentences tell of them under the same names. */
export class TableLines {
  readonly #lines = new Map<string, Line[]>();

  /** The label of sales that are not the revenue. */
  readonly #sales: string | undefined;

  constructor(facts: readonly Printed[]) {
    this.#sales = facts.find(({ concept }) => concept === SALES)?.label.toLowerCase();
    const seen = new Set<string>();
    for (const { concept, label, unit, aspect, dimensions } of facts) {
      if (conceptById.has(concept) || dimensions !== '' || (aspect !== 'amount' && aspect !== 'ratio'))
        continue;
      const isRate = unit === 'percent' || unit === 'points';
      const key = `${bagOf(bareName(label))}|${isRate}`;
      if (seen.has(`${key}|${concept}`)) continue;
      seen.add(`${key}|${concept}`);
      const lines = this.#lines.get(bagOf(bareName(label)));
      if (lines) lines.push({ concept, isRate });
      else this.#lines.set(bagOf(bareName(label)), [{ concept, isRate }]);
    }
  }

  /** The id of sales to which the tables add other revenue, where a phrase names them. */
  salesIn = (phrase: string): string | undefined =>
    this.#sales !== undefined && phrase.toLowerCase().startsWith(this.#sales) ? SALES : undefined;

  /** The id of the one line that a phrase names and that a figure of this kind can be of. */
  find(phrase: string, { kind }: Figure, isChange: boolean): string | undefined {
    const lines = this.#lines.get(bagOf(bareName(phrase))) ?? [];
    const isRate = kind === 'percent' || kind === 'points';
    const fitting = lines.filter((line) => line.isRate === isRate || (isChange && kind === 'percent'));
    const [only, ...others] = new Set(fitting.map(({ concept }) => concept));
    return others.length === 0 ? only : undefined;
  }
}

/** The label without units, marks and remarks in parentheses or behind a comma. */
const bareName = (label: string): string =>
  label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/,\s*[^,]*$/, '')
    .replace(/\s+in\s+%$|[%*]/g, ' ')
    .trim();
