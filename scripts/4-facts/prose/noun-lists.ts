const NOUN =
  "(?!(?:and|we|it|they|an?|the|which|as|due|driven|while|but|partially|partly|offset|including|excluding|compared|versus|up|down|from|to|with|by)\\b)[\\p{L}][\\p{L}&'’-]*";
const ITEM = `${NOUN}(?:\\s${NOUN}){0,3}`;
const REST = new RegExp(`^(?:,\\s${ITEM})+,?\\s(?:and|&)\\s${ITEM}(?=\\s*(?:[,.;:)]|$)|\\s{2,})`, 'u');
/** Words that open a clause before its subject. */
const OPENER =
  /^(?:overall|however|additionally|furthermore|moreover|also|meanwhile|sequentially|conversely|similarly|instead|today|globally|together|finally|in|on|at|for|during|by|as|of|\p{L}+ly)\b/iu;
const FIRST = new RegExp(
  `^(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\\s)?(?:(?:[\\p{L}]+\\s)?[Cc]ash and cash equivalents|${ITEM})$`,
  'u',
);

/** `salaries, benefits and taxes`: the rest of a list of nouns that a name opens; empty where it opens none. */
export const restOfList = (behind: string): string => REST.exec(behind)?.[0] ?? '';

/** From which of some parts of a text a list runs, between commas, whose last part ends with `… and other revenues`. */
export function startOfList(
  parts: readonly string[],
  last: number,
  isAfterComma: (part: number) => boolean,
): number {
  if (!/^(?:[\p{L}&’'-]+\s){1,3}(?:and|&)\s\p{L}|^(?:and|&)\s\p{L}/u.test(parts[last] ?? '')) return last;
  let first = last;
  while (first > 0 && isAfterComma(first) && isItem(parts[first - 1] ?? '')) first--;
  return first === 0 ? first : last;
}

const isItem = (part: string): boolean => FIRST.test(part) && !OPENER.test(part);
