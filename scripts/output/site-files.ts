import type { IssuerData } from '../../src/model/corpus.ts';
import type { Edition, IssuerRecord } from '../../src/model/document.ts';
import { readingTextPath } from '../../src/model/originals.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/model/site-settings.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { datapackageFile, issuerDownloads, JOINED_FILES } from './data-files.ts';
import { digestInputs } from './inputs-digest.ts';
import type { OutputFile } from './output-file.ts';
import type { Hashes } from './receipt-json.ts';

/** Folder, below the site's data, of the files that the site offers for download. */
export const DOWNLOADS_FOLDER = 'public';
/** Where one of them stands in the site. */
export const downloadPath = (path: string): string | undefined =>
  path.startsWith(`${DOWNLOADS_FOLDER}/`) ? `data/${path.slice(DOWNLOADS_FOLDER.length + 1)}` : undefined;
/** Folder of what stands beside the pages of releases. */
export const ORIGINALS = 'originals';
/** Folder of what each issuer has in files of all issuers, until these are made; no issuer can have its name. */
export const SHARES = '.shares';

/** Path of an issuer's share of a joined file. */
export const sharePath = (issuer: string, name: string): string => `${SHARES}/${issuer}/${name}`;

/**
 * What the site is rendered from of one issuer, and its shares of the downloads of all. `src/data` checks and reads:
 *
 * - `<issuer>/replaced.json`, `facts.json`, `settled.json`, `findings.json`, `coverage.json`, `explanations.json`,
 *   `verification.json`, `highlights.json`
 * - `<issuer>/documents/<id>.json`
 */
export function* issuerFiles(data: IssuerData): Generator<OutputFile> {
  const { issuer, documents, replaced, facts, settled, findings, coverage } = data;
  const { explanations, verification, highlights } = data;
  const { slug } = issuer;
  yield [`${slug}/replaced.json`, [JSON.stringify(replaced)]];
  yield [`${slug}/facts.json`, formatArray(facts)];
  yield [`${slug}/settled.json`, formatArray(settled)];
  yield [`${slug}/findings.json`, formatArray(findings)];
  yield [`${slug}/coverage.json`, [JSON.stringify(coverage)]];
  yield [`${slug}/explanations.json`, formatArray(explanations)];
  yield [`${slug}/verification.json`, formatObject(verification)];
  yield [`${slug}/highlights.json`, [JSON.stringify(highlights)]];
  for (const document of documents) {
    yield [`${slug}/documents/${document.id}.json`, [JSON.stringify(document)]];
    if (document.isReadingTextOther)
      yield [`${ORIGINALS}/${readingTextPath(document)}`, formatLines(document.lines)];
  }
  for (const file of JOINED_FILES) yield [sharePath(slug, file.name), file.makeShare(data)];
}

/** The downloads of one issuer as they stand among what the site is rendered from. */
export function* downloadFiles(data: IssuerData): Generator<OutputFile> {
  for (const [path, content] of issuerDownloads(data)) yield [`${DOWNLOADS_FOLDER}/${path}`, content];
}

/** What is said of a site as a whole. */
export interface SiteWords {
  readonly edition: Edition;
  readonly settings?: SiteSettings | undefined;
  /** Hashes of its inputs where pages are to name them. */
  readonly inputs?: Hashes | undefined;
}

/**
 * What is made of all issuers once the files of each are there:
 *
 * - `site.json`: edition, slugs of the issuers, what the owner says of the site, the program and the hash of all inputs
 * - `<issuer>/issuer.json`
 * - `public/`: the downloads of all issuers, joined of their shares
 */
export function* joinedSiteFiles(
  issuers: readonly IssuerRecord[],
  { edition, settings = DEFAULT_SETTINGS, inputs = {} }: SiteWords,
  read: (path: string) => Iterable<Uint8Array>,
): Generator<OutputFile> {
  const slugs = issuers.map(({ slug }) => slug);
  const program = `Tieout ${PROGRAM_VERSION}`;
  const site = { edition, issuers: slugs, settings, program, inputs: digestInputs(inputs) };
  yield ['site.json', [JSON.stringify(site)]];
  for (const issuer of issuers) {
    const own = { ...issuer, inputs: digestInputs(inputs, issuer.slug) };
    yield [`${issuer.slug}/issuer.json`, [JSON.stringify(own)]];
  }
  for (const { name, join } of JOINED_FILES) {
    const shares = issuers.map((issuer) => ({ issuer, read: () => read(sharePath(issuer.slug, name)) }));
    yield [`${DOWNLOADS_FOLDER}/${name}`, join(shares)];
  }
  const [name, content] = datapackageFile(issuers);
  yield [`${DOWNLOADS_FOLDER}/${name}`, content];
}

/** A JSON array, one element a line and a piece, so that it can be as long as it likes. */
function* formatArray(records: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, record] of records.entries()) yield `${index ? ',' : ''}\n${JSON.stringify(record)}`;
  yield '\n]\n';
}

/** What `JSON.stringify` makes of an object, an entry a piece, as are those of objects in it. */
function* formatObject(record: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(record)) {
    yield `${before}${JSON.stringify(name)}:`;
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isRecord) yield* formatObject(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* formatLines(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
