import type { RawDocument } from '../1-read/raw-document.ts';
import { WRITTEN_FORM } from '../grammar/legal-forms.ts';
import { type HeadText, headTexts, LONGEST_LINE } from './head-texts.ts';
import { REPORTING_VERB } from './issuer-names.ts';

/** Numbers of exhibits, days, addresses, the form that a release is filed with, and what else stands above a headline. */
const NO_TITLE =
  /^(?:ex(?:hibit)?[- ]?\d[\d.]*|united states(?: securities.*)?|securities and exchange commission|.*,? \p{Lu}\.? ?\p{Lu}\.? \d{5}(?:-\d{4})?|form [68]-k(?:\/a)?|(?:current )?report (?:of foreign (?:private )?issuer|pursuant to).*|for the month of .*|table of contents|(?:press |news )?release|news|contacts?:?|(?:phone|telephone|tel|fax|web|e-?mail)\b.*|for immediate release|source:.*|\(?(?:unaudited|audited)\)?|\(mark one\)|[^\p{L}]*(?:or)?|\d{1,2} \p{L}+ (?:19|20)\d{2}|\p{L}+ \d{1,2}, (?:19|20)\d{2})$/iu;
const TITLE_WORDS = /\b(?:results?|reports?|announces?|earnings|statement|figures)\b/i;
/** The form of a report to an authority, and the line that tells its period. */
const FORM_LINE = /^form (?:10-[kq]|20-f|40-f)(?:\/a)?$/i;
const FORM_PERIOD = /^for the (?:\p{L}+ )?(?:period|year) ended .*\d{4}$/iu;
/** Ends at which a headline goes on in the next line, whatever that is, or where it opens with a year or a result. */
const OPEN_END = /\b(?:announces?|reports|ended|ending|for|of|the|and|in|to|on|fiscal|–|-)$/i;
const OPEN_TIME = /\b(?:quarter|half|year|months|first|second|third|fourth)$/i;
const GOES_ON = /^(?:(?:of |for )?(?:fiscal )?(?:19|20)\d{2}\b|(?:\p{L}+ ){0,3}(?:results|earnings)\b)/iu;

/** What the document calls itself: the headline, without the issuer's name where that stands before it by itself. */
export function readTitle(raw: RawDocument, issuerNames: readonly string[]): string {
  const texts = headTexts(raw).map((node) => ({ ...node, text: withoutName(node.text, issuerNames) }));
  const form = texts.find(({ text }) => FORM_LINE.test(text));
  if (form)
    return [form, texts.find(({ text }) => FORM_PERIOD.test(text))]
      .flatMap((one) => one?.text ?? [])
      .join(' ');
  const named = texts.filter(({ text }) => text !== '' && !NO_TITLE.test(text));
  const body = named.findIndex(({ text }) => text.length > LONGEST_LINE || DATELINE.test(text));
  const title = body === 0 ? headingAmong(named) : headlineAmong(body > 0 ? named.slice(0, body) : named);
  const next = title && texts[texts.indexOf(title) + 1];
  return title && next && goesOn(title, next) ? `${title.text} ${next.text}` : (title?.text ?? '');
}

/** `DENVER, May 6, 2025 – Acme`: where the first paragraph begins. */
const DATELINE = /^\p{Lu}.*\b(?:19|20)\d{2}\)?\s*[-–—]+\s*\p{Lu}/u;

/** Of a document that opens with a paragraph: a heading below it, rather one in bold or one that names a time. */
function headingAmong<T extends Headline>(texts: readonly T[]): T | undefined {
  const headings = texts.filter(({ text }) => text.length <= LONGEST_LINE && HEADING.test(text));
  const isTimed = ({ text }: Headline) => TIME.test(text);
  return headings.find(({ isStrong }) => isStrong) ?? headings.find(isTimed) ?? headings[0] ?? texts[0];
}

/** No item of a list, no sentence, no figure. */
const HEADING = /^(?![•·–—*-])(?!.*\d[.,]\d).*[^.;]$/u;
const TIME = /\b(?:quarter|half|year|months|[QH][1-4]|[1-4][QH])\b/i;

type Headline = Pick<HeadText, 'text' | 'depth' | 'isStrong'>;

function headlineAmong<T extends Headline>(texts: readonly T[]): T | undefined {
  const isTitle = ({ text }: Headline) => text.length <= LONGEST_LINE && TITLE_WORDS.test(text);
  const isStrong = ({ depth, isStrong, text }: Headline) =>
    (depth === 1 || isStrong) && text.length <= LONGEST_LINE;
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
  next.text.length <= LONGEST_LINE / 2 &&
  (OPEN_END.test(title.text)
    ? /^[\p{Lu}\p{N}(]/u.test(next.text)
    : OPEN_TIME.test(title.text) && GOES_ON.test(next.text));

/** `Tamar Foods plc Interim results`, but not `Acme Corp Reports …`. */
function withoutName(text: string, [full = '']: readonly string[]): string {
  if (full === '' || !text.startsWith(full)) return text;
  const rest = /^(?:\s*[:–—-])?\s+(.*)$/.exec(text.slice(full.length))?.[1] ?? text.slice(full.length);
  const isOwn = /^[\p{Lu}\p{N}]/u.test(rest) && !OPENS_WITH_VERB.test(rest) && !REST_OF_NAME.test(rest);
  return rest === '' || isOwn ? rest : text;
}

/** `Markets Inc.` of `Acme Markets Inc. grows`, where all that is known of the name is `Acme`. */
const REST_OF_NAME = new RegExp(`^(?:[\\p{Lu}&][\\p{L}.&'-]*,? ){0,4}${WRITTEN_FORM}(?![\\p{L}\\p{N}])`, 'u');

const OPENS_WITH_VERB = new RegExp(`^${REPORTING_VERB}\\b`, 'i');
