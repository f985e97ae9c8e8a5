import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Coverage, DocumentRecord, Edition, IssuerRecord } from '../model/document.ts';
import { DOWNLOADS, downloadNames } from '../model/downloads.ts';
import type { ReplacedEdition } from '../model/edition.ts';
import type { Explanation } from '../model/explanation.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
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
  factsAt(document: string, line: number): readonly Printed[];
}

export interface Site {
  readonly edition: Edition;
  /** What its owner says of it. */
  readonly settings: SiteSettings;
  /** Name and version of what made it. */
  readonly program: string;
  /** One hash of all that it was made from; empty where it is not known. */
  readonly inputs: string;
  /** Slugs of its issuers, in order. */
  readonly issuers: readonly string[];
}

/** A file offered for download and its size. */
export interface Download {
  readonly name: string;
  /** Key of what is said of it, in `DOWNLOADS`. */
  readonly kind: string;
  readonly bytes: number;
}

/** The little that pages need of an issuer whose data are not held; JSON can tell it. */
export interface View<T> {
  readonly name: string;
  make(issuer: Issuer): T;
}

/** What is held of the data of one conversion: of issuers the last one, for the pages of an issuer are made in a row. */
interface Loaded {
  readonly key: string;
  readonly site: Site;
  readonly views: Map<string, unknown>;
  issuer?: Issuer | undefined;
}

let loaded: Loaded | undefined;

/** The one door to the generated data: read and checked once, and again when a new conversion has replaced it. */
function load(): Loaded {
  const file = join(dataFolder(), 'site.json');
  const key = `${file} ${statSync(file).mtimeMs}`;
  if (loaded?.key === key) return loaded;
  loaded = { key, site: read(file, siteSchema), views: new Map() };
  setHouseStyle(loaded.site.settings.style);
  return loaded;
}

export const site = (): Site => load().site;

/** All that is known of an issuer of the site. Whoever holds on to it holds on to much. */
export function readIssuer(slug = ''): Issuer {
  const held = load();
  if (held.issuer?.record.slug === slug) return held.issuer;
  held.issuer = undefined;
  held.issuer = parseIssuer(slug);
  return held.issuer;
}

/** A view of an issuer, worked out once. */
export function viewIssuer<T>(slug: string, view: View<T>): T {
  const { views } = load();
  const key = `${slug}/${view.name}.json`;
  if (!views.has(key)) views.set(key, readView(key) ?? makeView(key, slug, view));
  return views.get(key) as T;
}

/** A view that an earlier rendering left in the folder that the build program names. */
function readView(key: string): unknown {
  const { TIEOUT_VIEWS: folder } = process.env;
  const file = join(folder ?? '', key);
  return folder && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Works a view out, and leaves it. */
function makeView<T>(key: string, slug: string, { make }: View<T>): T {
  const { TIEOUT_VIEWS: folder } = process.env;
  const view = make(readIssuer(slug));
  if (!folder) return view;
  const text = JSON.stringify(view);
  mkdirSync(join(folder, slug), { recursive: true });
  writeFileSync(join(folder, key), text);
  return JSON.parse(text);
}

export const viewIssuers = <T>(view: View<T>): readonly T[] =>
  site().issuers.map((slug) => viewIssuer(slug, view));

/** The same of those whose pages are rendered now: the build program names them through the environment, else all are. */
export function viewRendered<T>(view: View<T>): readonly T[] {
  const { TIEOUT_ISSUERS: named } = process.env;
  const slugs = named?.split(',');
  return site()
    .issuers.filter((slug) => slugs?.includes(slug) ?? true)
    .map((slug) => viewIssuer(slug, view));
}

/** The download files that the conversion wrote. */
export function downloads(): Download[] {
  const records = site().issuers.map(readRecord);
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

const readRecord = (slug: string): IssuerRecord =>
  shownRecord(read(join(dataFolder(), slug, 'issuer.json'), issuerSchema), site().settings);

function parseIssuer(slug: string): Issuer {
  const { settings } = site();
  const folder = join(dataFolder(), slug);
  const record = readRecord(slug);
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
  const lines = Map.groupBy(facts.filter(isPrinted), (fact) => `${fact.document}#${fact.line}`);
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
