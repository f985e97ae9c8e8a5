import { isStock, nounIn } from '../../grammar/counted-noun.ts';
import { enclosingNames, type MeasureSearch } from './measure-search.ts';
import { type Measure, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { findCounted, isCountOfFlow } from './names-measure.ts';
import { sideBySide } from './side-by-side.ts';

/** The first or last name of a measure anywhere in the words before. */
export function someNameIn(search: MeasureSearch, which: 'first' | 'last'): Measure | undefined {
  const { gap, context, figure } = search;
  const names = context.measures.namesIn(gap);
  for (const { start, end } of which === 'first' ? names : names.reverse()) {
    const found = context.measures.find(gap.slice(start, end), figure.kind, enclosingNames(search));
    if (found) return found;
  }
  return undefined;
}

/** `The number of SIM cards for mobile services`: what is counted is told by the name. */
const NUMBER_OF =
  /^(?:total )?number of (?:[\p{L}'’-]+\s){0,6}?(\p{L}+)(?=\s(?:for|of|in|at|with|on|under|by)\s|$)/iu;

/** `Orders per active customer`. */
const EACH = /^[\p{L}-]+s per (?:[\p{L}-]+ ){0,2}[\p{L}-]+$/iu;

/** The measure that the phrase names: known, or new under its own words. */
export function nameIn(search: MeasureSearch): Measure | undefined {
  const { phrase, figure, context } = search;
  const found =
    sideBySide(search, phrase.name, neededBy(figure)) ?? nameKnown(search, phrase.name, neededBy(figure));
  if (found) return found;
  const counted = figure.kind === 'bare' ? NUMBER_OF.exec(phrase.name)?.[1] : undefined;
  const isBareSubject = figure.kind === 'bare' && phrase.isSubject;
  if (isBareSubject && EACH.test(phrase.name)) return unknownMeasure([], phrase.name);
  if (counted) return { ...unknownMeasure([], phrase.name), counts: 'stock', noun: counted };
  const noun = isBareSubject ? nounIn(phrase.name) : undefined;
  if (noun && phrase.name.toLowerCase().endsWith(noun))
    return { ...unknownMeasure([], phrase.name), counts: isStock(phrase.name) ? 'stock' : 'flow', noun };
  if (
    !/\p{L}{2}/u.test(phrase.name) ||
    (figure.kind === 'bare' && !/\b(?:ratio|multiple|index|score|rating)\b/i.test(phrase.name))
  )
    return undefined;
  const misspelt = phrase.owner
    ? undefined
    : context.measures.findMisspelt(phrase.name, figure.kind, enclosingNames(search));
  if (misspelt) return misspelt;
  const label = phrase.owner ? `${phrase.owner} ${phrase.name}` : phrase.name;
  const thing = figure.kind === 'money' ? undefined : findCounted(label);
  const measure = unknownMeasure([], label.split(' ').slice(0, 12).join(' '));
  return thing ? { ...measure, counts: isCountOfFlow(thing) ? 'flow' : 'stock', noun: thing } : measure;
}
