import MiniSearch from 'minisearch';
import type { InspectedMeasure } from '../model/inspected.ts';
import { findMostFrequent } from '../model/most-frequent.ts';
import {
  firstLetters,
  LEADING_DIGITS,
  type SearchedDigits,
  type SearchedIssuers,
  type SearchedName,
  type SearchedNumber,
  type SearchedNumbers,
  significantDigits,
  splitWords,
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
/** Issuers that are looked into for a number. */
const ISSUERS = 8;

/** What names are found in. */
interface Names {
  readonly index: MiniSearch<SearchedName>;
  readonly list: readonly SearchedName[];
}

/**
 * Finds figures by their digits, pages by their names, and the figures of a measure in a period: of one issuer, or of all
 * of a site, of whose files a query reads those of its words and of the issuers that have its number.
 */
export class Finder {
  readonly #issuer: string;
  readonly #read: ReadFile;
  #names: Promise<Names> | undefined;

  constructor(issuer: string, read: ReadFile) {
    this.#issuer = issuer;
    this.#read = read;
  }

  async find(query: string): Promise<FoundEntry> {
    const numbers = await this.#findNumbers(query);
    const { index, list } = await this.#readNames(query);
    const words = query.split(/\s+/);
    const periods = list.filter(
      ({ kind, title }) =>
        kind === 'period' && words.some((word) => word.toLowerCase() === title.toLowerCase()),
    );
    const [period] = periods;
    const rest = period
      ? words.filter((word) => word.toLowerCase() !== period.title.toLowerCase()).join(' ')
      : query;
    const names = rest === '' ? [] : index.search(rest).map(({ id }) => list[id as number] as SearchedName);
    const issuers = new Set(names.map(({ of }) => of));
    const meant = periods.filter(({ of }) => rest === '' || issuers.has(of));
    const figures = period && rest !== '' ? await this.#findInPeriod(names, meant) : [];
    /** What is called just so comes first, then what is of all issuers, then periods that the query names. */
    const rank = (name: SearchedName): number =>
      4 * Number(name.title.toLowerCase() !== rest.toLowerCase()) +
      (isOfAll(name) ? 0 : meant.includes(name) ? 1 : 2);
    return {
      figures: [...figures, ...numbers].slice(0, MOST),
      names: [...new Set([...meant, ...names])].sort((a, b) => rank(a) - rank(b)).slice(0, MOST),
    };
  }

  async #readNames(query: string): Promise<Names> {
    if (this.#issuer === '') return indexNames(await this.#readWords(query));
    this.#names ??= this.#read<SearchedName[]>(`${this.#issuer}/search/names.json`).then((list = []) =>
      indexNames(list),
    );
    return this.#names;
  }

  /** The names of all issuers that have a word which begins as one of the query does. */
  async #readWords(query: string): Promise<readonly SearchedName[]> {
    const files = new Set(splitWords(query).map(firstLetters));
    const read = await Promise.all(
      [...files].map((file) => this.#read<SearchedName[]>(`search/words/${file}.json`)),
    );
    const all = read.flatMap((list) => list ?? []);
    return [...new Map(all.map((name) => [`${name.kind} ${name.href}`, name])).values()];
  }

  /** Of a query that is a number: figures with its digits, those printed as it is first. */
  async #findNumbers(query: string): Promise<SearchedNumber[]> {
    if (!/^[^\p{L}]*\d[^\p{L}]*$/u.test(query)) return [];
    const digits = significantDigits(query);
    if (digits === '') return [];
    const read = this.#issuer === '' ? await this.#readAllNumbers(digits) : await this.#readNumbers(digits);
    return read
      .filter(([key]) => key.startsWith(digits))
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .flatMap(([, list]) => list)
      .sort((a, b) => Number(b.printed === query) - Number(a.printed === query));
  }

  async #readNumbers(digits: string, issuer = this.#issuer): Promise<Entry[]> {
    const read = await Promise.all(
      digitFiles(digits).map((file) => this.#read<SearchedNumbers>(`${issuer}/search/${file}.json`)),
    );
    return read.flatMap((numbers) => Object.entries(numbers ?? {}));
  }

  /** Of the issuers that have such a number, those first that have it to its last digit. */
  async #readAllNumbers(digits: string): Promise<Entry[]> {
    const [names = {}, ...files] = await Promise.all([
      this.#read<SearchedIssuers>('search/issuers.json'),
      ...digitFiles(digits).map((file) => this.#read<SearchedDigits>(`search/digits/${file}.json`)),
    ]);
    const found = files
      .flatMap((file) => Object.entries(file ?? {}))
      .filter(([key]) => key.startsWith(digits))
      .sort(([a], [b]) => a.length - b.length);
    const issuers = [...new Set(found.flatMap(([, slugs]) => slugs))].slice(0, ISSUERS);
    const read = await Promise.all(
      issuers.map(async (issuer) => {
        const numbers = await this.#readNumbers(digits, issuer);
        return numbers.map(
          ([key, list]): Entry => [
            key,
            list.map((one) => ({ ...one, text: `${names[issuer] ?? issuer}: ${one.text}` })),
          ],
        );
      }),
    );
    return read.flat();
  }

  /** Periods of one name, of the issuers whose measures are asked for. */
  async #findInPeriod(
    names: readonly SearchedName[],
    periods: readonly SearchedName[],
  ): Promise<SearchedNumber[]> {
    const [{ title: period } = { title: '' }] = periods;
    const measures = names
      .filter(({ kind, of }) => kind === 'measure' && periods.some((one) => one.of === of))
      .slice(0, MEASURES);
    const found = await Promise.all(
      measures.map(async ({ title, file = '', of }) => {
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
            ? [
                {
                  ...figure,
                  text: `${of ? `${of}: ` : ''}${title}, ${is}`,
                  unit: figure.unit ?? '',
                  measure: file,
                },
              ]
            : [];
        });
        return figures.sort((a, b) => weigh(b) - weigh(a));
      }),
    );
    /** The whole before its parts and variants, of whichever measure. */
    const isPlain = ({ text }: SearchedNumber): boolean => text.endsWith(`, ${period}`);
    return found.flat().sort((a, b) => Number(isPlain(b)) - Number(isPlain(a)));
  }
}

type Entry = [digits: string, numbers: readonly SearchedNumber[]];

function indexNames(list: readonly SearchedName[]): Names {
  const index = new MiniSearch<SearchedName>({
    fields: ['title', 'names', 'of'],
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  index.addAll(list.map((name, id) => ({ ...name, id })));
  return { index, list };
}

/** The files of the figures that begin with some digits. */
const digitFiles = (digits: string): readonly string[] =>
  digits.length < LEADING_DIGITS
    ? [digits, ...Array.from({ length: 9 }, (_, next) => `${digits}${next + 1}`)]
    : [digits.slice(0, LEADING_DIGITS)];

const isOfAll = ({ kind }: SearchedName): boolean => kind === 'issuer' || kind === 'comparison';

/** `JPY` of `JPY millions`. */
const readCurrency = (unit = ''): string => unit.split(' ', 1)[0] ?? '';
