const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789()abcdefghijklmnoprstuvwxyz'].map((character, i) => [
    character,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][i] ?? character,
  ]),
);

/** Numbers and letters of footnotes: `1`, `(2)`, `a`, `1, 2`, `(1)(3)`; a bracket may be set by itself. */
const MARKS =
  /^\s*(?:[(),]|\(?(?:\d{1,2}|[a-z])\)?(?:[\s,]+\(?(?:\d{1,2}|[a-z])\)?|\((?:\d{1,2}|[a-z])\))*)[\s,]*$/i;

/**
 * Raised text as characters that are raised by themselves, where it is a footnote's mark or an exponent, so that
 * `1,234` with a raised `1` is never read as `1,2341`. Character for character; other raised text (`st`, `TM`) stays.
 */
export const raised = (text: string): string =>
  text.length <= 16 && MARKS.test(text)
    ? text.replace(/[\da-z()]/gi, (character) => RAISED[character.toLowerCase()] ?? character)
    : text;

/** Text that is nothing but raised characters or signs of footnotes. */
export const isRaisedMark = (text: string): boolean => /^[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻⁱⁿʰʲˡʳˢʷˣʸ*†‡§,\s]+$/u.test(text);
