import { findSection } from '../../../src/concepts/vocabulary.ts';
import {
  type Calendar,
  fiscalPart,
  fiscalPeriod as periodIn,
  type YearPart,
} from '../../../src/model/calendar.ts';
import { isDuration, lastDay, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { scanNumbers } from '../../grammar/numbers.ts';
import type { PeriodMention } from '../../grammar/periods.ts';
import { headsOutlook, headsStanding } from './basis.ts';
import { findAgainst } from './held-against.ts';
import type { Measure, Measures } from './measures.ts';
import { monthsNamed } from './relative-times.ts';

/** Finds wordings of periods in a text. */
export type PeriodFinder = (text: string) => readonly PeriodMention[];

/** What the headings above a block say. */
export interface HeadingContext {
  /** Ids of concepts and sections they name, innermost first. */
  readonly enclosing: readonly string[];
  /** In bare words, the nearest first. */
  readonly path: readonly string[];
  readonly headingMeasure: Measure | undefined;
  /** The nearest period that holds here: none from above an outlook, none of an outlook for what closes every release. */
  readonly headingPeriod: Period | undefined;
  /** It is the title's: headings between name none. */
  readonly isOfTitle: boolean;
  /** The nearest that was over at the release, for texts that tell of what was. */
  readonly pastPeriod: Period | undefined;
  /** What the nearest heading that says so holds what is below it against. */
  readonly against: Period | undefined;
}

/** What one heading says, wherever it stands. */
interface Heading {
  /** In bare words. */
  readonly text: string;
  readonly period: Period | undefined;
  readonly against: Period | undefined;
  readonly section: string | undefined;
  readonly isTitle: boolean;
  readonly isOutlook: boolean;
  /** It opens what every release closes with, whatever it reports on. */
  readonly isStanding: boolean;
}

/** Reads paths of headings; a heading is read once, in however many paths it stands. */
export class HeadingReader {
  readonly #document: DocumentContext;
  readonly #measures: Measures;
  readonly #periodsIn: PeriodFinder;
  readonly #headings = new Map<string, Heading>();
  readonly #paths = new Map<string, HeadingContext>();

  constructor(document: DocumentContext, measures: Measures, periods: PeriodFinder) {
    this.#document = document;
    this.#measures = measures;
    this.#periodsIn = periods;
  }

  /** What a path of headings says, outermost first; the nearest one that says something counts. */
  read(section: readonly string[]): HeadingContext {
    const key = section.join('\n');
    const known =
      this.#paths.get(key) ?? this.#readPath(section.map((text) => this.#heading(text)).reverse());
    this.#paths.set(key, known);
    return known;
  }

  #readPath(headings: readonly Heading[]): HeadingContext {
    const enclosing = headings.flatMap(({ text, section }) => {
      const concept = this.#measures.find(text, undefined, [])?.concept;
      return [...(section ? [section] : []), ...(concept ? [concept.id] : [])];
    });
    const nearest = headings[0]?.text;
    return {
      enclosing: [...enclosing, ...this.#document.around],
      path: headings.map(({ text }) => text).filter(Boolean),
      headingMeasure: findMeasure(nearest ?? '', this.#measures, enclosing),
      ...this.#periodHere(headings),
      pastPeriod: headings.find(({ period }) => period !== undefined && !this.#isAhead(period))?.period,
      against: headings.find(({ against, isTitle }) => against !== undefined && !isTitle)?.against,
    };
  }

  #periodHere(headings: readonly Heading[]): Pick<HeadingContext, 'headingPeriod' | 'isOfTitle'> {
    const standing = headings.findIndex(({ isStanding }) => isStanding);
    const isLeft = (index: number) => standing >= 0 && index > standing;
    const found = headings.findIndex(
      ({ period, isOutlook }, i) =>
        !(isLeft(i) && (isOutlook || (period && this.#isAhead(period)))) &&
        (period !== undefined || isOutlook),
    );
    // `Fiscal 2027 Outlook` over `The company expects the following:` tells for when.
    const dated = headings.findIndex(
      ({ period, isOutlook }, i) => i >= found && (period !== undefined || !isOutlook),
    );
    const over = found >= 0 && headings[dated]?.isOutlook ? headings[dated]?.period : undefined;
    return {
      headingPeriod: headings[found]?.period ?? over,
      isOfTitle: found > 0 && headings[found]?.isTitle === true,
    };
  }

  #isAhead = (period: Period): boolean => lastDay(period) > this.#document.released;

  #heading(text: string): Heading {
    const known = this.#headings.get(text);
    if (known) return known;
    const mentions = this.#periodsIn(text);
    const bare = bareHeading(text, mentions);
    const section = findSection(bare, { enclosing: [], issuerNames: this.#document.issuerNames })?.id;
    const read = {
      text: bare,
      period: findSpan(text, mentions, this.#document),
      against: tellsFigure(text, mentions) ? undefined : findAgainst(text, mentions, this.#document),
      section,
      isTitle: this.#document.title !== '' && text.includes(this.#document.title),
      isOutlook: headsOutlook(text),
      isStanding: headsStanding(bare),
    };
    this.#headings.set(text, read);
    return read;
  }
}

function findMeasure(heading: string, measures: Measures, enclosing: readonly string[]): Measure | undefined {
  if (OF_ALL_RESULTS.test(heading)) return undefined;
  return (
    measures.find(heading, undefined, enclosing) ??
    measures.find(heading, 'shares', enclosing) ??
    measures.find(heading, 'count', enclosing)
  );
}

/** It heads all that was earned, and not what was earned on money alone. */
const OF_ALL_RESULTS = /^(?:financial|operating|other|consolidated|group) results?$/i;

/** The one span that a heading names, such as a fiscal year. */
function findSpan(
  heading: string,
  mentions: readonly PeriodMention[],
  { calendar, period: main }: DocumentContext,
): Period | undefined {
  if (OTHER_REPORT.test(heading) || tellsFigure(heading, mentions)) return undefined;
  const held = heading.search(AGAINST);
  const own = held < 0 ? mentions : mentions.filter(({ start }) => start < held);
  const spans = [...new Set(own.map(({ period }) => period).filter(isDuration))];
  if (spans.length > 0) return spans.length === 1 ? spans[0] : undefined;
  const year = /(?<![\d.,])(20\d{2})(?![\d.,])/.exec(heading)?.[1];
  if (mentions.length > 0) return undefined;
  const told = fiscalPart(calendar, main)?.year;
  const part = partNamed(heading, calendar, year ? Number(year) : told);
  if (part) return part;
  if (year) return TO_DATE.test(heading) ? undefined : periodIn(calendar, Number(year), 'fy');
  return monthsNamed(heading, main);
}

/** `Second Quarter and Year-to-Date 2026 Results`: no whole year. */
const TO_DATE = /\byear[- ]to[- ]date\b|\bYTD\b/i;

/** `Annual Report on Form 10-K for fiscal 2022 as filed with the SEC`: another document than the one that is read. */
const OTHER_REPORT = /\bForm \d{1,2}-[A-Z]\b.*\bfiled\b|\bas filed\b/;

/** `Repurchased 12.3 million shares in the first half of 2026`: a result by itself, and no head of what is below it. */
const tellsFigure = (heading: string, mentions: readonly PeriodMention[]): boolean =>
  scanNumbers(heading).some(
    ({ start, end, currency, percent, places }) =>
      (currency !== '' ||
        percent ||
        places > 0 ||
        /^\s?(?:million|billion|thousand)\b/i.test(heading.slice(end))) &&
      !mentions.some((mention) => start >= mention.start && start < mention.end),
  );

/** What the heading only holds its period against, or what began then: `(compared with the third quarter of 2023)`. */
const AGAINST =
  /\b(?:initiated|begun|began|started|launched|acquired|announced|closed|since)\s(?:in\s)?(?:the\s)?(?=\S*\d|first|second|third|fourth)|\b(?:compar(?:ed|ison|isons|ing|ative)s?\b.{0,24}?\b(?:with|to|are)|versus|vs\.?|against)\s/i;

const PARTS: Readonly<Record<string, YearPart>> = {
  'first quarter': '1q', 'second quarter': '2q', 'third quarter': '3q', 'fourth quarter': '4q',
  'first half': '1h', 'second half': '2h', 'six months': '1h', 'nine months': '9m', 'full year': 'fy',
}; // biome-ignore format: a table reads better than a column

/** `Fourth Quarter Highlights`: a part of the year that the release is on, or that the heading names apart from it. */
function partNamed(heading: string, calendar: Calendar, year: number | undefined): Period | undefined {
  const names = heading
    .toLowerCase()
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .match(
      /\b(?:(?:first|second|third|fourth) quarter|(?:first|second) half|(?:six|nine) months|full year)\b/g,
    );
  const part = names?.length === 1 ? PARTS[names[0]] : undefined;
  return part && year !== undefined ? periodIn(calendar, year, part) : undefined;
}

/** Without numbering, periods and a closing colon. */
function bareHeading(heading: string, mentions: readonly PeriodMention[]): string {
  let text = heading;
  for (const { start, end } of [...mentions].reverse()) text = `${text.slice(0, start)} ${text.slice(end)}`;
  return text
    .replace(/^\s*(?:\(\w{1,3}\)|\w{1,3}[.)])\s*/, '')
    .replace(/\((?:announced|as of|for|unaudited)[^)]*\)/gi, ' ')
    .replace(/[:*]+\s*$/, '')
    .replace(/\b(?:for|of|as of|in|the)\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
