import {
  behindIt,
  type FoundMeasure,
  isCountBefore,
  isFiller,
  type MeasureSearch,
} from './measure-search.ts';
import { type Measure, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure, isNameOfRate, isPlainName } from './names-measure.ts';

/** `$35 million outstanding on its term loan`, `$65 million available for borrowings under the facility`. */
const STATE =
  /^\s+((?:outstanding|drawn|undrawn|borrowed|available|owed|invested|deployed|pledged|unused|utili[sz]ed)\s(?:(?:on|under|from|against|in|for|with|at)\s)(?:[\p{L}&’'-]+\s)*?[\p{L}&’'-]+)(?=\s+and\s*(?:an?\s*|approximately\s*|about\s*)?$|\s*[,.;:()]|\s{2,}|\s*$)/iu;

/** Whether the words behind a number say in what state it is: those before it belong to the number before. */
export const tellsState = (behind: string): boolean => STATE.test(behind);

/** Each amount has the words behind it where those before name nothing, or are whose it is. */
export function inState({ behind, figure, phrase, context, gap }: MeasureSearch): Measure | undefined {
  const told = STATE.exec(behind)?.[1]?.trim();
  const isOwner = /\b(?:had|has|have|with|was|were)\s+(?:approximately\s|about\s)?$/i.test(gap);
  const isFree =
    isFiller(phrase.name) ||
    (isOwner && context.measures.isSelf(phrase.name)) ||
    /^there$/i.test(phrase.name);
  if (!told || figure.kind !== 'money' || !isFree) return undefined;
  return unknownMeasure([], told.replace(/\s(?:its|our|their|the)(?=\s)/gi, ''));
}

/** `$44 million, or 74% gross margin`, `an 8% market share`: a rate's name right behind it. */
export function rateBehind(search: MeasureSearch): FoundMeasure | undefined {
  const { behind, figure, phrase, role } = search;
  const name = RATE_NAME.exec(behind)?.[1];
  if (!name || figure.kind !== 'percent' || role.name === 'change') return undefined;
  if (phrase.name !== '' && isNameOfRate(phrase.name) && nameKnown(search, phrase.name, 'percent'))
    return undefined;
  return behindIt(nameKnown(search, name, 'percent') ?? unknownMeasure([], name));
}
const RATE_NAME =
  /^\s+((?:[\p{L}&-]+\s){0,3}(?:margin|ratio|share|rate|yield|occupancy|utili[sz]ation))(?=[,.;)]|\s{2,}|\s[–—-]\s|\s(?:compared|for|in|and|versus|on|at|from|during)\b|\s*$)/iu;

const OF_WHOLE =
  /^\s+of\s+(?:(?:the|our|its)\s+)?((?:[\p{L}&’'/-]+\s)*?[\p{L}&’'/-]+)(?=\s+(?:at|as|in|for|during|compared|versus|was|were|is|are|by|down|up|from|which|that|reported|or|to|on)\b|\s+and\s*$|\s{2,}|\s*[,.;:()]|\s*$)/iu;
const IS_SHARE =
  /\b(?:represent(?:ed|s|ing)|account(?:ed|s|ing) for|was|were|is|are|comprised|made up|equal(?:l?ed|s)? to|or|than|at)\s+(?:(?:approximately|about|roughly|around|almost|some|over|nearly|more than|less than|just)\s+|c(?:irc)?a?\.\s?)*$|^\s*[,(]\s*$/i;

const ACCOUNTS_FOR = /\b(?:represent(?:ed|s|ing)|account(?:ed|s|ing) for|comprised|made up)\s/i;

/** `The allowance represented 0.95% of total loans`, `$52.6 million or 0.63% of total assets`: of one measure in another. */
export function shareOfMeasure(search: MeasureSearch): Measure | undefined {
  const { behind, figure, phrase, role, story, gap } = search;
  const whole = OF_WHOLE.exec(behind)?.[1];
  if (!whole || figure.kind !== 'percent' || role.name === 'change' || !IS_SHARE.test(gap)) return undefined;
  const amount = story.lastLike('money');
  const name = isFiller(phrase.name) ? (amount?.doubt === '' ? amount.measure.label : '') : phrase.name;
  const isNamed = isNameOfMeasure(name) || (ACCOUNTS_FOR.test(gap) && isPlainName(name));
  if (!isNameOfMeasure(whole) || !isNamed || nameKnown(search, name, 'percent')) return undefined;
  if (isCountBefore(name, search)) return undefined;
  return shareMeasure(name, whole);
}

const SHARE = ' as a percentage of ';
const shareMeasure = (part: string, whole: string): Measure => unknownMeasure([], `${part}${SHARE}${whole}`);

/** `17,354 barrels (60% oil)`, `represented 60% of production and 95% of revenue`: by what was told before. */
export function shareOfTold({ behind, figure, story, gap }: MeasureSearch): Measure | undefined {
  const told = story.lastMain;
  if (figure.kind !== 'percent' || !told || told.doubt !== '') return undefined;
  const inside = /\(\s*$/.test(gap) ? /^\s+([\p{L} ]{2,30})\)/u.exec(behind)?.[1] : undefined;
  if (inside && told.figure.kind !== 'percent' && !isNameOfRate(inside))
    return shareMeasure(inside, told.measure.label);
  const [part, before] = told.measure.label.split(SHARE);
  const whole = before && /^\s*,?\s*and\s*$/.test(gap.replace(OF_WHOLE, '')) && OF_WHOLE.exec(behind)?.[1];
  return part && whole ? shareMeasure(part, whole) : undefined;
}

const SPENT =
  /\b((?:fund|financ|refinanc|repa|pa|us|spen)\w*\s(?:(?:entirely|primarily|partly|mainly)\s)?(?:(?:with|by|from|using|through)\s)?)(?:(?:approximately|about|the|a|an additional)\s)*$/i;
const OF_CASH =
  /^\s+(?:of|in|from)\s(?:(?:our|its|the|existing|available|balance sheet)\s)*cash(?!\s(?:flows?|provided|generated))(\son hand)?/i;

/** `funded with $20 million of cash on hand`: what was paid, not what is held. */
export function spentCash({ gap, behind, figure }: MeasureSearch): Measure | undefined {
  const verb = SPENT.exec(gap)?.[1]?.trim();
  const cash = OF_CASH.exec(behind);
  return verb && cash && figure.kind === 'money' && neededBy(figure)
    ? unknownMeasure([], `${verb} cash${cash[1] ?? ''}`)
    : undefined;
}

/** `Logistics (+21.4%)`, `, and Food & Farming (-2.2%)`: signed growth behind the name of a part. */
const PART_BEFORE =
  /(?:^|[:;,)]|\b(?:in|across|by|from|for|and)\s)\s*(?:and\s+)?((?:\p{Lu}[\p{L}\p{N}&.’'/-]*|&)(?:,?\s(?:(?:and|&|of)\s)?(?:\p{Lu}[\p{L}\p{N}&.’'/-]*|&))*)\s\($/u;

/** How much a part of the measure told before has grown. */
export function grownPart({ gap, figure, story }: MeasureSearch): Measure | undefined {
  const name = isSignedRate(figure) ? PART_BEFORE.exec(gap.replace(/^\s*\),?\s*/, ''))?.[1] : undefined;
  const whole = story.lastLike('money')?.measure;
  return name && whole ? unknownMeasure([], `${name} ${whole.label}`) : undefined;
}

/** `(+5.3%)` tells a change without a word. */
export const isSignedRate = ({ kind, raw }: MeasureSearch['figure']): boolean =>
  kind === 'percent' && /^[+\-−–]/.test(raw);

/** `down from $71 million or 0.87%`: of the amount that is held against, what was told of the first one. */
export function rateOfPair({ gap, figure, story }: MeasureSearch): Measure | undefined {
  const told = story.lastLike('percent');
  const isPair = figure.kind === 'percent' && !isSignedRate(figure) && /^\s*,?\s*(?:or|\()\s*$/.test(gap);
  return isPair && story.last && story.last.nameStart < 0 && told?.aspect === 'ratio' && told.doubt === ''
    ? told.measure
    : undefined;
}

/** `expenses were $18.0 million, or $11.38 per Boe`: what was told before, for one unit. */
export function forOneUnit({ gap, figure, story }: MeasureSearch): Measure | undefined {
  const isFor = figure.kind === 'money' && figure.unit.includes('/') && /^[\s,]*(?:or|\()\s*$/.test(gap);
  const told = story.lastLike('money');
  return isFor && told && !told.figure.unit.includes('/')
    ? unknownMeasure([], `${told.measure.label} per ${figure.noun}`)
    : undefined;
}
