import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** A misprint put into a release: two digits change places. */
export interface Slip {
  readonly where: string;
  readonly document: string;
  readonly line: number;
  readonly printed: string;
  readonly slipped: string;
}

const FULL_YEAR = '2013-05-15-fy2012';

export const SLIPS: readonly Slip[] = [
  { where: 'a statement', document: FULL_YEAR, line: 394, printed: '106,248,486', slipped: '106,284,486' },
  {
    where: 'prose',
    document: FULL_YEAR,
    line: 164,
    printed: 'JPY1,318 million',
    slipped: 'JPY8,311 million',
  },
  { where: 'dollars', document: FULL_YEAR, line: 394, printed: '1,128,382', slipped: '1,182,382' },
  { where: 'a quarter', document: FULL_YEAR, line: 647, printed: '29,558,396', slipped: '29,585,396' },
];

/** Copies the repository's documents with every slip put in. */
export function copyWithSlips(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const { document, line, printed, slipped } of SLIPS) {
    const file = join(to, 'iij', `${document}.txt`);
    const lines = readFileSync(file, 'utf8').split('\n');
    const before = lines[line - 1] ?? '';
    if (!before.includes(printed))
      throw new Error(`line ${line} of ${document} has no ${printed}: ${before}`);
    lines[line - 1] = before.replace(printed, slipped);
    writeFileSync(file, lines.join('\n'));
  }
}

/** Digits by which a slip can be told from the right number: in millions, where it may be told so. */
export const telling = ({ where, slipped }: Slip): string =>
  where === 'dollars' ? slipped : (/\d{1,3},\d{3}/.exec(slipped)?.[0] ?? slipped);

/** What shows documents as they are, or tells of a finding: there a misprint belongs. */
const AS_PRINTED = [
  '.statement:not([id^=derived])', '#statements', '#verified', '#findings', '#reasons', '#notes', '#editions', '#restated',
].join(); // biome-ignore format: a list of places

/** Texts of a built site that may tell a slip outside the places where documents stand as they are, by their paths. */
export const readTexts = (site: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:html|csv|svg)$/.test(path) && !/^data\/|\/(?:documents|checks)\//.test(path))
      .map((path) => [path, textOf(join(site, path))]),
  );

function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.csv'))
    return text.replaceAll(/\d{7,}/g, (number) => Number(number).toLocaleString('en'));
  if (!file.endsWith('.html')) return text;
  const bare = text.replaceAll(/<[^>]*>/g, '');
  if (!SLIPS.some((slip) => bare.includes(telling(slip)))) return '';
  const { document } = parseHTML(text);
  for (const place of document.querySelectorAll(`${AS_PRINTED},template,style,script`)) place.remove();
  for (const told of document.querySelectorAll('.highlights li'))
    if (/misprint/i.test(told.textContent ?? '')) told.remove();
  return document.documentElement.textContent ?? '';
}
