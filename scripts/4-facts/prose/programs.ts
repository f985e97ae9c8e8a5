import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';

/** `to repurchase approximately $64 million of stock`. */
const BOUGHT =
  /\b(?:repurchas(?:e|ed|ing)|b(?:ought|uy|uying) back)\s+(?:(?:an additional|another|a total of|approximately|about|nearly|over|more than)\s+)*~?$/i;
const OF_STOCK =
  /^\s+(?:of|in|worth of)\s+(?:(?:its|our|the|company['’]s|outstanding|common)\s+)*(?:stock|shares)\b/i;

/** `repurchased 1.2 million shares for $36.4 million`. */
export function boughtBack({ figure, gap, behind, masked, context }: MeasureSearch): Measure | undefined {
  if (figure.kind === 'money' && BOUGHT.test(gap) && OF_STOCK.test(behind))
    return context.measures.find('repurchases of common stock', 'money', []);
  if (
    figure.kind !== 'money' ||
    /\bprice\b/i.test(gap) ||
    !/(?:^[\s,]*(?:of (?:(?:its|our) )?[\p{L} ]{4,60})?|\b(?:back|repurchased) (?:[\p{L}]+ ){0,3}(?:shares|stock) )(?:at|for)\b[^.;]{0,40}$|\b(?:at|for|and|with) (?:an? )?(?:total|aggregate) (?:cost|consideration) of\b[^.;]{0,16}$/iu.test(
      gap,
    )
  )
    return undefined;
  return /\b(?:(?:re)?purchased|repurchas\w+|bought back|buy[- ]?back)\b/i.test(
    masked.slice(0, figure.start),
  ) && /\bshares\b/i.test(masked.slice(0, figure.start))
    ? context.measures.find('repurchases of common stock', 'money', [])
    : undefined;
}

const BUYS = /\b(?:(?:re)?purchas\w+|buy[- ]?backs?|b(?:ought|uy|uying) back)\b/i;
const PROGRAM = /\b(?:program(?:me)?s?|authori[sz]ations?|plan|mandate)\b/i;
/** `$60 million remaining under the authorization`, `leaving $60 million available for repurchases`. */
const LEFT_BEHIND =
  /^\s+(?:(?:of (?:the )?(?:authori[sz]ation|capacity)|was|were|is|are|still)\s+)*(?:remain\w*|available|left|unused|unutili[sz]ed)\b/i;
/** `a $15.0 billion repurchase authorization, of which $7.5 billion remained available`. */
const OF_WHICH = /,\s+of which\s+(?:approximately\s+|about\s+)?$/i;
const LEFT_BEFORE =
  /\b(?:remaining|unused|available) (?:[\p{L}-]+ ){0,6}?(?:program(?:me)?|authori[sz]ation|capacity|plan|balance)\b[^.;]{0,40}$/iu;
/** `a $75 million share repurchase program`, `under the $75 million authorization`. */
const NAMED_BEHIND =
  /^\s+(?:(?:common|ordinary|class \p{L}|open[- ]market)\s)*(?:(?:share|stock|unit|equity)\s)?(?:(?:re)?purchase|buy[- ]?back)\s(?:program|authori[sz]ation|plan|mandate)|^\s+(?:(?:in|to|of) (?:(?:our|its|the)\s)?(?:(?:share|stock)\s)?(?:repurchase|buy[- ]?back)\s)?(?:authori[sz]ation|mandate)\b/iu;
/** `a program authorizing the repurchase of up to`. */
const MAY_BUY =
  /\b(?:authori[sz]\w+|approv\w+|allow\w*|permit\w*|program(?:me)?)\b[^.;]*\b(?:re)?purchas\w+\s+(?:of\s+)?(?:up to\s+|an additional\s+|another\s+)*$/i;
const MORE = /\b(?:additional|another|further|incremental)\s+$/i;

/** What a program to buy back shares allows in all, and what is left of it. */
export function allowedToBuy({
  figure,
  gap,
  behind,
  masked,
  role,
  context,
}: MeasureSearch): Measure | undefined {
  const before = masked.slice(0, figure.start);
  if (figure.kind !== 'money' || role.name === 'change') return undefined;
  if (!BUYS.test(masked) && !NAMED_BEHIND.test(behind)) return undefined;
  const clause = masked.slice(figure.end).split(/[.;]\s/)[0] ?? '';
  const isOfProgram = (words: string) => PROGRAM.test(words) || BUYS.test(words);
  const isLeft = LEFT_BEHIND.test(behind)
    ? isOfProgram(clause) || (OF_WHICH.test(gap) && isOfProgram(gap))
    : LEFT_BEFORE.test(gap);
  const name = isLeft
    ? 'remaining share repurchase authorization'
    : NAMED_BEHIND.test(behind) || MAY_BUY.test(before)
      ? 'share repurchase authorization'
      : '';
  if (MORE.test(gap) && !isLeft) return name ? unknownMeasure([], `additional ${name}`) : undefined;
  return name ? context.measures.find(name, 'money', []) : undefined;
}

const FACILITY =
  /^\s+(?:(?!available|outstanding|drawn|borrowed|under\b|of\b|on\b|from\b)[\p{L}&-]+\s){0,5}?(?:credit facilit(?:y|ies)|lines? of credit|credit lines?|credit agreement|revolver|commercial paper program)\b/iu;
const ONE = /\b(?:an?|its|our|the|new|existing|amended|committed|\d-(?:year|day|month))\s+(?:up to\s+)?$/i;

/** `a new $65 million credit facility`: what may be drawn on it, not what is. */
export const sizeOfFacility = ({ figure, gap, behind, context }: MeasureSearch): Measure | undefined =>
  figure.kind === 'money' && ONE.test(gap) && FACILITY.test(behind)
    ? context.measures.find('size of the credit facility', 'money', [])
    : undefined;
