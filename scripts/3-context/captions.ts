import { findConcept, findSection, type PartAxis, readAxis } from '../../src/concepts/vocabulary.ts';
import { fiscalPart, fiscalPeriod } from '../../src/model/calendar.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Basis } from '../../src/model/fact.ts';
import { isDuration, lastDay, type Period } from '../../src/model/period.ts';
import type { OutlineBlock, OutlineTable } from '../1-read/outline-block.ts';
import { findBasis } from '../grammar/aspects.ts';
import { findPeriods } from '../grammar/periods.ts';
import { isUnitOnly, readUnit, type UnitPhrase, unreadScale } from '../grammar/units.ts';
import { type Division, readLeadIn } from './divisions.ts';
import type { DocumentContext } from './document-context.ts';
import { nameWords, withoutPeriods } from './label-words.ts';
import { findFirstHalf, periodOver } from './standing-captions.ts';

/** What stands around a table and holds for all of it. */
export interface Captions {
  /** Nearest heading above, empty where there is none. */
  readonly title: string;
  /** Headings above, outermost first, the title included. */
  readonly section: readonly string[];
  /** Captions and headings, the nearest first. */
  readonly texts: readonly string[];
  /** Periods that the captions and headings name, the nearest text first; one text may name several. */
  readonly periods: readonly (readonly Period[])[];
  /** Ids of the sections and concepts that the headings name, innermost first. */
  readonly enclosing: readonly string[];
  readonly unit: UnitPhrase | undefined;
  /** Words that would tell the scale and are not understood, else empty. */
  readonly unreadScale: string;
  /** The title says that the figures are shares of a whole: `Percent of net sales`. */
  readonly isShare: boolean;
  /** What the sentence above divides into the rows. */
  readonly divided: Division | undefined;
  /** What is earned or spent, where its title names it beside times and remarks: `Revenue for 2025 (in millions)`. */
  readonly titled: Concept | undefined;
  readonly basis: Basis | undefined;
  /** Marks whose notes below say that what bears them is told before or without something. */
  readonly marksOfLess: readonly string[];
  /** The text says that its bare percent columns are changes on the year. */
  readonly percentIsChange: boolean;
  /** The text says that per-share figures before a split were adjusted for it. */
  readonly isSplitAdjusted: boolean;
  /** The one period after the release that the text above it names: what an outlook is for. */
  readonly aimedAt: Period | undefined;
}

/** Reads the headings and captions above a table, the unit under it and the notes that speak of it. */
export function readCaptions(
  blocks: readonly OutlineBlock[],
  index: number,
  context: DocumentContext,
): Captions {
  const table = blocks[index] as OutlineTable;
  const above = captionsAbove(blocks, index);
  const below = unitBelow(blocks, index);
  const headings = [...table.section].reverse().filter((text) => !isHeadline(text, context));
  const repeated = findFirstHalf(blocks, index);
  const texts = [
    ...leadIn(blocks[index - 1]),
    ...above,
    ...headings,
    ...periodOver(blocks, index),
    ...(repeated?.captions ?? []),
  ];
  const title = table.section.at(-1) ?? '';
  const unitTexts = [
    ...above,
    ...closingRemark(blocks[index - 1]),
    title,
    ...below,
    ...unitsFurtherUp(blocks, index),
  ];
  const unread = unitTexts.findIndex((text) => unreadScale(text) !== '');
  const unitText = unitTexts.find(
    (text, i) => namesMoney(text, readUnit(text)) && (unread < 0 || i <= unread),
  );
  const unit = unitText === undefined ? undefined : withCurrency(readUnit(unitText), context);
  return {
    title,
    section: table.section,
    texts,
    periods: texts
      .map((text) =>
        findPeriods(text, context.calendar)
          .filter(({ start, period }) => !isAside(text, start) && period !== context.released)
          .map(({ period }) => period),
      )
      .filter((found) => found.length > 0),
    enclosing: [
      ...(repeated?.isOfEquity ? ['EquityStatement'] : []),
      ...[...table.section].reverse().flatMap((text) => namedBy(text, context)),
      ...context.around,
    ],
    unit,
    unreadScale:
      unit?.scale !== undefined
        ? ''
        : unread < 0 && unit === undefined
          ? context.unreadScale
          : unreadScale(unitTexts[unread] ?? ''),
    isShare:
      [title, ...above].some((text) =>
        /^\(?(?:(?:as )?an? )?(?:%|percent(?:age)?|per cent) (?:of|to) /i.test(text),
      ) ||
      /\bas an? percent(?:age)? of [\p{L} ]+,? (?:as follows|of the following|is|are):$/iu.test(
        blockText(sentenceAbove(blocks, index)),
      ),
    aimedAt: aimedAt(blocks, index, context),
    titled: findTitled(title, context),
    divided: readLeadIn(blockText(sentenceAbove(blocks, index)), context.issuerNames),
    basis: [title, ...above].map(findBasis).find((basis) => basis !== undefined),
    marksOfLess: [...textBelow(blocks, index)].flatMap((text) => NOTE_OF_LESS.exec(text)?.[1] ?? []),
    percentIsChange: [...above, title].some((text) => TELLS_GROWTH.test(text)),
    isSplitAdjusted: [...textAround(blocks, index)].some(
      (text) => /\bsplit\b/i.test(text) && /retroactiv|\brestated\b|as if the (?:stock )?split/i.test(text),
    ),
  };
}

/** `* Before fair value adjustments`, `¹ Excluding items affecting comparability`. */
const NOTE_OF_LESS =
  /^\s*\\?(\*{1,4}|[†‡]|[⁰¹²³⁴-⁹]+|\(?[\da-e]\)|\[\d\])\s*(?:(?:figures?|amounts?|results?|numbers?)\s(?:are\s)?)?(?:before|excl(?:ud(?:es?|ing)|\.)?|ex\.|adjusted (?:for|to)|without)\s/i;

const TELLS_GROWTH =
  /%.*\b(?:yoy|change|growth|increase)|\((?:\p{L}+ ){0,3}(?:growth|change)\b[^()]*\)\s*$/iu;

/** What is earned or spent that a title names beside times, units and ways of telling. */
export function findTitled(title: string, context: DocumentContext): Concept | undefined {
  const words = nameWords(title.replace(/\s*\([^()]*\)\s*$/, ''), context).replace(/\s(?:for|in|of)$/, '');
  const found = findConcept(words, { enclosing: [], issuerNames: context.issuerNames })?.concept;
  return found?.kind === 'monetary' && found.periodType === 'duration' ? found : undefined;
}

/** A unit or a scale of amounts, or `(all amounts are per diluted share)`. */
const namesMoney = (text: string, unit: UnitPhrase | undefined): boolean =>
  isUnitOnly(text)
    ? unit?.currency !== undefined || unit?.scale !== undefined || unit?.per !== undefined
    : !AMOUNT.test(text) && (unit?.currency !== undefined || unit?.scale !== undefined);

/** `Acme Reports Earnings of $4,277,703 or $1.37 Per Share` tells the unit of its own amounts alone. */
const AMOUNT = /\p{Sc}\s?(?!000)\d/u;

/** `(in thousands)` leaves the currency to what the document says elsewhere. */
function withCurrency(unit: UnitPhrase | undefined, context: DocumentContext): UnitPhrase | undefined {
  const currency = unit?.currency ?? context.unit?.currency ?? context.currency;
  if (!unit || unit.measure !== undefined || !currency) return unit;
  return { ...unit, currency, ...(unit.currency === undefined && { isOfDocument: true as const }) };
}

/** What the words of a heading name, its numbering and period left out. */
export function namedBy(heading: string, context: DocumentContext): string[] {
  const bare = withoutPeriods(heading, context).replace(/^\(?\w{1,2}[.)]\s*/, '');
  const lookup = { enclosing: [], issuerNames: context.issuerNames };
  return [findSection(bare, lookup)?.id, findConcept(bare, lookup)?.concept.id].filter(
    (id) => id !== undefined,
  );
}

/** A text that names no time but the day of the release: a dateline, or a running head. */
export const isReleaseDay = (text: string, { calendar, released }: DocumentContext): boolean => {
  const found = findPeriods(text, calendar);
  return found.length > 0 && found.every(({ period }) => period === released);
};

/** The headline names what the document reports on first of all, not what each of its tables is of. */
const isHeadline = (text: string, { title }: DocumentContext): boolean =>
  text.length > 12 && title.includes(text);

/** A date of announcement is no period of the figures. */
const isAside = (text: string, at: number): boolean =>
  /\b(?:announced|published|revised|released)(?: on)? $/i.test(text.slice(Math.max(0, at - 16), at));

/** Captions between a table and the heading or table above it, nearest first. */
function captionsAbove(blocks: readonly OutlineBlock[], index: number): string[] {
  const found: string[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'heading') return [...found, ...unitsOver(blocks, i)];
    if (block.kind === 'table') return found.filter((text) => !isUnitOnly(text));
    if (block.kind === 'unit') found.push(block.text);
  }
  return found;
}

/** Units right above the heading of a table: `(in millions)` between its title and a remark such as `Restated`. */
function unitsOver(blocks: readonly OutlineBlock[], heading: number): string[] {
  const found: string[] = [];
  for (let i = heading - 1; blocks[i]?.kind === 'unit'; i--) found.push(blockText(blocks[i]));
  return found;
}

/** Units above the other tables of the same heading, the nearest first. */
function unitsFurtherUp(blocks: readonly OutlineBlock[], index: number): string[] {
  const found: string[] = [];
  for (let i = index - 1; i >= 0 && i > index - FARTHEST; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'heading') break;
    if (block.kind === 'unit' && isUnitOnly(block.text)) found.push(block.text);
    if (blocks[i + 1]?.kind === 'table') found.push(...closingRemark(block));
  }
  return found;
}

const FARTHEST = 12;

/** The paragraph above a table, past the unit between them. */
function sentenceAbove(blocks: readonly OutlineBlock[], index: number): OutlineBlock | undefined {
  const at = blocks.findLastIndex(({ kind }, i) => i < index && kind !== 'unit');
  return index - at <= MOST_UNITS ? blocks[at] : undefined;
}

const MOST_UNITS = 3;

/** A sentence that leads to the table: `Revenue by region for the six months ended June 30, 2024 was as follows:`. */
function leadIn(before: OutlineBlock | undefined): string[] {
  const text = blockText(before);
  return text.length <= 300 && /:$/.test(text) && before?.kind !== 'heading' ? [text] : [];
}

/** A remark at the end of the paragraph above, however long that is: `… the following reconciliation (in thousands):`. */
function closingRemark(before: OutlineBlock | undefined): string[] {
  if (!before || before.kind === 'heading' || before.kind === 'table') return [];
  const remark = /\(((?:[^()]|\([^()]*\)){3,120})\)\s*[:.]?\s*$/.exec(blockText(before))?.[1];
  return remark === undefined ? [] : [remark];
}

/** What an outlook is for: the period to come that the paragraphs above it or its heading name, or their `full year`. */
function aimedAt(
  blocks: readonly OutlineBlock[],
  index: number,
  context: DocumentContext,
): Period | undefined {
  const { calendar, released } = context;
  const texts: string[] = [];
  for (let i = index - 1; i >= 0 && blocks[i]?.kind !== 'heading' && blocks[i]?.kind !== 'table'; i--)
    texts.push(blockText(blocks[i]));
  for (const text of texts) {
    const found = findPeriods(text, calendar).filter(
      ({ period }) => isDuration(period) && lastDay(period) > released,
    );
    const [period, ...others] = new Set(found.map((mention) => mention.period));
    if (period !== undefined) return others.length === 0 ? period : undefined;
  }
  const title = blocks[index]?.section.at(-1) ?? '';
  return (
    yearAimedAt(title, context) ?? ([title, ...texts].some(isOfWholeYear) ? yearUnderWay(context) : undefined)
  );
}

/** `2024 Guidance`, `Outlook for 2025`: a year that a heading of targets names without a word before it. */
function yearAimedAt(title: string, { calendar, released }: DocumentContext): Period | undefined {
  if (findBasis(title) !== 'target' || findPeriods(title, calendar).length > 0) return undefined;
  const [year, ...others] = new Set(title.match(/(?<![\d.,/-])20\d{2}(?![\d.,/-])/g));
  const named =
    year === undefined || others.length > 0 ? undefined : fiscalPeriod(calendar, Number(year), 'fy');
  return named !== undefined && lastDay(named) > released ? named : undefined;
}

const isOfWholeYear = (text: string): boolean =>
  /\b(?:full|whole)[- ]year(?:'s)? (?:\w+ )?(?:guidance|outlook|forecast|targets?|expectations?)\b|\bannual (?:guidance|outlook|forecast|targets?)\b/i.test(
    text,
  );

/** The fiscal year that the period reported on is a part of, or the next where it is a whole year. */
function yearUnderWay({ calendar, period }: DocumentContext): Period | undefined {
  const part = fiscalPart(calendar, period);
  return (
    part &&
    fiscalPeriod(
      calendar,
      part.year + (part.part === 'fy' || part.part === '4q' || part.part === '2h' ? 1 : 0),
      'fy',
    )
  );
}

/** The axis of the parts that a table tells of, by its headings: segments where they name none. */
export const partAxis = ({ section }: Pick<Captions, 'section'>): PartAxis => {
  const words = section
    .slice(-2)
    .reverse()
    .map((text) => /\bby (.{3,60})$/i.exec(text)?.[1] ?? text);
  return words.map(readAxis).find((axis) => axis !== undefined) ?? 'segment';
};

function unitBelow(blocks: readonly OutlineBlock[], index: number): string[] {
  const next = blocks[index + 1];
  return next?.kind === 'unit' && isUnitOnly(next.text) ? [next.text] : [];
}

/** Text of the same section: paragraphs above as far as the heading, notes below as far as the next heading or table. */
function* textAround(blocks: readonly OutlineBlock[], index: number): Generator<string> {
  for (let i = index - 1; i >= 0 && blocks[i]?.kind !== 'heading' && blocks[i]?.kind !== 'table'; i--)
    yield blockText(blocks[i]);
  yield* textBelow(blocks, index);
}

/** Notes below, as far as the next heading or table. */
function* textBelow(blocks: readonly OutlineBlock[], index: number): Generator<string> {
  for (
    let i = index + 1;
    i < blocks.length && blocks[i]?.kind !== 'heading' && blocks[i]?.kind !== 'table';
    i++
  )
    yield blockText(blocks[i]);
}

const blockText = (block: OutlineBlock | undefined): string => (block && 'text' in block ? block.text : '');
