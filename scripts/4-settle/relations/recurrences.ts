import type { FigureRow, FigureTable, TableFigure } from './figures.ts';
import type { DigitRelation } from './relation.ts';

/** Digits with which an equal figure under an equal label is the same one, and with which it supports that. */
const ENOUGH = 4;
const FEWEST = 3;
/** A figure that stands under one label in more tables than this is compared with the first of them. */
const MOST = 12;

interface Place {
  readonly table: number;
  readonly row: FigureRow;
  readonly figure: TableFigure;
}

/**
 * The same digits under the same label in another table, or the same rounded to fewer: it bears out measure and period,
 * not the part of the company that they are of.
 */
export function recurrences(tables: readonly FigureTable[]): DigitRelation[] {
  const places = new Map<string, Place[]>();
  tables.forEach(({ rows }, table) => {
    for (const row of rows) {
      if (row.label === '') continue;
      for (const figure of row.figures) {
        if (figure?.kind !== 'amount' || figure.digits.length < FEWEST) continue;
        const key = `${row.label}|${figure.digits.slice(0, FEWEST - 1)}`;
        const list = places.get(key);
        if (list) list.push({ table, row, figure });
        else places.set(key, [{ table, row, figure }]);
      }
    }
  });
  return [...places.values()].flatMap(recurrencesAmong);
}

function recurrencesAmong(places: readonly Place[]): DigitRelation[] {
  return places.flatMap((place, i) => {
    const others = places.slice(0, i).filter(({ table }) => table !== place.table);
    return others.slice(0, MOST).flatMap(({ figure }): DigitRelation[] => {
      const digits = sharedDigits(place.figure.digits, figure.digits);
      if (digits < FEWEST) return [];
      return [
        {
          kind: 'recurrence',
          strength: digits >= ENOUGH ? 'strong' : 'weak',
          instances: [
            {
              result: place.figure,
              terms: [figure],
              weights: [],
              expected: place.figure.value,
              outcome: 'exact',
            },
          ],
        },
      ];
    });
  });
}

/** How many digits two figures share to the last of the shorter, the longer rounded to it; 0 where they differ. */
function sharedDigits(a: string, b: string): number {
  if (a === b) return a.length;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length) return 0;
  const cut = Number(long.slice(0, short.length)) + (Number(long[short.length]) >= 5 ? 1 : 0);
  return String(cut) === short ? short.length : 0;
}
