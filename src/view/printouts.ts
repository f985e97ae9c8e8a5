import { type Issuer, site, type View, viewIssuers } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import {
  formatBasis,
  formatCounted,
  formatDate,
  formatEdition,
  formatPeriod,
  upperFirst,
} from '../model/format.ts';
import { originalPaths } from '../model/originals.ts';
import { firstDay, isInstant, lastDay } from '../model/period.ts';
import {
  bookOfRelease,
  type Printout,
  printoutOfChecks,
  printoutOfIssuer,
  printoutOfPeriod,
  type RunningText,
} from '../model/printout.ts';
import { firstHand, periodStatus, statusWords } from './period-status.ts';
import { findRelease, latestReleaseDay, periodsWithin } from './periods.ts';

const LANGUAGE = 'en';

/** Every printout that a site can have; which of the pages there are, the printing program sees. */
export const listPrintouts = (): Printout[] =>
  viewIssuers(PRINTOUTS)
    .flat()
    .map((printout) =>
      site().settings.draft ? { ...printout, running: asDraft(printout.running) } : printout,
    );

/** What stands on each printed page of a draft. */
export const asDraft = (running: RunningText): RunningText => ({
  ...running,
  headRight: joined('Draft: not for publication', running.headRight),
});

const PRINTOUTS: View<Printout[]> = {
  name: 'printouts',
  make: (issuer) => [
    issuerPrintout(issuer),
    ...issuer.record.periods.map((period) => periodPrintout(issuer, period)),
    checksPrintout(issuer),
    ...issuer.documents.map((document) => bookPrintout(issuer, document)),
  ],
};

export function periodPrintout(issuer: Issuer, period: PeriodRecord): Printout {
  const { slug, name } = issuer.record;
  const release = findRelease(issuer, period);
  return {
    kind: 'period',
    file: printoutOfPeriod(slug, period.slug),
    pages: [`${slug}/${period.slug}/`],
    title: `${name}: ${period.name}`,
    author: name,
    language: LANGUAGE,
    subject: `${formatPeriod(period.period)}. Every figure with the line that prints it.`,
    date: release?.released ?? lastDay(period.period),
    ...madeFrom(issuer),
    of: period.slug,
    running: periodRunningText(issuer, period, release),
    rows: [
      { file: 'facts.csv', name: `${slug}-${period.slug}-facts.csv`, where: rowsOfPeriod(slug, period) },
    ],
    sources: release ? originalPaths(release) : [],
  };
}

function periodRunningText(
  issuer: Issuer,
  period: PeriodRecord,
  release: DocumentRecord | undefined,
): RunningText {
  const { slug, name } = issuer.record;
  const own = firstHand(issuer, period);
  const status = [statusWords(periodStatus(issuer, period)), period.derived && 'Derived'];
  return {
    headLeft: joined(name, period.name),
    headRight: joined(own && `Released ${formatDate(own.released)}`, ...status),
    footLeft: joined(`${slug}/${period.slug}`, release && `Edition: ${formatEdition(release.edition)}`),
  };
}

/** The flows of the period and the balances at its end. */
function rowsOfPeriod(issuer: string, { period }: PeriodRecord): Readonly<Record<string, string>>[] {
  const balances = { issuer, period_start: '', period_end: lastDay(period) };
  return isInstant(period)
    ? [balances]
    : [{ issuer, period_start: firstDay(period), period_end: lastDay(period) }, balances];
}

export function issuerPrintout(issuer: Issuer): Printout {
  const { slug, name } = issuer.record;
  return {
    ...aboutIssuer(issuer),
    kind: 'issuer',
    file: printoutOfIssuer(slug),
    pages: [`${slug}/`],
    title: name,
    subject: `${upperFirst(formatCounted(issuer.record.periods.length, 'period'))} over time and the releases they come from.`,
    of: '',
    running: issuerRunningText(issuer, 'All periods', `${slug}/`),
    rows: [],
  };
}

export function checksPrintout(issuer: Issuer): Printout {
  const { slug, name } = issuer.record;
  return {
    ...aboutIssuer(issuer),
    kind: 'checks',
    file: printoutOfChecks(slug),
    pages: [`${slug}/checks/`],
    title: `${name}: Checks`,
    subject: 'Every comparison made between figures, and its verdict.',
    of: 'checks',
    running: issuerRunningText(issuer, 'Checks', `${slug}/checks`),
    rows: [{ file: 'checks.csv', name: `${slug}-checks.csv`, where: [{ issuer: slug }] }],
  };
}

const aboutIssuer = (issuer: Issuer) => ({
  author: issuer.record.name,
  language: LANGUAGE,
  date: latestReleaseDay(issuer),
  ...madeFrom(issuer),
  sources: [],
});

const madeFrom = ({ record }: Issuer) => ({ issuer: record.slug, inputs: record.inputs ?? '' });

function issuerRunningText({ record, documents }: Issuer, page: string, address: string): RunningText {
  const latest = documents.at(-1);
  return {
    headLeft: joined(record.name, page),
    headRight: joined(latest && `Latest release ${formatDate(latest.released)}`),
    footLeft: joined(address, latest && `Edition: ${formatEdition(latest.edition)}`),
  };
}

/**
 * A release bound as a book: the period it reports on, the quarters of it that it is the first to report, in brief, and
 * its findings. Other periods have printouts of their own.
 */
export function bookPrintout(issuer: Issuer, document: DocumentRecord): Printout {
  const { slug, name, periods } = issuer.record;
  const { id, released } = document;
  const own = periods.filter((period) => findRelease(issuer, period)?.id === id).sort(newestAndLongest);
  const main = own.find(({ period }) => period === document.period) ?? own[0];
  const quarters = main ? periodsWithin(own, main).filter(({ months }) => months === QUARTER) : [];
  const bound = [...(main ? [main] : []), ...quarters.reverse()];
  const periodPage = (period: PeriodRecord) => `${slug}/${period.slug}/`;
  const title = `Report book, release of ${formatDate(released)}`;
  return {
    kind: 'book',
    file: bookOfRelease(slug, id),
    pages: [...bound.map(periodPage), `${slug}/checks/${id}/`],
    brief: quarters.map(periodPage),
    title: `${name}: ${title}`,
    author: name,
    language: LANGUAGE,
    subject: `${upperFirst(formatCounted(bound.length, 'period'))} of one release, with statements and findings.`,
    date: released,
    ...madeFrom(issuer),
    of: id,
    running: {
      headLeft: joined(name, 'Report book'),
      headRight: joined(`Released ${formatDate(released)}`),
      footLeft: joined(`${slug}/documents/${id}`, `Edition: ${formatEdition(document.edition)}`),
    },
    rows: [
      { file: 'facts.csv', name: `${slug}-${id}-facts.csv`, where: [{ issuer: slug, document: id }] },
      { file: 'checks.csv', name: `${slug}-${id}-checks.csv`, where: [{ issuer: slug, document: id }] },
    ],
    sources: originalPaths(document),
    cover: {
      eyebrow: name,
      title: 'Report book',
      subtitle: joined(main?.name, `release of ${formatDate(released)}`),
      terms: [
        ['Periods', bound.map(({ label }) => label).join(', ')],
        ['Basis', formatBasis(document.basis)],
        ['Edition', `${formatEdition(document.edition)}, ${formatCounted(document.lines.length, 'line')}`],
        ['Source', `${id}, attached to this file with its facts`],
      ].flatMap(([term = '', description = '']) => (description ? [[term, description] as const] : [])),
    },
  };
}

/** Months. */
const QUARTER = 3;

const newestAndLongest = (a: PeriodRecord, b: PeriodRecord): number =>
  lastDay(a.period) === lastDay(b.period)
    ? b.months - a.months
    : lastDay(a.period) < lastDay(b.period)
      ? 1
      : -1;

const joined = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join('\u2002·\u2002');
