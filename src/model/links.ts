import type { Fact } from './fact.ts';

/** Base path of the site with a slash at both ends; the site's build sets it, elsewhere it is the root. */
const BASE = (import.meta.env?.BASE_URL ?? '/').replace(/\/*$/, '/');

/** Address of a page or file of the site, given its path without the base: `iij/fy2012/`. */
export const linkTo = (path: string): string => `${BASE}${path}`;

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
