import { derive } from '../../scripts/5-derive/derive.ts';
import { NO_CHECKS, settle } from '../../scripts/6-check/settle.ts';
import { narrate } from '../../scripts/7-narrate/narrate.ts';
import { conceptById } from '../../src/concepts/index.ts';
import {
  type Calendar,
  fiscalPart,
  periodLabel,
  periodName,
  periodSlug,
  slugYearsOn,
} from '../../src/model/calendar.ts';
import type { DocumentRecord, IssuerRecord, PeriodRecord } from '../../src/model/document.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import type { Aspect, Basis, Fact, Printed, Qualifier } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Highlight } from '../../src/model/highlight.ts';
import { lastDay, monthsIn, type Period } from '../../src/model/period.ts';
import { Settled } from '../../src/model/settled.ts';

/** What was told of the facts of a case, with every fact it may name. */
export interface Told {
  readonly highlights: Readonly<Record<string, readonly Highlight[]>>;
  readonly facts: Settled;
}

const ISSUER = 'case';
/** One row by the names of its columns. */
type CaseRow = Readonly<
  Partial<
    Record<
      | 'concept'
      | 'period'
      | 'value'
      | 'decimals'
      | 'unit'
      | 'aspect'
      | 'basis'
      | 'dimensions'
      | 'compared'
      | 'qualifier'
      | 'document'
      | 'line'
      | 'column'
      | 'wrong'
      | 'reason',
      string
    >
  >
>;
/** The document of facts that name none. */
const RELEASE = '2025-02-01-release';
const SETTINGS = /^# currency=([A-Z]{3}) endMonth=(\d+) labelOffset=(\d)(?: weeks=(\d+))?$/;

/**
 * A table of facts, `concept,period,value,decimals` and what else its head names; the first line says in what the
 * issuer reports and how it cuts time. Fields left empty are those of an ordinary amount. `wrong` marks a fact that a
 * check found wrong, `reason` gives the company's reason for it.
 */
export function tellCase(csv: string, release: readonly string[] = []): Told {
  const [settings = '', head = '', ...rows] = csv.trim().split('\n');
  const [, currency = '', endMonth, labelOffset, count] = SETTINGS.exec(settings) ?? [];
  const weeks = count === undefined ? {} : { weeks: [13, 13, 13, 13] as const };
  const calendar = { endMonth: Number(endMonth), labelOffset: Number(labelOffset), ...weeks };
  const columns = head.split(',');
  const records = rows.map(
    (row): CaseRow => Object.fromEntries(row.split(',').map((field, i) => [columns[i], field])),
  );
  const stated = records.map((record, index) => factOf(record, index, currency));
  const documents = documentsOf(stated, release, calendar);
  const { derived, ledger } = derive({
    issuer: ISSUER,
    listings: [],
    issuerNames: ['Case'],
    currency,
    calendar,
    documents,
    facts: stated,
    digits: [],
    misdated: [],
  }).conclude();
  const facts = [...stated, ...derived.map(({ fact }) => fact)];
  const issuer = issuerOf(facts, documents, currency, calendar);
  const findings = stated.filter((_, i) => records[i]?.wrong).map(findingOf);
  const explanations = stated.flatMap((fact, i) => explanationOf(fact, records[i]?.reason ?? ''));
  const grades = Object.fromEntries(
    findings.flatMap(({ facts: ids }) => ids.map((id) => [id, { grade: 'disputed' as const }])),
  );
  const checks = { ...NO_CHECKS, findings, grades, ledger };
  const { highlights, worked } = narrate(new Settled(facts, settle(facts, checks)), {
    issuer,
    documents,
    findings,
    explanations,
    ledger,
  });
  const all = [...facts, ...worked.map(({ fact }) => fact)];
  return { highlights, facts: new Settled(all, settle(all, checks)) };
}

function factOf(record: CaseRow, index: number, currency: string): Printed {
  const { concept = '', period = '', value = '', decimals = '0', dimensions = '', compared = '' } = record;
  const { line, column, unit, aspect, basis, qualifier } = record;
  const document = record.document || RELEASE;
  const place = { line: Number(line || index + 1), column: Number(column || 1) };
  const usual = conceptById.get(concept)?.kind === 'monetary' ? currency : 'percent';
  return {
    ...place,
    id: `${ISSUER}/${document}#L${place.line}@${place.column}:${index + 1}`,
    issuer: ISSUER,
    document,
    origin: column ? 'prose' : 'table',
    cell: column ? null : 1,
    table: '',
    section: [],
    label: conceptById.get(concept)?.label ?? concept,
    header: [],
    concept,
    aspect: (aspect || 'amount') as Aspect,
    basis: (basis || 'reported') as Basis,
    dimensions,
    period,
    compared,
    unit: unit || usual,
    value,
    polarity: 1,
    qualifier: (qualifier || 'exact') as Qualifier,
    decimals: Number(decimals),
    raw: value,
    place: '',
    doubt: '',
  };
}

const explanationOf = (fact: Printed, text: string): Explanation[] =>
  text === ''
    ? []
    : [
        {
          id: `${fact.id}?`,
          issuer: ISSUER,
          document: fact.document,
          kind: 'reason',
          line: fact.line,
          column: 1,
          endLine: fact.line,
          endColumn: 2,
          text,
          speaker: '',
          role: '',
          facts: [fact.id],
        },
      ];

const findingOf = ({ id, document, line, value }: Printed): Finding => ({
  id: `${id}!`,
  rule: 'statements',
  verdict: 'error',
  issuer: ISSUER,
  document,
  line,
  column: 1,
  cell: 1,
  expected: '',
  actual: value,
  difference: '1',
  tolerance: '0',
  message: '',
  facts: [id],
});

/** A document for each that the facts name; it reports on the last period of which it states an amount. */
function documentsOf(
  facts: readonly Printed[],
  lines: readonly string[],
  calendar: Calendar,
): DocumentRecord[] {
  return [...new Set(facts.map(({ document }) => document))].sort().map((id) => {
    const period =
      reportedPeriods(
        facts.filter(({ document }) => document === id),
        calendar,
      ).at(-1) ?? '';
    return {
      issuer: ISSUER,
      id,
      file: `${id}.txt`,
      edition: 'published',
      title: '',
      released: id.slice(0, 10),
      period,
      periodSlug: period && periodSlug(calendar, period),
      basis: { accounting: '', scope: 'consolidated', audit: 'unaudited' },
      lines,
      blocks: [],
    };
  });
}

function reportedPeriods(facts: readonly Fact[], calendar: Calendar): Period[] {
  const periods = facts
    .filter(
      ({ concept, aspect, basis, dimensions }) =>
        conceptById.get(concept)?.periodType === 'duration' &&
        aspect === 'amount' &&
        basis === 'reported' &&
        dimensions === '',
    )
    .map(({ period }) => period)
    .filter((period) => fiscalPart(calendar, period));
  return [...new Set(periods)].sort((a, b) =>
    lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : monthsIn(b) - monthsIn(a),
  );
}

function issuerOf(
  facts: readonly Fact[],
  documents: readonly DocumentRecord[],
  currency: string,
  calendar: Calendar,
): IssuerRecord {
  const periods = reportedPeriods(facts, calendar);
  const slugs = new Set(periods.map((period) => periodSlug(calendar, period)));
  const slugAt = (period: Period, years: number): string => {
    const slug = slugYearsOn(calendar, period, years);
    return slugs.has(slug) ? slug : '';
  };
  return {
    slug: ISSUER,
    name: 'Case',
    shortName: 'Case',
    listings: [],
    reportingCurrency: currency,
    documents: documents.map(({ id }) => id),
    periods: periods.map(
      (period): PeriodRecord => ({
        slug: periodSlug(calendar, period),
        label: periodLabel(calendar, period),
        name: periodName(calendar, period),
        period,
        months: monthsIn(period),
        derived: false,
        yearBefore: slugAt(period, -1),
        yearAfter: slugAt(period, 1),
        document: documents.at(-1)?.id ?? '',
      }),
    ),
  };
}
