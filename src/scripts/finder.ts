import MiniSearch from 'minisearch';
import type { InspectedMeasure } from '../model/inspected.ts';
import { findMostFrequent } from '../model/most-frequent.ts';
import {
  LEADING_DIGITS,
  type SearchedName,
  type SearchedNumber,
  type SearchedNumbers,
  significantDigits,
} from '../model/searched.ts';

/** Reads a file of the site; nothing where there is none. */
export type ReadFile = <T>(file: string) => Promise<T | undefined>;

/** What a query found, best first. */
export interface FoundEntry {
  readonly figures: readonly SearchedNumber[];
  readonly names: readonly SearchedName[];
}

/** Results of one kind that are shown. */
const MOST = 20;
/** Measures of a query that are looked into for its period. */
const MEASURES = 6;

/** Finds figures by their digits, pages by their names, and the figures of a measure in a period. */
export class Finder {
  readonly #issuer: string;
  readonly #read: ReadFile;
  #names:
    | Promise<{ readonly index: MiniSearch<SearchedName>; readonly list: readonly SearchedName[] }>
    | undefined;

  constructor(issuer: string, read: ReadFile) {
    this.#issuer = issuer;
    this.#read = read;
  }

  async find(query: string): Promise<FoundEntry> {
    const numbers = await this.#findNumbers(query);
    this.#names ??= this.#readNames();
    const { index, list } = await this.#names;
    const words = query.split(/\s+/);
    const period = list.find(
      ({ kind, title }) =>
        kind === 'period' && words.some((word) => word.toLowerCase() === title.toLowerCase()),
    );
    const rest = period
      ? words.filter((word) => word.toLowerCase() !== period.title.toLowerCase()).join(' ')
      : query;
    const names = rest === '' ? [] : index.search(rest).map(({ id }) => list[id as number] as SearchedName);
    const figures = period && rest !== '' ? await this.#findInPeriod(names, period.title) : [];
    return {
      figures: [...figures, ...numbers].slice(0, MOST),
      names: [...(period ? [period] : []), ...names.filter((name) => name !== period)].slice(0, MOST),
    };
  }

  async #readNames() {
    const list = (await this.#read<SearchedName[]>(`${this.#issuer}/search/names.json`)) ?? [];
    const index = new MiniSearch<SearchedName>({
      fields: ['title', 'names'],
      searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
    });
    index.addAll(list.map((name, id) => ({ ...name, id })));
    return { index, list };
  }

  /** Of a query that is a number: figures with its digits, those printed as it is first. */
  async #findNumbers(query: string): Promise<SearchedNumber[]> {
    if (!/^[^\p{L}]*\d[^\p{L}]*$/u.test(query)) return [];
    const digits = significantDigits(query);
    if (digits === '') return [];
    const files =
      digits.length < LEADING_DIGITS
        ? [digits, ...Array.from({ length: 9 }, (_, next) => `${digits}${next + 1}`)]
        : [digits.slice(0, LEADING_DIGITS)];
    const read = await Promise.all(
      files.map((file) => this.#read<SearchedNumbers>(`${this.#issuer}/search/${file}.json`)),
    );
    return read
      .flatMap((numbers) => Object.entries(numbers ?? {}))
      .filter(([key]) => key.startsWith(digits))
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .flatMap(([, list]) => list)
      .sort((a, b) => Number(b.printed === query) - Number(a.printed === query));
  }

  async #findInPeriod(names: readonly SearchedName[], period: string): Promise<SearchedNumber[]> {
    const measures = names.filter(({ kind }) => kind === 'measure').slice(0, MEASURES);
    const found = await Promise.all(
      measures.map(async ({ title, file = '' }) => {
        const measure = await this.#read<InspectedMeasure>(`${file}.json`);
        const all = Object.values(measure?.figures ?? {});
        const main = findMostFrequent(all.map(({ unit }) => readCurrency(unit)));
        const weigh = ({ text, unit }: SearchedNumber) =>
          2 * Number(text.endsWith(`, ${period}`)) + Number(readCurrency(unit) === main);
        const figures = all.flatMap((figure): SearchedNumber[] => {
          const { is = '', stated = [] } = measure?.facts[figure.fact] ?? {};
          const isMeant = is === period || is.startsWith(`${period},`);
          const isBest = measure?.figures[stated[0] ?? ''] === figure;
          return isMeant && isBest
            ? [{ ...figure, text: `${title}, ${is}`, unit: figure.unit ?? '', measure: file }]
            : [];
        });
        return figures.sort((a, b) => weigh(b) - weigh(a));
      }),
    );
    return found.flat();
  }
}

/** `JPY` of `JPY millions`. */
const readCurrency = (unit = ''): string => unit.split(' ', 1)[0] ?? '';
