import type { ReadSentence, Statement } from './statement.ts';

/** A clause that gives a reason, by its UTF-16 offsets in the sentence, and the statements it explains. */
export interface Reason {
  readonly start: number;
  readonly end: number;
  readonly statements: readonly Statement[];
}

const DEGREE =
  '(?:(?:mainly|primarily|largely|partly|partially|chiefly|principally|mostly|in part|in large part|predominantly|also)\\s+)';
/** Words that open a reason by themselves. */
const BECAUSE = `${DEGREE}*(?:due\\s+${DEGREE}*to|because(?:\\s+of)?|owing\\s+to|thanks\\s+to|as\\s+a\\s+result\\s+of|on\\s+account\\s+of|(?:was|were|is|are|been)\\s+${DEGREE}*attributable\\s+to|driven\\s+${DEGREE}*by|led\\s+${DEGREE}*by|fuell?ed\\s+by|supported\\s+by|helped\\s+by|boosted\\s+by|offset\\s+by|caused\\s+by|result(?:ed|ing)\\s+${DEGREE}*from|stemm(?:ed|ing)\\s+from|reflecting|in\\s+accordance\\s+with(?=\\s+the\\s+(?:increase|decrease|number|growth))|in\\s+step\\s+with|along\\s+with\\s+(?=the\\s+(?:increase|decrease|growth)))`;
/** With a word of degree other openings give a reason too: `mainly on higher advertising`. */
const MAINLY = `${DEGREE}(?:as|on|from|through|by|for|in|related\\s+to|attributable\\s+to|earned\\s+by|with)`;
/** `…, up 75.2%, as more machines were placed`. */
const AS = String.raw`(?<=(?:[%\d)]|YoY|year|thousand|million|billion|points),\s+)as(?!\s+(?:of|at|compared|well|announced|a|an|follows|expected|reported|defined|part|per|such|shown|described|planned)\b)`;
const OPENING = new RegExp(`(?<![\\p{L}])(?:${BECAUSE}|${MAINLY}|${AS})\\s+`, 'giu');
const NO_REASON =
  /^(?:the\s+)?(?:above|foregoing|rounding|U\.?S\.? GAAP|(?:[\p{L}.]+\s+){0,3}(?:GAAP|principles|IFRS))\b/iu;
/** A sentence that takes up the movement told before it: `The increase was …`. */
const TAKES_UP =
  /^[\s"“(]*(?:The|This|These|Such)\s+(?:[\p{L}-]+\s+){0,4}?(?:increases?|decreases?|growth|decline|rise|drop|fall|improvement|change|reduction|results?|gains?|loss|expansion|performance)\b|^[\s"“]*(?:This|It)\s+(?:was|is)\b/u;

/** `While orders accumulated, cancellations went on.` behind numbers that moved: all of it says why. */
const OPENS =
  /^[\s"“(]*(?:While|Although|Since|As(?!\s+(?:of|at|for|to|a|an|well|part|compared|previously|announced|expected|reported|shown|described|noted|planned|discussed|mentioned|follows|defined)\b))\s+(?=\p{L})/u;
/** Words of what moves lines, in a sentence that gives a reason without a number. */
const EFFECT =
  /\b(?:effects?|impacts?|pressures?|headwinds?|tailwinds?|increases?|decreases?|declines?|growth|rise|fall|drop|improvement|reduction)\b/i;

/** The reasons that a sentence gives for its own numbers, or for those of the sentence before. */
export function findReasons({ text, statements }: ReadSentence, before: readonly Statement[]): Reason[] {
  const reasons: Reason[] = [];
  if (statements.length === 0 && !tellsWhy(text, before)) return reasons;
  if (statements.length === 0 && OPENS.test(text))
    return [wholeSentence(text, withoutCompared(lastGroup(before)))];
  for (const match of text.matchAll(OPENING)) {
    const start = match.index + match[0].length;
    if (reasons.some(({ end }) => start < end) || NO_REASON.test(text.slice(start, start + 60))) continue;
    const isFirst = /^[\s"“]*$/.test(text.slice(0, match.index));
    const end = endOfClause(text, start, statements, isFirst);
    const explained = isFirst ? firstGroup(statements, end) : groupBefore(statements, match.index);
    const takesUp = statements.length === 0 || TAKES_UP.test(text);
    const found = explained.length > 0 ? explained : takesUp ? lastGroup(before) : [];
    if (found.some(canBeExplained) && end - start > 3) {
      const opens = isSaidAgain(match[0], text.slice(start, end))
        ? match.index + degreeLength(match[0])
        : start;
      reasons.push({ start: opens, end, statements: withoutCompared(found) });
    }
  }
  return reasons;
}

/** `thanks to a larger margin and to lower costs`: without its first `to` the second would hang in the air. */
function isSaidAgain(opening: string, clause: string): boolean {
  const [, word = ''] = /(\p{L}+)\s+$/u.exec(opening) ?? [];
  return new RegExp(`\\b(?:and|but|or|as well as)\\s+(?:also\\s+)?${word}\\s`, 'i').test(clause);
}

const degreeLength = (opening: string): number =>
  new RegExp(`^${DEGREE}*`, 'i').exec(opening)?.[0].length ?? 0;

/** A sentence without numbers says why the number before it moved: it takes it up, opens with a reason, or tells an effect. */
function tellsWhy(text: string, before: readonly Statement[]): boolean {
  if (TAKES_UP.test(text)) return before.length > 0;
  const hasMoved = lastGroup(before).some(
    ({ role, figure }) => (role.name === 'change' && figure.kind !== 'count') || role.name === 'comparison',
  );
  return hasMoved && (OPENS.test(text) || EFFECT.test(text));
}

/** What the company says is of the period that it reports on, not of the one that this is held against. */
export function withoutCompared(statements: readonly Statement[]): readonly Statement[] {
  const own = statements.filter(({ role }) => role.name !== 'comparison');
  return own.length > 0 ? own : statements;
}

function wholeSentence(text: string, statements: readonly Statement[]): Reason {
  const start = text.length - text.replace(/^[\s"“(]+/, '').length;
  return { start, end: text.replace(/[\s.”"]+$/, '').length, statements };
}

/** Counts and rates are told for themselves; reasons beside them are for something else. */
const canBeExplained = ({ figure, role }: Statement): boolean =>
  role.name === 'change' ||
  figure.kind === 'money' ||
  figure.kind === 'percent' ||
  figure.kind === 'perShare';

/** To the full stop, a semicolon, `while`, or the next number's own clause. */
function endOfClause(
  text: string,
  start: number,
  statements: readonly Statement[],
  isFirst: boolean,
): number {
  const next = statements.find(({ nameStart, isSubject }) => isSubject && nameStart > start);
  const limit = Math.min(
    next ? beforeClause(text, start, next.nameStart) : text.length,
    asideFrom(text, start, statements),
  );
  const stop = /;|,?\s+(?:while|whereas|although|compared (?:to|with))\s/i.exec(text.slice(start, limit));
  const comma = isFirst ? text.slice(start, limit).search(/,\s/) : -1;
  const end = comma >= 0 ? start + comma : stop ? start + stop.index : limit;
  return start + text.slice(start, end).replace(/[\s.,;:)"”]+$/, closing).length;
}

/** A parenthesis that goes on with a number told before the clause ends it. */
function asideFrom(text: string, start: number, statements: readonly Statement[]): number {
  const first = statements.find(({ figure }) => figure.start > start);
  const open = first?.role.name === 'aside' ? text.lastIndexOf('(', first.figure.start) : -1;
  return open > start ? open : text.length;
}

/** A closing parenthesis that the clause itself has opened stays. */
const closing = (tail: string, offset: number, clause: string): string => {
  const head = clause.slice(0, offset);
  const open = head.split('(').length - head.split(')').length;
  const kept = open > 0 && tail.includes(')') ? tail.slice(0, tail.indexOf(')') + 1) : '';
  const quotes = head.match(/["“”]/g)?.length ?? 0;
  const quote = /["”]/.exec(tail)?.[0];
  return quotes % 2 === 1 && quote && !kept ? tail.slice(0, tail.indexOf(quote) + 1) : kept;
};

/** The comma or `and` that opens the clause of the next subject. */
function beforeClause(text: string, start: number, name: number): number {
  const between = text.slice(start, name);
  const cut = /(?:[,;](?=\s)|\s(?:and|while|but)\b)(?:(?![,;]\s).)*$/is.exec(between);
  return cut ? start + cut.index : name;
}

function groupBefore(statements: readonly Statement[], at: number): Statement[] {
  const told = statements.filter(({ figure }) => figure.start < at);
  return lastGroup(told);
}

/** The numbers told last of one measure. */
function lastGroup(statements: readonly Statement[]): Statement[] {
  const id = statements.at(-1)?.measure.id;
  const from = statements.findLastIndex(({ measure }) => measure.id !== id) + 1;
  return statements.slice(from);
}

function firstGroup(statements: readonly Statement[], end: number): Statement[] {
  const rest = statements.filter(({ figure }) => figure.start >= end);
  const other = rest.findIndex(({ measure }) => measure.id !== rest[0]?.measure.id);
  return other < 0 ? rest : rest.slice(0, other);
}
