/** Words that end what is counted. */
const STOP =
  /^(?:and|or|in|of|for|to|from|at|on|with|by|as|are|is|was|were|be|been|have|has|had|including|included|excluding|that|which|who|whom|compared|versus|vs|during|since|within|under|per|across|the|we|it|its|our|their|respectively|will|would|can|may|than|after|before|up|down|worldwide|globally|over|through|until|into|ended|ending|this|last|now|so|but|while|when|where|both|each|also|only|against|above|below|place|located|based|using|representing|reflecting|making|YoY|year-over-year|a|an|all|ago|earlier)$/i;

/** Nouns that count without an `s`. */
const PLURAL =
  /(?:[^s]s|people|staff|personnel|headcount|children|men|women|data|media)$|^(?:m{0,2}boe|m{0,2}bbls?|m{0,2}cfe?|bcfe?|[kmg]wh?|[km]?oz|kt|mt)$/i;

/** `80 colleagues supporting several functions`: what those who are counted do. */
const DOING = /^(?!outstanding$|operating$|existing$|remaining$|using$)\p{Ll}{3,}ing$/u;

/** The noun behind a number, with the words before it: `outside directors`, `survey responses`; empty for none. */
export function readCounted(rest: string): string {
  if (/^\s?pounds of\b/i.test(rest)) return '';
  const words: string[] = [];
  for (const match of rest.matchAll(/\s*((?:["“][^"”]{1,48}["”])|[\p{L}][\p{L}\p{N}’'&.-]*|[^\s])/guy)) {
    const word = match[1] ?? '';
    if (words.length > 7 || !/^["“\p{L}]/u.test(word) || (STOP.test(word) && !endsOpen(words, word))) break;
    if (PLURAL.test(words.at(-1) ?? '') && DOING.test(word)) break;
    words.push(word.replace(/\.$/, ''));
    if (/\.$/.test(word)) break;
  }
  while (
    words.length > 0 &&
    !PLURAL.test(words.at(-1) ?? '') &&
    !/^(?:company|outstanding|authorized|issued|value|market)$/i.test(words.at(-1) ?? '')
  )
    words.pop();
  return words.join(' ');
}

/** `shares held by the company` and `shares issued and outstanding` go on behind words that end other nouns. */
const endsOpen = (words: readonly string[], word: string): boolean =>
  /^shares?$/i.test(words.find((w) => /^shares?$/i.test(w)) ?? '') &&
  ((/^by$/i.test(word) && /^held$/i.test(words.at(-1) ?? '')) ||
    (/^the$/i.test(word) && /^by$/i.test(words.at(-1) ?? '')) ||
    (/^and$/i.test(word) && /^(?:issued|authorized)$/i.test(words.at(-1) ?? '')));
