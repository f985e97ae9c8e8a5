import { conceptById } from '../src/concepts/index.ts';
import {
  type Calendar,
  fiscalPart,
  periodLabel,
  periodName,
  periodSlug,
  slugYearsOn,
} from '../src/model/calendar.ts';
import type { Corpus, IssuerData, SourceText } from '../src/model/corpus.ts';
import type { Edition, IssuerRecord, PeriodRecord } from '../src/model/document.ts';
import { type Fact, isPrinted, type Printed } from '../src/model/fact.ts';
import type { Finding } from '../src/model/finding.ts';
import { formatSpan, upperFirst } from '../src/model/format.ts';
import type { IssuerSettings } from '../src/model/issuer-settings.ts';
import { withMeasurePages } from '../src/model/measure-pages.ts';
import { firstDay, lastDay, monthsIn, type Period } from '../src/model/period.ts';
import { InputError, type Problem } from '../src/model/problem.ts';
import { nameReportedPeriod, type ReportedPeriod } from '../src/model/reported-period.ts';
import { Settled } from '../src/model/settled.ts';
import type { Verification } from '../src/model/verification.ts';
import { type ReadingChoices, readSource } from './1-read/read-source.ts';
import { isBeyondRelease } from './4-facts/beyond-release.ts';
import { tiesByPlace } from './4-settle/relations/ties.ts';
import { isOfRivals } from './4-settle/settle-measure.ts';
import { isOfPeriod } from './4-settle/settle-period.ts';
import type { Statements } from './5-derive/statements.ts';
import { type Answers, staleAnswers } from './6-check/answers.ts';
import { settle } from './6-check/settle.ts';
import { makeWordFinding } from './6-check/texts/text-finding.ts';
import { narrate, type WorkedOut } from './7-narrate/narrate.ts';
import { onOneCalendar } from './convert-calendars.ts';
import { type ConvertedDocument, convertRawDocument } from './convert-document.ts';
import { splitEditions } from './convert-editions.ts';
import { deriveAndCheck, type Worked } from './convert-rounds.ts';
import { meantListing } from './grammar/listings.ts';
import { keepOrMake, NOTHING_KEPT, type Results } from './results/results.ts';

/**
 * The compiler, documents in and data out, as ARCHITECTURE.md draws it. Pure: no disk, clock or terminal.
 * A document that cannot be converted is left out, and the corpus says why. One that `results` knows is not read again.
 */
export async function convertCorpus(
  sources: readonly SourceText[],
  edition: Edition,
  choices: ReadingChoices = {},
  results: Results = NOTHING_KEPT,
  onRead: OnRead = () => {},
): Promise<Corpus> {
  const converted: ConvertedIssuer[] = [];
  let before = 0;
  for (const [slug, own] of Map.groupBy(sources, ({ issuer }) => issuer)) {
    const first = before;
    const tell = (done: number): void => onRead(first + done, sources.length);
    converted.push(await convertIssuer(slug, own, { edition, choices, results, onRead: tell }));
    before += own.length;
  }
  return {
    edition,
    leftOut: converted.flatMap(({ leftOut }) => leftOut),
    issuers: converted.flatMap(({ data }) => data).sort((a, b) => order(a.issuer.slug, b.issuer.slug)),
    notices: converted.flatMap(({ notices }) => notices),
  };
}

/** What became of the documents of one issuer; without data where none of them can be read. */
interface ConvertedIssuer {
  readonly data: readonly IssuerData[];
  readonly leftOut: readonly Problem[];
  readonly notices: readonly Problem[];
}

interface Conversion {
  readonly edition: Edition;
  readonly choices: ReadingChoices;
  readonly results: Results;
  readonly onRead: (done: number) => void;
}

/** Is told how many of how many releases are read. */
export type OnRead = (done: number, all: number) => void;

async function convertIssuer(
  slug: string,
  sources: readonly SourceText[],
  conversion: Conversion,
): Promise<ConvertedIssuer> {
  const leftOut: Problem[] = [];
  const documents: ConvertedDocument[] = [];
  for (const [index, source] of sources.entries()) {
    conversion.onRead(index + 1);
    try {
      documents.push(await convertSource(source, conversion));
    } catch (error) {
      leftOut.push(...(error instanceof InputError ? error.problems : [defect(source, error)]));
    }
  }
  if (documents.length === 0) return { data: [], leftOut, notices: [] };
  const data = issuerData(slug, documents, sources[0]);
  return { data: [data], leftOut, notices: staleAnswers(answersIn(sources[0]), data.findings) };
}

/** A document depends on nothing that others say, and on no answer to what was found in it. */
function convertSource(
  { answers: _, ...source }: SourceText,
  { edition, choices, results }: Conversion,
): Promise<ConvertedDocument> {
  const of = `${source.issuer}/documents/${source.id}`;
  return keepOrMake(results, of, { source, edition, choices }, async () =>
    convertRawDocument(source, await readSource(source, choices), edition),
  );
}

/** No document may stop the others, not even by a fault of ours. */
const defect = ({ file }: SourceText, error: unknown): Problem => ({
  file,
  line: 0,
  column: 0,
  found: `a text that Tieout fails at (${error instanceof Error ? error.message : error})`,
  expected: 'a release',
  mend: 'report it together with the document',
});

/** What a person says of an issuer: beside its documents. */
type SaidOfIssuer = Pick<SourceText, 'settings' | 'answers'>;

const answersIn = ({ answers = [] }: SaidOfIssuer = {}): Answers =>
  new Map(answers.map((answer) => [answer.finding, answer]));

/** Everything of one issuer, its documents in order of their release: phases 5 to 7 see all of them together. */
export function issuerData(
  slug: string,
  converted: readonly ConvertedDocument[],
  said: SaidOfIssuer = {},
): IssuerData {
  const inOrder = [...converted].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  const { read: documents, replaced } = splitEditions(onOneCalendar(inOrder), said.settings ?? {});
  const records = documents.map(({ record }) => record);
  const worked = workOut(slug, documents, said);
  const { derived, misread, checks, findings, verification } = worked;
  const facts = [...worked.facts, ...derived.map(({ fact }) => fact)];
  const unsure = [
    ...misread,
    ...documents.flatMap((document) => document.facts.filter(({ doubt }) => doubt !== '')),
  ];
  const issuer = issuerRecord(slug, documents, facts, said.settings);
  const explanations = documents.flatMap((document) => document.explanations);
  const context = { issuer, documents: records, findings, explanations, ledger: verification.ledger };
  const told = narrate(new Settled(facts, settle(facts, checks)), context);
  const all = [...facts, ...told.worked.map(({ fact }) => fact)];
  return {
    issuer,
    documents: records,
    replaced,
    facts: withMeasurePages([...all, ...unsure]),
    settled: settle(all, checks),
    periods: reportedPeriods(all, latestCalendar(documents)),
    findings,
    coverage: Object.fromEntries(documents.map(({ record, coverage }) => [record.id, coverage])),
    explanations,
    verification: withWorkedOut(verification, told.worked),
    highlights: told.highlights,
  };
}

/** Nothing that this rests on is in memory while what follows from it is told. */
const workOut = (slug: string, documents: readonly ConvertedDocument[], said: SaidOfIssuer): Worked =>
  deriveAndCheck(joinStatements(slug, documents), documents.flatMap(departureFindings), answersIn(said));

/** Every period of some facts, in order of their ends, the shorter first. */
const reportedPeriods = (facts: readonly Fact[], calendar: Calendar): ReportedPeriod[] =>
  [...new Set(facts.map(({ period }) => period))]
    .sort((a, b) => order(lastDay(a), lastDay(b)) || order(firstDay(b), firstDay(a)))
    .map((period) => nameReportedPeriod(calendar, period));

/** Numbers that were worked out to tell a period are derived facts like any other. */
const withWorkedOut = (verification: Verification, worked: readonly WorkedOut[]): Verification => ({
  ...verification,
  derived: {
    ...verification.derived,
    ...Object.fromEntries(worked.map(({ fact, explanation }) => [fact.id, explanation])),
  },
});

const latestCalendar = (documents: readonly ConvertedDocument[]): Calendar =>
  documents.at(-1)?.context.calendar ?? { endMonth: 12, labelOffset: 0 };

/** The listings of an issuer as often as its documents name them. */
const namedListings = (documents: readonly ConvertedDocument[]): string[] =>
  documents.flatMap(({ context }) => context.named);

/** What all documents of an issuer state; the latest one knows best how the issuer cuts time and counts. */
export function joinStatements(issuer: string, documents: readonly ConvertedDocument[]): Statements {
  const latest = documents.at(-1)?.context;
  return {
    issuer,
    issuerNames: latest?.issuerNames ?? [],
    listings: namedListings(documents),
    currency: latest?.currency ?? '',
    calendar: latestCalendar(documents),
    documents: documents.map(({ record }) => record),
    digits: documents.map(({ record, relations }) => ({
      document: record.id,
      relations,
      ties: tiesByPlace(relations),
    })),
    facts: documents.flatMap(({ facts }) => facts.filter(({ doubt }) => doubt === '')),
    misdated: documents.flatMap(({ facts }) => facts.filter(isMisdated)),
  };
}

/** Whether a fact may be unsure only because a head or a sentence names the wrong period. */
const isMisdated = ({ doubt }: Printed): boolean =>
  isOfPeriod(doubt) || isBeyondRelease(doubt) || isOfRivals(doubt);

function issuerRecord(
  slug: string,
  documents: readonly ConvertedDocument[],
  facts: readonly Fact[],
  { website, accent, measures = [] }: IssuerSettings = {},
): IssuerRecord {
  const latest = documents.at(-1)?.context;
  const [name = slug, shortName = name] = latest?.issuerNames ?? [];
  return {
    slug,
    name,
    shortName,
    listings: [...new Set(latest?.listings.map((one) => meantListing(one, namedListings(documents))))],
    reportingCurrency: latest?.currency ?? '',
    ...(website !== undefined && { website }),
    ...(accent !== undefined && { accent }),
    ...(measures.length > 0 && { measures }),
    documents: documents.map(({ record }) => record.id),
    periods: latest ? periodRecords(facts, latest.calendar, documents) : [],
  };
}

/**
 * A period has a page when the documents state amounts of its income statement that were, or such amounts follow from
 * what they state; never from targets or growth alone. A span that is no part of a fiscal year has one where a document
 * reports on it, such as a transition period.
 */
function periodRecords(
  facts: readonly Fact[],
  calendar: Calendar,
  converted: readonly ConvertedDocument[],
): PeriodRecord[] {
  const reported = new Set(converted.map(({ record }) => record.period));
  const documents = new Map<Period, string>();
  const stated = new Set<Period>();
  const isOther = ({ period }: Fact): boolean => !fiscalPart(calendar, period) && !reported.has(period);
  for (const fact of facts) {
    if (fact.aspect !== 'amount' || fact.basis !== 'reported' || fact.value === '' || fact.dimensions !== '')
      continue;
    if (conceptById.get(fact.concept)?.statement !== 'income' || isOther(fact)) continue;
    if (isPrinted(fact)) stated.add(fact.period);
    const document = isPrinted(fact) ? fact.document : findLatestDocument(fact.inputs);
    if (document > (documents.get(fact.period) ?? '')) documents.set(fact.period, document);
  }
  const periods = [...documents.keys()].sort(
    (a, b) => order(lastDay(a), lastDay(b)) || monthsIn(b) - monthsIn(a),
  );
  const slugs = new Set(periods.map((period) => periodSlug(calendar, period)));
  const slugAt = (period: Period, years: number): string => {
    const slug = slugYearsOn(calendar, period, years);
    return slugs.has(slug) ? slug : '';
  };
  return periods.map((period) => ({
    slug: periodSlug(calendar, period),
    label: periodLabel(calendar, period) || formatSpan(period),
    name: periodName(calendar, period) || upperFirst(formatSpan(period)),
    period,
    months: monthsIn(period),
    derived: !stated.has(period),
    yearBefore: slugAt(period, -1),
    yearAfter: slugAt(period, 1),
    document: documents.get(period) ?? '',
  }));
}

/** The latest document among those of some facts, which their ids begin with. */
const findLatestDocument = (ids: readonly string[]): string =>
  ids
    .map((id) => id.slice(id.indexOf('/') + 1, id.indexOf('#')))
    .sort()
    .at(-1) ?? '';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function departureFindings({ record, departures, facts }: ConvertedDocument): Finding[] {
  const { issuer, id: document } = record;
  return departures.map(({ verdict = 'slip', ...departure }) => {
    const { line, cell, column } = departure;
    const isAt = (fact: Printed): boolean =>
      cell === null && column > 1
        ? fact.column <= column && column < fact.column + fact.raw.length
        : cell === null || cell === 0 || fact.cell === cell;
    const about = facts.filter((fact) => fact.line === line && isAt(fact));
    return makeWordFinding({ issuer, document, ...departure, verdict }, about);
  });
}
