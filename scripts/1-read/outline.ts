import type { LineRange, TextKind } from '../../src/model/document.ts';
import { DATE, MONTH } from '../grammar/dates.ts';
import { isOpenLine } from '../grammar/open-lines.ts';
import { findPeriods } from '../grammar/periods.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, readUnit, unreadScale } from '../grammar/units.ts';
import { joinBroken } from './broken-texts.ts';
import type { OutlineBlock, OutlineTable, OutlineText } from './outline-block.ts';
import type { RawDocument, RawText } from './raw-document.ts';
import { plainText } from './read-markdown.ts';

/** Only where the fiscal year lies depends on the calendar; that a text speaks of time does not. */
const ANY_CALENDAR = { endMonth: 12, labelOffset: 0 };

const LONGEST_HEADING = 140;
/** Not the participles before a noun or behind a preposition: `Reconciliation of reported to adjusted results`. */
const VERBS =
  /\b(?:is|are|was|were|has|have|had|will|would|should|may|expects?|totaled|following|as follows)\b|(?<!^|\b(?:of|as|previously|to|from|between)\s)\b(?:announced|reported|increased|decreased)\b/i;
const FILLER =
  /\b(?:for|the|as|of|at|and|in|from|to|ended|ending|period|unaudited|audited|consolidated|months?|years?|fiscal|three|six|nine|twelve|quarter|usd|jpy)\b|[^\p{L}\p{N}]/giu;

/** Headings, captions, notes and paragraphs in order, each with its path of headings. */
export function outline(document: RawDocument, issuerNames: readonly string[] = []): OutlineBlock[] {
  const blocks = document.nodes.flatMap((node): (OutlineText | OutlineTable)[] =>
    node.kind === 'table'
      ? [{ kind: 'table', lines: node.lines, raw: node, section: [] }]
      : textBlocks(node, document, issuerNames),
  );
  return withSections(joinBroken(blocks.map(withoutMarks)), issuerNames);
}

/** A footnote's mark on a line of its own behind a heading is no heading; a page's number closes what stands above. */
function withoutMarks(
  block: OutlineText | OutlineTable,
  i: number,
  blocks: readonly (OutlineText | OutlineTable)[],
): OutlineText | OutlineTable {
  const isOfHeading = block.kind === 'heading' && blocks[i - 1]?.kind === 'heading';
  return isOfHeading && /^[([]?\d{1,2}[)\]]?$/.test(block.text)
    ? { ...block, kind: 'paragraph', depth: 0 }
    : block;
}

/** A paragraph of several short lines is that many headings and captions; any other text is one block. */
function textBlocks(node: RawText, document: RawDocument, issuerNames: readonly string[]): OutlineText[] {
  const [first, last] = node.lines;
  const lines = document.lines.slice(first - 1, last).map(plainText);
  const kinds = lines.map((line) => textKind(line, { ...node, text: line }, issuerNames));
  const separate =
    last > first &&
    !node.isStrong &&
    !lines.slice(1).some((line, i) => isOpenLine(lines[i] ?? '') || isDateBroken(lines[i] ?? '', line)) &&
    kinds.every(
      (kind, i) =>
        kind === 'heading' || kind === 'unit' || kind === 'contact' || issuerNames.includes(lines[i] ?? ''),
    );
  if (!separate) return [textBlock(node, node.text, node.lines, textKind(node.text, node, issuerNames))];
  return lines.map((line, i) => textBlock(node, line, [first + i, first + i], kinds[i] ?? 'paragraph'));
}

/** `… for the six months ended 31 December`, `2011`. */
const isDateBroken = (above: string, below: string): boolean =>
  DAY_AT_END.test(above) && /^(?:19|20)\d{2}\b/.test(below);
const DAY_AT_END = new RegExp(`\\b(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})$`);

function textBlock(node: RawText, text: string, lines: LineRange, kind: TextKind): OutlineText {
  return {
    kind,
    lines,
    text,
    section: [],
    depth: kind === 'heading' ? node.depth : 0,
    mark: kind === 'footnote' || kind === 'note' ? noteMark(text) : '',
  };
}

function textKind(text: string, node: RawText, issuerNames: readonly string[]): TextKind {
  if (node.isPageEdge) return 'paragraph';
  if (node.depth > 0) return isRemark(text) ? 'unit' : 'heading';
  if (/^(?:[⁰¹²³⁴-⁹]+|\*+(?=\S)|†|‡|\[\^)/.test(text)) return 'footnote';
  if (/^\*+\s/.test(text) && !node.isListItem && !node.isStrong) return 'footnote';
  if (/^\(?\s?(?:notes?|reference)\s?\d*\s?[):.]/i.test(text)) return 'note';
  if (isContact(text)) return 'contact';
  if (node.isListItem && !node.isStrong && !/^[\d(]/.test(text)) return 'listItem';
  if (issuerNames.includes(text)) return 'paragraph';
  if (isCaption(text)) return 'unit';
  if (/^["“]/.test(text)) return 'quote';
  return isHeading(text) ? 'heading' : 'paragraph';
}

/** `Geneva, 6 March 2025`: a place of one to three words and a day. */
const DATELINE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’-]*[ ,]+){1,3}(?:\\p{Lu}{2}[ ,]+|[-–—] )?(?:${DATE})(?:,? \\d{1,2}[:.]\\d{2}\\b.*)?$`,
  'u',
);

const isDateline = (text: string): boolean =>
  DATELINE.test(text) &&
  !/\b(?:ended|ending|of|at|to|statements?|sheets?|positions?|results?|reports?|quarters?|year|months?)\b/i.test(
    text,
  );

/** `About Acme, Inc.`: the stop is that of the name. */
const ABOUT_COMPANY = /^About\s[\p{Lu}\p{N}][^.:;]{0,60}\b(?:Inc|Corp|Co|Ltd|S\.A|N\.V|A\.G|L\.P)\.$/u;

/** `Acme/Second quarter 2024 results Page 3 of 6`: it stands on each page. */
const PAGE_COUNT = /\bpage \d+(?: of \d+\b|$)/i;

/** Short, ends without a full stop, holds no sentence and no amount. */
function isHeading(text: string): boolean {
  if (isDateline(text)) return false;
  const bare = text.replace(/^\s*(?:\(?\w{1,2}[.)])\s*/, '');
  if (ABOUT_COMPANY.test(text)) return true;
  if (PAGE_COUNT.test(text)) return false;
  if (text.length > LONGEST_HEADING || bare === '' || /[.;,!?]$/.test(text) || /^[-•]/.test(text))
    return false;
  if (/:\s*\S/.test(bare) || VERBS.test(bare.replace(/\(.*?\)/g, '')) || !/^[\p{Lu}\p{N}'"“([*]/u.test(bare))
    return false;
  return !/(?:JPY|USD|[$€£¥])\s?\d|\d%/.test(bare);
}

/** A line that only tells the period, the unit or the standing of what follows or stands above. */
function isCaption(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  if (isUnitOnly(text)) return true;
  if (/^\p{Ll}.*\.$/u.test(text)) return false; // `fiscal 2024.`: the end of a sentence that a page breaks
  if (/^[([].*[)\]]$/.test(text) && !/\)\s.*\(/.test(text)) {
    if (
      readUnit(text) ||
      unreadScale(text) !== '' ||
      findPeriods(text, ANY_CALENDAR).length > 0 ||
      /unaudited|accounting principles/i.test(text)
    )
      return true;
  }
  return isPeriodOnly(text) || (isTimeOnly(text) && /\d/.test(text) && /[\p{L}]{3}/u.test(text));
}

/** A caption in brackets, or a unit, is none that a format marks as a heading either: `(In thousands)`. */
const isRemark = (text: string): boolean =>
  isUnitOnly(text) || (/^[([].*[)\]]$/.test(text) && isCaption(text));

function isPeriodOnly(text: string): boolean {
  const mentions = findPeriods(text, ANY_CALENDAR);
  if (mentions.length === 0) return false;
  let rest = '';
  let at = 0;
  for (const { start, end } of mentions) {
    if (start > at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return (
    `${rest}${text.slice(at)}`.replace(FILLER, '') === '' && mentions.some(({ form }) => form !== 'code')
  );
}

const isContact = (text: string): boolean =>
  text.length <= 200 &&
  (/\S+@\S+\.\w|https?:\/\/|\b(?:tel|phone|fax)\b\s?[:.]/i.test(text) ||
    /^for (?:further |more )?(?:inquiries|information)\b.*:?$/i.test(text)) &&
  !VERBS.test(text);

const noteMark = (text: string): string =>
  /^(?:[⁰¹²³⁴-⁹]+|\*+|†|‡)/.exec(text)?.[0] ?? /^\(?\s?((?:notes?|reference)\s?\d*)/i.exec(text)?.[1] ?? '';

interface PathEntry {
  readonly text: string;
  readonly level: number;
  /** A part that holds its own tables: the next heading stands beside it, not below. */
  readonly closed: boolean;
}

/** Levels of headings without marks: parts (which name a period, or open a statement), topics, numbered paragraphs. */
const PART = 5;
const TOPIC = 10;

/** Gives each block its path of headings; levels are told by marks, numbering and what follows. */
function withSections(
  blocks: readonly (OutlineText | OutlineTable)[],
  issuerNames: readonly string[],
): OutlineBlock[] {
  const path: PathEntry[] = [];
  let aboutIssuer = false;
  return blocks.map((block, i): OutlineBlock => {
    if (block.kind === 'heading') {
      const before = blocks[i - 1];
      const opensStatement = before !== undefined && 'text' in before && issuerNames.includes(before.text);
      const level = opensStatement ? PART : headingLevel(block, before, path);
      while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
      const section = path.map(({ text }) => text);
      path.push({
        text: block.text,
        level,
        closed: level === PART && !opensStatement && holdsTable(blocks, i),
      });
      aboutIssuer = /^about\b/i.test(block.text);
      return { ...block, section, depth: block.depth || path.length };
    }
    const section = path.map(({ text }) => text);
    const isBoilerplate =
      'text' in block &&
      (/forward-looking statement/i.test(block.text) || (aboutIssuer && block.kind === 'paragraph'));
    return isBoilerplate ? { ...block, kind: 'boilerplate', section } : { ...block, section };
  });
}

/**
 * Marked headings keep their depth. Otherwise: numbering gives the level; a heading that names a period opens a part;
 * one that directly follows a heading stands below it; one that ends with a colon stands below those that do not;
 * others stand beside the last.
 */
function headingLevel(
  heading: OutlineText,
  before: OutlineBlock | undefined,
  path: readonly PathEntry[],
): number {
  if (heading.depth > 0) return heading.depth;
  const numbered = numberingLevel(heading.text);
  if (numbered > 0) return numbered;
  if (findPeriods(heading.text, ANY_CALENDAR).length > 0) return PART;
  const last = path.at(-1);
  if (!last) return TOPIC;
  if (last.closed) return last.level;
  if (before?.kind === 'heading') return Math.max(last.level + 1, TOPIC);
  const peer = heading.text.endsWith(':') ? last : path.findLast(({ text }) => !text.endsWith(':'));
  return Math.max(peer?.level ?? TOPIC, TOPIC);
}

function numberingLevel(text: string): number {
  if (/^\d{1,2}\.\s/.test(text)) return TOPIC;
  if (/^\(\d{1,2}\)/.test(text)) return TOPIC + 1;
  return /^(?:\d{1,2}|[a-z])\)/.test(text) ? TOPIC + 2 : 0;
}

/** Whether a table stands between a heading and the next one. */
function holdsTable(blocks: readonly (OutlineText | OutlineTable)[], heading: number): boolean {
  for (let i = heading + 1; i < blocks.length && blocks[i]?.kind !== 'heading'; i++)
    if (blocks[i]?.kind === 'table') return true;
  return false;
}
