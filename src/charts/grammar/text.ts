/** Weights that charts set text in: Source Sans 3 at 400 and 600. */
export type Weight = 'regular' | 'strong';

/**
 * Advance widths of Source Sans 3, printable ASCII from the space on, in thousandths of the font size, measured once
 * in a browser. Places are found while the site is built, where there is no browser to ask.
 */
const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  regular: widths(
    '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 ' +
      '497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 ' +
      '513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 ' +
      '338 544 467 719 446 467 425 303 241 303 497',
  ),
  strong: widths(
    '200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 ' +
      '513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 ' +
      '541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 ' +
      '361 556 495 748 481 495 443 324 255 324 513',
  ),
};

const OTHERS: Readonly<Record<string, number>> = {
  '–': 480, '—': 800, '‘': 275, '’': 275, '“': 482, '”': 482, '…': 964, '•': 325, '·': 275, '−': 513, '×': 513,
  '€': 513, '£': 513, '¥': 513, '§': 513, 'ß': 604, 'æ': 780, 'œ': 839, 'ø': 549, 'đ': 564, 'ł': 329, '°': 348, '\u00a0': 200,
}; // biome-ignore format: a table reads better than a column

/** What an unmeasured character is taken to be: an em for East Asian and other full-width ones, else a wide letter. */
const FULL = 1000;
const WIDE = 840;

/** Fallback fonts and hinting differ a little: every text gets this much more room than it measures. */
const MARGIN = 1.02;

/** Width of a line of text in pixels, never less than it will take. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let sum = 0;
  for (const character of text.normalize('NFD')) sum += characterWidth(character, weight);
  return (sum * size * MARGIN) / 1000;
}

function characterWidth(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  if (/\p{Mark}/u.test(character)) return 0;
  return ASCII[weight][code - 32] ?? OTHERS[character] ?? (code >= 0x1100 ? FULL : WIDE);
}

function widths(list: string): readonly number[] {
  return list.split(' ').map(Number);
}

/**
 * Breaks a text into lines no wider than `width`, between words where it can. What does not fit into `most` lines is
 * cut with an ellipsis: the whole text stands in the table of figures.
 */
export function wrap(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
  most = 2,
): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const current = lines.at(-1) ?? '';
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`;
  return kept.map((line) => (fits(line) ? line : shorten(line, fits)));
}

/** The longest beginning of a line that fits with an ellipsis. */
function shorten(line: string, fits: (line: string) => boolean): string {
  const characters = [...line.replace(/…$/, '')];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
