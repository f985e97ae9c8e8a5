import { foldWords } from '../../../src/concepts/fold-label.ts';
import { findMember, makeMemberId } from '../../../src/concepts/vocabulary.ts';
import { remember } from '../../../src/model/remember.ts';
import { MONTH } from '../../grammar/dates.ts';
import type { Measures } from './measures.ts';
import type { Part } from './part.ts';

/** Words of headings that name no part of a business, in the singular. */
const GENERIC = new Set(
  `highlight result outlook overview summary review guidance financial operating operational operation quarter year month half fiscal
  first second third fourth full about conference call webcast information capital liquidity balance sheet cash flow statement shareholder
  stockholder return dividend forward looking non gaap nongaap measure measurement reconciliation business key metric performance note
  condensed consolidated unaudited update announce announcement report reporting recent development event corporate company group segment
  management discussion analysis commentary comment ceo cfo chief officer contact investor relation media press release table content
  exhibit item page appendix definition presentation use supplemental schedule selected risk factor safe harbor legal disclaimer
  statutory total other general condition position resource strategy strategic priority progress momentum covid pandemic impact environment
  market industry growth plan program target expectation assumption earning income revenue sale expense cost margin profit loss tax debt
  asset liability equity share repurchase buyback investment spending allocation acquisition divestiture people employee board director
  appointment leadership change governance sustainability esg award recognition customer product service innovation technology quarterly
  annual interim additional period ended profitability productivity efficiency saving portfolio pipeline today will can how we our your with without build building future world`.split(
    /\s+/,
  ),
);

const MOST_WORDS = 5;

const NAME = String.raw`\p{Lu}[\p{L}&’'/-]*(?:\s(?:(?:and|&|of)\s)?\p{Lu}[\p{L}&’'/-]*){0,4}`;
const MONTHS = new RegExp(`^(?:${MONTH})`, 'u');
/** Lines of business that many issuers call so, and what is none of the group's. */
const LINES =
  /^(?:products?|services?|subscriptions?|software|hardware|licen[cs]es?|rentals?|maintenance|support|retail|wholesale|parent company|joint ventures?|associates|discontinued operations|all other|(?:corporate|other) (?:and|&) (?:corporate|other|eliminations))$/i;
/** A heading says that it names a part. */
const SAYS_PART =
  /^(.+?)\s(?:segments?|divisions?|business(?:\s(?:unit|area))?)(?:\s(?:results?|reviews?|performance|highlights|overview|updates?))?$/i;
/** `Performance Highlights for the Depot Marketplace`. */
const SAYS_OF_PART = new RegExp(
  `\\b(?:[Hh]ighlights|[Rr]esults|[Pp]erformance|[Rr]eview|[Mm]etrics|[Uu]pdate)\\s(?:for|of|in)\\s(?:(?:the|our)\\s)?(${NAME}?)\\s(?:[Ss]egment|[Dd]ivision|[Bb]usiness|[Mm]arketplace|[Bb]rand|[Pp]latform)$`,
  'u',
);
/** A name, and no clause that speaks of one. */
const IS_NAME = new RegExp(`^${NAME}$`, 'u');
/** Words that such a heading has without a name. */
const NO_PART =
  /^(?:(?:our|the|by|of|on|and|operating|reportable|business|results?|information|other|financial|key)\s?)+$/i;

/**
 * The part of the business that the nearest headings name: one that tables tell apart, else one that the nearest
 * heading alone names, which is a guess.
 */
export function partOfHeadings(
  headings: readonly string[],
  parts: readonly Part[],
  measures: Measures,
): Part | undefined {
  const bareHeadings = headings.map((heading) => heading.replace(REMARK, ''));
  for (const heading of bareHeadings) {
    const known = parts.find(({ name }) => sameName(name, heading));
    if (known) return known;
  }
  const over = bareHeadings.find((words) => !isGeneric(words)) ?? '';
  const heading = SAYS_OF_PART.test(over) ? over : (bareHeadings[0] ?? '');
  if (TELLS_OF_RELEASE.test(heading)) return undefined;
  const told = (SAYS_OF_PART.exec(heading) ?? SAYS_PART.exec(heading))?.[1] ?? '';
  const nearest = told || heading.replace(/\s(?:revenues?|sales)$/i, '');
  const isTold = /^\p{Lu}/u.test(told) && !NO_PART.test(told) && !measures.isSelf(told);
  return isTold || LINES.test(nearest) || isNameOfPart(nearest, measures)
    ? {
        name: nearest,
        member: findMember('segment', nearest)?.id ?? makeMemberId(nearest),
        isGuess: true,
        ...(isTold && IS_NAME.test(told) && { isSaid: true }),
      }
    : undefined;
}

/** `Agave Reports Fourth Quarter Results and Recent Business Highlights`: a title. */
const TELLS_OF_RELEASE = /\s(?:reports?|announces?|provides?|releases?|delivers?|posts?)\s/i;

/** `Additional Highlights`, below what it adds to. */
const isGeneric = (heading: string): boolean => foldWords(heading).every((word) => GENERIC.has(word));

/** `Bath Care (22% of Group turnover)`. */
const REMARK = /\s+\([^()]*\)\s*$/;

const bare: (name: string) => string = remember((name) =>
  foldWords(
    name.replace(/\b(?:segments?|divisions?|business(?:es)?(?: units?)?|total|results?|revenues?)\b/gi, ' '),
  )
    .filter(Boolean)
    .join(' '),
);

/** But for case, punctuation and words such as `segment`. */
export const sameName = (a: string, b: string): boolean => bare(a) !== '' && bare(a) === bare(b);

/** `In Europe, …`, `Pumps: Orders …`, `Valves.`, `The Pumps division …`: what a sentence opens with may be all that it is of. */
const OPENS_WITH: readonly RegExp[] = [
  new RegExp(
    `^\\W*(?:In|At|Within|Across|For|From)\\s(?:the\\s|our\\s)?(${NAME})(?:\\s(?:region|market|area|segment|division))?,\\s`,
    'u',
  ),
  new RegExp(`^\\W*(${NAME})(?::\\W*|\\s[–—-]\\s)(?=\\p{L})`, 'u'),
  new RegExp(`^\\W*(${NAME})\\W*$`, 'u'),
  new RegExp(
    `^\\W*(?:(?:In|At|For)\\s)?(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\\s)?(${NAME})\\s(?:business|operations|joint venture)\\b`,
    'u',
  ),
];
/** `In the first quarter, the Lowland segment reported`: it is called a part, and the sentence is of it. */
const OF_SEGMENT = new RegExp(
  `^\\W*(?:(?:In|During|For|At)\\s(?:[^,]{3,40},\\s)?)?(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\\s)?(${NAME})\\s(?:segment|division)\\b(?!['’])`,
  'u',
);

/** The part of the business or the world that a sentence opens with and no table tells apart; a guess, unless it is a part of the world. */
export function partBySentence(text: string, measures: Measures): Part | undefined {
  const segment = OF_SEGMENT.exec(text)?.[1];
  if (segment && isNameOfPart(segment, measures))
    return {
      name: segment,
      member: findMember('segment', segment)?.id ?? makeMemberId(segment),
      axis: 'segment',
    };
  const name = OPENS_WITH.map((opening) => opening.exec(text)?.[1]).find((found) => found !== undefined);
  if (name === undefined || MONTHS.test(name)) return undefined;
  const region = findMember('region', name);
  if (region) return { name, member: region.id, axis: 'region' };
  return LINES.test(name) || (isNameOfPart(name, measures) && measures.namesIn(name).length === 0)
    ? { name, member: findMember('segment', name)?.id ?? makeMemberId(name), isGuess: true, isLoose: true }
    : undefined;
}

/** A short name in capital letters that says nothing that headings say in every release; `ACME JAPAN` is one of a subsidiary. */
function isNameOfPart(heading: string, measures: Measures): boolean {
  const words = heading
    .replace(/\b(?:U\.S\.(?:A\.)?|U\.K\.)/g, (place) => place.replaceAll('.', ''))
    .split(/[\s,/]+/);
  const own = words.filter((word) => !measures.isIssuer(word)).join(' ');
  const isOfIssuer = own.length < words.join(' ').length;
  return (
    words.length <= MOST_WORDS &&
    !words.every((word) => MONTHS.test(word) || /^(?:[-–—&]|to|and|through)$/i.test(word)) &&
    words.every((word) => /^(?:\p{Lu}[\p{L}\p{N}&’'-]*|&|-|–|and|of|for|the|de)$/u.test(word)) &&
    words.some((word) => !/^(?:and|of|for|the|de|in|at|on|&|-|–)$/i.test(word)) &&
    (/\p{Ll}/u.test(heading) || (isOfIssuer && findMember('region', own) !== undefined)) &&
    !foldWords(heading).some((word) => GENERIC.has(word)) &&
    !measures.isSelf(heading) &&
    measures.namesIn(own).length === 0
  );
}
