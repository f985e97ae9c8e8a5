import type { Fact } from '../../src/model/fact.ts';
import { knownPlaces, ownValue, upperFirst } from '../../src/model/format.ts';
import type { FigureForm, HighlightKind } from '../../src/model/highlight.ts';

/** A number within a sentence that is being written. */
export interface ToldFigure {
  readonly fact: Fact;
  readonly form: FigureForm;
  /** Words around it that tell its unit; `currency` is said only once in a sentence, unless the scale changes. */
  readonly currency: string;
  readonly unit: string;
}

export type SentenceWord = string | ToldFigure;
export type Words = readonly SentenceWord[];

/** A highlight before its numbers are settled: whose words they are and what they are about. */
export interface Draft {
  readonly kind: HighlightKind;
  readonly title: string;
  readonly words: Words;
  readonly weight: number;
  /** Facts for which the company may give a reason, the most telling first. */
  readonly about: readonly Fact[];
}

/** Words with figures among them: say`Revenues rose ${percent(growth)}.` */
export function say(
  strings: TemplateStringsArray,
  ...inserts: readonly (SentenceWord | Words | undefined)[]
): Words {
  return strings
    .flatMap((text, index): SentenceWord[] => {
      const insert = inserts[index];
      const words: Words = insert === undefined ? [] : isWords(insert) ? insert : [insert];
      return [text, ...words];
    })
    .filter((word) => word !== '');
}

const isWords = (insert: SentenceWord | Words): insert is Words => Array.isArray(insert);

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly Words[]): Words {
  return items.flatMap((item, index): Words => {
    if (index === 0) return item;
    return [index === items.length - 1 ? ' and ' : ', ', ...item];
  });
}

/** Words as they begin a sentence. */
export const opened = ([first = '', ...others]: Words): Words => [
  typeof first === 'string' ? upperFirst(first) : first,
  ...others,
];

/** `9.2%`: a percentage as it is known, at most to a tenth. */
export const percent = (fact: Fact): ToldFigure => plain(fact, '', 1);

/** `0.8 points`; `1 point`, `0.1 points`. */
export const points = (fact: Fact): ToldFigure =>
  plain(fact, Math.abs(Number(fact.value)) === 1 ? ' point' : ' points', 1);

/** `20,807 contracts`, `361.0 Gbps`. */
export const counted = (fact: Fact): ToldFigure => plain(fact, ` ${fact.unit}`, 6);

/** A number without its unit, where the words before it have told it. */
export const bare = (figure: ToldFigure): ToldFigure => ({ ...figure, currency: '', unit: '' });

const plain = (fact: Fact, unit: string, most: number): ToldFigure => ({
  fact,
  form: { scale: 0, places: Math.min(most, knownPlaces(fact, 0)) },
  currency: '',
  unit,
});

const SCALE_WORDS: Readonly<Record<number, string>> = {
  3: ' thousand',
  6: ' million',
  9: ' billion',
  12: ' trillion',
};
/** An amount of money in units of ten to the `scale`, with `places`: coarser where it is known only so, finer where it would be nothing. */
export function money(fact: Fact, scale: number, places: number): ToldFigure {
  const [currency = '', per] = fact.unit.split('/');
  if (per !== undefined)
    return { ...plain(fact, per === 'ADS' ? ' an ADS' : ` a ${per}`, 2), currency: `${currency} ` };
  const told = knownScale(fact, scale);
  const most = told === scale ? Math.max(places, placesToTell(fact, scale, places)) : 1;
  return {
    fact,
    form: { scale: told, places: Math.min(most, knownPlaces(fact, told)) },
    currency: `${currency} `,
    unit: SCALE_WORDS[told] ?? '',
  };
}

/** The scale in which at least the whole units of a fact are known, or the tens of one that was worked out. */
function knownScale({ decimals, origin }: Fact, scale: number): number {
  const needed = -(decimals ?? 0);
  const round = origin === 'derived' ? Math.floor : Math.ceil;
  return needed <= scale ? scale : round(needed / 3) * 3;
}

/** Places by which a small amount shows a digit other than nought. */
function placesToTell(fact: Fact, scale: number, places: number): number {
  const size = Math.abs(Number(ownValue(fact))) / 10 ** scale;
  return size === 0 || size >= 0.5 * 10 ** -places ? places : -Math.floor(Math.log10(size));
}
