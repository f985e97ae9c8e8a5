import type { MeasureSearch } from './measure-search.ts';
import { type Measure, type Needed, neededBy, unknownMeasure } from './measures.ts';
import { nameKnown } from './name-measure.ts';
import { isNameOfMeasure } from './names-measure.ts';
import { restOfList } from './noun-lists.ts';

const BREAKDOWN = /\b(?:break ?downs?|consist\w*|compris\w*|includ\w*|made up|split|of which|composed)\b/i;

/** `JPY2,123 million in nonmarketable equity securities`: the measure follows in a list of parts. */
export function behindMeasure(search: MeasureSearch): Measure | undefined {
  const { gap, masked, figure, behind, story, context } = search;
  const isList =
    BREAKDOWN.test(masked.slice(0, figure.start)) ||
    (/^[\s,;]*(?:and\s*)?$/i.test(gap) && story.last?.role.isFromBehind === true);
  const match =
    /^\s+(?:in|for|from|as)\s+(?:(?:the|a|our)\s+)?([^,.;:()]+?)(?=\s+and(?:\s+an?)?\s*$|\s*[,.;:()]|\s*$)/i.exec(
      behind,
    );
  if (!match || (!isList && !/^\s+as\s/i.test(behind))) return undefined;
  const name = match[1]?.trim() ?? '';
  const found = nameKnown(search, name, neededBy(figure));
  return (
    heldTogether(name, longerNames(name, behind.slice(match[0].length))) ??
    found ??
    (isList && story.subject
      ? unknownMeasure([story.subject.label], name)
      : context.measures.find(name, figure.kind, context.enclosing))
  );
}

const AFTER =
  /^\s+(?:(?:in|of)\s+)?(?!(?:with|which|that|compared|versus|and)\b)(?:(?:the|our|its|total|consolidated)\s+)*([\p{L}][^,.;:()\d]{2,80})/iu;
/** `interest on cash`, `gains on securities`: what they are on goes with the name. */
const INTEREST_ON =
  /^(?:[\p{L}-]+\s){0,2}(?:interest|income|gains?|loss(?:es)?|returns?|dividends?|tax(?:es)?)\son\s/iu;
const AFTER_ENDS =
  /\s+(?:and|or|to|from|for|in|at|as|on|by|compared|versus|was|were|is|are|during|which|that|reported|recogni[sz]ed|related|relating|over|under)\b.*$/is;

/** `$27.4 million in operating profit`, `$0.2 million of severance charges`: the words behind name what is measured. */
export function measureAfter(search: MeasureSearch): Measure | undefined {
  const { behind, figure, context, story } = search;
  const match = AFTER.exec(behind);
  const whole = match?.[1]?.trim();
  if (!match || !whole || figure.kind !== 'money' || isPaidInCash(search)) return undefined;
  const needed = neededBy(figure);
  const lead = INTEREST_ON.exec(whole)?.[0] ?? '';
  const short = lead + whole.slice(lead.length).replace(AFTER_ENDS, '');
  const names = longerNames(whole, behind.slice(match[0].length));
  const found =
    firstKnown(names, (name) => context.measures.find(name, needed, context.enclosing)) ??
    context.measures.find(short, needed, context.enclosing) ??
    (/^\s+(?:of|in)\b/i.test(behind) && isNameOfMeasure(short) ? unknownMeasure([], short) : undefined);
  const around = search.masked.slice(0, figure.start);
  const isInside = around.lastIndexOf('(') > around.lastIndexOf(')');
  return found && isInside && story.lastMain
    ? unknownMeasure([], `${story.lastMain.measure.label} in ${short}`)
    : found;
}

/** `cash and cash equivalents and long-term investments`, `cash, cash equivalents and term deposits`: one amount of all. */
const HELD_TOO =
  /^(?:,| and)\s(?!no\b|an?\b)[\p{L}, -]*\b(?:investments|securities|deposits|equivalents|funds|receivables)$/iu;

/** What the first of the names that is known measures, or all that is held beside it. */
function firstKnown(
  names: readonly string[],
  find: (name: string) => Measure | undefined,
): Measure | undefined {
  for (const name of names) {
    const measure = find(name);
    if (measure) return heldTogether(name, names) ?? measure;
  }
  return undefined;
}

/** What is held beside what is known by name, as one amount. */
function heldTogether(known: string, names: readonly string[]): Measure | undefined {
  const all = names.find((name) => HELD_TOO.test(name.slice(known.length)));
  return all === undefined ? undefined : unknownMeasure([], all);
}

/** `cash`, of `cash and securities and no debt`: the names that it may open, the longest first; `behind` is what follows. */
function longerNames(words: string, behind: string): string[] {
  const names = [`${words}${restOfList(behind)}`, words];
  for (let at = words.lastIndexOf(' and '); at > 0; at = words.lastIndexOf(' and ', at - 1))
    names.push(words.slice(0, at));
  return names;
}

/** `acquired Birch for $22.5 million in cash`: how it was paid. */
const isPaidInCash = ({ gap, behind }: MeasureSearch): boolean =>
  /^\s+in\s+cash\b/i.test(behind) &&
  /\b(?:for|of|paid|pay|paying|received|consideration|price)\s+(?:(?:approximately|about|up to|an aggregate of)\s+)*$/i.test(
    gap,
  ) &&
  !/\bwith\s[^,;]*$|\b(?:balance|total) of\s*$/i.test(gap);

const AS_SUBJECT =
  /^\s+(?:(?:was|were|is|are|remain(?:s|ed)?|had been|has been|have been)\s)+(?:also\s|then\s|still\s|currently\s)?((?:available|outstanding|invested|used|spent|paid|due|held|related|attributable|recorded|recogni[sz]ed|returned|deployed|allocated|committed|drawn|borrowed|repaid|included|generated|contributed)\b[^,.;:()]{0,80})/i;

/** `$49.9 million was invested in treasury bills`: a number that is a subject is told by what follows it. */
export function asSubject({ behind, figure, gap, context }: MeasureSearch): Measure | undefined {
  const told = AS_SUBJECT.exec(behind)?.[1]?.trim();
  if (
    !told ||
    figure.kind !== 'money' ||
    !/(?:^|[,;:]|\band|\bwhich|\bof the|approximately|about)\s*$/i.test(gap)
  )
    return undefined;
  const found = context.measures.find(told, neededBy(figure), context.enclosing);
  return found ?? { ...unknownMeasure([], told), label: `was ${told}` };
}

/** `a $5 million gain on sale`, `a 30 basis point headwind`: the noun behind says what the number is. */
export function headMeasure(search: MeasureSearch): Measure | undefined {
  const { gap, behind, figure } = search;
  if (
    figure.kind === 'count' ||
    figure.kind === 'shares' ||
    !/(?:^|\s)(?:an?|its|our|the|this|new|(?:including|excluding)(?: the)?(?: first| final| initial| remaining)?)\s*$/i.test(
      gap,
    )
  )
    return undefined;
  const name =
    /^\s+((?!of\b|in\b|for\b|to\b|from\b|at\b|per\b|and\b|or\b|as\b|on\b|year\b|by\b|with\b|share\b)\p{Ll}[\p{L}-]*(?:\s+(?!compared\b|versus\b|in\b|for\b|during\b|was\b|were\b|and\b|or\b|which\b|that\b|to\b|recorded\b|recogni[sz]ed\b|incurred\b|associated\b|related\b|due\b|driven\b)[\p{L}-]+){0,6})/u.exec(
      behind,
    )?.[1];
  return name ? (nameKnown(search, name, figure.kind) ?? unknownMeasure([], name)) : undefined;
}

/** The measure that follows the number where nothing before it tells: `$5 million of goodwill impairment`. */
export function anyBehind(search: MeasureSearch, needed: Needed): Measure | undefined {
  const match =
    /^\s+(?:(?:in|of|for|was|were|as)\s+)?(?:(?:the|an?|our)\s+)?([^,.;:()]+?)(?=\s+and\s*$|\s*[,.;:()]|\s*$|\s+(?:was|were|in|to|for|from|at)\s)/i.exec(
      search.behind,
    );
  const name = match?.[1]?.trim() ?? '';
  if (!name) return undefined;
  return nameKnown(search, name, needed);
}

const SPENT =
  /\b(used|paid|returned|spent|invested|repa(?:id|y|ying)|raised|borrowed|contributed|received|collected|deployed|distributed)\s+(?:(?:an?|the)\s+(?:additional|further|total of)\s+|back\s+)?(?:(?:approximately|about|some|around|nearly|almost|over|more than|up to|at least)\s+)?$/i;

/** `paid $15.2 million in dividends`, `returned $4 billion to shareholders`: the verb and what follows name it. */
export function paidIn(search: MeasureSearch): Measure | undefined {
  const { gap, behind, figure, context } = search;
  const verb = SPENT.exec(gap)?.[1];
  if (!verb || figure.kind === 'bare') return undefined;
  if (/^\s+to\s(?:re)?purchase\b[^.;]*\bshares\b/i.test(search.masked.slice(figure.end)))
    return context.measures.find('repurchases of common stock', 'money', []);
  const words = /^\s+((?:in|of|on|for|to|from|under)\s+[\p{L}][\p{L} -]{2,60})/u.exec(behind)?.[1] ?? '';
  const name =
    words
      .replace(/^(?:in|of|on|for|under)\s+(?:cash\s+|(?:our|its|the)\s+)?/i, '')
      .split(/\s(?:to|and|in|during|for|through)\s/)[0] ?? '';
  const found =
    name &&
    (context.measures.find(`${/^repa/i.test(verb) ? 're' : ''}payments of ${name}`, 'bigMoney', []) ??
      context.measures.find(name, neededBy(figure), context.enclosing));
  return found || unknownMeasure([], `${verb} ${words.split(/\s(?:through|during|by|via)\s/)[0]}`.trim());
}
