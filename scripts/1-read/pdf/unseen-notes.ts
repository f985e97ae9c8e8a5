import type { PageContent, Unseen } from './page-content.ts';
import { UNKNOWN } from './unknown-glyphs.ts';

const REASONS: Readonly<Record<Unseen, string>> = {
  invisible: 'is printed invisibly',
  outside: 'stands outside the part of the page that is shown',
  covered: 'is covered',
  blank: 'has the colour of what is under it',
  layer: 'stands on a layer that is not shown',
  tiny: 'is too small to be seen',
};

/** One sentence for each kind of text that was left out because the page does not show it, and for what no font tells. */
export function notesOnUnseen(pages: readonly PageContent[]): string[] {
  const reasons = Object.keys(REASONS) as Unseen[];
  return [
    ...reasons.flatMap((reason) => noteOn(reason, pages)),
    ...noteOnRecognised(pages),
    ...noteOnUnknown(pages),
    ...noteOnEmpty(pages),
  ];
}

function noteOn(reason: Unseen, pages: readonly PageContent[]): string[] {
  const found = pages.flatMap(({ page, pieces }) =>
    pieces.flatMap(({ unseen, text }) => (unseen === reason ? [{ page, text }] : [])),
  );
  const [first] = found;
  if (!first) return [];
  const words = found.length === 1 ? '1 word' : `${found.length} words`;
  return [
    `Left out ${words} of text that ${REASONS[reason]}, on ${pageList(found.map(({ page }) => page))}.`,
  ];
}

function noteOnRecognised(pages: readonly PageContent[]): string[] {
  const found = pages.filter(({ pieces }) => pieces.some(({ isRecognised }) => isRecognised));
  return found.length > 0
    ? [`The text on ${pageList(found.map(({ page }) => page))} was recognised from pictures.`]
    : [];
}

function noteOnUnknown(pages: readonly PageContent[]): string[] {
  const found = pages.flatMap(({ page, pieces }) =>
    pieces.flatMap(({ unseen, text }) => (!unseen && text.includes(UNKNOWN) ? [page] : [])),
  );
  const words = found.length === 1 ? '1 word has' : `${found.length} words have`;
  return found.length > 0 ? [`${words} signs that no font of the file tells, on ${pageList(found)}.`] : [];
}

function noteOnEmpty(pages: readonly PageContent[]): string[] {
  const empty = pages
    .filter(({ pieces }) => pieces.every(({ unseen }) => unseen !== undefined))
    .map(({ page }) => page);
  return empty.length > 0 ? [`No text on ${pageList(empty)}.`] : [];
}

function pageList(pages: readonly number[]): string {
  const numbers = [...new Set(pages)];
  const shown = numbers.slice(0, 5).join(', ');
  return `${numbers.length > 1 ? 'pages' : 'page'} ${shown}${numbers.length > 5 ? ' …' : ''}`;
}
