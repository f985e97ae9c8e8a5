import { readTelling } from '../../../src/concepts/vocabulary.ts';
import { isPlainWord, US_WAY, wordsIn } from '../../grammar/plain-words.ts';
import type { FigureKind } from './figure.ts';
import type { FoundMeasure, MeasureSearch } from './measure-search.ts';
import type { Measure } from './measures.ts';
import { isNameOfBalance } from './names-measure.ts';
import { lastOpenParenthesis } from './phrases.ts';
import type { Statement } from './statement.ts';

/** Where what follows a figure tells why, what it comes with, or begins another clause. */
const ENDS =
  /[,;:()“”"]|\.\s|\s[-–—]\s|\b(?:due|driven|led|reflect\w*|primarily|mainly|largely|as a result|result\w*|attributable|because|thanks|offset|inclu\w*|exclud\w*|which|while|whereas|although|despite|and|but|supported|helped|impacted|following|compared|versus|from|than|up|down|assuming|consist\w*|valued|with|through|(?:at|for|after) an?)\b/i;

/** What a rate is a rate of. */
const OF_SALES = /^\s+(?:of|to)\s+(?:(?:total|net|group|our|its)\s+)*(?:revenues?|sales|turnover)\b/i;

/** Where what a figure is told in begins: behind what goes with the figure before it. */
const BEGINS = /^.*(?:[,;:]\s|\b(?:and|by|including|to)\s)(?=.)/is;

/** An insertion that only explains the name before it. */
const EXPLAINED =
  /(?:,\s(?:(?:defined|calculated|computed|measured) as|which (?:consists? of|comprises?|includes?)|an?)|\ssuch as)\s[^;]*?,(?=\s(?:was|were|is|are|stood|rose|fell|increased|decreased|represented|accounted|totall?ed|grew|declined)\b)/i;

/** Kinds whose measure the whole clause has named, where the vocabulary knows it. */
const COUNTED: ReadonlySet<FigureKind> = new Set<FigureKind>([
  'count',
  'shares',
  'rate',
  'split',
  'bandwidth',
]);

/** Words of a figure's clause that no reading has taken in: each may change what the figure measures. */
export function findUnreadWords(
  search: MeasureSearch,
  { measure, isBehind, isTurn }: FoundMeasure,
  told: readonly Statement[],
): readonly string[] {
  const { context, figure, phrase } = search;
  if (context.isLabel || measure.isEffect || (COUNTED.has(figure.kind) && measure.concept)) return [];
  const words = [
    ...(isTurn ? [] : wordsIn(withoutNames(wordsBefore(search, isBehind === true), search))),
    ...(isBehind ? [] : wordsIn(wordsBehind(search))),
  ];
  const known = new Set(
    wordsIn(`${isBehind ? '' : phrase.name} ${phrase.owner} ${phrase.turn} ${figure.noun} ${figure.remark}`),
  );
  for (const { label, concept, noun, dimensions } of [measure, ...told.map((statement) => statement.measure)])
    for (const word of wordsIn([label, concept?.label, noun, ...Object.values(dimensions)].join(' ')))
      known.add(word);
  const { variant } = measure.dimensions;
  const isTold = (word: string) =>
    (variant !== undefined && readTelling(word)?.dimensions['variant'] === variant) ||
    (word === 'since' && isSinceDay(search, measure)) ||
    (word === 'past' && isBalance(measure));
  return words.filter(
    (word) => !known.has(word) && !isPlainWord(word) && !isTold(word) && !context.measures.isOfIssuer(word),
  );
}

/** A balance moved since a day, `for the first time since`: what else is counted since a day has a start of its own. */
const isSinceDay = ({ behind }: MeasureSearch, measure: Measure): boolean =>
  isBalance(measure) || /\bfor the first time since\b/i.test(behind);

const isBalance = ({ concept, label }: Measure): boolean =>
  concept ? concept.periodType === 'instant' : isNameOfBalance(label);

/** Measures that the vocabulary knows have readings of their own. */
const withoutNames = (text: string, { context }: MeasureSearch): string =>
  context.measures
    .namesIn(text)
    .filter(
      ({ start, end }) => !/[\p{L}-]$/u.test(text.slice(0, start)) && !/^[\p{L}-]/u.test(text.slice(end)),
    )
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);

/** The words up to a figure that are its own: of its clause for a count, from the name on for the rest. */
function wordsBefore({ gap, phrase, role, masked, figure, index }: MeasureSearch, isBehind: boolean): string {
  if (figure.kind === 'count') return lastClause(masked.slice(0, figure.start));
  const open = lastOpenParenthesis(gap);
  if (open >= 0) return gap.slice(open + 1);
  const isNameless = isBehind || role.isFromBehind || (index > 0 && phrase.name === '');
  const name = phrase.name === '' ? 0 : Math.max(gap.lastIndexOf(phrase.name), 0);
  const own = isNameless ? gap.replace(OF_SALES, '').replace(BEGINS, '') : withoutAsides(gap.slice(name));
  return own.replace(/\bafter\s*$/, '');
}

const lastClause = (text: string): string => text.split(/[.;:]\s/).at(-1) ?? '';

const withoutAsides = (text: string): string => text.replace(EXPLAINED, '').replace(OF_SALES, '');

/** The words behind a figure, up to a reason, another clause, or the name of the next one: `on revenues of`. */
function wordsBehind(search: MeasureSearch): string {
  const rest = search.behind.replace(OF_SALES, '').replace(US_WAY, ' ');
  const own = rest.slice(0, ENDS.exec(rest)?.index ?? rest.length);
  return /\bof\s*$/.test(own) ? withoutNames(own, search) : own;
}
