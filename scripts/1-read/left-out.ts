import type { LeftOut } from './raw-document.ts';

const WORDS: Readonly<Record<LeftOut['why'], readonly [one: string, several: string]>> = {
  site: ['a part of the site around the release', 'parts of the site around the release'],
  filing: ['a line that the filing has around the page', 'lines that the filing has around the page'],
  hidden: ['a text that the page does not show', 'texts that the page does not show'],
  page: ['a line that belongs to a printed page', 'lines that belong to printed pages'],
};

/** One sentence for each kind of text that was left out, with the beginning of the first. */
export function notesOnLeftOut(leftOut: readonly LeftOut[]): string[] {
  return [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, texts]) => {
    const [one, several] = WORDS[why];
    const what = texts.length === 1 ? one : `${texts.length} ${several}`;
    return `Left out ${what}: “${excerpt(texts[0]?.text ?? '')}”.`;
  });
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
