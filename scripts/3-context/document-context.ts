import type { SourceText } from '../../src/model/corpus.ts';
import type { StatedBasis } from '../../src/model/document.ts';
import { findMostFrequent } from '../../src/model/most-frequent.ts';
import { firstDay, type IsoDate, lastDay } from '../../src/model/period.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import { IN_CLAUSE } from '../grammar/dates.ts';
import { findListings, findNamedListings } from '../grammar/listings.ts';
import { type NumberStyle, readNumberStyle, readProseStyle } from '../grammar/number-style.ts';
import { currenciesIn, seenText } from '../grammar/numbers.ts';
import { findPeriods } from '../grammar/periods.ts';
import { readUnit, type UnitPhrase } from '../grammar/units.ts';
import type { DocumentTime } from './document-time.ts';
import { readTitle } from './document-title.ts';
import { headTexts } from './head-texts.ts';
import { readIssuerNames } from './issuer-names.ts';
import { figureTexts } from './note-columns.ts';
import { readBasis } from './stated-basis.ts';
import { readStatedUnit, readUnreadScale } from './stated-unit.ts';

/** What holds for a whole document, as its own text tells it. */
export interface DocumentContext extends DocumentWords, DocumentTime {
  /** Folded names of the parts of the business that its tables tell apart. */
  readonly parts: ReadonlySet<string>;
  /** Ids of the sections that stand around all of its tables, by what the issuer does. */
  readonly around: readonly string[];
}

/** What it tells of itself in words, before its tables are known. */
export interface DocumentWords {
  readonly issuer: string;
  readonly id: string;
  readonly file: string;
  /** Headline on one line. */
  readonly title: string;
  /** Full name, then short names in the order in which the text gives them. */
  readonly issuerNames: readonly string[];
  /** `NASDAQ:IJJI`, `TSE:3774`. */
  readonly listings: readonly string[];
  /** Its listings as often as the text names them. */
  readonly named: readonly string[];
  /** Currency of most amounts. */
  readonly currency: string;
  /** Unit that the text states for all of its amounts, or that all of its captions agree on. */
  readonly unit: UnitPhrase | undefined;
  /** Words that would tell the scale of all amounts and are not understood, else empty. */
  readonly unreadScale: string;
  readonly numbers: NumberStyle;
  /** How its sentences write numbers. */
  readonly proseNumbers: NumberStyle;
  readonly basis: StatedBasis;
  /** Day on which a share split that the text speaks of took effect, else empty. */
  readonly splitDate: IsoDate | '';
}

/** Reads names, listings, units and how numbers are written. */
export function readDocumentWords(source: SourceText, raw: RawDocument): DocumentWords {
  const texts = raw.nodes.filter((node) => node.kind === 'text').map(({ text }) => text);
  const lines = raw.lines.map(seenText);
  const whole = lines.join('\n');
  const { settings = {} } = source;
  const said = [settings.name, settings.shortName].filter((name) => name !== undefined);
  const issuerNames = [...new Set([...said, ...readIssuerNames(raw, source.issuer)])];
  const numbers = readNumberStyle(figureTexts(raw));
  const currency = settings.currency ?? (currencyPresented(texts) || mostFrequentCurrency(whole));
  return {
    issuer: source.issuer,
    id: source.id,
    file: source.file,
    title: readTitle(raw, issuerNames),
    issuerNames,
    listings: settings.ticker ? [settings.ticker] : readListings(raw, texts, issuerNames),
    named: lines.flatMap((line) => findNamedListings(issuerNames, line).map(({ listing }) => listing)),
    currency,
    unit: readStatedUnit(texts, raw),
    unreadScale: readUnreadScale(texts),
    numbers,
    proseNumbers: readProseStyle(texts.join('\n'), numbers),
    basis: readBasis(whole, currency),
    splitDate: readSplitDate([...texts, ...lines].join('\n')),
  };
}

/** Those in the document's head, else those of the first text further down that names the issuer before one. */
function readListings(raw: RawDocument, texts: readonly string[], names: readonly string[]): string[] {
  const listingsIn = (text: string) => [...new Set(findListings(text).map(({ listing }) => listing))];
  const inHead = listingsIn(
    headTexts(raw)
      .map(({ text }) => text)
      .join(' '),
  );
  if (inHead.length > 0) return inHead;
  const isOwn = (text: string) => names.some((name) => text.startsWith(name));
  return (
    texts
      .filter(isOwn)
      .map(listingsIn)
      .find((found) => found.length > 0) ?? []
  );
}

/** `The financial statements are presented in Japanese yen.`, `All amounts are in US dollars.` */
const PRESENTED = new RegExp(
  String.raw`\b(?:statements?|figures|amounts|results)\b${IN_CLAUSE}{0,60}\b(?:presented|prepared|expressed|reported|stated|shown|given|denominated|are)\b${IN_CLAUSE}{0,20}?\bin (${IN_CLAUSE}{2,40})`,
  'i',
);
/** What is told in another currency too is told so for the reader's convenience. */
const FOR_CONVENIENCE = /\b(?:convenience|translat\w*|convert\w*)\b/i;

function currencyPresented(texts: readonly string[]): string {
  for (const text of texts) {
    const [sentence = '', words = ''] = PRESENTED.exec(text) ?? [];
    const currency = FOR_CONVENIENCE.test(text) || sentence === '' ? undefined : readUnit(words)?.currency;
    if (currency !== undefined) return currency;
  }
  return '';
}

/** `Millions of yen` over a column names a currency as a mark does. */
const UNITS_IN_WORDS = /\b(?:thousands|millions|billions) of [\p{L}.' ]{3,24}/giu;

function mostFrequentCurrency(text: string): string {
  const inWords = [...text.matchAll(UNITS_IN_WORDS)].flatMap(([words]) =>
    currenciesIn(words).length > 0 ? [] : (readUnit(words)?.currency ?? []),
  );
  return findMostFrequent([...currenciesIn(text), ...inWords]) ?? '';
}

/** `a 1:200 stock split on common stock with an effective date of October 1, 2012`. */
const SPLIT = new RegExp(String.raw`\bsplit\b${IN_CLAUSE}{0,160}`, 'gi');

function readSplitDate(text: string): IsoDate | '' {
  for (const match of text.matchAll(SPLIT)) {
    const date = findPeriods(match[0], { endMonth: 12, labelOffset: 0 }).find(({ form }) => form === 'date');
    if (date) return firstDay(date.period) || lastDay(date.period);
  }
  return '';
}
