import { halfUnit, type Printed, signedAmount } from '../../../../src/model/fact.ts';
import type { Figure } from '../figure.ts';

/** A row of a table, as sentences tell of it: everything stated on one line of the document. */
export interface FactRow {
  readonly line: number;
  readonly label: string;
  readonly facts: readonly Printed[];
}

/** What figures of a kind can be the same as: money is no rate, and an amount per share no amount. */
export type ValueFamily = 'money' | 'perShare' | 'percent' | 'points' | 'shares' | 'other';

interface Placed {
  readonly size: number;
  readonly fact: Printed;
  readonly row: FactRow;
}

/** Rows of a document's tables, found by the values that stand in them. */
export class FactRows {
  readonly #ofWhole: ReadonlySet<string>;
  readonly #bySize = new Map<ValueFamily, readonly Placed[]>();

  constructor(facts: readonly Printed[]) {
    this.#ofWhole = new Set(
      facts.flatMap(({ concept, dimensions, aspect }) =>
        dimensions === '' && aspect === 'amount' ? concept : [],
      ),
    );
    const placed = [...Map.groupBy(facts.filter(isStated), ({ line }) => line)].flatMap(([line, own]) => {
      const row = { line, label: own[0]?.label ?? '', facts: own };
      return own.map((fact): Placed => ({ size: Math.abs(signedAmount(fact)), fact, row }));
    });
    for (const [family, list] of Map.groupBy(placed, ({ fact }) => familyOfFact(fact)))
      this.#bySize.set(
        family,
        list.sort((a, b) => a.size - b.size),
      );
  }

  /** Whether a table has amounts of a measure for the whole. */
  hasMeasure(concept: string): boolean {
    return this.#ofWhole.has(concept);
  }

  /** Rows that state the number, whatever its sign. */
  rowsWith(figure: Figure): Set<FactRow> {
    const rows = new Set<FactRow>();
    const [size, half] = [figureSize(figure), figureHalfUnit(figure)];
    for (const family of valueFamilies(figure)) {
      const list = this.#bySize.get(family) ?? [];
      for (let at = firstFrom(list, size - COARSEST * half); at < list.length; at++) {
        const { fact, row } = list[at] as Placed;
        if (Math.abs(signedAmount(fact)) > size + COARSEST * half) break;
        if (isSameSize(figure, fact)) rows.add(row);
      }
    }
    return rows;
  }
}

/** A table may print fewer digits than a sentence; far fewer say nothing. */
const COARSEST = 11;

/** Dividends of one year are too much alike to be told apart by their digits. */
const isStated = ({ value, doubt, dimensions }: Printed): boolean =>
  value !== '' && doubt === '' && !dimensions.includes('payment=');

function firstFrom(list: readonly Placed[], size: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.size ?? 0) < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function familyOfFact({ unit }: Printed): ValueFamily {
  if (unit === 'percent' || unit === 'points') return unit;
  if (unit === 'shares' || unit === 'ADS') return 'shares';
  if (/^[A-Z]{3}$/.test(unit)) return 'money';
  return /^[A-Z]{3}\/(?:share|ADS)$/.test(unit) ? 'perShare' : 'other';
}

/** Small amounts of money are often per share without saying so. */
export function valueFamilies({ kind, scale }: Figure): readonly ValueFamily[] {
  if (kind === 'money') return scale > 0 ? ['money'] : ['money', 'perShare'];
  if (kind === 'count' || kind === 'bare' || kind === 'times') return ['other', 'shares'];
  return kind === 'perShare' || kind === 'percent' || kind === 'points' || kind === 'shares' ? [kind] : [];
}

export const figureSize = ({ digits, scale }: Figure): number => Number(`${digits}e${scale}`);

/** Half a unit of the last printed digit. */
export const figureHalfUnit = ({ places, scale }: Figure): number => 0.5 * 10 ** (scale - places);

/** The same number but for its sign, as far as the digits of both tell. */
export const isSameSize = (figure: Figure, fact: Printed): boolean =>
  Math.abs(figureSize(figure) - Math.abs(signedAmount(fact))) <=
  Math.max(figureHalfUnit(figure), Math.min(halfUnit(fact), COARSEST * figureHalfUnit(figure))) * (1 + 1e-9) +
    1e-12;

/** Digits that tell a number from others: without leading zeros, and without those that only fill up a whole number. */
export function countSignificant({ digits }: Figure): number {
  const plain = digits.includes('.') ? digits.replace('.', '') : digits.replace(/0+$/, '');
  return plain.replace(/^0+/, '').length;
}
