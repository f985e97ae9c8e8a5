import { remember } from '../../src/model/remember.ts';

/** Words that texts of a language cannot do without and others do not have; one row each. */
const COMMON_WORDS: readonly (readonly [language: string, words: RegExp])[] = [
  ['English', /\b(?:the|of|and|was|were|is|are|with|for|from|which|its|our|to|by|in|on|as|at)\b/giu],
  [
    'German',
    /\b(?:der|die|das|und|wurde|wurden|ist|sind|mit|für|auf|von|im|dem|den|des|eine[rsnm]?|zum|zur|bei|nach|stieg|sich)\b/giu,
  ],
  ['French', /\b(?:le|la|les|des|et|est|sont|avec|pour|dans|par|sur|une|du|aux?|cette|s['’]élève|ont)\b/giu],
  ['Spanish', /\b(?:el|los|las|y|fue|fueron|es|son|con|para|por|una|del|al|que|según|año)\b/giu],
  ['Italian', /\b(?:il|lo|gli|e|è|sono|con|per|una|del|della|dei|delle|nel|nella|che|rispetto)\b/giu],
  ['Portuguese', /\b(?:os|as|e|foi|foram|é|são|com|para|por|uma|do|da|dos|das|em|no|na|que|ano)\b/giu],
  ['Dutch', /\b(?:het|een|en|werd|werden|zijn|met|voor|van|op|naar|bij|door|dit|deze|steeg)\b/giu],
  ['Swedish', /\b(?:och|att|är|var|med|för|från|till|ett|som|på|av|den|det|uppgick|ökade)\b/giu],
  ['Polish', /\b(?:i|w|na|do|z|się|oraz|przez|wyniosły|roku|jest|od|dla|po)\b/giu],
];

/** Scripts of their own, by the share of a text's letters. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Russian', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hindi', /\p{Script=Devanagari}/gu],
];

const FEWEST_WORDS = 6;
const FEWEST_COMMON = 3;
/** So many times more of its words than of English ones. */
const CLEARLY = 2;
const SHARE_OF_LETTERS = 0.2;

/** The language of a text where it is clearly none that is read; undefined for English, and for too few words to tell. */
export const foreignLanguage: (text: string) => string | undefined = remember((text) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, own]) => (text.match(own)?.length ?? 0) > SHARE_OF_LETTERS * letters);
  if (script && letters > 0) return script[0];
  if ((text.match(/\p{L}+/gu)?.length ?? 0) < FEWEST_WORDS) return undefined;
  const counts = COMMON_WORDS.map(([language, words]) => {
    const found = text.match(words) ?? [];
    // `per` again and again makes no Italian.
    const isOne = new Set(found.map((word) => word.toLowerCase())).size < 2;
    return { language, count: isOne ? 0 : found.length };
  });
  const english = counts[0]?.count ?? 0;
  const [first] = counts.slice(1).sort((a, b) => b.count - a.count);
  return first && first.count >= FEWEST_COMMON && first.count >= CLEARLY * Math.max(1, english)
    ? first.language
    : undefined;
});
