import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Coverage, DocumentRecord, Edition, IssuerRecord } from '../model/document.ts';
import { DOWNLOADS, downloadNames } from '../model/downloads.ts';
import type { ReplacedEdition } from '../model/edition.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Highlight } from '../model/highlight.ts';
import { setHouseStyle } from '../model/house-style.ts';
import { Settled } from '../model/settled.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import type { Verification } from '../model/verification.ts';
import {
  coverageSchema,
  documentSchema,
  explanationsSchema,
  factsSchema,
  findingsSchema,
  highlightsSchema,
  issuerSchema,
  replacedSchema,
  settledSchema,
  siteSchema,
  verificationSchema,
} from './schema.ts';
import { shownFindings, shownHighlights, shownRecord, shownVerification } from './shown.ts';

/** Everything the pages know of one issuer. */
export interface Issuer {
  readonly record: IssuerRecord;
  readonly facts: Settled;
  /** Newest release last, as in the record. */
  readonly documents: readonly DocumentRecord[];
  /** Editions of its documents that are not read. */
  readonly replaced: readonly ReplacedEdition[];
  readonly findings: readonly Finding[];
  readonly verification: Verification;
  /** What management says about the numbers, in reading order. */
  readonly explanations: readonly Explanation[];
  /** By slug of the period, in the order in which its page tells them. */
  readonly highlights: Readonly<Record<string, readonly Highlight[]>>;
  /** By document id. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  /** The facts of one line of a document, in reading order. */
  factsAt(document: string, line: number): readonly Fact[];
}

export interface Site {
  readonly edition: Edition;
  /** What its owner says of it. */
  readonly settings: SiteSettings;
  readonly issuers: readonly Issuer[];
}

/** A file offered for download and its size. */
export interface Download {
  readonly name: string;
  /** Key of what is said of it, in `DOWNLOADS`. */
  readonly kind: string;
  readonly bytes: number;
}

let loaded: { readonly key: string; readonly site: Site } | undefined;

/** The one door to the generated data: read and checked once, and again when a new conversion has replaced it. */
export function site(): Site {
  const file = join(dataFolder(), 'site.json');
  const key = `${file} ${statSync(file).mtimeMs}`;
  if (loaded?.key !== key) loaded = { key, site: readSite(file) };
  return loaded.site;
}

/** The issuers whose pages are rendered now: those that the build program names through the environment, else all. */
export function renderedIssuers(): readonly Issuer[] {
  const { TIEOUT_ISSUERS: named } = process.env;
  const slugs = named?.split(',');
  return site().issuers.filter(({ record }) => slugs?.includes(record.slug) ?? true);
}

/** The issuers that now get pages of a kind that the owner of the site may leave out. */
export const issuersWithPage = (kind: 'search' | 'tables'): readonly Issuer[] =>
  site().settings.withoutPages.includes(kind) ? [] : renderedIssuers();

/** The download files that the conversion wrote. */
export function downloads(): Download[] {
  const records = site().issuers.map(({ record }) => record);
  return Object.keys(DOWNLOADS)
    .flatMap((kind) => downloadNames(kind, records).map((name) => ({ kind, name })))
    .map((file) => ({ ...file, path: join(dataFolder(), 'public', file.name) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, kind, path }) => ({ name, kind, bytes: statSync(path).size }));
}

/** Read at each call: the build program and the tests name another folder through the environment. */
function dataFolder(): string {
  const { TIEOUT_DATA = 'src/data/generated' } = process.env;
  return TIEOUT_DATA;
}

function readSite(file: string): Site {
  const { issuers, ...rest } = read(file, siteSchema);
  setHouseStyle(rest.settings.style);
  return { ...rest, issuers: issuers.map((slug) => readIssuer(slug, rest.settings)) };
}

function readIssuer(slug: string, settings: SiteSettings): Issuer {
  const folder = join(dataFolder(), slug);
  const record = shownRecord(read(join(folder, 'issuer.json'), issuerSchema), settings);
  const facts = read(join(folder, 'facts.json'), factsSchema);
  const settled = new Settled(
    facts.filter(({ doubt }) => doubt === ''),
    read(join(folder, 'settled.json'), settledSchema),
  );
  return {
    record,
    facts: settled,
    documents: record.documents.map((id) => read(join(folder, 'documents', `${id}.json`), documentSchema)),
    replaced: read(join(folder, 'replaced.json'), replacedSchema),
    findings: shownFindings(read(join(folder, 'findings.json'), findingsSchema)),
    verification: shownVerification(read(join(folder, 'verification.json'), verificationSchema), settings),
    explanations: read(join(folder, 'explanations.json'), explanationsSchema),
    highlights: shownHighlights(read(join(folder, 'highlights.json'), highlightsSchema), settled, settings),
    coverage: read(join(folder, 'coverage.json'), coverageSchema),
    factsAt: indexByLine(facts),
  };
}

function indexByLine(facts: readonly Fact[]): Issuer['factsAt'] {
  const lines = Map.groupBy(facts, (fact) => `${fact.document}#${fact.line}`);
  for (const list of lines.values()) list.sort((a, b) => a.column - b.column);
  return (document, line) => lines.get(`${document}#${line}`) ?? [];
}

/** One generated file, or a message that names it and what does not fit. */
function read<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `${file}: found ${issue?.message ?? 'other data'} at ${issue?.path.join('.') ?? 'the top'}; ` +
      'expected data of this version. To mend: run the conversion again.',
  );
}
