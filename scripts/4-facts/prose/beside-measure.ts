import { isPartOf } from './measure-index.ts';
import {
  carried,
  type FoundMeasure,
  fitting,
  isFiller,
  type MeasureSearch,
  named,
} from './measure-search.ts';
import { type Measure, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure, isNameOfRate } from './names-measure.ts';
import { nameIn } from './phrase-measure.ts';
import { perShare } from './turns-of-phrase.ts';
import { LIST_GAP } from './which-time.ts';
import { isSignedRate } from './words-behind.ts';

/** A number held against another, or beside it in parentheses, measures the same unless its words say something else. */
export function besideMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const { phrase, story, figure } = search;
  if (isItsGrowth(search)) return carried(story.last?.measure);
  const rate = figure.kind === 'percent' ? RATE_IN_PARENTHESES.exec(search.gap)?.[1] : undefined;
  if (rate) return named(nameKnown(search, rate, 'percent') ?? unknownMeasure([], rate));
  const reference = story.lastLike(figure.kind)?.measure;
  const name = bottomLine(search, reference) || phrase.name;
  if (story.last?.measure.id === DIVIDEND && neededBy(figure) === 'bigMoney' && /^\s*\(\s*$/.test(search.gap))
    return /\bpaid\b/i.test(search.masked)
      ? named(search.context.measures.find('dividends paid', 'bigMoney', []))
      : undefined;
  if (reference?.concept?.kind === 'perShare' && neededBy(figure) === 'bigMoney')
    return name ? named(nameIn(search)) : undefined;
  if (!reference) return name ? named(nameIn(search)) : carriedAmount(search);
  if (figure.kind === 'perShare' && /\b(?:diluted|basic)\b/i.test(figure.remark)) {
    const told = perShare(search, story.last);
    if (told) return told;
  }
  if (!name || isFiller(name))
    return reference.concept?.kind === 'perShare' || figure.kind !== 'perShare'
      ? carried(sameKind(reference, search))
      : (perShare(search, story.last) ?? carried(reference));
  const own = nameKnown(search, name, neededBy(figure));
  if (!own)
    return isOtherRate(search, reference) || isNextOfList(search)
      ? named(nameIn(search))
      : carried(reference);
  if (own.id === 'Revenues' && isLineOfSales(reference) && !OF_WHOLE.test(name)) return named(reference);
  if (own.concept && !reference.concept) return named(own);
  const plain = search.context.measures.find(reference.label, figure.kind, search.context.enclosing);
  if (own.id === reference.id || own.id === plain?.id)
    return named({ ...reference, sense: own.sense, label: own.label });
  return isPartOf(own.label, reference.label) ||
    isPartOf(own.concept?.label ?? '', reference.concept?.label ?? '')
    ? named({ ...reference, sense: own.sense })
    : named(own);
}

/** `and a higher tax rate (23.9% in 2024 vs. 20.7% in 2023)`. */
const RATE_IN_PARENTHESES =
  /\b((?:(?!(?:a|an|the|higher|lower|and|of|to|by|with)\s)[\p{L}-]+\s){1,3}rate)\s*\(\s*$/iu;

/** `revenue of $455.9 million, compared to net income of $30.5 million`: a measure of its own, no turn of what is no result. */
const bottomLine = ({ gap, phrase }: MeasureSearch, reference: Measure | undefined): string =>
  phrase.name === '' && reference && !OF_RESULT.test(`${reference.id} ${reference.label}`)
    ? (/\bnet (?:income|loss|profit)(?= of\s*$)/i.exec(gap)?.[0] ?? '')
    : '';

const OF_RESULT = /Income|Profit|Loss|EBIT|Earnings|\b(?:results?|margin|cash)\b/i;

/** `Operating income of $20.4 million (+26%)`: by how much the amount right before it has grown. */
const isItsGrowth = ({ figure, gap, figures, index, story }: MeasureSearch): boolean =>
  isSignedRate(figure) &&
  /^\s*\(\s*$/.test(gap) &&
  story.last?.figure === figures[index - 1] &&
  story.last?.figure.kind !== 'percent';

/** `a dividend of $3.50 per share ($2.6 million) was paid`: beside it stands what all shares got. */
const DIVIDEND = 'CommonStockDividendsPerShareDeclared';

/** `compared to revenue of 50.0, Segment EBITDA of 6.9`: the second has a name of its own, if an unknown one. */
const isNextOfList = ({ gap }: MeasureSearch): boolean =>
  LIST_GAP.test(gap) && !/\b(?:compar\w+|versus|against|from|than)\b/i.test(gap);

/** `Online sales were $46.6 million, compared to net sales of $46.1 million`: of the same line. */
const isLineOfSales = ({ id, label }: Measure): boolean =>
  id !== 'Revenues' && /\b(?:sales|revenues?)$/i.test(label);
const OF_WHOLE = /\b(?:total|consolidated|group|overall|company)\b/i;

/** `212 yen per share (total return ratio of 50.2%)`. */
const isOtherRate = ({ figure, phrase }: MeasureSearch, { concept }: Measure): boolean =>
  figure.kind === 'percent' &&
  concept !== undefined &&
  concept.kind !== 'percent' &&
  isNameOfRate(phrase.name) &&
  isNameOfMeasure(phrase.name);

/** Beside an amount a percentage in parentheses without words is none of the amount's statements. */
function sameKind(reference: Measure, search: MeasureSearch): Measure {
  return fitting(reference, search) ?? reference;
}

/** Of the number told last, unless that is a rate or per share and this an amount. */
function lastFitting({ story, figure }: MeasureSearch): Measure | undefined {
  const { last } = story;
  const isOther =
    figure.kind === 'money' &&
    (last?.measure.concept?.kind === 'percent' ||
      last?.aspect === 'ratio' ||
      (last?.figure.kind === 'perShare' && neededBy(figure) === 'bigMoney'));
  return (isOther ? story.lastLike(figure.kind) : last)?.measure;
}

/** An amount whose words name nothing goes on with the subject, else with the heading above. */
export function carriedAmount(search: MeasureSearch): FoundMeasure | undefined {
  const { story, context, phrase, gap } = search;
  if (search.figure.kind === 'bare' && !/(?::|\bto)\s*$/i.test(gap) && search.role.name === 'amount')
    return undefined;
  const measure =
    story.last || story.subject ? (lastFitting(search) ?? story.subject) : context.headingMeasure;
  if (
    phrase.turn ||
    measure === context.headingMeasure ||
    /^[\s,:;]*$/.test(gap) ||
    phrase.name === '' ||
    isFiller(phrase.name)
  )
    return carried(fitting(measure, search));
  return undefined;
}
