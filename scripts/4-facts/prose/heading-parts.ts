import { foldWords } from '../../../src/concepts/fold-label.ts';
import { findMember, makeMemberId } from '../../../src/concepts/vocabulary.ts';
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
  annual interim period ended profitability productivity efficiency saving portfolio pipeline today will can how we our your with without build building future world`.split(
    /\s+/,
  ),
);

const MOST_WORDS = 5;

/**
 * The part of the business that the nearest headings name: one that tables tell apart, else one that the nearest
 * heading alone names, which is a guess.
 */
export function partOfHeadings(
  headings: readonly string[],
  parts: readonly Part[],
  measures: Measures,
): Part | undefined {
  for (const heading of headings) {
    const known = parts.find(({ name }) => sameName(name, heading));
    if (known) return known;
  }
  const nearest = (headings[0] ?? '').replace(/\s(?:revenues?|sales|segment|division|business)$/i, '');
  return isNameOfPart(nearest, measures)
    ? { name: nearest, member: findMember('segment', nearest)?.id ?? makeMemberId(nearest), isGuess: true }
    : undefined;
}

const bare = (name: string): string =>
  foldWords(
    name.replace(/\b(?:segments?|divisions?|business(?:es)?(?: units?)?|total|results?|revenues?)\b/gi, ' '),
  )
    .filter(Boolean)
    .join(' ');

/** But for case, punctuation and words such as `segment`. */
export const sameName = (a: string, b: string): boolean => bare(a) !== '' && bare(a) === bare(b);

/** A short name in capital letters that says nothing that headings say in every release. */
function isNameOfPart(heading: string, measures: Measures): boolean {
  const words = heading.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    !/[\d.:;!?“"(]/.test(heading) &&
    words.every((word) => /^(?:\p{Lu}|and$|of$|for$|the$|de$)/u.test(word)) &&
    words.some((word) => !/^(?:and|of|for|the|de|in|at|on)$/i.test(word)) &&
    /\p{Ll}/u.test(heading) &&
    !foldWords(heading).some((word) => GENERIC.has(word)) &&
    !measures.isSelf(heading) &&
    measures.namesIn(heading).length === 0
  );
}
