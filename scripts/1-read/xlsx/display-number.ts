import { type FormatPart, splitFormat } from './number-format.ts';

/** A cell's number as its format shows it: `(1,234)`, `5.1%`, `Jun 30, 2025`. */
export function displayNumber(value: number, format: string, is1904: boolean): string {
  const sections = splitFormat(format);
  const [first = []] = sections;
  const section = findSection(value, sections);
  const parts = (section.length > 0 || sections.length > 1) && !isOther(section) ? section : GENERAL;
  if (parts.some(({ kind }) => kind === 'date')) return displayDate(value, parts, is1904);
  const text = displayPlain(Math.abs(value), parts);
  return (value < 0 && section === first ? `-${text}` : text).replace(/\s+/g, ' ').trim();
}

/** By the condition that a section sets, else by sign. */
function findSection(value: number, sections: readonly FormatPart[][]): FormatPart[] {
  const [first = [], negative, zero] = sections;
  const conditions = sections.map((parts) => parts.find(({ kind }) => kind === 'condition')?.text);
  if (conditions.some((condition) => condition !== undefined))
    return sections.find((_, i) => meets(value, conditions[i])) ?? first;
  return value < 0 && negative ? negative : value === 0 && zero ? zero : first;
}

/** `>=1000000`. */
function meets(value: number, condition: string | undefined): boolean {
  if (condition === undefined) return true;
  const [, sign = '', bound = ''] = /^([<>=]+)(.*)$/.exec(condition) ?? [];
  const difference = value - Number(bound);
  return (
    (difference < 0 && sign.includes('<')) ||
    (difference > 0 && sign.includes('>')) ||
    (difference === 0 && sign.includes('=') && sign !== '<>')
  );
}

/** Fractions and powers of ten, which statements do not show, are told as plain numbers. */
const isOther = (parts: readonly FormatPart[]): boolean =>
  parts.every(({ kind }) => kind !== 'date') &&
  parts.some(
    ({ kind, text }, i) =>
      kind === 'literal' &&
      (/^\/$/.test(text) || (/^e$/i.test(text) && /^[-+]$/.test(parts[i + 1]?.text ?? ''))) &&
      parts.slice(i).some((part) => part.kind === 'digits'),
  );

const GENERAL: readonly FormatPart[] = [{ kind: 'general', text: '' }];
/** Digits that a cell holds. */
const PRECISION = 15;
/** Digits that a cell without a format shows. */
const SHOWN = 11;

function displayPlain(size: number, parts: readonly FormatPart[]): string {
  const digits = parts.flatMap(({ kind, text }) => (kind === 'digits' ? [text] : [])).join('');
  const percents = parts.filter(({ text, kind }) => kind === 'literal' && text === '%').length;
  const thousands = [...digits.matchAll(SCALING)].join('').length;
  const scaled = size * 100 ** percents * 1000 ** -thousands;
  let isShown = false;
  return parts
    .map(({ kind, text }) => {
      if (kind === 'literal') return text;
      if (kind === 'general') return general(size);
      if (isShown) return '';
      isShown = true;
      // Places marked `?` alone show no zero: `"-"??` is a dash.
      return scaled === 0 && /^\?+$/.test(digits) ? '' : inDigits(scaled, digits);
    })
    .join('');
}

/** Commas behind the last place, of the whole or of the fraction, each divide by a thousand. */
const SCALING = /,+(?=\.|$)/g;

const general = (size: number): string =>
  Math.abs(size) >= 1e21 ? String(size) : toDecimal(Number(size.toPrecision(SHOWN)));

const toDecimal = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 });

/** `#,##0.0#`: groups, and at least and at most so many places. */
function inDigits(value: number, digits: string): string {
  const [whole = '', fraction = ''] = digits.replace(SCALING, '').split('.');
  const least = fraction.replace(/[^0]/g, '').length;
  const most = fraction.replace(/[^0#?]/g, '').length;
  const shown = Number(value.toPrecision(PRECISION)).toLocaleString('en-US', {
    useGrouping: /,[#0?]/.test(whole),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    minimumIntegerDigits: Math.max(1, whole.replace(/[^0]/g, '').length),
    roundingMode: 'halfExpand',
  } as Intl.NumberFormatOptions);
  return value < 1 && !whole.includes('0') ? shown.replace(/^0(?=\.)/, '') : shown;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAY = 86_400_000;

/** A day whose format names the month as it shows it; in numbers alone always year first, so that none is mistaken. */
function displayDate(value: number, parts: readonly FormatPart[], is1904: boolean): string {
  const days = Math.floor(value);
  const origin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(origin + days * DAY);
  if (Number.isNaN(date.getTime())) return String(value);
  const iso = date.toISOString().slice(0, 10);
  const codes = parts.flatMap(({ kind, text }) => (kind === 'date' ? [text.toLowerCase()] : []));
  const isOfDay = codes.some((code) => /^(?:y|d|m{3})/.test(code));
  if (!isOfDay) return '';
  const hasMonth = codes.some((code) => code.startsWith('m'));
  if (!codes.some((code) => /^m{3}/.test(code)) && hasMonth) return iso;
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const shown: readonly (readonly [RegExp, string])[] = [
    [/^y{3,}$/, year],
    [/^y{1,2}$/, year.slice(2)],
    [/^m{4,}$/, name],
    [/^m{3}$/, name.slice(0, 3)],
    [/^dd$/, day],
    [/^d$/, String(Number(day))],
  ];
  return parts
    .map(({ kind, text }) =>
      kind === 'date'
        ? (shown.find(([code]) => code.test(text.toLowerCase()))?.[1] ?? '')
        : kind === 'literal'
          ? text
          : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
