import { documentOf, type Fact } from './fact.ts';
import type { Finding } from './finding.ts';

/**
 * Base path of the site, put in here by `astro.config.mjs`; elsewhere there is none. Not Astro's `BASE_URL`, which a
 * variable of that name in the user's environment would replace.
 */
declare const SITE_BASE: string | undefined;
const BASE = (typeof SITE_BASE === 'undefined' ? '/' : SITE_BASE).replace(/\/*$/, '/');

/** An address of the site with its origin, where that is known. */
export const absolute = (path: string, origin: URL | undefined): string =>
  origin ? new URL(path, origin).href : path;

/** Address of a page or file of the site, given its path without the base: `iij/fy2012/`. */
export const linkTo = (path: string): string => `${BASE}${path}`;

export const linkToIssuer = (issuer: string): string => linkTo(`${issuer}/`);
export const linkToPeriod = (issuer: string, slug: string): string => linkTo(`${issuer}/${slug}/`);
/** The tables that concern a period, as their releases print them. */
export const linkToTables = (issuer: string, slug: string): string => `${linkToPeriod(issuer, slug)}tables/`;
export const linkToDocument = (issuer: string, document: string): string =>
  linkTo(`${issuer}/documents/${document}/`);
export const linkToLine = (issuer: string, document: string, line: number): string =>
  `${linkToDocument(issuer, document)}#${lineId(line)}`;
export const linkToData = (file = ''): string => linkTo(`data/${file}`);

/** A measure, or one of the pages over which its statements go. */
export const linkToMeasure = (issuer: string, concept: string, page = ''): string =>
  linkTo(`${issuer}/measures/${encodeURIComponent(concept)}/${page && `${page}/`}`);

const linkToStatements = (fact: Fact): string => linkToMeasure(fact.issuer, fact.concept, fact.page);

/** The checks of an issuer, or the findings of one of its documents. */
export const linkToChecks = (issuer: string, document = ''): string =>
  linkTo(`${issuer}/checks/${document && `${document}/`}`);
/** A finding on the page of its document; its id is the fragment. A check that passed has no place there. */
export const linkToFinding = ({ issuer, document, id }: Finding): string =>
  `${linkToChecks(issuer, document)}#${encodeURI(id)}`;

/** Where the inspector finds a figure: the file of its measure's page, below the base and without its ending. */
export const inspectedIn = (fact: Fact): string => fileOfMeasure(fact.issuer, fact.concept, fact.page);

export const fileOfMeasure = (issuer: string, concept: string, page = ''): string =>
  `${issuer}/measures/${encodeURIComponent(concept)}${page && `/${page}`}`;

/** What a printed number was read as: its row on the page of its measure. */
export const linkToStatement = (fact: Fact): string =>
  `${linkToStatements(fact)}#${encodeURI(statementId(fact))}`;

/** Fragment of a measure's page: a statement, by what its id says of its place; a derived one has a name of its own. */
export const statementId = (fact: Fact): string =>
  fact.origin === 'derived'
    ? derivedId(fact)
    : fact.id
        .slice(fact.id.indexOf('/') + 1)
        .replace('#', '/')
        .replaceAll(/\s/g, '_');

/** The names of the two figures that a change is worked out from; the second does not name their release again. */
export function statementPair(now: Fact, before: Fact): string {
  const [first, second, release] = [statementId(now), statementId(before), `${documentOf(now)}/`];
  return `${first} ${second.startsWith(release) ? second.slice(release.length) : second}`;
}

/** The same names, each in full; none of an empty text. */
export const readStatementPair = (pair: string): string[] =>
  (pair.match(/\S+/g) ?? []).map((id, _, [first = '']) =>
    id.includes('/') ? id : first.replace(/[^/]*$/, id),
  );

/** Where a fact stands: its cell in a table, its line in prose; how it was worked out where it is derived. */
export function linkToFact(fact: Fact): string {
  if (fact.origin === 'derived') return `${linkToStatements(fact)}#${derivedId(fact)}`;
  const { issuer, document, line, cell } = fact;
  return `${linkToDocument(issuer, document)}#${cell === null ? lineId(line) : cellId(line, cell)}`;
}

/** Fragment of a measure's page: the part of a derived fact's id that tells it from others of its measure. */
export const derivedId = ({ id }: Fact): string => id.slice(id.indexOf('#') + 1).replaceAll(/\s/g, '_');

/** Fragments of a document page: a line, a field of it, a number in prose. */
export const lineId = (line: number): string => `L${line}`;
export const cellId = (line: number, cell: number): string => `L${line}.${cell}`;
export const placeId = (line: number, column: number): string => `L${line}@${column}`;
