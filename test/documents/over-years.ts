import type { SourceText } from '../../src/model/corpus.ts';
import { textOf, textSource } from '../text-source.ts';

/** Years that a release and its comparatives speak of: moved by as many, no two tell one year. */
const STEP = 2;

/** As many releases of one issuer as asked for: its own moved by years, half of them back, half of them ahead. */
export function overYears(sources: readonly SourceText[], count: number): SourceText[] {
  const moves = Math.ceil(count / sources.length);
  const first = -STEP * Math.floor(moves / 2);
  const moved = Array.from({ length: moves }, (_, move) =>
    sources.map((source) => movedBy(source, first + STEP * move)),
  );
  return moved.flat().slice(0, count);
}

/** A release and its comparatives as if they had been so many years later. */
export const movedBy = (source: SourceText, years: number): SourceText =>
  textSource(source.issuer, later(source.name, years), later(textOf(source), years));

/** A text as if all of it had happened so many years later. */
export const later = (text: string, years: number): string =>
  text
    .replace(/(?<![\d,.=]|=-)(?:19[5-9]|20[0-5])\d(?!\d|[,.]\d)/g, (year) => String(Number(year) + years))
    .replace(
      /\b([1-4]Q|[12]H|FY)(\d\d)\b(?!\d)/g,
      (_, part: string, year: string) => part + String((Number(year) + years + 100) % 100).padStart(2, '0'),
    );
