import type { RawDocument } from '../1-read/raw-document.ts';
import { EXCHANGE } from '../grammar/exchanges.ts';
import { FORM, LEGAL_FORM, withoutLegalForm } from '../grammar/legal-forms.ts';

/** A name stands near the start of its paragraph; searching further costs time that grows faster than the text. */
const NAME_WITHIN = 1200;
/** Lines that a document's head has at most. */
const HEAD_LINES = 40;
const LONGEST_NAME = 80;

const VERB = '(?:reports?|announces?|posts?|releases?|publishes|delivers|closes)';
const NAME = "[\\p{Lu}][\\p{L}\\p{N}.,&'’ -]*?";

/** `Internet Initiative Japan Inc. ("IIJ", NASDAQ: IJJI)`, `Acme plc (the "Company")`. */
const BEFORE_SHORT_NAME = new RegExp(
  `(${NAME})\\s*\\((?:(?:${EXCHANGE})[^)]{0,40}\\)\\s*\\()?(?:(?:the |or |hereinafter )*["“](?:the )?company["”]|[^)]*?["“]([^"”]{2,40})["”])`,
  'u',
);
/** `Brightwater Tools Corp. (NYSE: BRT)`. */
const BEFORE_LISTING = new RegExp(`(${NAME})\\s*\\((?:[^()]{0,40}\\b)?${EXCHANGE}\\s?[:)]`, 'u');
/** `Company name: Shirakaba Seiki Co., Ltd.` */
const AFTER_FIELD =
  /^\s*(?:company|corporate|name of (?:the )?(?:company|issuer)|issuer)(?: name)?\s*[:\t]\s*([^\t]{3,80})/i;
const BEFORE_VERB = new RegExp(`^(.{2,60}?)\\s+${VERB}\\b`, 'i');

/** The issuer's names, the full one first; without any, what the folder calls it. */
export function readIssuerNames({ lines, nodes }: RawDocument, folder: string): string[] {
  const head = textsOf(nodes, HEAD_TEXTS);
  const first = lines.filter((line) => line.trim() !== '').slice(0, HEAD_LINES);
  const found = [
    namedWithShort(head),
    named(head, BEFORE_LISTING),
    inField(first),
    opening(head),
    onItsLine(first),
    beforeColon(head),
    reporting(head),
    behindDateline(head),
  ].filter((one) => one !== undefined && isName(one[0]));
  const own = found.find((names) => names?.some((name) => name && opensWith(head, name)));
  const names = spelledOut(own ?? found[0], textsOf(nodes, BODY_TEXTS)) ?? [];
  const [full = folder, short = ''] = names.map((name = '') =>
    withSmallLetters(name.replace(/^About (?=\p{Lu})/u, ''), lines),
  );
  return [...new Set([full, short, ...withoutForm(full)])].filter(
    (name) => name !== '' && !/^(?:the )?company$/i.test(name),
  );
}

/** Texts in which a name is first given, and in which one that is known is spelled out. */
const HEAD_TEXTS = 12;
const BODY_TEXTS = 40;

const textsOf = (nodes: RawDocument['nodes'], count: number): string[] =>
  nodes.flatMap((node) => (node.kind === 'text' ? [node.text.slice(0, NAME_WITHIN)] : [])).slice(0, count);

/** A name in capitals as the text writes it elsewhere. */
function withSmallLetters(name: string, lines: readonly string[]): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{4}/u.test(name)) return name;
  const folded = name.toLowerCase();
  for (const line of lines) {
    const at = line.toLowerCase().indexOf(folded);
    const spelled = at < 0 ? '' : line.slice(at, at + name.length);
    if (/^\p{Lu}\p{Ll}/u.test(spelled)) return spelled;
  }
  return name;
}

type Found = readonly [full: string, short?: string] | undefined;

/** `Acme` of a headline, by the full name that the text below gives it: `Acme International, Inc.` */
function spelledOut(names: Found, head: readonly string[]): Found {
  const [name] = names ?? [];
  if (name === undefined || LEGAL_FORM.test(name)) return names;
  const own = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const full = new RegExp(
    `(?<![\\p{L}\\p{N}])${own}(?: [\\p{Lu}&][\\p{L}.&'-]*){0,4},? ${FORM}\\b\\.?`,
    'iu',
  );
  const found = head.map((text) => full.exec(text)?.[0]).find((text) => text !== undefined && isName(text));
  return found === undefined ? names : [found, name];
}

/** A name, not a clause that stands before brackets. */
const isName = (words: string): boolean =>
  words.length <= LONGEST_NAME && !CLAUSE.test(words) && !FURNITURE.test(words);
/** What stands above releases and is no name. */
const FURNITURE =
  /^(?:note|press|news|media|earnings|source|exhibit|ex-|form|united states|for immediate|the company|contact|investor|table of)\b/i;
const CLAUSE =
  /\b(?:we|our|us|its|their|this|that|which|who|is|are|was|were|has|have|had|will|during|when|while|took|our|compared|pleased|glad|today)\b/i;

/** Whether the headline or the first lines begin with a name: of several companies that a release names, its own. */
const opensWith = (head: readonly string[], name: string): boolean => {
  const bare = withoutLegalForm(name).toLowerCase();
  return head.slice(0, FIRST_TEXTS).some((text) =>
    text
      .replace(/^[#*\s]+/, '')
      .toLowerCase()
      .startsWith(bare),
  );
};
const FIRST_TEXTS = 4;

function namedWithShort(head: readonly string[]): Found {
  for (const text of head) {
    const match = BEFORE_SHORT_NAME.exec(text);
    const full = match && standing(match[1] ?? '', head);
    if (full) return [full, (match[2] ?? '').trim()];
  }
  return undefined;
}

function named(head: readonly string[], pattern: RegExp): Found {
  for (const text of head) {
    const full = standing(pattern.exec(text)?.[1] ?? '', head);
    if (full) return [full];
  }
  return undefined;
}

function inField(lines: readonly string[]): Found {
  const name = lines.map((line) => AFTER_FIELD.exec(line)?.[1]?.trim()).find(Boolean);
  return name ? [name] : undefined;
}

/** `Acme Foods Limited (AF) is glad to report`: a text that opens with a name and its legal form. */
function opening(head: readonly string[]): Found {
  const name = head.map((text) => OPENING.exec(text)?.[1]).find((words) => words && isName(words));
  return name ? [name] : undefined;
}

const OPENING = new RegExp(
  `^([\\p{Lu}][\\p{L}&'’ -]*?,?\\s+${FORM}\\.?)(?:\\s*\\([^()]{1,20}\\))?\\s+(?:is|are|was|has|have|today|hereby)\\b`,
  'iu',
);

/** A line that is nothing but a name with its legal form. */
function onItsLine(lines: readonly string[]): Found {
  const name = lines
    .map((line) => line.replace(/^[#*\s]+|[*\s]+$/g, ''))
    .find((line) => line.length <= LONGEST_NAME && LEGAL_FORM.test(line) && !/[:;\t\d]/.test(line));
  return name ? [name.replace(/\s+\(publ\)$/i, '')] : undefined;
}

/** Who `announces` in the headline. */
function reporting(head: readonly string[]): Found {
  const name = head
    .map((text) => BEFORE_VERB.exec(text)?.[1]?.replace(KIND_OF_REPORT, '').trim() ?? '')
    .find((words) => words !== '' && isName(words));
  return name ? [name] : undefined;
}

/** `REDMOND, Wash., April 29, 2020 — Acme Corp. today announced`. */
function behindDateline(head: readonly string[]): Found {
  const name = head
    .map((text) => BEHIND_DATELINE.exec(text)?.[1]?.trim() ?? '')
    .find((words) => words !== '' && isName(words));
  return name ? [name] : undefined;
}

const BEHIND_DATELINE = new RegExp(
  `\\b(?:19|20)\\d{2}\\)?\\s*[-–—:.]+\\s*(?:/[^/]*/\\s*[-–—]+\\s*)?(${NAME})\\s+(?:today|has|announced|reported)\\b`,
  'u',
);

/** `Acme Group – Interim Report`: the kind of report is no part of the name. */
const KIND_OF_REPORT =
  /(?:\s*[–—:,-]?\s*(?:FY ?|[QH]\d |[1-4]Q )?(?:19|20)\d{2})?\s*[–—:-]?\s*(?:interim|half[- ]year(?:ly)?|annual|quarterly|year[- ]end|financial|(?:first|second|third|fourth)[- ]quarter|earnings)(?:\s+financial)?\s*$/i;

/** `Acme SE: strong start to the year`. */
function beforeColon(head: readonly string[]): Found {
  const name = head
    .map((text) => /^([^:;]{2,60}):\s/.exec(text)?.[1]?.trim())
    .find((words) => words && LEGAL_FORM.test(words));
  return name ? [name] : undefined;
}

/** The name without the words that lead to it: as it stands on a line of its own, or behind the dateline. */
function standing(words: string, head: readonly string[]): string {
  const bare = words.trim();
  const line = head.find((text) => text.length > 3 && text.length < LONGEST_NAME && bare.endsWith(text));
  return (
    line ??
    bare
      .replace(/^.*\b(?:19|20)\d{2}\)?\s*[-–—,.:]+\s*/, '')
      .replace(/^(?:today|the)\b,?\s*/i, '')
      .trim()
  );
}

/** The full name without its legal form: `Acme` of `The Acme Company`. */
function withoutForm(full: string): string[] {
  const bare = withoutLegalForm(full.replace(/^the (\S.*) company$/i, '$1'));
  return bare === full ? [] : [bare];
}

const LONGEST_TITLE = 160;
/** Numbers of exhibits, days, addresses, and what else stands above a headline. */
const NO_TITLE =
  /^(?:ex(?:hibit)?[- ]?\d[\d.]*|united states(?: securities.*)?|securities and exchange commission|.*,? \p{Lu}\.? ?\p{Lu}\.? \d{5}(?:-\d{4})?|table of contents|(?:press|news) release|for immediate release|source:.*|\(?(?:unaudited|audited)\)?|\(mark one\)|[^\p{L}]*(?:or)?|\d{1,2} \p{L}+ (?:19|20)\d{2}|\p{L}+ \d{1,2}, (?:19|20)\d{2})$/iu;
const TITLE_WORDS = /\b(?:results?|reports?|announces?|earnings|statement|figures)\b/i;
/** The form of a report to an authority, and the line that tells its period. */
const FORM_LINE = /^form \d{1,2}-[a-z]{1,2}(?:\/a)?$/i;
const FORM_PERIOD = /^for the (?:\p{L}+ )?(?:period|year) ended .*\d{4}$/iu;
/** Ends at which a headline goes on in the next line, whatever that is, or where it opens with a year or a result. */
const OPEN_END = /\b(?:announces?|reports|ended|ending|for|of|the|and|in|to|on|fiscal|–|-)$/i;
const OPEN_TIME = /\b(?:quarter|half|year|months|first|second|third|fourth)$/i;
const GOES_ON = /^(?:(?:of |for )?(?:fiscal )?(?:19|20)\d{2}\b|(?:\p{L}+ ){0,3}(?:results|earnings)\b)/iu;

/** What the document calls itself: the headline, without the issuer's name where that stands before it by itself. */
export function readTitle({ nodes }: RawDocument, issuerNames: readonly string[]): string {
  const texts = nodes
    .flatMap((node) => (node.kind === 'text' ? [node] : []))
    .slice(0, HEAD_TEXTS)
    .map((node) => ({ ...node, text: withoutName(node.text, issuerNames) }));
  const form = texts.find(({ text }) => FORM_LINE.test(text));
  if (form)
    return [form, texts.find(({ text }) => FORM_PERIOD.test(text))]
      .flatMap((one) => one?.text ?? [])
      .join(' ');
  const named = texts.filter(({ text }) => text !== '' && !NO_TITLE.test(text));
  const body = named.findIndex(({ text }) => text.length > LONGEST_TITLE);
  const title = headlineAmong(body > 0 ? named.slice(0, body) : named);
  const next = title && texts[texts.indexOf(title) + 1];
  return title && next && goesOn(title, next) ? `${title.text} ${next.text}` : (title?.text ?? '');
}

type Headline = Pick<Extract<RawDocument['nodes'][number], { kind: 'text' }>, 'text' | 'depth' | 'isStrong'>;

function headlineAmong<T extends Headline>(texts: readonly T[]): T | undefined {
  const isTitle = ({ text }: Headline) => text.length <= LONGEST_TITLE && TITLE_WORDS.test(text);
  const isStrong = ({ depth, isStrong, text }: Headline) =>
    (depth === 1 || isStrong) && text.length <= LONGEST_TITLE;
  return (
    texts.find((one) => isStrong(one) && isTitle(one)) ??
    texts.find((one) => isTitle(one) && !one.text.endsWith('.')) ??
    texts.find(isStrong) ??
    texts.find(isTitle) ??
    texts[0]
  );
}

const goesOn = (title: Headline, next: Headline): boolean =>
  title.isStrong === next.isStrong &&
  next.text.length <= LONGEST_TITLE / 2 &&
  (OPEN_END.test(title.text)
    ? /^[\p{Lu}\p{N}(]/u.test(next.text)
    : OPEN_TIME.test(title.text) && GOES_ON.test(next.text));

/** `Tamar Foods plc Interim results`, but not `Acme Corp Reports …`. */
function withoutName(text: string, [full = '']: readonly string[]): string {
  if (full === '' || !text.startsWith(full)) return text;
  const rest = /^(?:\s*[:–—-])?\s+(.*)$/.exec(text.slice(full.length))?.[1] ?? text.slice(full.length);
  return rest === '' || (/^[\p{Lu}\p{N}]/u.test(rest) && !OPENS_WITH_VERB.test(rest)) ? rest : text;
}

const OPENS_WITH_VERB = new RegExp(`^${VERB}\\b`, 'i');
