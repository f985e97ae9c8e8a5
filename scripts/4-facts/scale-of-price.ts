import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';

/** Heads and labels of an amount for each of a thing. */
const OF_PRICE = /\b(?:asp|arpu|adr|revpa[a-z]|averages?|avg\.?|prices?|rents?|per)\b/iu;

export const isPrice = (words: string): boolean => OF_PRICE.test(words);

/** What one of many costs or brings, where it is printed to the cent: told in full, whatever the table is in. */
const OF_ONE =
  /\b(?:asp|arp[au]|adr|(?:t?rev|gop)pa[a-z]|(?:daily|hourly|day|room|rental|charter) rates?|prices?|rents?|fares?|tickets?)\b/iu;
export const isToTheCent = (label: string, places: number | undefined): boolean =>
  places === 2 && OF_ONE.test(label) && !/thousand|million|['’]?000/i.test(label);

/** Half a unit of the last place of the price, and a little for that of the amount. */
const SLACK = 1.2;

/**
 * The power of ten by which a price is printed smaller than it is, as an amount and a count of its row show: 405,100 in
 * thousands for 901 homes make 449.6 in thousands each. Undefined where no two figures of the row make the price.
 */
export function scaleByQuotient(
  row: ReadRow,
  price: ReadColumn,
  columns: readonly ReadColumn[],
  scale: number,
): number | undefined {
  const beside = columns.filter(
    (one) =>
      one !== price &&
      one.period === price.period &&
      one.basis === price.basis &&
      !isPrice(one.header.join(' ')),
  );
  const numberIn = ({ cell }: ReadColumn) => {
    const token = row.row.cells.find(({ column }) => column === cell)?.figures[0]?.token;
    return token && { value: Number(token.digits), half: 0.5 * 10 ** -token.places };
  };
  const told = numberIn(price);
  if (!told || told.value === 0) return undefined;
  const meets = (power: number): boolean =>
    beside.some((amount) =>
      beside.some((count) => {
        const [a, n] = [numberIn(amount), numberIn(count)];
        if (amount === count || !a || !n || n.half !== 0.5 || n.value <= 0 || count.isMoney) return false;
        const made = (a.value * 10 ** (scale - power)) / n.value;
        return (
          Math.abs(made - told.value) <= SLACK * (told.half + (a.half * 10 ** (scale - power)) / n.value)
        );
      }),
    );
  return [scale, 0].find(meets);
}
