import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/model/site-settings.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { dataFiles } from './data-files.ts';
import { digestInputs } from './inputs-digest.ts';
import type { OutputFile } from './output-file.ts';
import type { Hashes } from './receipt-json.ts';

/** Folder, below the site's data, of the files that the site offers for download. */
export const DOWNLOADS = 'public';

/**
 * What the site is rendered from. `src/data` checks and reads it:
 *
 * - `site.json`: edition, slugs of the issuers, what the owner says of the site, the program and the hash of all inputs
 * - `<issuer>/issuer.json`, `replaced.json`, `facts.json`, `settled.json`, `findings.json`, `coverage.json`,
 *   `explanations.json`, `verification.json`, `highlights.json`
 * - `<issuer>/documents/<id>.json`
 * - `public/`: the downloads
 */
export function* siteFiles(
  corpus: Corpus,
  settings: SiteSettings = DEFAULT_SETTINGS,
  inputs: Hashes = {},
): Generator<OutputFile> {
  const issuers = corpus.issuers.map(({ issuer }) => issuer.slug);
  const program = `Tieout ${PROGRAM_VERSION}`;
  const site = { edition: corpus.edition, issuers, settings, program, inputs: digestInputs(inputs) };
  yield ['site.json', [JSON.stringify(site)]];
  for (const data of corpus.issuers) yield* issuerFiles(data, digestInputs(inputs, data.issuer.slug));
  for (const [path, content] of dataFiles(corpus)) yield [`${DOWNLOADS}/${path}`, content];
}

function issuerFiles(data: IssuerData, inputs: string): OutputFile[] {
  const { issuer, documents, replaced, facts, settled, findings, coverage } = data;
  const { explanations, verification, highlights } = data;
  const { slug } = issuer;
  return [
    [`${slug}/issuer.json`, [JSON.stringify({ ...issuer, inputs })]],
    [`${slug}/replaced.json`, [JSON.stringify(replaced)]],
    [`${slug}/facts.json`, formatArray(facts)],
    [`${slug}/settled.json`, formatArray(settled)],
    [`${slug}/findings.json`, formatArray(findings)],
    [`${slug}/coverage.json`, [JSON.stringify(coverage)]],
    [`${slug}/explanations.json`, formatArray(explanations)],
    [`${slug}/verification.json`, [JSON.stringify(verification)]],
    [`${slug}/highlights.json`, [JSON.stringify(highlights)]],
    ...documents.map(
      (document): OutputFile => [`${slug}/documents/${document.id}.json`, [JSON.stringify(document)]],
    ),
  ];
}

/** A JSON array, one element a line and a piece, so that it can be as long as it likes. */
function* formatArray(records: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, record] of records.entries()) yield `${index ? ',' : ''}\n${JSON.stringify(record)}`;
  yield '\n]\n';
}
