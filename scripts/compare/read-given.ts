import { parse } from 'csv-parse/sync';
import { conceptById } from '../../src/concepts/index.ts';
import type { Qualifier } from '../../src/model/fact.ts';
import { addDays, duration, instant, type Period } from '../../src/model/period.ts';
import { around, type Quantity, scaled } from '../../src/model/quantity.ts';
import { ISSUERS, OWN } from '../output/xbrl/names.ts';
import { forecastMember, rangeEnd } from '../output/xbrl/report.ts';
import { measuredIn } from '../output/xbrl/units.ts';
import { findOther } from './other-elements.ts';

/** A figure from elsewhere, told as XBRL tells it. */
export interface GivenFigure {
  /** As it is told there: `us-gaap:Revenues`. */
  readonly name: string;
  readonly members: FigureSubject['members'];
  readonly period: Period;
  readonly unit: string;
  /** The unit as `measuredIn` gives it. */
  readonly measured: string;
  readonly value: string;
  readonly quantity: Quantity;
  /** The issuer, where it is one that Tieout named. */
  readonly issuer?: string | undefined;
}

/** What a figure is of: figures with one key tell the same. */
export interface FigureSubject {
  /** Id of a measure, or a name that is none. */
  readonly concept: string;
  readonly period: Period;
  /** As `measuredIn` gives it. */
  readonly unit: string;
  readonly members: Readonly<Record<string, string>>;
}

export const formatSubject = ({ concept, period, unit, members }: FigureSubject): string =>
  [concept.replace(UNNAMED, '_'), period, unit, ...foldMembers(members)].join('|');

export const foldMembers = (members: FigureSubject['members']): string[] =>
  Object.entries(members)
    .map(([axis, member]) => `${foldAxis(axis)}=${foldName(member, 'member')}`)
    .sort();

/** `ext:SegmentAxis` and `segment`, which is how we write it, are one axis. */
export const foldAxis = (axis: string): string => foldName(axis, 'axis');

/** Characters that names of elements cannot have. */
const UNNAMED = /[^\p{L}\p{N}_-]+/gu;

const foldName = (name: string, ending: string): string => {
  const plain = name
    .replace(`${OWN}:`, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}:]+/gu, '');
  return plain.endsWith(ending) ? plain.slice(0, -ending.length) : plain;
};

/** The axis of forecasts: what is aimed at is no other measure than what was. */
export const ofForecast = (qualifier: Qualifier): FigureSubject['members'] => ({
  'result-forecast': forecastMember(qualifier),
});

/** Every figure of a table or of xBRL-JSON, in its order; undefined where the text is neither. */
export const parseGiven = (text: string): GivenFigure[] | undefined =>
  /^\ufeff?\s*\{/.test(text) ? parseXbrlJson(text) : parseTable(text);

/** Columns without which a table tells no figures. */
const NEEDED = ['concept', 'period_end', 'unit', 'value'];

type Row = Readonly<Record<string, string>>;

function parseTable(text: string): GivenFigure[] | undefined {
  const rows = parseRows(text);
  if (!rows || !NEEDED.every((name) => name in (rows[0] ?? {}))) return undefined;
  return rows.filter(isLevel).flatMap((row) => {
    const { period_start: start = '', period_end: end = '', qualifier = 'exact', value = '' } = row;
    const { decimals = '' } = row;
    return makeGiven({
      name: row['concept'] ?? '',
      issuer: row['issuer'] || undefined,
      period: start === '' ? instant(end) : duration(start, end),
      unit: (row['unit'] ?? '').replace('/shares', '/share'),
      value: row['polarity'] === '-1' ? turn(value) : value,
      decimals: decimals === '' ? placesAfterPoint(value) : Number(decimals),
      members: {
        ...parseMembers(row['dimensions'] ?? row['dimension'] ?? ''),
        ...(row['basis'] === 'target' && ofForecast(qualifier as Qualifier)),
      },
    });
  });
}

/** `axis=member` pairs; another word is an axis that nobody else has. */
const parseMembers = (text: string): FigureSubject['members'] =>
  Object.fromEntries(
    text.split(';').flatMap((pair) => {
      const [axis = '', member = ''] = pair.split('=');
      return axis === '' ? [] : [[axis, member] as const];
    }),
  );

function parseRows(text: string): Row[] | undefined {
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

/** In a `facts.csv` of ours changes are no levels, an open end (`over`) is no value, and unsure rows say nothing. */
const isLevel = ({ aspect = '', basis, qualifier = 'exact', grade }: Row): boolean =>
  !aspect.startsWith('change') &&
  grade !== 'unsure' &&
  (basis === 'target' || rangeEnd({ qualifier: qualifier as Qualifier }) === '');

/** A table that does not say how exactly a number is told means its digits behind the point; a whole one is exact. */
const placesAfterPoint = (value: string): number | undefined => /\.(\d+)$/.exec(value)?.[1]?.length;

const turn = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);

interface XbrlJson {
  readonly facts?: Readonly<Record<string, XbrlFact>>;
}

interface XbrlFact {
  readonly value?: string | null;
  readonly decimals?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

function parseXbrlJson(text: string): GivenFigure[] | undefined {
  try {
    const { facts } = JSON.parse(text) as XbrlJson;
    return facts && Object.values(facts).flatMap(parseXbrlFact);
  } catch {
    return undefined;
  }
}

/** Text and dates are facts too; a number has a unit, or at least decimals. */
function parseXbrlFact({ value, decimals, dimensions = {} }: XbrlFact): GivenFigure[] {
  const { concept = '', entity = '', period = '', unit, language: _, ...members } = dimensions;
  if (typeof value !== 'string' || (unit === undefined && decimals === undefined) || period === '') return [];
  const [scheme, issuer] = entity.split(':');
  return makeGiven({
    name: concept,
    issuer: scheme === ISSUERS ? issuer : undefined,
    period: parsePeriod(period),
    unit: unit ?? '',
    value,
    decimals,
    members,
  });
}

/**
 * Axes that Japan's taxonomies put on every figure, by the names of their members: what they are here, nothing where a figure
 * is of the whole group, of what was, or of a whole year.
 */
const AXES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ConsolidatedNonconsolidatedAxis: { ConsolidatedMember: '', NonConsolidatedMember: 'entity=standalone' },
  ConsolidatedOrNonConsolidatedAxis: { ConsolidatedMember: '', NonConsolidatedMember: 'entity=standalone' },
  ResultForecastAxis: {
    ResultMember: '',
    ForecastMember: 'result-forecast=Forecast',
    LowerMember: 'result-forecast=Lower',
    UpperMember: 'result-forecast=Upper',
  },
  PreviousCurrentAxis: { CurrentMember: '', PreviousMember: 'forecast=previous' },
  AnnualDividendPaymentScheduleAxis: {
    FirstQuarterMember: 'payment=1Q-end',
    SecondQuarterMember: 'payment=2Q-end',
    ThirdQuarterMember: 'payment=3Q-end',
    YearEndMember: 'payment=Year-end',
    AnnualMember: '',
  },
};

const ownMembers = (members: FigureSubject['members']): FigureSubject['members'] =>
  Object.fromEntries(
    Object.entries(members).flatMap(([axis, member]) => {
      const own = AXES[localName(axis)]?.[localName(member)];
      return own === undefined ? [[axis, member]] : Object.entries(parseMembers(own));
    }),
  );

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Ends are the midnight after the last day. */
function parsePeriod(period: string): Period {
  const [first = '', last = ''] = period.split('/').map((time) => time.slice(0, 10));
  return last === '' ? instant(addDays(first, -1)) : duration(first, addDays(last, -1));
}

interface Told extends Omit<FigureSubject, 'concept'> {
  readonly name: string;
  readonly issuer: string | undefined;
  readonly value: string;
  readonly decimals: number | undefined;
}

function makeGiven({ name, issuer, period, unit, value, decimals, members }: Told): GivenFigure[] {
  if (value.trim() === '' || !Number.isFinite(Number(value))) return [];
  const measured = unit.includes(':') ? { unit, shift: 0 } : measuredIn(unit);
  const half = decimals === undefined || !Number.isFinite(decimals) ? 0 : 0.5 * 10 ** -decimals;
  const quantity = scaled(around(Number(value), half), 10 ** measured.shift);
  return [
    { name, members: ownMembers(members), period, unit, measured: measured.unit, value, quantity, issuer },
  ];
}

/** What a figure is of, in data that tell figures by these names. */
export const subjectOf = (
  { name, period, measured, members }: GivenFigure,
  told: ReadonlySet<string>,
): string => formatSubject({ concept: findConcept(name, told), period, unit: measured, members });

/**
 * The measure of an element, whose own name others may give to something else. A number at the end of one of ours tells
 * its type, which the unit tells as well.
 */
function findConcept(name: string, told: ReadonlySet<string>): string {
  const known = byElement.get(name) ?? findOther(name, told);
  if (known !== undefined) return known;
  return name.startsWith(`${OWN}:`) ? name.slice(OWN.length + 1).replace(/_\d+$/, '') : name;
}

const byElement: ReadonlyMap<string, string> = new Map(
  [...conceptById.values()].flatMap(({ id, element }) => (element === '' ? [] : [[element, id] as const])),
);
