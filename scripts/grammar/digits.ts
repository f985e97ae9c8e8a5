/** A digit of any script, as a class of a pattern. */
const ANY_DIGIT = /\p{Nd}/u;

/** Marks of other widths and scripts that stand in and around numbers, and what they are in plain writing. */
const MARKS: Readonly<Record<string, string>> = {
  '，': ',', '．': '.', '٬': ',', '٫': '.', '％': '%', '٪': '%', '（': '(', '）': ')', '＋': '+', '－': '-', '＄': '$', '￡': '£', '￥': '¥',
}; // biome-ignore format: a table reads better than a column

/** What is not written plainly; most text holds none of it and passes at once. */
const OTHER = new RegExp(`[${Object.keys(MARKS).join('')}]|[\\p{Nd}--[0-9]]`, 'v');

/** A number with the marks at it. All marks take one UTF-16 unit, as their plain forms do. */
const RUN = /[（＋－△▲＄￡￥，．]*\p{Nd}[\p{Nd},.，．٬٫]*[%％٪)）]*/gu;

/**
 * The text with digits of all scripts and widths as `0` to `9`, and with plain marks where they stand at digits,
 * character for character: `△２１５` is `△215`, `（１９８）` is `(198)`.
 */
export function withPlainDigits(text: string): string {
  if (!OTHER.test(text)) return text;
  return text.replace(RUN, (run) => [...run].map(plainCharacter).join(''));
}

/** Beyond the first plane digits take two units, and none is a number's in a release. */
const plainCharacter = (character: string): string =>
  MARKS[character] ??
  (character > '9' && character.length === 1 && ANY_DIGIT.test(character)
    ? String(digitValue(character))
    : character);

/** Digits of a script follow each other in ten code points from its zero on. */
function digitValue(digit: string): number {
  let zero = digit.charCodeAt(0);
  while (ANY_DIGIT.test(String.fromCharCode(zero - 1))) zero--;
  return (digit.charCodeAt(0) - zero) % 10;
}
