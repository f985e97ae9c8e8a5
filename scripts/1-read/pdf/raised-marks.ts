const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LETTERS: Readonly<Record<string, string>> = {
  a: 'ᵃ', b: 'ᵇ', c: 'ᶜ', d: 'ᵈ', e: 'ᵉ', f: 'ᶠ', g: 'ᵍ', h: 'ʰ', i: 'ⁱ', j: 'ʲ', k: 'ᵏ', l: 'ˡ', m: 'ᵐ',
}; // biome-ignore format: a table reads better than a column

/** Raised letters that are part of a word: `1st`, `Acme™`, `2ème`. */
const PART_OF_WORD = /^(?:st|nd|rd|th|er|re|eme|tm|sm|o|®|©|™)$/i;

/**
 * A raised text as the marks of footnotes are written, so that no digit of one joins the figure before it: `1` as `¹`,
 * `a` as `ᵃ`; what stands in brackets or is no digit or letter stays.
 */
export function markText(text: string): string {
  if (PART_OF_WORD.test(text) || !/^[\da-m](?:,?[\da-m])*,?$/.test(text)) return text;
  return Array.from(text, (character) => DIGITS[Number(character)] ?? LETTERS[character] ?? character).join(
    '',
  );
}
