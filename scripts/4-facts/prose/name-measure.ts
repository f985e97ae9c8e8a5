import { isPartOf } from './measure-index.ts';
import { enclosingNames, type MeasureSearch } from './measure-search.ts';
import { findMargin, type Measure, type Needed, unknownMeasure, withDimension } from './measures.ts';
import { paidMeasure } from './paid-parties.ts';
import { isModifier } from './phrases.ts';

/** Finds a measure by a wording, for the figure and place of a search. */
type Find = (wording: string) => Measure | undefined;

/** Ways in which a name tells its measure, the surest first. */
const WAYS: readonly ((
  name: string,
  find: Find,
  search: MeasureSearch,
  needed: Needed,
) => Measure | undefined)[] = [
  asNet,
  ofSegment,
  withInsertion,
  ofFront,
  ofMarginTold,
  ofTopic,
  (name, find) => find(name),
  ofDividends,
  ofPerShare,
  atSubsidiary,
  ofSubject,
  withoutPayment,
  (name, _, search, needed) => paidMeasure(search, name, needed),
  (name, _, search, needed) => partlyNamed(search, name, needed),
];

/** A measure that the vocabulary knows, told by a name, whose it is, and what the text is about. */
export function nameKnown(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { context, phrase } = search;
  const enclosing = enclosingNames(search);
  const find: Find = (wording) => context.measures.find(wording, needed, enclosing);
  const possessive = /^([^'’]{2,60})['’]s?\s+(.+)$/.exec(name);
  if (possessive && !find(name))
    return ownedMeasure(search, possessive[1] ?? '', possessive[2] ?? '', needed);
  if (phrase.owner && name === phrase.name) return ownedMeasure(search, phrase.owner, name, needed);
  for (const way of WAYS) {
    const found = way(name, find, search, needed);
    if (found) return found;
  }
  return undefined;
}

/** `repayment for bank borrowings of 589 million (net)`. */
function asNet(name: string, find: Find, { figure }: MeasureSearch): Measure | undefined {
  return figure.remark === 'net' ? find(`${name} (net)`) : undefined;
}

/** `Cloud segment revenue`. */
function ofSegment(name: string, find: Find): Measure | undefined {
  const [, segment = '', rest = ''] = /^(.+?) segment(?:['’]s)?\s+(.+)$/i.exec(name) ?? [];
  const found = rest && /^(?:(?:\p{Lu}\S*|and|of|&)(?:\s|$))+$/u.test(segment) ? find(rest) : undefined;
  return found && withDimension(found, 'segment', segment);
}

/** `long-term borrowings, including current portion, were`. */
function withInsertion(name: string, find: Find, { masked }: MeasureSearch): Measure | undefined {
  const insertion = /^\s*,\s*((?:including|excluding) [^,]{3,60}),/i.exec(
    masked.slice(masked.indexOf(name) + name.length, masked.indexOf(name) + name.length + 90),
  )?.[1];
  return insertion ? find(`${name} ${insertion}`) : undefined;
}

/** `For systems construction and equipment sales, the order backlog was`. */
function ofFront(name: string, find: Find, { phrase, context }: MeasureSearch): Measure | undefined {
  if (name !== phrase.name) return undefined;
  for (const front of phrase.fronted) {
    const topic = front.replace(/^(?:and\s+)?(?:as for|for|in|at|within|among|from|of)\s+(?:the\s+)?/i, '');
    const found =
      topic !== front && !context.measures.isSelf(topic)
        ? (find(`${name} for ${topic}`) ?? find(`${name} of ${topic}`))
        : undefined;
    if (found) return { ...found, label: `${name} for ${topic}` };
  }
  return undefined;
}

/** `a margin of 10%`: that of the amount told before. */
function ofMarginTold(
  name: string,
  find: Find,
  { story }: MeasureSearch,
  needed: Needed,
): Measure | undefined {
  const told = /^(?:margin|ratio)$/i.test(name) ? story.lastLike('money') : undefined;
  const last = needed === 'percent' && told?.figure.kind === 'money' ? told.measure : undefined;
  return (
    last && (find(`${last.label} ${name}`) ?? findMargin(last) ?? unknownMeasure([], `${last.label} ${name}`))
  );
}

/** `Gross margin` in sentences on `SI`. Revenue without more words is always the whole; a business acquired adds its own. */
function ofTopic(name: string, find: Find, { story }: MeasureSearch): Measure | undefined {
  const plain = find(name);
  if (plain?.id === 'Revenues')
    return story.isOfAcquired ? find('revenue of acquired businesses') : undefined;
  if (!story.topic || name.includes(story.topic)) return undefined;
  const found = find(`${name} of ${story.topic}`) ?? find(`${story.topic} ${name}`);
  return found && (!plain || isPartOf(name, found.label)) ? { ...found, label: name } : undefined;
}

/** Small amounts of dividends are per share, millions are paid out. */
function ofDividends(name: string, find: Find, _: MeasureSearch, needed: Needed): Measure | undefined {
  if (needed === 'money' && /\bdividend$/i.test(name)) return find('dividend per share');
  if (needed === undefined && OF_ONE_SHARE.test(name)) return find('dividend per share');
  return needed === 'bigMoney' && /^(?:cash |total )?dividends?$/i.test(name)
    ? find('dividends paid')
    : undefined;
}

/** What is raised at a meeting is what each share gets. */
const OF_ONE_SHARE =
  /^(?:(?:regular|quarterly|interim|final|annual|cash|common|ordinary|half-year|monthly)\s)+dividend$/i;

/** Amounts per share that do not say whether they are diluted. */
function ofPerShare(
  name: string,
  find: Find,
  { masked }: MeasureSearch,
  needed: Needed,
): Measure | undefined {
  if (needed !== 'perShare' && needed !== 'money') return undefined;
  if (/\bEPS$/.test(name) && /\bdiluted\b/i.test(masked) && !/\b(?:basic|diluted)\b/i.test(name))
    return find(`diluted ${name}`);
  return /\bper share$/i.test(name) ? (find(`${name}, diluted`) ?? find(`${name}, basic`)) : undefined;
}

/** `amortization of customer relationship at Alder Solutions Inc.`: the company tells where, not what. */
function atSubsidiary(name: string, find: Find): Measure | undefined {
  const rest = name.replace(
    /\s+(?:at|of|in|by|related to|relating to)\s+(?:\p{Lu}[\p{L}&.,]*\s+)+(?:Inc|Ltd|Corp|Co|plc|SE|AG|GmbH|KK|LLC)\.?$/u,
    '',
  );
  return rest === name ? undefined : find(rest);
}

/** `the repayment of`: of what the sentence is about. */
function ofSubject(name: string, find: Find, { story }: MeasureSearch): Measure | undefined {
  if (!/^\p{L}+$/u.test(name)) return undefined;
  for (const told of [story.last?.measure, story.subject]) {
    const found = told && find(`${name} of ${told.label.replace(/\s+(?:including|excluding)\b.*$/i, '')}`);
    if (found) return found;
  }
  return undefined;
}

/** `payments for year-end dividends`. */
function withoutPayment(name: string, find: Find): Measure | undefined {
  const rest = name.replace(/\b(?:fiscal\s+)?(?:year-end|interim|final|half-year|quarterly)\s+/gi, '');
  return rest === name ? undefined : find(rest);
}

/** What belongs to someone else than the group is another measure. */
function ownedMeasure(
  search: MeasureSearch,
  owner: string,
  name: string,
  needed: Needed,
): Measure | undefined {
  const { context, story } = search;
  const find = (text: string) => context.measures.find(text, needed, enclosingNames(search));
  const ofPart = owner.replace(/\s(?:segment|division)$/i, '');
  if (context.measures.isSelf(owner) || ofPart === story.part?.name)
    return find(name) ?? partlyNamed(search, name, needed);
  const found = find(`${owner} ${name}`) ?? find(`${name} of ${owner}`) ?? find(`${name} for ${owner}`);
  if (found) return { ...found, label: `${owner} ${name}` };
  const ofMarket = story.market ? find(`${story.market} ${name.replace(/^total\s+/i, '')}`) : undefined;
  return ofMarket ?? (find(name) ? unknownMeasure([], `${owner}'s ${name}`) : undefined);
}

/** Behind a known name only words that do not change what it is. */
const NAMES = String.raw`\p{Lu}[\p{L}&.,]*(?:\s+\p{Lu}[\p{L}&.,]*)*`;
const HARMLESS = new RegExp(
  `^(?:\\s*(?:\\([^)]*\\)|(?:by|of)\\s+(?:our\\s+)?(?:common|ordinary)\\s+(?:stock|shares)|by\\s+${NAMES}|(?:related|relating|attributable|due) to\\s+${NAMES}|(?:at|of|in)\\s+${NAMES}(?:Inc|Ltd|Corp|Co|plc|SE|AG|GmbH|KK|LLC)\\.?|such as\\s.*|including\\s.*|in total|in aggregate|as a whole))?\\s*$`,
  'u',
);

/** A phrase that holds a known name and otherwise only words that do not change its meaning. */
function partlyNamed(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const { context } = search;
  for (const { start, end } of context.measures.namesIn(name)) {
    const words = new Set(name.slice(start, end).toLowerCase().split(/\s+/));
    const isHarmless = (text: string) =>
      text
        .split(/\s+/)
        .every(
          (word) =>
            word === '' ||
            isModifier(word) ||
            words.has(word.toLowerCase()) ||
            context.measures.isIssuer(word),
        );
    if (/\b(?:and|or|of)\s+$/i.test(name.slice(0, start))) continue;
    if (!isHarmless(name.slice(0, start)) || !(HARMLESS.test(name.slice(end)) || isHarmless(name.slice(end))))
      continue;
    const found = context.measures.find(name.slice(start, end), needed, enclosingNames(search));
    if (found) return found;
  }
  return undefined;
}
