import { foldLabel } from '../../src/concepts/fold-label.ts';
import { revenueShares } from '../../src/concepts/index.ts';
import {
  findConcept,
  findMember,
  makeMemberId,
  readTelling,
  type Telling,
} from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Aspect, Basis, Qualifier } from '../../src/model/fact.ts';
import type { Grid, GridColumn } from '../2-tables/grid.ts';
import {
  findBasis,
  isChangeOnly,
  isWholeYear,
  readAspect,
  readPayment,
  withoutBasis,
} from '../grammar/aspects.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import { isNoteHead } from '../grammar/note-heads.ts';
import { readYearName } from '../grammar/periods.ts';
import { readTimes as findTimes } from '../grammar/read-times.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, readUnit } from '../grammar/units.ts';
import { type Captions, isReleaseDay, partAxis } from './captions.ts';
import { areShares, besideAmounts, isChange } from './changes.ts';
import { type HeadFrame, periodInHeader } from './column-periods.ts';
import type { DocumentContext } from './document-context.ts';
import { asEquity, isEquityMatrix } from './equity-columns.ts';
import { headTime, isWholeSpan, namesDay, unreadTime } from './head-times.ts';
import { bareHead, withoutPeriods } from './label-words.ts';
import type { ReadColumn } from './read-column.ts';
import { readMomentName } from './row-labels.ts';
import { withSpansInStep } from './spans-in-step.ts';
import { withPeriodsBeside } from './undated-columns.ts';

/** Reads every column of a grid; changes get their periods from the columns they stand beside. */
export function readColumns(grid: Grid, captions: Captions, context: DocumentContext): ReadColumn[] {
  const heads = grid.columns.map(({ header }) => headTime(header)).filter((head) => head !== undefined);
  const around = captions.texts.filter((text) => !isReleaseDay(text, context));
  const frame: HeadFrame = { beside: grid.frame, around, context, heads };
  const read = (column: GridColumn): ReadColumn => ({
    ...readColumn(withoutVersus(column, grid), captions, context, frame),
    header: column.header,
  });
  const columns = withSpansInStep(grid.columns.map(read), grid, context.calendar, read)
    .map((column, _, all) => (captions.percentIsChange ? column : asShare(column, all, grid)))
    .map((column, i, all) => ofLeft(column, all[i - 1]));
  const placed = withAdjustments(withPeriodsBeside(besideAmounts(columns, grid), grid));
  return isEquityMatrix(placed, captions) ? asEquity(placed, grid) : withParts(placed, grid, captions);
}

/** `Q3 2026 | vs. Q3 2025 | Change`: where a head of changes follows, the column is of its time and no change. */
function withoutVersus(column: GridColumn, { columns }: Grid): GridColumn {
  const next = columns[columns.indexOf(column) + 1]?.header.at(-1) ?? '';
  const header = column.header.map((text) => text.replace(VERSUS, ''));
  const isOfTime = header.every((text, i) => text === column.header[i] || isTimeOnly(text));
  return isOfTime && isChangeOnly(next) && !/[%％]/.test(next) ? { ...column, header } : column;
}

const VERSUS = /^(?:vs\.?|versus) /i;

/** `Operating income`, `% net sales`: the share of what the column at the left measures. */
const OF_LEFT =
  /^(?:as (?:a )?)?(?:%|％|percent(?:age)?) (?:of )?(?:total |net )*(?:revenues?|sales|turnover)$/i;

function ofLeft(column: ReadColumn, left: ReadColumn | undefined): ReadColumn {
  const share = left?.concept && revenueShares.get(left.concept.id);
  if (!share || !OF_LEFT.test(column.header.at(-1) ?? '')) return column;
  return { ...column, concept: share, unknownMeasure: '', part: left.part, ways: left.ways, aspect: 'ratio' };
}

function readColumn(
  column: GridColumn,
  captions: Captions,
  context: DocumentContext,
  frame: HeadFrame,
): ReadColumn {
  const text = column.header.join(' ');
  const isShare = SHARE.test(text) || (captions.isShare && !/\p{Sc}/u.test(text));
  const named = measureIn(column.header, captions, context);
  const { concept, measure, ways, isPlain } = isShare ? NO_MEASURE : named;
  const aspect = isShare && !isChange(readAspect(text)) ? 'ratio' : decideAspect(column, concept, captions);
  const dimensions = readDimensions(column.header);
  const basis = findBasis(text) ?? basisByMark(column.header);
  const { period, compared, doubt, isYearless } = readTimes(
    withoutReleaseDay(dimensions['payment'] ? column.header.slice(0, -1) : column.header, context),
    isChange(aspect),
    { ...frame, isAimedAt: basis === 'target', unread: named.concept ? '' : named.measure },
  );
  return {
    cell: column.cell,
    header: column.header,
    isHeaded: column.isHeaded,
    isNote: isNoteHead(column.header.at(-1) ?? ''),
    period,
    timeDoubt: doubt,
    unreadTime: unreadTime(column.header),
    isYearless,
    isImplied: period !== undefined && isWholeYear(column.header.at(-1) ?? ''),
    compared,
    aspect,
    basis,
    unit: isShare ? { measure: 'percent' } : (readUnit(column.unit) ?? readUnit(text)),
    isMoney: false,
    dimensions,
    moment: readMomentName(text),
    concept,
    unknownMeasure: isChange(readAspect(text)) ? '' : measure,
    ways,
    isPlain,
    qualifier: readQualifier(column.header.at(-1) ?? ''),
    part: {},
    facet: '',
    measured: '',
  };
}

/** The day of the release over `Three months ended` is a letterhead that has run into the table. */
function withoutReleaseDay(header: readonly string[], context: DocumentContext): readonly string[] {
  const own = header.filter((text) => !isReleaseDay(text, context));
  return headTime(own) === undefined ? header : own;
}

/** A bare `%` under no word of change whose figures are shares of what stands at 100.0. */
function asShare(column: ReadColumn, columns: readonly ReadColumn[], grid: Grid): ReadColumn {
  const isBare = column.aspect === 'changePercent' && !isChange(readAspect(column.header.join(' ')));
  return isBare && areShares(column, columns, grid)
    ? { ...column, aspect: 'ratio', unit: { measure: 'percent' } }
    : column;
}

/** A column of shares in a whole: `% of revenue`. */
export const SHARE = /(?:%|％|\bpercent(?:age)?|\bper cent) (?:of|to) (?:total |net |the )*\p{L}/iu;

/** The ends of a range that has two columns. */
const readQualifier = (leaf: string): Qualifier =>
  /^(?:low|low(?:er)? end|from|min(?:imum)?)$/i.test(leaf)
    ? 'from'
    : /^(?:high|(?:high|upp)er? end|high end|to|max(?:imum)?)$/i.test(leaf)
      ? 'to'
      : 'exact';

const AGAINST = /\b(?:vs\.?|versus|against|from|over|compared (?:to|with))(?=\s)/i;

/** What a head says before and behind the words that hold one time against another, or a sign between the two. */
function heldAgainst(header: readonly string[]): readonly [string, string] | undefined {
  const against = AGAINST.exec(header.join(' '));
  if (against)
    return [against.input.slice(0, against.index), against.input.slice(against.index + against[0].length)];
  const text = (header.at(-1) ?? '').replace(/(?<=\s)x(?=\d)/gi, '×');
  const [now, before, ...others] = findTimes(text);
  const areTwo =
    now && before && others.length === 0 && /^\s*(?:[x×/–-]\s*)?$/i.test(text.slice(now.end, before.start));
  return areTwo
    ? [[...header.slice(0, -1), text.slice(0, now.end)].join(' '), text.slice(before.start)]
    : undefined;
}

/** The period of a column and, where its head has two, the one that it is held against: `3Q25 vs. 2Q25`. */
function readTimes(
  header: readonly string[],
  isOfChange: boolean,
  frame: HeadFrame,
): Pick<ReadColumn, 'period' | 'compared' | 'isYearless'> & { readonly doubt: string } {
  if (header.length === 0) return { period: undefined, compared: undefined, doubt: '', isYearless: false };
  const held = isOfChange ? heldAgainst(header) : undefined;
  if (!held) {
    const own = headTime(header);
    const isOpen = isOfChange && !(own && (isWholeSpan(own) || namesDay(own) || own.labels.length > 0));
    const told = isOpen ? undefined : periodInHeader(header, frame);
    const { period, doubt = '', isYearless = false } = told ?? {};
    return { period, compared: undefined, doubt, isYearless };
  }
  const [before, behind] = held;
  const own = headTime([before]);
  return {
    period: own && (isWholeSpan(own) || namesDay(own)) ? periodInHeader([before], frame)?.period : undefined,
    compared: periodInHeader([behind], { ...frame, beside: [before, ...frame.beside] })?.period,
    doubt: '',
    isYearless: false,
  };
}

/** `24E` is estimated, `23A` was. */
function basisByMark(header: readonly string[]): Basis | undefined {
  const mark = headTime(header)?.labels.find((label) => label.mark)?.mark;
  return mark && (mark === 'E' ? 'target' : 'reported');
}

interface HeadMeasure {
  readonly concept: Concept | undefined;
  /** The words that name it, or that name a part beside a known measure. */
  readonly measure: string;
  readonly ways: Readonly<Record<string, string>>;
  readonly isPlain: boolean;
}

const NO_MEASURE: HeadMeasure = { concept: undefined, measure: '', ways: {}, isPlain: false };

/** What a head names: a measure of that very name, or one beside the words that say how it is told. */
function measureIn(header: readonly string[], captions: Captions, context: DocumentContext): HeadMeasure {
  const lookup = { enclosing: captions.enclosing, issuerNames: context.issuerNames };
  const find = (words: string) => {
    const found = words ? findConcept(words, lookup) : undefined;
    return found?.member ? undefined : found?.concept; // `Corporate` among segments is whose, not what
  };
  const told = header.map((text) => readTelling(text));
  const whole = named(namesIn(header, context), find);
  if (told.every((telling) => telling === undefined)) return { ...NO_MEASURE, ...whole };
  const parts = header.map((text, i) => (told[i] ? withoutFiller(told[i].rest) : text));
  const bare = named(namesIn(parts, context), find);
  const isNamedSo = whole.concept !== undefined && (bare.concept ?? bare.measure) !== '';
  return isNamedSo ? { ...NO_MEASURE, ...whole } : { ...bare, ...nearestWays(told) };
}

/** The innermost words that name a known measure, and those that name something else beside it. */
function named(
  names: readonly string[],
  find: (words: string) => Concept | undefined,
): Pick<HeadMeasure, 'concept' | 'measure'> {
  const known = names.find((words) => find(words) !== undefined);
  if (known === undefined) return { concept: undefined, measure: names[0] ?? '' };
  return { concept: find(known), measure: names.find((words) => words !== known && !find(words)) ?? '' };
}

/** The innermost words win; where one says `GAAP` and another `non-GAAP` the part of the head nearest to the figures does. */
function nearestWays(told: readonly (Telling | undefined)[]): Pick<HeadMeasure, 'ways' | 'isPlain'> {
  const last = told.findLast((telling) => telling !== undefined);
  const ways = last?.isPlain ? {} : Object.assign({}, ...told.map((telling) => telling?.dimensions));
  return { ways, isPlain: last?.isPlain ?? false };
}

/** Words beside `adjusted` or `organic` that name no measure. */
const withoutFiller = (rest: string): string => {
  const bare = withoutUnit(rest)
    .replace(/\p{Sc}\s?(?:m|mn|bn|k)\b/giu, ' ')
    .replace(
      /\b(?:growth|changes?|in|at|basis|results?|figures?|total|rates?|exchange|sales|measures?)\b|[%€£$()*,.\d]/gi,
      ' ',
    );
  return bare.trim() === '' ? '' : rest;
};

/**
 * Between what the accounts report and what is told in another way stand the steps from one to the other. A head such as
 * `Stock-based compensation` names a step there and no measure.
 */
function withAdjustments(columns: readonly ReadColumn[]): ReadColumn[] {
  const amounts = columns.filter(({ concept, aspect }) => !concept && !isChange(aspect));
  const isTold = ({ ways }: ReadColumn) => (ways['variant'] ?? ways['vintage']) !== undefined;
  const told = new Set(amounts.filter(isTold).map(({ period }) => period));
  const isReported = ({ isPlain, unknownMeasure }: ReadColumn) => isPlain || WHOLE.test(unknownMeasure);
  const reported = new Set(amounts.filter(isReported).map(({ period }) => period));
  return columns.map((column) => {
    const words = column.concept ? (column.header.at(-1) ?? '') : column.unknownMeasure;
    const isStep =
      words !== '' &&
      !(isChange(column.aspect) || isTold(column) || isReported(column)) &&
      told.has(column.period) &&
      (reported.has(column.period) || STEP.test(words));
    return isStep
      ? {
          ...column,
          concept: undefined,
          unknownMeasure: '',
          ways: { adjustment: makeMemberId(words.replace(TOUCHING_MARK, '')) },
        }
      : column;
  });
}

/** `Adjusting items1`: a footnote's mark that is no longer raised. */
const TOUCHING_MARK = /(?<=\p{Ll}{3})\d$/u;

const STEP =
  /\b(?:adjust(?:ments?|ing)|exceptional|special|non-?recurring|one-off|items?|effects?|impacts?|reclassifications?)\b/i;

/** `%` under the head of an amount is its growth where the caption says so or the head names no ratio. */
function decideAspect(
  column: GridColumn,
  concept: Concept | undefined,
  captions: Captions,
): Aspect | undefined {
  const isPercent = readUnit(column.unit)?.measure === 'percent';
  const own = readAspect(`${column.header.join(' ')}${isPercent ? ' %' : ''}`);
  if (isChange(own)) return own;
  if (!isPercent) return own;
  if (concept?.kind === 'percent') return 'ratio';
  return captions.percentIsChange || !column.isNamed ? 'changePercent' : 'ratio';
}

function readDimensions(header: readonly string[]): Record<string, string> {
  const leaf = bareHead(header.at(-1) ?? '');
  const payment = readPayment(leaf);
  const equity = findMember('equity', leaf)?.id;
  return { ...(payment && { payment }), ...(equity && !payment && { equity }) };
}

/** Words for a way or time of stating, which alone name no measure. */
const AS_STATED =
  /\b(?:previous|prior|updated|current|new|initial|original|revised|outlook|low|high|end|mid-?point|range|from|to|min(?:imum)?|max(?:imum)?|statutory|(?:as )?reported|u\.?s\.? gaap|gaap|ifrs)\b/gi;

/** The words of a head that name something, the innermost first: no period, no unit, no payment. */
function namesIn(header: readonly string[], context: DocumentContext): string[] {
  return [...header].reverse().flatMap((text) => nameIn(text, context));
}

function nameIn(text: string, context: DocumentContext): string[] {
  if (
    readPayment(text) ||
    isWholeYear(text) ||
    readYearName(text) !== undefined ||
    isTimeOnly(text) ||
    isUnitOnly(text)
  )
    return [];
  const rest = withoutUnit(bareHead(withoutPeriods(withoutBasis(text), context)));
  if (isUnitOnly(rest) || !/\p{L}{2}/u.test(rest.replace(AS_STATED, ' '))) return [];
  return /\p{L}{3}/u.test(rest.replace(NO_NAME, '')) ? [rest] : [];
}

const NO_NAME = /\b(?:as of|at|ended|unaudited|audited|restated|yoy|change|actual|value|amount)\b/gi;

const WHOLE = /^(?:total|group|consolidated|company|sum)\b/i;

/** Columns that differ in nothing but a name are parts of a whole. A name that all columns of a time share tells none apart. */
function withParts(columns: readonly ReadColumn[], grid: Grid, captions: Captions): ReadColumn[] {
  const columnName = ({ unknownMeasure, concept, header }: ReadColumn): string =>
    unknownMeasure || (concept ? (header.at(-1) ?? '') : '');
  const named = columns.filter(
    (column) => columnName(column) !== '' && grid.columns[column.cell - 1]?.hasFigures,
  );
  if (named.length < 2) return [...columns];
  const names = new Map<string, Set<string>>();
  for (const column of named) {
    const key = slotKey(column);
    names.set(key, (names.get(key) ?? new Set()).add(foldLabel(columnName(column)).text));
  }
  const axis = partAxis(captions);
  const columnMember = (words: string): string =>
    findMember(axis, words)?.id ?? findMember('segment', words)?.id ?? makeMemberId(words);
  const last = new Map(columns.filter(isOnlyWhole).map((column) => [slotKey(column), column]));
  return columns.map((column) => {
    const words = columnName(column).replace(NOTE, '');
    const isSubtotal = isOnlyWhole(column) && last.get(slotKey(column)) !== column;
    if (isSubtotal && (names.get(slotKey(column))?.size ?? 0) > 1)
      return { ...column, part: { [axis]: columnMember((column.header.at(-1) ?? '').replace(NOTE, '')) } };
    if (words === '' || WHOLE.test(words) || Object.keys(column.dimensions).length > 0) return column;
    if ((names.get(slotKey(column))?.size ?? 0) < 2) return column;
    if (FACETS.test(words)) return { ...column, facet: words };
    const isRest = /^(?:all )?others?$/i.test(words);
    if (column.unknownMeasure === '' && !isRest) return column;
    return {
      ...column,
      ...(isRest && { concept: undefined, unknownMeasure: words }),
      part: { [axis]: columnMember(words) },
    };
  });
}

const NOTE = /\s*\((?:see )?note \d+\)$/i;

/** `Total`, `Adjustments`, `Consolidated`: of several that name nothing but a whole only the last is it. */
const isOnlyWhole = ({ header }: ReadColumn): boolean =>
  /^(?:(?:grand )?total|group|consolidated|company|sum)(?: (?:total|group))?$/i.test(
    (header.at(-1) ?? '').replace(NOTE, ''),
  );

/** Words that a side of an amount has and the name of a part of a business has not. */
const FACETS =
  /\b(?:number|weighted|average|fair values?|costs?|prices?|rates?|carrying|gross|net|amounts?|balances?|(?:un)?realized|gains?|losses|values?|maturit\p{L}+|yields?|life|lives|terms?|level [123]|principal|due|payments?|interest|discount|accumulated|amortization|book|tax|before|after|per share|cash equivalents|marketable securities|number of shares|expense|percent(?:age)?)\b/iu;

const slotKey = ({ period, aspect, compared }: ReadColumn): string => [period, aspect, compared].join('|');
