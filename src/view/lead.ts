import type { ConceptId } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import {
  formatAmount,
  formatFact,
  formatUnit,
  hedge,
  knownPlaces,
  knownValue,
  lowerFirst,
  ownValue,
  withoutSign,
} from '../model/format.ts';
import { formatFigure } from '../model/highlight.ts';
import { isMoney } from '../model/page-form.ts';
import { writeAmount } from './amount-words.ts';
import type { WorkedFigure } from './growth.ts';
import type { KeyFigure, KeyFigures, Target } from './key-figures.ts';
import { dimensionLabel, measureLabel } from './names.ts';

const MARGIN: ConceptId = 'OperatingMarginRatio';

/** A stretch of a sentence: words, a stated number, or one worked out, with the address of how. */
export type LeadPart =
  | string
  | { readonly fact: Fact; readonly text: string }
  | { readonly derived: WorkedFigure; readonly text: string; readonly how: string };

/** One sentence that tells the large key figures and which way they went; nothing where there are none. */
export function leadSentence({ large }: Pick<KeyFigures, 'large'>): LeadPart[] {
  const named = namesCurrency(large);
  return large.flatMap((figure, index) => [
    ...writeClause(figure, index === 0, figure === named),
    separator(index, large.length),
  ]);
}

/** The first amount of money: it tells the currency of all. */
const namesCurrency = (large: readonly KeyFigure[]): KeyFigure | undefined =>
  large.find(({ fact }) => isMoney(fact));

function separator(index: number, count: number): string {
  if (index === count - 1) return '.';
  return index === count - 2 ? ' and ' : ', ';
}

/**
 * What happened, what it mainly came from, and what came of the targets: the first measure with its threshold and its
 * target, the part that moved it most, the profits with theirs.
 */
export function writeLead(issuer: Issuer, period: PeriodRecord, figures: KeyFigures): LeadPart[] {
  const [first, ...others] = figures.large;
  if (!first) return [];
  const cause = writeCause(issuer, period, first);
  const sentences = [
    [...writeOpening(issuer, period, first), ...besideTarget(first)],
    cause,
    writeProfits(others, namesCurrency(figures.large)),
    cause.length > 0 ? [] : writeMargin(figures),
  ];
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => [index > 0 ? '. ' : '', ...sentence])
    .concat('.')
    .filter((part) => part !== '');
}

/** `Revenue rose 9.2% to JPY 106,248 million`, or that it passed a threshold for the first time by the company's account. */
function writeOpening(issuer: Issuer, period: PeriodRecord, figure: KeyFigure): LeadPart[] {
  const passed = findThreshold(issuer, period, figure);
  const growth = findGrowth(figure);
  if (!passed || !growth || isFall(growth)) return writeClause(figure, true);
  const [currency = ''] = figure.fact.unit.split('/');
  return [
    `${figure.label} passed ${currency} `,
    passed,
    ' for the first time, the company says, rising ',
    growth,
    ' to ',
    ...writeAmount(figure.fact, figure, { hasCurrency: false }),
  ];
}

/** The round number that a highlight tells the measure to have passed. */
function findThreshold(
  { highlights, facts }: Issuer,
  { slug }: PeriodRecord,
  { concept }: KeyFigure,
): LeadPart | undefined {
  const record = highlights[slug]?.find(({ kind }) => kind === 'record');
  const figures = record?.parts.filter((part) => typeof part !== 'string') ?? [];
  const [passed] = figures.flatMap((figure) => {
    const fact = facts.byId(figure.fact);
    return fact?.qualifier === 'over' && fact.concept === concept ? [{ fact, figure }] : [];
  });
  if (!passed) return undefined;
  const word = formatUnit('', passed.figure.form.scale).trim().replace(/s$/, '');
  return { fact: passed.fact, text: `${formatFigure(passed.fact, passed.figure.form)}${word && ` ${word}`}` };
}

/** `, 0.7% short of its target`. */
function besideTarget({ target }: KeyFigure): LeadPart[] {
  if (!target) return [];
  const by = withoutSign(target.derived.text);
  return [', ', writeOutcome(target, by), target.isMet ? ' above its target' : ' short of its target'];
}

const writeOutcome = ({ derived, how }: Target, by: string): LeadPart => ({ derived, how, text: `${by}%` });

/** `Systems integration brought 5,736 of the 8,934 million added`: the largest part of a change that has parts. */
function writeCause(issuer: Issuer, { slug }: PeriodRecord, { concept, unit }: KeyFigure): LeadPart[] {
  const growth = issuer.highlights[slug]?.find(({ kind }) => kind === 'growth');
  const changes = (growth?.parts ?? []).flatMap((part) => {
    const fact = typeof part === 'string' ? undefined : issuer.facts.byId(part.fact);
    if (typeof part === 'string' || fact?.aspect !== 'change') return [];
    const { scale } = part.form;
    return [{ fact, text: formatFigure(fact, part.form), scale, hedge: hedge(fact, scale) }];
  });
  const [whole, part] = changes;
  if (whole?.fact.concept !== concept || !part || unit !== '') return [];
  const [all, own] = [Number(whole.fact.value), Number(part.fact.value)];
  if (Math.sign(all) !== Math.sign(own) || Math.abs(own) >= Math.abs(all)) return [];
  const name = partLabel(issuer, part.fact);
  const word = formatUnit('', whole.scale).trim().replace(/s$/, '');
  return [
    `${name.replace(/(?<=\S \S+) revenues?$/i, '')} ${all > 0 ? 'brought' : 'accounted for'} ${part.hedge}`,
    { fact: part.fact, text: part.text },
    ` of the ${whole.hedge}`,
    { fact: whole.fact, text: whole.text },
    `${word && ` ${word}`} ${all > 0 ? 'added' : 'lost'}`,
  ];
}

const partLabel = ({ facts }: Issuer, fact: Fact): string =>
  dimensionLabel(fact.dimensions, facts.listAllStatements(fact.concept)) || measureLabel(fact);

/** What was earned; first whether the targets were met, where that is one answer for all of it. */
function writeProfits(figures: readonly KeyFigure[], named: KeyFigure | undefined): LeadPart[] {
  const outcomes = figures.map(({ target }) => target?.isMet);
  const isOne = figures.length > 1 && outcomes.every((met) => met !== undefined && met === outcomes[0]);
  const opening = isOne ? [`Profit ${outcomes[0] ? 'beat' : 'missed'} its targets: `] : [];
  let verb = '';
  return [
    ...opening,
    ...figures.flatMap((figure, index) => {
      const clause = writePredicate(figure, index === 0 && !isOne, figure === named);
      const says = clause.verb === verb ? (verb === 'came to' ? ' to' : '') : ` ${clause.verb}`;
      verb = clause.verb;
      return [
        `${index > 0 ? ' and ' : ''}${clause.name}${says} `,
        ...clause.rest,
        ...(isOne ? [] : besideTarget(figure)),
      ];
    }),
  ];
}

/** What was earned of each sale, where nothing is told of the parts. */
function writeMargin({ large, small }: KeyFigures): LeadPart[] {
  const margin = [...large, ...small].find(({ concept }) => concept === MARGIN);
  if (!margin?.change || !('derived' in margin.change)) return [];
  const { derived, how } = margin.change;
  const text = withoutSign(derived.text);
  if (derived.unit !== 'points' || isZero(`${text}%`)) return [];
  const isUp = !derived.value.startsWith('-');
  const isPlain = isPositive(margin.fact) && (!margin.before || isPositive(margin.before));
  const verb = isPlain ? (isUp ? 'widened' : 'narrowed') : isUp ? 'improved' : 'worsened';
  return [
    `The operating margin ${verb} by `,
    { derived, how, text },
    ' points to ',
    ...writeAmount(margin.fact, margin),
  ];
}

/** `Revenue rose 9.2% to JPY 106,248 million`: growth only from one positive amount to another. */
const writeClause = (figure: KeyFigure, isFirst: boolean, namesCurrency = isFirst): LeadPart[] => {
  const { name, verb, rest } = writePredicate(figure, isFirst, namesCurrency);
  return [`${name} ${verb} `, ...rest];
};

interface Predicate {
  readonly name: string;
  /** `rose`, `came to`. */
  readonly verb: string;
  readonly rest: readonly LeadPart[];
}

function writePredicate(figure: KeyFigure, isFirst: boolean, namesCurrency: boolean): Predicate {
  const { fact, before } = figure;
  const label = sentenceLabel(figure.label);
  const name = isFirst ? label : lowerFirst(label);
  const hasCurrency = namesCurrency || fact.unit.includes('/') || OTHER_SCALE.test(figure.unit);
  const loss = PROFIT.test(label) ? findLossPredicate(name, figure, hasCurrency) : undefined;
  if (loss) return loss;
  const amount = writeAmount(fact, figure, { hasCurrency });
  const growth = isPositive(fact) && (!before || isPositive(before)) ? findGrowth(figure) : undefined;
  const isSame = before !== undefined && digits(before, figure) === digits(fact, figure);
  if (isSame || (growth && isZero(growth.text))) return { name, verb: 'stayed at', rest: amount };
  if (growth) return { name, verb: isFall(growth) ? 'fell' : 'rose', rest: [growth, ' to ', ...amount] };
  const after = before ? [' after ', ...writeAmount(before, figure, { hasCurrency: false })] : [];
  return { name, verb: 'came to', rest: [...amount, ...after] };
}

/** Whose the amount is need not be said of the company's own; what kind of share it is stands before the name. */
const sentenceLabel = (label: string): string =>
  label
    .replace(/ attributable to the company$/, '')
    .replace(/^(.+), basic and diluted$/, (_, name) => `Basic and diluted ${lowerFirst(name)}`);

/** A measure that is a loss below nil. */
const PROFIT = /\b(?:income|profit|earnings)(?= per share$|$)/i;

/** `operating loss narrowed to 23.3 million from 24.7 million`: a profit that is or was a loss is told as one, without its sign. */
function findLossPredicate(name: string, figure: KeyFigure, hasCurrency: boolean): Predicate | undefined {
  const { fact, before } = figure;
  const [isLoss, wasLoss] = [isNegative(fact), before !== undefined && isNegative(before)];
  if (!isLoss && !wasLoss) return undefined;
  const lossName = name.replace(PROFIT, 'loss');
  const now = writeAmount(fact, figure, { hasCurrency, hasSign: false });
  if (!before) return { name: lossName, verb: 'came to', rest: now };
  const then = writeAmount(before, figure, { hasCurrency: false, hasSign: false });
  if (!isLoss) return { name, verb: 'came to', rest: [...now, ' after a loss of ', ...then] };
  if (!wasLoss)
    return { name, verb: 'turned', rest: ['into a loss of ', ...now, ' after a profit of ', ...then] };
  if (digits(fact, figure) === digits(before, figure))
    return { name: lossName, verb: 'stayed at', rest: now };
  const isLess = Number(ownValue(fact)) > Number(ownValue(before));
  return { name: lossName, verb: isLess ? 'narrowed' : 'widened', rest: ['to ', ...now, ' from ', ...then] };
}

const digits = (fact: Fact, { scale, places }: KeyFigure): string => formatFact(fact, scale, places);

/** An amount of money that is not told in the page's own unit. */
const OTHER_SCALE = /^[A-Z]{3} (?:thousands|millions|billions|trillions)$/;

type Growth = Exclude<LeadPart, string>;

/** The growth on the year without its sign, which the verb tells. */
function findGrowth({ change }: KeyFigure): Growth | undefined {
  if (!change) return undefined;
  if ('printed' in change) {
    const fact = change.printed;
    const places = knownPlaces(fact, 0);
    return { fact, text: `${formatAmount(unsigned(knownValue(fact, 0, places)), 0, places)}%` };
  }
  if (change.derived.unit !== 'percent') return undefined;
  return { derived: change.derived, how: change.how, text: `${withoutSign(change.derived.text)}%` };
}

const isFall = (growth: Growth): boolean =>
  ('fact' in growth ? ownValue(growth.fact) : growth.derived.value).startsWith('-');
const isPositive = (fact: Fact): boolean => Number(ownValue(fact)) > 0;
const isNegative = (fact: Fact): boolean => Number(ownValue(fact)) < 0;
const isZero = (text: string): boolean => /^[0.,]*%$/.test(text);
const unsigned = (value: string): string => value.replace(/^-/, '');
