import { type Issuer, readIssuer, site, type View, viewRendered } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { rememberLast } from '../model/remember.ts';
import { listMeasurePages } from './measure-page.ts';
import { listMeasures, type MeasureView, makeMeasure } from './measures.ts';
import { listPeriodTables } from './period-tables.ts';
import { searchedNumbers } from './search.ts';

/** The parts of an address that a page's file leaves open, as in `[issuer]/[period]`. */
export type Params = Readonly<Record<string, string | undefined>>;

/** The pages of an issuer, by what they show. */
const PAGES = {
  issuer: () => [{}],
  search: () => unless('search', () => [{}]),
  period: ({ record }) => record.periods.map(({ slug }) => ({ period: slug })),
  tables: (issuer) =>
    unless('tables', () =>
      issuer.record.periods
        .filter((period) => listPeriodTables(issuer, period).length > 0)
        .map(({ slug }) => ({ period: slug })),
    ),
  document: ({ documents }) => documents.map(({ id }) => ({ document: id })),
  measure: (issuer) => listMeasures(issuer).map((concept) => ({ concept })),
  measurePage: (issuer) => listMeasurePages(issuer),
  numbers: (issuer) =>
    unless('search', () => [...searchedNumbers(issuer).keys()].map((digits) => ({ digits }))),
} satisfies Readonly<Record<string, (issuer: Issuer) => Params[]>>;

type Kind = keyof typeof PAGES;

/** Pages that the owner of the site may leave out. */
const unless = (kind: 'search' | 'tables', list: () => Params[]): Params[] =>
  site().settings.withoutPages.includes(kind) ? [] : list();

const ADDRESSES: View<Readonly<Record<string, { params: Record<string, string> }[]>>> = {
  name: 'addresses',
  make: (issuer) =>
    Object.fromEntries(
      Object.entries(PAGES).map(([kind, list]) => [
        kind,
        list(issuer).map((own) => ({ params: { issuer: issuer.record.slug, ...own } })),
      ]),
    ),
};

/** The addresses of the pages of one kind, of all issuers whose pages are rendered. */
export const listAddresses = (kind: Kind): { params: Record<string, string> }[] =>
  viewRendered(ADDRESSES).flatMap((pages) => pages[kind] ?? []);

/** What the address of a period's page names. */
export const readAddressedPeriod = ({
  issuer: slug,
  period: of,
}: Params): { issuer: Issuer; period: PeriodRecord } => {
  const issuer = readIssuer(slug);
  return { issuer, period: ensureFound(issuer.record.periods.find((period) => period.slug === of)) };
};

export const readAddressedDocument = ({
  issuer: slug,
  document: of,
}: Params): { issuer: Issuer; document: DocumentRecord } => {
  const issuer = readIssuer(slug);
  return { issuer, document: ensureFound(issuer.documents.find(({ id }) => id === of)) };
};

export const readMeasure = ({
  issuer: slug,
  concept = '',
}: Params): { issuer: Issuer; measure: MeasureView } => {
  const issuer = readIssuer(slug);
  return { issuer, measure: measureIn(issuer)(concept) };
};

/** The pages of a long measure are made in a row. */
const measureIn = rememberLast((issuer: Issuer) =>
  rememberLast((concept: string) => makeMeasure(issuer, concept)),
);

/** What an address names is there. */
export function ensureFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('there is no such page');
  return found;
}
