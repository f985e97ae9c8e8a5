import { countMeasure, shareMeasure } from './count-measure.ts';
import type { Figure } from './figures.ts';
import { bagOf } from './measure-index.ts';
import { marginOf, type Measure, type Needed, neededBy, unknownMeasure, withDimension } from './measures.ts';
import { isModifier, type Phrase } from './phrases.ts';
import type { BlockContext } from './read-sentence.ts';
import type { Role } from './roles.ts';
import type { Story } from './story.ts';

/** Everything around a number that may tell its measure. */
export interface MeasureSearch {
  readonly figure: Figure;
  readonly role: Role;
  readonly phrase: Phrase;
  readonly gap: string;
  readonly behind: string;
  /** The sentence with its wordings of time blanked. */
  readonly masked: string;
  readonly figures: readonly Figure[];
  readonly index: number;
  readonly story: Story;
  readonly context: BlockContext;
}

export interface FoundMeasure {
  readonly measure: Measure;
  /** The words around the number name it; else it is carried over. */
  readonly isNamed: boolean;
  /** The words that name it stand behind the number. */
  readonly isBehind?: boolean;
}

/** What a number measures; undefined where neither its words nor the sentences before tell. */
export function findMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const found = byKind(search) ?? byRole(search);
  return found && { ...found, measure: restated(ofPartOfGroup(found.measure, search), search) };
}

const CONSTANT = /\b(?:(?:in|at|on a|using) constant (?:currency|currencies|exchange rates)|constant[- ]currency|currency[- ](?:adjusted|neutral)|adjusted for (?:currency|exchange)|on an organic basis|organically|like[- ]for[- ]like)\b/i;
const EXCLUDING = /^[\s"“]*(?:excluding|adjusted for|before the effects? of|without)\s+(?:the\s+)?(?:(?:impact|effects?) of\s+)?([^,]{3,60}),/i;

/** What is told at constant exchange rates, or without some items, is not what the statements report. */
function restated(measure: Measure, { gap, behind, masked, role, figure, context }: MeasureSearch): Measure {
  const clause = `${gap.slice(gap.lastIndexOf(';') + 1)} ${behind.split(/[,;.)]/)[0] ?? ''}`;
  const excluded = EXCLUDING.exec(masked)?.[1];
  if (measure.concept?.kind === 'percent' && /growth/i.test(measure.concept.label)) return measure;
  const isConstant = role.name === 'change' && (CONSTANT.test(clause) || (excluded !== undefined && /\bcurrenc|\bexchange\b/i.test(excluded)));
  if (isConstant && figure.kind === 'percent' && measure.id === 'Revenues') return context.measures.find('revenue growth in constant currency', 'percent', []) ?? measure;
  if (isConstant) return { ...unknownMeasure([], `${measure.label} at constant currency`), dimensions: measure.dimensions, sense: measure.sense };
  return excluded ? { ...unknownMeasure([], `${measure.label} excluding ${excluded}`), dimensions: measure.dimensions, sense: measure.sense } : measure;
}

const named = (measure: Measure | undefined): FoundMeasure | undefined => measure && { measure, isNamed: true };
const behindIt = (measure: Measure | undefined): FoundMeasure | undefined => measure && { measure, isNamed: true, isBehind: true };
const carried = (measure: Measure | undefined): FoundMeasure | undefined => measure && { measure, isNamed: false };

function byKind(search: MeasureSearch): FoundMeasure | undefined {
  const { figure, context, story, phrase } = search;
  const { measures } = context;
  switch (figure.kind) {
    case 'rate':
      return named(measures.find('exchange rate', 'rate', []));
    case 'split':
      return named(measures.find('stock split', 'split', []));
    case 'count':
      return named(countMeasure(search));
    case 'shares':
      return named(shareMeasure(search));
    case 'percent':
    case 'money':
      if (/^\s+par value\b/i.test(search.behind)) return behindIt({ ...unknownMeasure(['Common stock'], 'par value'), label: 'par value' });
      return named(marketMeasure(search)) ?? named(shareOfRevenue(search)) ?? named(boughtBack(search));
    case 'perShare':
      return phrase.name === '' || /^(?:or|and|,)*$/.test(phrase.name) ? perShare(search, story.last) : undefined;
    default:
      return undefined;
  }
}

/** `17.2% of the $17.4 billion market`. */
function marketMeasure({ figure, behind, masked, context }: MeasureSearch): Measure | undefined {
  if (figure.kind === 'money') return /^\s+(?:[\p{L}-]+\s+){0,3}market\b(?!ing)/u.test(behind) ? context.measures.find('market size', 'money', []) : undefined;
  return /^\s+of\s+(?:the|a)\s+[^,;]{0,60}\bmarket\b/.test(masked.slice(figure.end, figure.end + 90)) ? context.measures.find('market share', 'percent', []) : undefined;
}

/** `Gross margin was 45.2% of revenue`, `R&D was 12% of net sales`. */
function shareOfRevenue({ figure, behind, phrase, role, story, context }: MeasureSearch): Measure | undefined {
  if (figure.kind !== 'percent' || role.name === 'change') return undefined;
  if (!/^\s+of\s+(?:the\s+|our\s+)?(?:total\s+|net\s+|consolidated\s+)*(?:revenues?|sales|turnover)\b/i.test(behind)) return undefined;
  const amount = story.lastLike('money')?.measure;
  const name = isFiller(phrase.name) ? (amount?.label ?? '') : phrase.name;
  if (!name) return undefined;
  const measure = context.measures.find(name, undefined, context.enclosing);
  return context.measures.find(name, 'percent', context.enclosing) ?? (measure && marginOf(measure)) ?? unknownMeasure([], `${name} to revenues`);
}

/** `repurchased 1.2 million shares for $36.4 million`. */
function boughtBack({ figure, gap, masked, context }: MeasureSearch): Measure | undefined {
  if (figure.kind !== 'money' || /\bprice\b/i.test(gap) || !/^\s*(?:of (?:its|our) [\p{L} ]{4,30})?(?:at|for)\b[^.;]{0,40}$/iu.test(gap)) return undefined;
  return /\b(?:repurchas\w+|bought back|buy[- ]?back)\b/i.test(masked.slice(0, figure.start)) && /\bshares\b/i.test(masked.slice(0, figure.start))
    ? context.measures.find('repurchases of common stock', 'money', [])
    : undefined;
}

/** `or $0.52 per diluted share`: what is per share follows from the income told before. */
function perShare({ figure, masked, context, phrase, role }: MeasureSearch, last: Story['last']): FoundMeasure | undefined {
  const { measures } = context;
  if (role.name !== 'amount' && last?.measure.concept?.kind === 'perShare') return undefined;
  const isDividend = /\bdividends?\b/i.test(masked.slice(0, figure.start)) && !/\b(?:earnings|income|loss)\b/i.test(masked.slice(0, figure.start));
  if (isDividend) return named(measures.find('dividend per share', 'perShare', []));
  if (!/\b(?:earnings|income|loss|profit|EPS)\b/i.test(masked)) return undefined;
  const which = /diluted/i.test(`${figure.remark} ${phrase.name}`) ? 'diluted' : 'basic';
  const isAdjusted = /\b(?:adjusted|non-GAAP)\b/i.test(last?.measure.label ?? '');
  const found = measures.find(`${isAdjusted ? 'adjusted ' : ''}${which} earnings per share`, 'perShare', []);
  return named(found && { ...found, sense: last?.measure.sense ?? 1 });
}

function byRole(search: MeasureSearch): FoundMeasure | undefined {
  const { role, phrase, story, figure } = search;
  switch (role.name) {
    case 'joined':
    case 'rangeEnd':
      return alternative(search) ?? (isUseful(phrase.name, search) ? named(nameIn(search)) : undefined) ?? carried(story.last?.measure);
    case 'revised':
      return named(someNameIn(search, 'first')) ?? carried(story.last?.measure);
    case 'comparison':
    case 'aside':
      return besideMeasure(search);
    case 'level':
      return phrase.name && !isFiller(phrase.name) ? (named(nameIn(search)) ?? carried(story.last?.measure)) : (carried(fitting(story.last?.measure, search)) ?? named(someNameIn(search, 'last')));
    case 'change':
      return changeMeasure(search);
    default:
      return behindIt(paidIn(search)) ?? behindIt(headMeasure(search)) ?? behindIt(behindMeasure(search)) ?? (phrase.name && !isFiller(phrase.name) ? named(nameIn(search)) : undefined) ?? carriedAmount(search) ?? behindIt(anyBehind(search, figure.kind));
  }
}

const isUseful = (name: string, search: MeasureSearch): boolean => name !== '' && !isFiller(name) && search.role.name === 'joined' && nameKnown(search, name, neededBy(search.figure)) !== undefined;

/** Words that name no measure by themselves. */
const isFiller = (name: string): boolean => /^(?:[^\p{L}]*|(?:the|this|that|it|we|which|and|or|also|in|of|to|by|an?|respectively|total|YoY|increase|decrease|change|growth|loss|income|expense|figures?|results?|representing|reflecting|implying|corresponding|with|year-over-year|year-on-year|yearly|annual|annualized|sequential|strong|solid|healthy|robust|further|as|for|from|on|at|its|our|their)(?:\s|$))+$/iu.test(name);

/** The n-th of the measures named side by side, for the n-th of the numbers side by side. */
function alternative({ story }: MeasureSearch): FoundMeasure | undefined {
  const list = story.last?.measure.alternatives;
  if (!list) return undefined;
  const at = list.findIndex((measure) => measure.id === story.last?.measure.id && measure.label === story.last?.measure.label);
  const next = list[at + 1];
  return next && named({ ...next, alternatives: list });
}

/** A measure carried over has to be of the figure's kind. */
function fitting(measure: Measure | undefined, { figure, context }: MeasureSearch): Measure | undefined {
  if (!measure) return undefined;
  if (figure.kind === 'percent' && measure.concept && measure.concept.kind !== 'percent') return context.measures.find(measure.label, 'percent', context.enclosing);
  return measure;
}

function changeMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const { phrase, role, behind, story, figure } = search;
  const needed: Needed = figure.kind === 'points' ? 'points' : undefined;
  const isOf = /\b(?:increases?|decreases?|declines?|reductions?|growth|rises?)\s+of\s*$/i.test(search.gap.trimEnd());
  if (role.isFromBehind || isOf || /\b(?:increase|decrease|growth|decline|rise|reduction)\b/i.test(behind.split(/[,;:.(]/)[0] ?? '')) {
    const object = /^[^,;.()]{0,60}?\b(?:in|of)\s+(?:(?:the|our|its|total)\s+)*([^,;.()]+?)(?=\s+(?:to|from|compared|versus|was|driven|due)\b|\s+and\s*$|[,;.()]|$)/i.exec(behind)?.[1];
    const found = object && nameKnown(search, object, needed);
    if (found) return behindIt(found);
  }
  if (phrase.name && !isFiller(phrase.name)) {
    const growth = /growth\s*(?:of\s*)?$/i.test(search.gap) ? search.context.measures.find(`${phrase.name} growth`, 'percent', []) : undefined;
    const found = growth ?? sideBySide(search, phrase.name, needed) ?? nameKnown(search, phrase.name, needed);
    if (found) return named(found);
    if (phrase.isSubject || story.last === undefined) return named(nameIn(search));
  }
  const reference = story.last?.measure ?? story.subject;
  if (!reference) return carried(search.context.headingMeasure) ?? named(someNameIn(search, 'last'));
  if (needed && reference.concept && reference.concept.kind !== 'percent') return carried(fitting(reference, search) ?? reference);
  return carried(reference);
}

/** A number held against another, or beside it in parentheses, measures the same unless its words say something else. */
function besideMeasure(search: MeasureSearch): FoundMeasure | undefined {
  const { phrase, story, figure } = search;
  const reference = story.lastLike(figure.kind)?.measure;
  const name = phrase.name;
  if (!reference) return name ? named(nameIn(search)) : carriedAmount(search);
  if (!name || isFiller(name)) return reference.concept?.kind === 'perShare' || figure.kind !== 'perShare' ? carried(sameKind(reference, search)) : (perShare(search, story.last) ?? carried(reference));
  const own = nameKnown(search, name, neededBy(figure));
  if (!own) return carried(reference);
  const plain = search.context.measures.find(reference.label, figure.kind, search.context.enclosing);
  if (own.id === reference.id || own.id === plain?.id) return named({ ...reference, sense: own.sense, label: own.label });
  return isPartOf(own.label, reference.label) || isPartOf(own.concept?.label ?? '', reference.concept?.label ?? '') ? named({ ...reference, sense: own.sense }) : named(own);
}

/** Beside an amount a percentage in parentheses without words is none of the amount's statements. */
function sameKind(reference: Measure, search: MeasureSearch): Measure {
  return fitting(reference, search) ?? reference;
}

const isPartOf = (part: string, whole: string): boolean => {
  const words = new Set(bagOf(whole).split(' '));
  return part !== '' && bagOf(part).split(' ').every((word) => words.has(word));
};

const BREAKDOWN = /\b(?:break ?downs?|consist\w*|compris\w*|includ\w*|made up|split|of which|composed)\b/i;

/** `JPY2,123 million in nonmarketable equity securities`: the measure follows in a list of parts. */
function behindMeasure(search: MeasureSearch): Measure | undefined {
  const { gap, masked, figure, behind, story, context } = search;
  const isList = BREAKDOWN.test(masked.slice(0, figure.start)) || (/^[\s,;]*(?:and\s*)?$/i.test(gap) && story.last?.role.isFromBehind === true);
  const match = /^\s+(?:in|for|from|as)\s+(?:(?:the|a|our)\s+)?([^,.;:()]+?)(?=\s+and\s*$|\s*[,.;:()]|\s*$)/i.exec(behind);
  if (!match || (!isList && !/^\s+as\s/i.test(behind))) return undefined;
  const name = match[1]?.trim() ?? '';
  const found = nameKnown(search, name, neededBy(figure));
  return found ?? (isList && story.subject ? unknownMeasure([story.subject.label], name) : context.measures.find(name, figure.kind, context.enclosing));
}

/** `a $5 million gain on sale`, `a 30 basis point headwind`: the noun behind says what the number is. */
function headMeasure({ gap, behind, figure, context }: MeasureSearch): Measure | undefined {
  if (figure.kind === 'count' || figure.kind === 'shares' || !/(?:^|\s)(?:an?|its|our)\s*$/i.test(gap)) return undefined;
  const name = /^\s+((?!of\b|in\b|for\b|to\b|from\b|at\b|per\b|and\b|or\b|as\b|on\b|year\b|by\b|with\b|share\b)\p{Ll}[\p{L}-]*(?:\s+(?!compared\b|versus\b|in\b|for\b|during\b|was\b|were\b|and\b|or\b|which\b|that\b|to\b)[\p{L}-]+){0,6})/u.exec(behind)?.[1];
  return name ? (context.measures.find(name, figure.kind, context.enclosing) ?? unknownMeasure([], name)) : undefined;
}

/** The measure that follows the number where nothing before it tells: `$5 million of goodwill impairment`. */
function anyBehind(search: MeasureSearch, needed: Needed): Measure | undefined {
  const match = /^\s+(?:(?:in|of|for|was|were|as)\s+)?(?:(?:the|an?|our)\s+)?([^,.;:()]+?)(?=\s+and\s*$|\s*[,.;:()]|\s*$|\s+(?:was|were|in|to|for|from|at)\s)/i.exec(search.behind);
  const name = match?.[1]?.trim() ?? '';
  if (!name) return undefined;
  return nameKnown(search, name, needed);
}

const SPENT = /\b(paid|returned|spent|invested|repaid|raised|borrowed|contributed|received|collected|deployed|distributed)\s+(?:(?:an?|the)\s+(?:additional|further|total of)\s+|back\s+)?$/i;

/** `paid $15.2 million in dividends`, `returned $4 billion to shareholders`: the verb and what follows name it. */
function paidIn({ gap, behind, figure, context }: MeasureSearch): Measure | undefined {
  const verb = SPENT.exec(gap)?.[1];
  if (!verb) return undefined;
  const words = /^\s+((?:in|of|on|for|to|from)\s+[\p{L}][\p{L} -]{2,60})/u.exec(behind)?.[1] ?? '';
  const name = words.replace(/^(?:in|of|on|for)\s+(?:cash\s+)?/i, '').split(/\s(?:to|and|in|during|for|through)\s/)[0] ?? '';
  const found = name && (context.measures.find(`payments of ${name}`, 'bigMoney', []) ?? context.measures.find(name, neededBy(figure), context.enclosing));
  return found || unknownMeasure([], `${verb} ${words.split(/\s(?:through|during|by|via)\s/)[0]}`.trim());
}

/** An amount whose words name nothing goes on with the subject, else with the heading above. */
function carriedAmount(search: MeasureSearch): FoundMeasure | undefined {
  const { story, context, phrase, gap } = search;
  const measure = story.last || story.subject ? (story.last?.measure ?? story.subject) : context.headingMeasure;
  if (phrase.turn || measure === context.headingMeasure || /^[\s,:;]*$/.test(gap) || phrase.name === '' || isFiller(phrase.name)) return carried(fitting(measure, search));
  return undefined;
}

/** The first or last name of a measure anywhere in the words before. */
function someNameIn(search: MeasureSearch, which: 'first' | 'last'): Measure | undefined {
  const { gap, context, figure } = search;
  const names = context.measures.namesIn(gap);
  for (const { start, end } of which === 'first' ? names : names.reverse()) {
    const found = context.measures.find(gap.slice(start, end), figure.kind, enclosingOf(search));
    if (found) return found;
  }
  return undefined;
}

/** The measure that the phrase names: known, or new under its own words. */
function nameIn(search: MeasureSearch): Measure | undefined {
  const { phrase, figure, context } = search;
  const found = sideBySide(search, phrase.name, neededBy(figure)) ?? nameKnown(search, phrase.name, neededBy(figure));
  if (found) return found;
  if (!/\p{L}{2}/u.test(phrase.name) || (figure.kind === 'bare' && !/\b(?:ratio|multiple|index|score|rating)\b/i.test(phrase.name))) return undefined;
  const misspelt = phrase.owner ? undefined : context.measures.findMisspelt(phrase.name, figure.kind, enclosingOf(search));
  if (misspelt) return misspelt;
  const label = phrase.owner ? `${phrase.owner} ${phrase.name}` : phrase.name;
  return unknownMeasure(context.path, label.split(' ').slice(0, 12).join(' '));
}

/** `revenue and operating income` before two numbers: each name one measure, unless all of it is one. */
function sideBySide(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { figures, index, masked } = search;
  const next = figures[index + 1];
  if (!next || !/^[\s,]*(?:and|,)\s*$/.test(masked.slice(figures[index]?.end ?? 0, next.start))) return undefined;
  const parties = partiesOf(name);
  if (parties.length > 1) return list(parties.map((party) => paidTo(search, name, party, needed)));
  if (nameKnown(search, name, needed)) return undefined;
  const parts = name.split(/,?\s+and\s+|,\s+/);
  return parts.length > 1 ? list(parts.map((part) => nameKnown(search, part, needed))) : undefined;
}

function list(found: readonly (Measure | undefined)[]): Measure | undefined {
  const all = found.filter((measure): measure is Measure => measure !== undefined);
  const [first] = all;
  return first && all.length === found.length ? { ...first, alternatives: all } : undefined;
}

const enclosingOf = ({ story, context }: MeasureSearch): string[] => [...(story.subject?.concept ? [story.subject.concept.id] : []), ...context.enclosing];

/** A measure that the vocabulary knows, told by a name, whose it is, and what the text is about. */
function nameKnown(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { context, story, phrase, masked, figure } = search;
  const { measures } = context;
  const enclosing = enclosingOf(search);
  const find = (text: string) => measures.find(text, needed, enclosing);
  const remark = figure.remark === 'net' ? find(`${name} (net)`) : undefined;
  if (remark) return remark;
  const segment = /^(.+?) segment(?:['’]s)?\s+(.+)$/i.exec(name);
  if (segment?.[2]) {
    const found = find(segment[2]);
    if (found) return withDimension(found, 'segment', segment[1] ?? '');
  }
  const possessive = /^([^'’]{2,60})['’]s?\s+(.+)$/.exec(name);
  if (possessive && !find(name)) return ownedMeasure(search, possessive[1] ?? '', possessive[2] ?? '', needed);
  if (phrase.owner && name === phrase.name) return ownedMeasure(search, phrase.owner, name, needed);
  const insertion = /^\s*,\s*((?:including|excluding) [^,]{3,60}),/i.exec(masked.slice(masked.indexOf(name) + name.length))?.[1];
  const whole = insertion ? find(`${name} ${insertion}`) : undefined;
  if (whole) return whole;
  for (const front of name === phrase.name ? phrase.fronted : []) {
    const topic = front.replace(/^(?:and\s+)?(?:as for|for|in|at|within|among|from|of)\s+(?:the\s+)?/i, '');
    const found = topic !== front && !measures.isSelf(topic) ? (find(`${name} for ${topic}`) ?? find(`${name} of ${topic}`)) : undefined;
    if (found) return { ...found, label: `${name} for ${topic}` };
  }
  const plain = find(name);
  if (plain && story.isOfAcquired && plain.id === 'Revenues') return find('revenue of acquired businesses') ?? plain;
  const perShare = needed === 'perShare' || needed === 'money' ? (/\bper share$/i.test(name) && !plain ? (find(`${name}, diluted`) ?? find(`${name}, basic`)) : undefined) : undefined;
  const topical = story.topic && !name.includes(story.topic) ? (find(`${name} of ${story.topic}`) ?? find(`${story.topic} ${name}`)) : undefined;
  if (topical && (!plain || isPartOf(name, topical.label))) return { ...topical, label: name };
  const last = needed === 'percent' && /^(?:margin|ratio)$/i.test(name) ? story.lastLike('money')?.measure : undefined;
  const ofLast = last && (find(`${last.label} ${name}`) ?? marginOf(last) ?? unknownMeasure([], `${last.label} ${name}`));
  const dividend = needed === 'money' && /\bdividend$/i.test(name) ? find('dividend per share') : undefined;
  const paidOut = needed === 'bigMoney' && /^(?:cash |total )?dividends?$/i.test(name) ? find('dividends paid') : undefined;
  const atUnit = name.replace(/\s+(?:at|of|in|by|related to|relating to)\s+(?:\p{Lu}[\p{L}&.,]*\s+)+(?:Inc|Ltd|Corp|Co|plc|SE|AG|GmbH|KK|LLC)\.?$/u, '');
  const ofUnit = atUnit !== name ? find(atUnit) : undefined;
  const bare = name.replace(/\b(?:fiscal\s+)?(?:year-end|interim|final|half-year|quarterly)\s+/gi, '');
  const ofSubject = !plain && /^\p{L}+$/u.test(name) && story.subject ? find(`${name} of ${story.subject.label.replace(/\s+(?:including|excluding)\b.*$/i, '')}`) : undefined;
  return ofLast ?? plain ?? paidOut ?? dividend ?? perShare ?? ofUnit ?? ofSubject ?? (bare !== name ? find(bare) : undefined) ?? paidMeasure(search, name, needed) ?? partlyNamed(search, name, needed);
}

/** What belongs to someone else than the group is another measure. */
function ownedMeasure(search: MeasureSearch, owner: string, name: string, needed: Needed): Measure | undefined {
  const { context, story } = search;
  const find = (text: string) => context.measures.find(text, needed, enclosingOf(search));
  if (context.measures.isSelf(owner)) return find(name) ?? partlyNamed(search, name, needed);
  const found = find(`${owner} ${name}`) ?? find(`${name} of ${owner}`) ?? find(`${name} for ${owner}`);
  if (found) return { ...found, label: `${owner} ${name}` };
  const ofMarket = story.market ? find(`${story.market} ${name.replace(/^total\s+/i, '')}`) : undefined;
  return ofMarket ?? (find(name) ? unknownMeasure(context.path, `${owner}'s ${name}`) : undefined);
}

/** `amount paid to Alder for circuits`: to whom it is paid is a dimension, so that the amounts stay apart. */
function paidMeasure(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const [party] = partiesOf(name);
  return party ? paidTo(search, name, party, needed) : undefined;
}

function partiesOf(name: string): string[] {
  if (!/\bpaid\b/i.test(name)) return [];
  return [...name.matchAll(/\bto\s+((?:the\s+)?\p{Lu}.*?)(?=,?\s+and\s+(?:that\s+)?to\s|\s+(?:for|related to|relating to)\s|,|$)/gu)].map((match) => (match[1] ?? '').trim());
}

function paidTo(search: MeasureSearch, name: string, party: string, needed: Needed): Measure | undefined {
  const purpose = /\b(for|related to|relating to)\s+(?:(?:the|their|its)\s+)?(.+?)(?=\s+to\s+\p{Lu}|,|$)/u.exec(name);
  const base = /^(.*?\bpaid)\b/i.exec(name)?.[1] ?? name;
  const find = (text: string) => search.context.measures.find(text, needed, enclosingOf(search));
  const found = purpose
    ? (find(`${base} ${purpose[1]} ${purpose[2]}`) ?? find(`${base} ${purpose[1]} the ${purpose[2]}`) ?? (/\bleas\w+/i.test(purpose[2] ?? '') ? find('amount paid to related parties for leases') : undefined))
    : undefined;
  return withDimension(found ?? unknownMeasure([], purpose ? `${base} for ${purpose[2]}` : base), 'counterparty', party);
}

/** Behind a known name only words that do not change what it is. */
const HARMLESS = /^(?:\s*(?:\([^)]*\)|(?:by|of)\s+(?:our\s+)?(?:common|ordinary)\s+(?:stock|shares)|by\s+(?:\p{Lu}[\p{L}&.,]*\s*)+|(?:related|relating|attributable|due) to\s+(?:\p{Lu}[\p{L}&.,]*\s*)+|(?:at|of|in)\s+(?:\p{Lu}[\p{L}&.,]*\s*)+(?:Inc|Ltd|Corp|Co|plc|SE|AG|GmbH|KK|LLC)\.?|such as\s.*|including\s.*|in total|in aggregate|as a whole))*\s*$/u;

/** A phrase that holds a known name and otherwise only words that do not change its meaning. */
function partlyNamed(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { context } = search;
  for (const { start, end } of context.measures.namesIn(name)) {
    const words = new Set(name.slice(start, end).toLowerCase().split(/\s+/));
    const isHarmless = (text: string) => text.split(/\s+/).every((word) => word === '' || isModifier(word) || words.has(word.toLowerCase()) || context.measures.isIssuer(word));
    if (/\b(?:and|or|of)\s+$/i.test(name.slice(0, start))) continue;
    if (!isHarmless(name.slice(0, start)) || !(HARMLESS.test(name.slice(end)) || isHarmless(name.slice(end)))) continue;
    const found = context.measures.find(name.slice(start, end), needed, enclosingOf(search));
    if (found) return found;
  }
  return undefined;
}

/** `… related to a subsidiary, Fern Networks Inc.`: not the group's whole amount. */
function ofPartOfGroup(measure: Measure, { behind, masked, figure }: MeasureSearch): Measure {
  const related = /^[^,;.]{0,30}\b(?:related to|relating to|of|from|at)\s+(?:a|our)\s+(?:consolidated\s+)?subsidiary,?\s+((?:\p{Lu}[\p{L}&.-]*\s?)+)/u.exec(behind) ?? /^[^,;.]{0,30}\bfrom\s+((?:\p{Lu}[\p{L}&.-]*\s?)+),\s+a(?:\s+consolidated)?\s+subsidiary/u.exec(masked.slice(figure.end, figure.end + 140));
  return related ? { ...unknownMeasure([], `${measure.label} of ${related[1]?.trim() ?? ''}`), label: measure.label, sense: measure.sense } : measure;
}
