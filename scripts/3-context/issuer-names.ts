import type { RawDocument } from '../1-read/raw-document.ts';
import { EXCHANGE } from '../grammar/exchanges.ts';
import { anyCase, FORM, LEGAL_FORM, WRITTEN_FORM, withoutLegalForm } from '../grammar/legal-forms.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { headTexts } from './head-texts.ts';

/** What an issuer does in a headline. */
export const REPORTING_VERB = '(?:reports?|announces?|posts?|releases?|publishes|delivers|closes)';

/** What a headline goes on with behind the name of whose results it tells; other words are small. */
const TOLD = anyCase(
  '(?:unaudited|preliminary|interim|annual|full|half|fiscal|first|second|third|fourth|quarterly|results|earnings|financial|fy|q[1-4]|h[1-2])',
);

const NAME = "[\\p{Lu}][\\p{L}\\p{N}.,&'’ -]*?";
const LISTING = `(?:[^()]{0,40}\\b)?${EXCHANGE}\\s?[:)]`;

/** Where a way of naming is looked for: the texts of the document's head, single lines of it, or all texts. */
type Place = 'head' | 'line' | 'text';

/**
 * Ways in which releases name their issuer; the first group is the name, a second what stands in brackets behind it.
 * None is certain alone, for a release defines other words in brackets and names other companies: what a find counts
 * for is added up.
 */
const WAYS: readonly (readonly [points: number, place: Place, pattern: RegExp])[] = [
  // `Internet Initiative Japan Inc. ("IIJ", NASDAQ: IJJI)`, `Acme plc (AIM: ACM) (the "Company")`
  [
    1,
    'head',
    new RegExp(`(${NAME})\\s*\\((?:${EXCHANGE}[^)]{0,40}\\)\\s*\\()?([^)]*?["“][^"”]{2,40}["”][^)]*)`, 'u'),
  ],
  // `Brightwater Tools Corp. (NYSE: BRT)`
  [4, 'head', new RegExp(`(${NAME})\\s*\\(${LISTING}`, 'u')],
  // `Company name: Shirakaba Seiki Co., Ltd.`
  [
    4,
    'line',
    /^\s*(?:company|corporate|name of (?:the )?(?:company|issuer)|issuer)(?: name)?\s*[:\t]\s*([^\t]{3,80})/i,
  ],
  // `Acme Foods Limited (AF) is glad to report`
  [
    2,
    'text',
    new RegExp(
      `^([\\p{Lu}][\\p{L}&'’ -]*?,?\\s+${FORM}\\.?)(?:\\s*\\([^()]{1,20}\\))?\\s+(?:is|are|was|has|have|today|hereby)\\b`,
      'iu',
    ),
  ],
  // `Acme Holdings Inc.` on a line of its own
  [
    3,
    'line',
    new RegExp(`^([^:;\\t\\d]{2,60}?,?\\s+${FORM}\\.?(?:,?\\s+${FORM}\\.?)?)(?:\\s+\\(publ\\))?$`, 'i'),
  ],
  // `Acme SE: strong start to the year`
  [2, 'head', new RegExp(`^([^:;]{2,60},?\\s+${FORM}\\.?):\\s`, 'i')],
  // `Acme reports results`
  [2, 'head', new RegExp(`^(.{2,60}?)\\s+${REPORTING_VERB}\\b`, 'i')],
  // `Acme Corp. second quarter results`
  [
    2,
    'head',
    new RegExp(
      `^(\\p{Lu}[^:;]{1,60}?,?\\s+${WRITTEN_FORM}\\.?(?:,?\\s+${WRITTEN_FORM}\\.?)?)\\s+(?:[\\p{Ll}\\d]|${TOLD}\\b)`,
      'u',
    ),
  ],
  // `REDMOND, Wash., April 29, 2020 — Acme Corp. today announced`
  [
    2,
    'head',
    new RegExp(
      `\\b(?:19|20)\\d{2}\\)?\\s*[-–—:.]+\\s*(?:/[^/]*/\\s*[-–—]+\\s*)?(${NAME})\\s+(?:today|has|announced|reported)\\b`,
      'u',
    ),
  ],
  // `About Acme Foods, Inc.` above what it says of itself
  [3, 'text', /^About (\p{Lu}[^:;]{1,60}?):?$/u],
  // `ACME LIMITED AND SUBSIDIARIES` above a statement
  [3, 'text', /^(\p{Lu}.{1,60}?),? and (?:its )?(?:consolidated )?subsidiaries\b/iu],
];
/** For a bracket that calls it the company, for a legal form, for opening the text, for being the folder's name. */
const CALLED_COMPANY = 3;
const HAS_FORM = 2;
const OPENS_TEXT = 3;
const NAMES_FOLDER = 3;
/** Below this nothing speaks for a name but one phrase. */
const FEWEST = 3;

/** A name stands near the start of its paragraph; searching further costs time that grows faster than the text. */
const NAME_WITHIN = 1200;
const LONGEST_NAME = 80;
/** Lines that a document's head has at most, and texts in which a name that is known is spelled out. */
const HEAD_LINES = 40;
const BODY_TEXTS = 40;
const FIRST_TEXTS = 4;

/** The issuer's names, the full one first; without any, what the folder calls it. */
export function readIssuerNames(raw: RawDocument, folder: string): string[] {
  const texts = raw.nodes.flatMap((node) => (node.kind === 'text' ? [node.text.slice(0, NAME_WITHIN)] : []));
  const head = headTexts(raw).map(({ text }) => text.slice(0, NAME_WITHIN));
  const line = raw.lines
    .map((one) => one.replace(/\*\*/g, '').replace(/^[#*\s]+|(?<![*\s])[*\s]+$/g, ''))
    .filter((one) => one !== '' && one.length <= LONGEST_NAME)
    .slice(0, HEAD_LINES);
  const candidates = findCandidates({ head, line, text: texts });
  for (const one of candidates) one.points += weighName(one.full, head, folder);
  const [best] = candidates.sort((a, b) => b.points - a.points);
  if (!best || best.points < FEWEST) return [spelledLikeFolder(folder, raw.lines) ?? folder];
  const spelled = spelledOut(best.full, texts.slice(0, BODY_TEXTS));
  const short = best.short || (candidates.find((other) => isShorter(other, best))?.full ?? '');
  const names = [spelled ?? best.full, short, spelled === undefined ? '' : best.full];
  const [full = folder, ...others] = names.map((name) =>
    withPoint(withSmallLetters(name, raw.lines), raw.lines),
  );
  return [...new Set([full, ...others, ...withoutForm(full)])].filter((name) => name !== '');
}

interface Candidate {
  full: string;
  short: string;
  points: number;
}

/** Every name that is found, with the points of the ways in which it is, each counted once. */
function findCandidates(places: Readonly<Record<Place, readonly string[]>>): Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const [points, place, pattern] of WAYS) {
    const found = new Set<string>();
    for (const text of places[place]) {
      const [, words = '', brackets = ''] = pattern.exec(text) ?? [];
      const full = standing(words, places.head);
      if (full === '' || !isName(full)) continue;
      const key = nameKey(full);
      const known = byKey.get(key);
      const candidate = known ?? { full, short: '', points: 0 };
      byKey.set(key, candidate);
      if (isFuller(full, candidate.full)) candidate.full = full;
      candidate.short ||= shortNameIn(brackets, full);
      if (found.has(key)) continue;
      found.add(key);
      candidate.points += points + (CALLS_IT_COMPANY.test(brackets) ? CALLED_COMPANY : 0);
    }
  }
  return [...byKey.values()];
}

/** `Acme` beside `Acme Industries, Inc.` */
const isShorter = ({ full, points }: Candidate, longer: Candidate): boolean =>
  points >= FEWEST && longer.full.toLowerCase().startsWith(`${full.toLowerCase()} `);

const nameKey = (name: string): string => foldLetters(withoutLegalForm(name).replace(/^the /i, ''));

const foldLetters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** With its legal form rather than without, and with small letters rather than in capitals. */
const isFuller = (name: string, other: string): boolean =>
  Number(LEGAL_FORM.test(name)) * 2 + Number(/\p{Ll}{2}/u.test(name)) >
  Number(LEGAL_FORM.test(other)) * 2 + Number(/\p{Ll}{2}/u.test(other));

function weighName(name: string, head: readonly string[], folder: string): number {
  const key = nameKey(name);
  const folded = foldLetters(folder);
  const isFolder = folded.length > 2 && key.length > 2 && (folded.startsWith(key) || key.startsWith(folded));
  return (
    (LEGAL_FORM.test(name) ? HAS_FORM : 0) +
    (opensWith(head, name) ? OPENS_TEXT : 0) +
    (isFolder ? NAMES_FOLDER : 0)
  );
}

const CALLS_IT_COMPANY = /["“](?:the )?(?:company|group|corporation)[,.]?["”]/i;
const PRONOUN = /^(?:(?:the )?(?:company|group|corporation)|we|us|our|it)$/i;

/** `Vitesse` of `"we," "our," "Vitesse," or the "Company"`: rather one that is made of the name's words or letters. */
function shortNameIn(brackets: string, full: string): string {
  const quoted = [...brackets.matchAll(/["“]([^"”]{2,40})["”]/g)]
    .map(([, words = '']) => words.replace(/[,.]$/, '').trim())
    .filter((words) => words !== '' && !PRONOUN.test(words));
  const initials = (full.match(/\p{Lu}/gu) ?? []).join('');
  const isOfName = (words: string) =>
    full.toLowerCase().includes(words.toLowerCase()) || initials.startsWith(words);
  return quoted.find(isOfName) ?? quoted[0] ?? '';
}

/** A name, not a clause that stands before brackets. */
const isName = (words: string): boolean =>
  words.length <= LONGEST_NAME &&
  !CLAUSE.test(words) &&
  !FURNITURE.test(words) &&
  !isTimeOnly(words) &&
  (!/\s/.test(words) || !/(?<![\p{L}'’-])\p{Ll}{4,}/u.test(words));
/** What stands above releases and is no name. */
const FURNITURE =
  /^(?:note|press|news|media|earnings|source|exhibit|ex-|form|united states|for immediate|the company|contact|investor|table of|non-gaap|forward|use of|management|the board|adjusted|annual|quarterly|consolidated|condensed|unaudited)\b/i;
const CLAUSE =
  /\b(?:we|our|us|its|their|this|that|which|who|is|are|was|were|has|have|had|will|during|when|while|took|our|compared|pleased|glad|today|however)\b/i;

/** The name without the words that lead to it: as it stands on a line of its own, or behind the dateline. */
function standing(words: string, head: readonly string[]): string {
  const bare = words
    .replace(KIND_OF_REPORT, '')
    .replace(/\s[-–—:]+\s*$/, '')
    .trim();
  const line = head.find((text) => text.length > 3 && text.length < LONGEST_NAME && bare.endsWith(text));
  return (
    line ??
    bare
      .replace(/^.*\b(?:19|20)\d{2}\)?\s*[-–—,.:]+\s*/, '')
      .replace(/^[\p{Lu}., ]{3,}\s[-–—]+\s+(?=\p{Lu})/u, '')
      .replace(/^today\b,?\s*/i, '')
      .replace(/^the (?!\p{Lu})/iu, '')
      .trim()
  );
}

/** `Acme Group – Interim Report`: the kind of report is no part of the name. */
const KIND_OF_REPORT =
  /(?:\s*[–—:,-]?\s*(?:FY ?|[QH]\d |[1-4]Q )?(?:19|20)\d{2})?\s*[–—:-]?\s*(?:interim|half[- ]year(?:ly)?|(?:semi-?)?annual|quarterly|year[- ]end|financial|(?:first|second|third|fourth)[- ]quarter|earnings)(?:\s+financial)?\s*$/i;

/** Whether the headline or the first lines begin with a name: of several companies that a release names, its own. */
function opensWith(head: readonly string[], name: string): boolean {
  const bare = withoutLegalForm(name).toLowerCase();
  return head.slice(0, FIRST_TEXTS).some((text) =>
    text
      .replace(/^[#*\s]+/, '')
      .toLowerCase()
      .startsWith(bare),
  );
}

/** `Acme` of a headline, by the full name that the text below gives it: `Acme International, Inc.` */
function spelledOut(name: string, texts: readonly string[]): string | undefined {
  if (LEGAL_FORM.test(name)) return undefined;
  const own = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const full = new RegExp(
    `(?<![\\p{L}\\p{N}])${own}(?: [\\p{Lu}&][\\p{L}.&'-]*){0,4},? ${FORM}\\b\\.?`,
    'iu',
  );
  return texts.map((text) => full.exec(text)?.[0]).find((text) => text !== undefined && isName(text));
}

/** `Acme, Inc` or `Acme, Inc .` as most lines write it: `Acme, Inc.` */
function withPoint(name: string, lines: readonly string[]): string {
  const bare = name.replace(/\s*\.$/, '');
  if (bare === name ? !/\b(?:Inc|Corp|Co|Ltd)$/.test(name) : !name.endsWith(' .')) return name;
  const own = lines.filter((line) => line.includes(bare));
  return own.filter((line) => line.includes(`${bare}.`)).length * 2 >= own.length ? `${bare}.` : bare;
}

/** A name in capitals as the text writes it elsewhere: the whole of it, or all but its legal form. */
function withSmallLetters(name: string, lines: readonly string[]): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{4}/u.test(name)) return name;
  const bare = withoutLegalForm(name);
  const spelled = spelledInText(name, lines);
  if (spelled !== undefined || bare === name) return spelled ?? name;
  const inText = spelledInText(bare, lines);
  return inText === undefined ? name : inText + withSmallForm(name.slice(bare.length));
}

/** `Inc.` of `INC.`; forms of a few letters stay in capitals: `PLC`, `AG`. */
const withSmallForm = (form: string): string =>
  form.replace(
    /\b(?:INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LTD|LIMITED)\b/g,
    (word) => word.charAt(0) + word.slice(1).toLowerCase(),
  );

/** Words as the text writes them with a capital and small letters. */
function spelledInText(words: string, lines: readonly string[]): string | undefined {
  const folded = words.toLowerCase();
  for (const line of lines) {
    const at = line.toLowerCase().indexOf(folded);
    const spelled = at < 0 ? '' : line.slice(at, at + words.length);
    if (/^\p{Lu}.*\p{Ll}/u.test(spelled) && !/^[\p{L}\p{N}]/u.test(line.slice(at + words.length)))
      return spelled;
  }
  return undefined;
}

/** `Acme & Sons` where the folder is called `acme-sons`. */
function spelledLikeFolder(folder: string, lines: readonly string[]): string | undefined {
  const words = folder.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const spelled = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join("(?:[ &+.,'’-]|and\\b){1,4}")}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return lines
    .map((line) => spelled.exec(line)?.[0])
    .find((found) => found && /^\p{Lu}.*\p{Ll}/u.test(found));
}

/** The full name without its legal form: `Acme` of `The Acme Company`. */
function withoutForm(full: string): string[] {
  const bare = withoutLegalForm(full.replace(/^the (\S.*) company$/i, '$1'));
  return bare === full ? [] : [bare];
}
