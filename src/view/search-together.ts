import { type Site, site, type View, viewIssuers } from '../data/index.ts';
import { linkTo, linkToIssuer } from '../model/links.ts';
import { rememberLast } from '../model/remember.ts';
import {
  firstLetters,
  LEADING_DIGITS,
  type SearchedDigits,
  type SearchedIssuers,
  type SearchedName,
  splitWords,
} from '../model/searched.ts';
import { sharedMeasures } from './across-issuers.ts';
import { searchedNames, searchedNumbers } from './search.ts';

/** Whether the site has one search over all of its issuers. */
export const isSearchedTogether = (): boolean =>
  site().issuers.length > 1 && !site().settings.withoutPages.includes('search');

/** What issuers are called, by their addresses. */
export const searchedIssuers = (): SearchedIssuers =>
  Object.fromEntries(viewIssuers(SEARCHED).map(({ slug, shortName }) => [slug, shortName]));

/** Every name of every issuer, by the first letters of each of its words: a query reads the files of its words. */
export const searchedWords = (): ReadonlyMap<string, readonly SearchedName[]> => wordsOf(site());

const wordsOf = rememberLast((_: Site): ReadonlyMap<string, readonly SearchedName[]> => {
  const files = new Map<string, SearchedName[]>();
  const comparisons = sharedMeasures().map(
    ({ concept, label }): SearchedName => ({
      kind: 'comparison',
      title: label,
      names: concept,
      href: linkTo(`measures/${encodeURIComponent(concept)}/`),
    }),
  );
  for (const name of [...comparisons, ...viewIssuers(SEARCHED).flatMap(({ names }) => names)])
    for (const file of new Set(splitWords(`${name.title} ${name.names}`).map(firstLetters)))
      files.set(file, [...(files.get(file) ?? []), name]);
  return files;
});

/** Which issuers have a figure of which digits, by the digits with which it begins. */
export const searchedDigits = (): ReadonlyMap<string, SearchedDigits> => digitsOf(site());

const digitsOf = rememberLast((_: Site): ReadonlyMap<string, SearchedDigits> => {
  const files = new Map<string, Record<string, string[]>>();
  for (const { slug, digits } of viewIssuers(SEARCHED))
    for (const one of digits) {
      const file = one.slice(0, LEADING_DIGITS);
      const found = files.get(file) ?? {};
      found[one] = [...(found[one] ?? []), slug];
      files.set(file, found);
    }
  return files;
});

/** What the search over all issuers needs of each. */
const SEARCHED: View<{
  readonly slug: string;
  readonly shortName: string;
  readonly names: readonly SearchedName[];
  readonly digits: readonly string[];
}> = {
  name: 'searched',
  make: (issuer) => {
    const { slug, name, shortName, listings } = issuer.record;
    const itself = {
      title: shortName,
      names: [name, slug, ...listings].join('; '),
      href: linkToIssuer(slug),
    };
    return {
      slug,
      shortName,
      names: [
        { kind: 'issuer', ...itself },
        ...searchedNames(issuer).map((one) => ({ ...one, of: shortName })),
      ],
      digits: [...searchedNumbers(issuer).values()].flatMap((numbers) => Object.keys(numbers)),
    };
  },
};
