import type { RunningText } from './printout.ts';

/** The rules that print a page's running head and foot; the first page bears its own title and so no head. */
export const formatRunningHead = (text: RunningText): string =>
  `${formatPageRule('', text)}@page :first{@top-left{content:none}@top-right{content:none}}`;

/** The same for the pages of one name. */
export const formatPageRule = (name: string, { headLeft, headRight, footLeft }: RunningText): string =>
  `@page ${name}{${box('top-left', headLeft)}${box('top-right', headRight)}${box('bottom-left', footLeft)}}`;

const box = (place: string, text: string): string => `@${place}{content:${quoted(text)}}`;

/** A CSS string in which nothing of a document's text can end the string, the style or the element. */
const quoted = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 .,:/-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
