import { type Calendar, fiscalPart } from '../../../src/model/calendar.ts';
import type { Basis, Printed } from '../../../src/model/fact.ts';
import { formatDimensions, UNIT_UNTOLD } from '../../../src/model/fact.ts';
import { isInstant, lastDay, monthsIn, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { isPhysicalUnit } from '../../grammar/counted-noun.ts';
import { shiftDecimal } from '../../grammar/numbers.ts';
import { OUTLOOK_NOUN } from '../../grammar/outlook-words.ts';
import { decideShareBasis } from '../share-basis.ts';
import {
  aimsOnly,
  decideBasis,
  headsOutlook,
  headsStanding,
  isAimedHere,
  tellsOfAim,
  tellsOfPast,
} from './basis.ts';
import { eventDoubt } from './event-doubt.ts';
import { paymentIn } from './payments.ts';
import type { PlacedText } from './placed-text.ts';
import { fiscalYearAround } from './relative-times.ts';
import type { BlockContext, Statement } from './statement.ts';
import { isHeldAgainst } from './story.ts';
import { unitTold } from './tie/tied-statement.ts';

/** Where a statement stands, and what stands above it. */
export interface StatementPlace {
  readonly placed: PlacedText;
  /** Offset of the sentence in the block. */
  readonly offset: number;
  readonly sentence: string;
  readonly section: readonly string[];
  /** The headings, and the lines that lead to it. */
  readonly above: readonly string[];
  readonly table: string;
}

/** The facts of a statement: one for each period it is made for. */
export function makeFacts(statement: Statement, place: StatementPlace, context: BlockContext): Printed[] {
  const { document } = context;
  const { figure, measure } = statement;
  const end = place.offset + figure.start + figure.raw.length;
  const start = place.placed.startOnLastLine(place.offset + figure.start, end);
  const { line, column } = place.placed.placeOf(start);
  const raw = place.placed.printed(start, end);
  return statement.periods.map((told, n): Printed => {
    const tied = statement.tied;
    const unit = tied ? unitTold(tied) : nameUnit(statement, document);
    const period = tied ? told : aimedPeriod(told, statement, context);
    const basis = tied?.fact.basis ?? basisFor(statement, period, place, context);
    return {
      id: `${document.issuer}/${document.id}#L${line}@${column}:${n + 1}`,
      issuer: document.issuer,
      document: document.id,
      origin: 'prose',
      line,
      column,
      cell: null,
      table: place.table,
      section: place.section,
      label: measure.label,
      header: [],
      concept: measure.id,
      aspect: statement.aspect,
      basis,
      dimensions: formatDimensions({
        ...measure.dimensions,
        ...((statement.role.name === 'revised' || HELD_BEFORE.test(place.sentence)) &&
          basis === 'target' &&
          !isDividend(statement) &&
          BEFORE_REVISION),
        ...(tied ? {} : dividendDimensions(statement, period, context)),
      }),
      period,
      compared: statement.compared === '' ? '' : comparedTo(statement, told, period, context),
      unit,
      value: printedValue(statement),
      polarity: statement.polarity,
      qualifier: statement.qualifier,
      decimals: figure.places - figure.scale,
      raw,
      place: '',
      doubt:
        doubtStatement(statement, period, context, place.offset) ||
        (unit.startsWith('unknown') ? UNIT_UNTOLD : '') ||
        (LONG_TIME.test(statement.behind) ? NO_TIME : '') ||
        (statement.periods.length === 1 && IN_EACH.test(statement.behind) ? OF_EACH : '') ||
        (!statement.tied && statement.aspect === 'changePercent' && OF_MONTH.test(statement.behind)
          ? NO_TIME
          : '') ||
        (isAtAnnualRate(statement) ? AT_ANNUAL_RATE : '') ||
        (statement.compared === told || isOpenBase(statement, period, context) ? NO_BASE : '') ||
        dividendDoubt(statement, period, told, place, context) ||
        planDoubt(statement, basis, place, period === document.period) ||
        (basis !== 'target' && !isDividend(statement) && isAimedUndated(statement, period, document)
          ? AIMED_AT
          : '') ||
        (basis === 'target' && told !== period && OF_ANY_YEAR.test(measure.label) ? NO_TIME : '') ||
        (basis === 'target' && told !== period && isOfPlan(measure) ? AIMED_AT : '') ||
        (basis === 'target' && isWithdrawn(place.sentence) ? WITHDRAWN : '') ||
        (basis === 'target' && SCENARIO.test(place.placed.text) ? OF_SCENARIO : '') ||
        (mayBeOfQuarter(statement, period, place, document) ? YEAR_OR_QUARTER : '') ||
        aheadDoubt(statement, period, place, context) ||
        eventDoubt(statement, period, place.sentence, context),
    };
  });
}

/** Whether words only aim at it, and none tells for when. */
const isAimedUndated = (
  { isUndated, before, role }: Statement,
  period: Period,
  document: DocumentContext,
): boolean =>
  role.name !== 'comparison' &&
  (isUndated || period === document.period || period === document.released) &&
  aimsOnly(before);

/** `Profit was 2.1 billion. For the full year, profit was 5.9 billion`: what the first is of is left open, or the quarter. */
const mayBeOfQuarter = (
  { tied }: Statement,
  period: Period,
  { sentence, placed }: StatementPlace,
  document: DocumentContext,
): boolean =>
  !tied &&
  monthsIn(document.period) === 12 &&
  monthsIn(period) === 12 &&
  FULL_YEAR_APART.test(placed.text) &&
  !NAMES_TIME.test(sentence.replace(/\bquarter[- ]o(?:ver|n)[- ]quarter\b/gi, ''));

const FULL_YEAR_APART = /(?:^|[.;]\s+)for the (?:full|whole|entire) (?:fiscal |financial )?year\b/i;
const NAMES_TIME = /\b(?:year|quarter|months|half|(?:19|20)\d\d|Q[1-4]|[1-4]Q)\b/i;
const YEAR_OR_QUARTER = 'Whether it is of the quarter or of the year is not told.';

/** A balance that moved, in a release of a part of the year: since the year before, or since the last one told. */
const isOpenBase = ({ isBaseless, tied }: Statement, period: Period, { document }: BlockContext): boolean =>
  isBaseless === true && !tied && isInstant(period) && monthsIn(document.period) < 12;

/** A table's statement is as sure as the table; else measure and time have to be told. */
function doubtStatement(
  statement: Statement,
  period: Period,
  { spans, isTorn, document }: BlockContext,
  offset: number,
): string {
  if (statement.tied) return statement.tied.fact.doubt;
  if (isTorn && offset === 0) return TORN;
  return (
    statement.doubt ||
    (statement.isUndated && !isDividend(statement)
      ? spans.doubt(isHeldAgainst(statement) && !isInstant(period) ? document.period : period) ||
        (period === document.period ? document.periodDoubt : '')
      : '')
  );
}

/** `growth above 20 percent in March`: of a month, not of the period that the text speaks of. */
const OF_MONTH =
  /^\s+(?:in|for|during)\s+(?:the month of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s+(?:\d|through|to)\b|\s*\d)/;
const TORN = 'The text before it breaks off, and it may be the rest of that.';
const LONG_TIME =
  /^[^.;]{0,40}\b(?:over|during|in|within) (?:the )?(?:next|coming|following) (?:several|few|two|three|four|five|ten|\d+) (?:years|quarters|months)\b/i;
/** `a distribution of $0.08 per share in each of October, November and December`. */
const IN_EACH = /^[^.;]{0,80}\b(?:in|for|during) each (?:of|month|quarter)\b/i;
const OF_EACH = 'It is told for each of several times.';
const OF_OUTLOOK = new RegExp(`\\b${OUTLOOK_NOUN}\\b`, 'i');
/** `withdraws its guidance of …`, `the previously issued outlook … is no longer valid`: nothing is aimed at any more. */
const isWithdrawn = (sentence: string): boolean =>
  /\b(?:withdraw\w*|withdrew|discontinu\w+|suspend\w*|rescind\w*|retract\w*|pull(?:s|ed|ing)?|no longer (?:valid|appropriate|provid\w+|reli\w+))\b/i.test(
    sentence,
  ) && OF_OUTLOOK.test(sentence);
const WITHDRAWN = 'The release takes this aim back.';
/** `up $21.5 million, or 10.1% annualized`: a change of less than a year, told as of a whole one. */
const isAtAnnualRate = ({ tied, aspect, measure, before, behind }: Statement): boolean =>
  !tied &&
  (aspect === 'changePercent' || (aspect === 'ratio' && measure.concept?.kind === 'monetary')) &&
  (/^[\s,(]*(?:(?:on an?|at an?)\s)?annuali[sz]ed\b/i.test(behind) ||
    /\bannuali[sz]ed (?:[\p{L}-]+ ){0,5}(?:of|at|by)\s*$/iu.test(before));
const AT_ANNUAL_RATE = 'It is the change of less than a year, counted up to one.';
/** `$8 million of annualized savings`: of twelve months that begin when they do. */
const OF_ANY_YEAR = /\b(?:annuali[sz]ed|run[- ]?rate)\b/i;
/** What a plan costs in all is no year's, unlike what is spent or earned each year. */
const isOfPlan = ({ concept, label }: Statement['measure']): boolean =>
  /^(?:Restructuring|Severance|BusinessCombination)/.test(concept?.id ?? '') ||
  (concept === undefined && /\b(?:charges?|costs?|savings?|proceeds|investment)\b/i.test(label));
const PLAN = /\b(?:plans?|strateg(?:y|ies)|roadmap|vision)\b/i;
const PLANNED = 'A heading above speaks of a plan, and no word tells for when.';
const AN_OUTLOOK = 'It stands below an outlook, and no word tells for when.';
const AIMED_AT = 'It is aimed at, and no word tells for when.';
const A_RANGE = 'It is an end of a range, and no word tells for when: it may be aimed at.';

/** `increases our interest in the field from 45% to 61%`: no range, but what was before and what is now. */
const MOVES =
  /\b(?:increas|rais|lift|reduc|lower|decreas|grow|widen|boost|bring|brought|cut)\w*\s(?:[^.;]|\.\d){0,80}\bfrom\s[^.;]{0,12}(?:\.\d+[%％]?\s?)?(?:to\s)?$/i;
const MOVED = 'It is what something was moved from or to, and which time each is of is not told.';

/** What stands below a plan or an outlook, or spans a range, is hardly of the period that the release is on. */
function planDoubt(
  { isUndated, figure, qualifier }: Statement,
  basis: Basis,
  { above, sentence }: StatementPlace,
  isReported: boolean,
): string {
  const isEnd = qualifier === 'from' || qualifier === 'to';
  if (isEnd && basis !== 'target' && MOVES.test(sentence.slice(0, figure.start))) return MOVED;
  const isUpperEnd = qualifier === 'to' && isReported;
  if (!(isUndated || isUpperEnd) || basis === 'target' || tellsOfPast(sentence)) return '';
  const near = above.slice(Math.max(-2, above.findLastIndex(headsStanding) - above.length));
  if (figure.kind === 'money' && PLAN.test(near.join(' '))) return PLANNED;
  if (near.some(headsOutlook)) return AN_OUTLOOK;
  return qualifier === 'from' || isUpperEnd ? A_RANGE : '';
}

/** A dividend that is to come without its year, one that held before a raise, and one of several payments. */
function dividendDoubt(
  statement: Statement,
  period: Period,
  told: Period,
  { sentence, placed }: StatementPlace,
  context: BlockContext,
): string {
  if (!isDividend(statement) || statement.tied) return '';
  if (ORDINARY.test(statement.before) && BESIDE_ORDINARY.test(placed.text)) return NO_PAYMENT;
  if (told !== period || (statement.isUndated && RAISED_ANNUAL.test(sentence))) return NO_YEAR;
  if (statement.role.name === 'revised' && QUARTERLY.test(sentence)) return HELD_BEFORE_RAISE;
  if (QUARTERLY.test(sentence) && mayBeOnLastPayment(statement)) return NO_BASE;
  const { period: reported, calendar } = context.document;
  if (statement.aspect !== 'amount' || fiscalYearAround(period, calendar, 0) !== period) return '';
  const payment = findPayment(statement, context);
  if (payment === HALF_YEAR && DECLARED_INTERIM.test(sentence) && isOtherQuarter(reported, calendar))
    return NO_PAYMENT;
  if (payment)
    return isQuarterly(statement.before, statement.behind) &&
      fiscalYearAround(reported, calendar, 0) !== period
      ? NO_YEAR
      : '';
  const isDated = !statement.isUndated && !PAID_LATER.test(statement.behind);
  return reported === period || isDated || OF_WHOLE_YEAR.test(sentence) ? '' : NO_PAYMENT;
}
/** `an ordinary dividend of 5.35 (5.35) and no extraordinary one (3.35)`. */
const ORDINARY = /\b(?:ordinary|regular) (?:cash )?dividends?\b(?:[^;.]|\.\d)*$/i;
const BESIDE_ORDINARY = /\b(?:extraordinary|special|extra|supplementary) (?:cash )?dividends?\b/i;

/** `a quarterly dividend of $0.44, a 15% increase`: on the payment before it, or on that of the year before. */
const mayBeOnLastPayment = ({ aspect, isBaseless, behind }: Statement): boolean =>
  (aspect === 'change' || aspect === 'changePercent') &&
  (isBaseless === true || /^[^.;]*?\b(?:prior|previous|preceding) quarter/i.test(behind));

/** `The annual dividend was increased 4% to $1.04`: by now, or from the next year on. */
const RAISED_ANNUAL =
  /\bannual(?:i[sz]ed)?\b[^.;]*\b(?:dividend|distribution)s?\b[^.;]*\b(?:increas|rais)|\b(?:increas|rais)\w*\b[^.;]*\bannual(?:i[sz]ed)?\b[^.;]*\b(?:dividend|distribution)/i;

const HALF_YEAR = '2Q-end';
/** In a report on the first or third quarter it is none of the half year: some pay several a year. */
const DECLARED_INTERIM =
  /\b(?:declar|approv|announc)\w*\b[^.;]*\binterim\b|\binterim\b[^.;]*\b(?:declared|approved)\b/i;
const isOtherQuarter = (reported: Period, calendar: Calendar): boolean =>
  /^(?:1q|3q|9m)$/.test(fiscalPart(calendar, reported)?.part ?? '');

const NO_YEAR = 'The year that it is for is not told.';
const HELD_BEFORE_RAISE = 'It is what was paid before.';
const NO_PAYMENT = 'It may be one payment of the year, or all of them.';
const QUARTERLY = /\bquarterly\b/i;
/** `a dividend of $0.12 per share, the 28th consecutive quarterly dividend`. */
const isQuarterly = (before: string, behind: string): boolean =>
  QUARTERLY.test(before) || QUARTERLY.test(/^[^;.]*/.exec(behind)?.[0] ?? '');
/** The day of the payment is not the time that it is for. */
const PAID_LATER = /^[^;.]*\b(?:payable|to be paid|will be paid|of record)\b/i;
const OF_WHOLE_YEAR = /\b(?:total|annual|full[- ]year)\b/i;
const SCENARIO = /\b(?:base|downside|upside|worst|stress(?:ed)?) case\b|\bscenarios?\b/i;
const OF_SCENARIO = 'It is what a scenario assumes.';
const NO_BASE = 'What it is measured against is not told.';
const NO_TIME = 'It is told for a time that no calendar names.';

/** What is of a period that goes on can only be aimed at, and has to be told so. */
function aheadDoubt(
  { tied, measure }: Statement,
  period: Period,
  { sentence, above }: StatementPlace,
  { document, isLabel }: BlockContext,
): string {
  return lastDay(period) > document.released &&
    !(tied || (isLabel && isInstant(period))) &&
    measure.concept?.statement !== 'dividends' &&
    !tellsOfAim(`${above.join(' ')} ${sentence}`)
    ? 'Its period is not over, and no word says that it is aimed at.'
    : '';
}

/** `Previously, our outlook was`. */
const HELD_BEFORE =
  /^\W*(?:previously(?!\s(?:announced|reported|disclosed))|(?:the|our|its) (?:prior|previous) (?:guidance|outlook|forecast)\b)/i;

/** As a table tells the target that held before. */
const BEFORE_REVISION = { forecast: 'previous' };

const isDividend = ({ measure }: Statement): boolean =>
  measure.concept?.statement === 'dividends' && measure.concept.kind === 'perShare';

/** Which payment a dividend is, and on which shares it is counted. */
function dividendDimensions(
  statement: Statement,
  period: Period,
  context: BlockContext,
): Record<string, string> {
  if (!isDividend(statement)) return {};
  const payment = findPayment(statement, context);
  const { splitDate } = context.document;
  return {
    ...(payment && { payment }),
    ...(splitDate && { shareBasis: decideShareBasis(period, payment, splitDate, context.isSplitAdjusted) }),
  };
}

function findPayment(statement: Statement, context: BlockContext): string | undefined {
  const { before, behind, measure } = statement;
  const isPart = statement.role.name === 'aside' || statement.role.name === 'joined';
  const near = isPart ? '' : (before.split(/[;(]|\.\s/).at(-1) ?? '');
  const found =
    (!isPart && OF_WHOLE_YEAR.test(measure.label)) || /\btotal (?:\w+ )?dividends?\b/i.test(near)
      ? undefined
      : (paymentIn(near, behind) ?? (isQuarterly(near, behind) ? quarterPayment(context) : undefined));
  return found;
}

/** A quarterly dividend closes the quarter that the document reports on. */
function quarterPayment({ document }: BlockContext): string {
  const months = (Number(lastDay(document.period).slice(5, 7)) - document.calendar.endMonth + 12) % 12 || 12;
  return months === 12 ? 'Year-end' : `${Math.ceil(months / 3)}Q-end`;
}

/** An aim without a period of its own is for the year that goes on, or the next one where it has closed. */
function aimedPeriod(period: Period, statement: Statement, { document }: BlockContext): Period {
  const isOver =
    lastDay(period) <= document.released &&
    ((statement.isUndated && !isInstant(period)) || period === document.period);
  if (!isOver || statement.role.name === 'comparison' || AS_REPORTED.test(statement.before)) return period;
  if (!isAimedHere(statement.before)) return period;
  const year = fiscalYearAround(document.period, document.calendar, 0);
  return lastDay(year) > document.released ? year : fiscalYearAround(document.period, document.calendar, 1);
}

/** `is expected to rise in 2025 (reported 2024 revenue: 2,948)`. */
const AS_REPORTED = /\(\s*(?:reported|actual)\b[^()]*$/i;

function basisFor(
  statement: Statement,
  period: Period,
  { sentence, above }: StatementPlace,
  { document }: BlockContext,
): Basis {
  if (statement.role.name === 'revised' && isDividend(statement)) return 'target';
  return decideBasis({
    sentence,
    heading: above.at(-1) ?? '',
    period,
    released: document.released,
    isDividend: isDividend(statement),
  });
}

const comparedTo = (
  { compared }: Statement,
  told: Period,
  period: Period,
  { document }: BlockContext,
): Period => (told === period ? (compared as Period) : document.period);

function nameUnit({ figure, measure }: Statement, { currency }: DocumentContext): string {
  const { concept } = measure;
  // Pounds are told in pence as well.
  if (figure.kind === 'bare' && concept?.kind === 'perShare')
    return `${currency === 'GBP' || currency === '' ? 'unknown' : currency}/share`;
  if (figure.kind === 'money' && concept?.kind === 'perShare')
    return `${figure.unit}/${/\bADS/.test(measure.label) ? 'ADS' : 'share'}`;
  const per = concept ? undefined : PER_SHARE.exec(measure.label)?.[1]?.toLowerCase();
  if (figure.kind === 'money' && per) return `${figure.unit}/${per === 'ads' ? 'ADS' : per}`;
  if (figure.unit !== '') return figure.unit;
  if (concept?.kind === 'shares') return 'shares';
  if (concept?.kind === 'percent') return 'percent';
  if (figure.kind === 'bare' && !concept) return measure.noun ?? 'ratio';
  const noun = figure.noun.replace(/["“][^"”]*["”]/g, '').trim();
  return concept?.counted ?? ((isPhysicalUnit(noun) ? noun : noun.split(/\s+/).at(-1)) || 'units');
}

/** `AFFO per diluted share`. */
const PER_SHARE = /\bper (?:[\p{L}-]+ ){0,3}?(share|unit|ADS)$/iu;

/** With the printed sign, or the sign that `down` and the like give a change. */
function printedValue({ figure, role, aspect }: Statement): string {
  const value = shiftDecimal(figure.digits, figure.scale);
  const isChange =
    aspect === 'change' ||
    aspect === 'changePercent' ||
    ((role.name === 'change' || role.name === 'rangeEnd') && aspect === 'ratio');
  const isNegative = figure.isNegative || (isChange && role.direction === -1);
  return isNegative && value !== '0' ? `-${value}` : value;
}
