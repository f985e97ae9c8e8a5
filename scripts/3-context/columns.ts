import { findConcept, findMember, makeMemberId } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Aspect, Basis, Qualifier } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import type { Grid, GridColumn } from '../2-tables/grid.ts';
import { isWholeYear, readAspect, readBasis, readPayment, withoutBasis } from '../grammar/aspects.ts';
import { withoutUnit } from '../grammar/label-units.ts';
import { readYearName } from '../grammar/periods.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, readUnit, type UnitPhrase } from '../grammar/units.ts';
import type { Captions } from './captions.ts';
import { areShares, besideAmounts, isChange } from './changes.ts';
import { periodInHeader, type TimeFrame } from './column-periods.ts';
import type { DocumentContext } from './document-context.ts';
import { withoutPeriods } from './label-words.ts';
import { isNoteHead } from './note-columns.ts';

/** What a column's head says of the figures under it. */
export interface ReadColumn {
  readonly cell: number;
  readonly header: readonly string[];
  /** Whether any head stands over it, by its own field or by one that spans it. */
  readonly isHeaded: boolean;
  /** Its numbers refer to notes: they state nothing. */
  readonly isNote: boolean;
  readonly period: Period | undefined;
  /** `Full year`: which year the captions tell, or a row that names one. */
  readonly isImplied: boolean;
  /** For a change: what it is measured against, where the table has such a column. */
  readonly compared: Period | undefined;
  readonly aspect: Aspect | undefined;
  readonly basis: Basis | undefined;
  readonly unit: UnitPhrase | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Where columns are measures and rows are periods. */
  readonly concept: Concept | undefined;
  /** Words of a measure that the vocabulary does not know, else empty. */
  readonly unknownMeasure: string;
  /** Words that say the measure is told in another way than the accounts do: `Adjusted`, `organic`. */
  readonly variant: string;
  /** `from` and `to` for the columns of a range. */
  readonly qualifier: Qualifier;
  /** The part of the whole that a column of an otherwise same head tells of, else empty. */
  readonly segment: string;
}

/** Reads every column of a grid; changes get their periods from the columns they stand beside. */
export function readColumns(grid: Grid, captions: Captions, context: DocumentContext): ReadColumn[] {
  const frame = {
    beside: grid.frame,
    around: captions.texts,
    calendar: context.calendar,
    main: context.period,
  };
  const columns = grid.columns
    .map((column) => readColumn(column, captions, context, frame))
    .map((column, _, all) => (captions.percentIsChange ? column : asShare(column, all, grid)));
  return withSegments(besideAmounts(columns, grid), grid);
}

function readColumn(
  column: GridColumn,
  captions: Captions,
  context: DocumentContext,
  frame: TimeFrame,
): ReadColumn {
  const text = column.header.join(' ');
  const variant = variantOf(text);
  const isShare = SHARE.test(text) || (captions.isShare && !/\p{Sc}/u.test(text));
  const measure = variant || isShare ? '' : measureOf(column.header, context);
  const concept = measure
    ? findConcept(measure, { enclosing: captions.enclosing, issuerNames: context.issuerNames })?.concept
    : undefined;
  const aspect = isShare && !isChange(readAspect(text)) ? 'ratio' : aspectOf(column, concept, captions);
  const period = text === '' ? undefined : periodInHeader(column.header, frame);
  const isAgainst = isChange(aspect) && AGAINST.test(text);
  return {
    cell: column.cell,
    header: column.header,
    isHeaded: column.isHeaded,
    isNote: isNoteHead(column.header.at(-1) ?? ''),
    period: isAgainst ? undefined : period,
    isImplied: period !== undefined && isWholeYear(column.header.at(-1) ?? ''),
    compared: isAgainst ? period : undefined,
    aspect,
    basis: readBasis(text),
    unit: isShare ? { measure: 'percent' } : (readUnit(column.unit) ?? readUnit(text)),
    dimensions: dimensionsOf(column.header),
    concept,
    unknownMeasure: measure && !concept && !isChange(readAspect(text)) ? measure : '',
    variant,
    qualifier: qualifierOf(column.header.at(-1) ?? ''),
    segment: '',
  };
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
const qualifierOf = (leaf: string): Qualifier =>
  /^(?:low|low(?:er)? end|from|min(?:imum)?)$/i.test(leaf)
    ? 'from'
    : /^(?:high|(?:high|upp)er? end|high end|to|max(?:imum)?)$/i.test(leaf)
      ? 'to'
      : 'exact';

const AGAINST = /\b(?:vs\.?|versus|against|from|over|compared (?:to|with))(?=\s)/i;

const VARIANTS =
  /\b(?:adjust(?:ed|ing items|ments?)|underlying|organic|constant[- ]currenc(?:y|ies)|local[- ]currenc(?:y|ies)|like[- ]for[- ]like|comparable|non-gaap|pro[- ]forma|exceptional(?: items)?|non-underlying(?: items)?)\b/i;

/** Empty where more than such words and words of change and time stand in the head: then it names a measure. */
function variantOf(text: string): string {
  const found = VARIANTS.exec(text)?.[0];
  if (found === undefined) return '';
  const rest = withoutUnit(text)
    .replace(VARIANTS, ' ')
    .replace(/\p{Sc}\s?(?:m|mn|bn|k)\b/giu, ' ')
    .replace(
      /\b(?:growth|changes?|in|at|basis|results?|figures?|total|rates?|exchange|sales)\b|[%€£$()*,.\d]/gi,
      ' ',
    );
  return rest.trim() === '' || isTimeOnly(rest) || isUnitOnly(rest) ? found : '';
}

/** `%` under the head of an amount is its growth where the caption says so or the head names no ratio. */
function aspectOf(column: GridColumn, concept: Concept | undefined, captions: Captions): Aspect | undefined {
  const isPercent = readUnit(column.unit)?.measure === 'percent';
  const own = readAspect(`${column.header.join(' ')}${isPercent ? ' %' : ''}`);
  if (isChange(own)) return own;
  if (!isPercent) return own;
  if (concept?.kind === 'percent') return 'ratio';
  return captions.percentIsChange || !column.isNamed ? 'changePercent' : 'ratio';
}

function dimensionsOf(header: readonly string[]): Record<string, string> {
  const leaf = header.at(-1) ?? '';
  const payment = readPayment(leaf);
  const equity = findMember('equity', leaf)?.id;
  return { ...(payment && { payment }), ...(equity && !payment && { equity }) };
}

/** Words for a way or time of stating, which alone name no measure. */
const AS_STATED =
  /\b(?:previous|prior|updated|current|new|initial|original|revised|outlook|low|high|end|mid-?point|range|from|to|min(?:imum)?|max(?:imum)?|statutory|(?:as )?reported|u\.?s\.? gaap|gaap|ifrs)\b/gi;

/** The words of a head that name a measure: no period, no unit, no payment. */
function measureOf(header: readonly string[], context: DocumentContext): string {
  for (const text of [...header].reverse()) {
    if (
      readPayment(text) ||
      isWholeYear(text) ||
      readYearName(text) !== undefined ||
      isTimeOnly(text) ||
      isUnitOnly(text)
    )
      continue;
    const rest = withoutUnit(withoutPeriods(withoutBasis(text), context));
    if (isUnitOnly(rest) || !/\p{L}{2}/u.test(rest.replace(AS_STATED, ' '))) continue;
    if (
      /\p{L}{3}/u.test(
        rest.replace(
          /\b(?:as of|at|ended|unaudited|audited|restated|yoy|change|actual|value|amount)\b/gi,
          '',
        ),
      )
    )
      return rest;
  }
  return '';
}

const WHOLE = /^(?:total|group|consolidated|company|sum)\b/i;

/** Columns that differ in nothing but a name are parts of a whole: each is a segment of that name. */
function withSegments(columns: readonly ReadColumn[], grid: Grid): ReadColumn[] {
  const named = columns.filter(
    ({ cell, unknownMeasure }) => unknownMeasure !== '' && grid.columns[cell - 1]?.hasFigures,
  );
  if (named.length < 2) return [...columns];
  return columns.map((column) => {
    const words = column.unknownMeasure;
    if (words === '' || WHOLE.test(words) || Object.keys(column.dimensions).length > 0) return column;
    const member = findMember('segment', words)?.id ?? makeMemberId(words);
    return { ...column, segment: member };
  });
}
