import type { Fact } from '../model/fact.ts';
import { formatAmount, formatFact, knownPlaces, knownValue, ownValue, withSign } from '../model/format.ts';
import type { Derived } from './growth.ts';
import type { KeyFigure, KeyFigures } from './key-figures.ts';

/** A stretch of a sentence: words, a stated number, or one worked out, with the address of how. */
export type LeadPart =
  | string
  | { readonly fact: Fact; readonly text: string }
  | { readonly derived: Derived; readonly text: string; readonly how: string };

/** One sentence that tells the large key figures and which way they went; nothing where there are none. */
export function leadSentence({ large, unit }: KeyFigures): LeadPart[] {
  return large.flatMap((figure, index) => [
    ...clauseOf(figure, index === 0, figure.unit || unit),
    separator(index, large.length),
  ]);
}

function separator(index: number, count: number): string {
  if (index === count - 1) return '.';
  return index === count - 2 ? ' and ' : ', ';
}

/** `Revenue rose 9.2% to JPY 106,248 million`: growth only from one positive amount to another. */
function clauseOf(figure: KeyFigure, isFirst: boolean, unit: string): LeadPart[] {
  const { label, fact, before } = figure;
  const name = isFirst ? label : lowerFirst(label);
  const [currency = '', word = ''] = unit.split(' ');
  const isTold = isFirst || OTHER_SCALE.test(figure.unit);
  const amount: LeadPart[] = [
    isTold ? `${currency} ` : '',
    told(fact, figure),
    isTold && word ? ` ${word.replace(/s$/, '')}` : '',
  ];
  const growth = isPositive(fact) && (!before || isPositive(before)) ? growthOf(figure) : undefined;
  if (!growth && before) return [`${name} came to `, ...amount, ' after ', told(before, figure)];
  if (!growth) return [`${name} came to `, ...amount];
  if (isZero(growth.text)) return [`${name} stayed at `, ...amount];
  return [`${name} ${isFall(growth) ? 'fell' : 'rose'} `, growth, '% to ', ...amount];
}

/** An amount of money that is not told in the page's own unit. */
const OTHER_SCALE = /^[A-Z]{3} (?:thousands|millions|billions|trillions)$/;

const told = (fact: Fact, { scale, places }: KeyFigure): LeadPart => ({
  fact,
  text: withSign(formatFact(fact, scale, places), fact.unit === 'percent' ? '%' : ''),
});

type Growth = Exclude<LeadPart, string>;

/** The growth on the year without its sign, which the verb tells. */
function growthOf({ change }: KeyFigure): Growth | undefined {
  if (!change) return undefined;
  if ('printed' in change) {
    const fact = change.printed;
    const places = knownPlaces(fact, 0);
    return { fact, text: formatAmount(unsigned(knownValue(fact, 0, places)), 0, places) };
  }
  if (change.derived.unit !== 'percent') return undefined;
  return { derived: change.derived, how: change.how, text: change.derived.text.replace(/[()]/g, '') };
}

const isFall = (growth: Growth): boolean =>
  ('fact' in growth ? ownValue(growth.fact) : growth.derived.value).startsWith('-');
const isPositive = (fact: Fact): boolean => Number(ownValue(fact)) > 0;
const isZero = (text: string): boolean => /^[0.,]*$/.test(text);
const unsigned = (value: string): string => value.replace(/^-/, '');
const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
