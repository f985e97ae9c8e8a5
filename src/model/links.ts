import type { Fact } from './fact.ts';

/**
 * Base path of the site with a slash at both ends, as the build program and `astro.config.mjs` take it from the
 * environment. Not Astro's `BASE_URL`, which a variable of that name in the user's environment would replace.
 */
function base(): string {
  const { TIEOUT_BASE = '/' } = process.env;
  return TIEOUT_BASE.replace(/\/*$/, '/');
}

/** Address of a page or file of the site, given its path without the base: `iij/fy2012/`. */
export const linkTo = (path: string): string => `${base()}${path}`;

export const linkToIssuer = (issuer: string): string => linkTo(`${issuer}/`);
export const linkToPeriod = (issuer: string, slug: string): string => linkTo(`${issuer}/${slug}/`);
export const linkToDocument = (issuer: string, document: string): string =>
  linkTo(`${issuer}/documents/${document}/`);
export const linkToLine = (issuer: string, document: string, line: number): string =>
  `${linkToDocument(issuer, document)}#${lineId(line)}`;
export const linkToData = (file = ''): string => linkTo(`data/${file}`);

/** Where a printed fact stands: its cell in a table, its line in prose. A derived fact stands nowhere. */
export const linkToFact = (fact: Fact): string =>
  `${linkToDocument(fact.issuer, fact.document)}#${fact.cell === null ? lineId(fact.line) : cellId(fact.line, fact.cell)}`;

/** Fragments of a document page: a line, a field of it, a number in prose. */
export const lineId = (line: number): string => `L${line}`;
export const cellId = (line: number, cell: number): string => `L${line}.${cell}`;
export const placeId = (line: number, column: number): string => `L${line}@${column}`;
