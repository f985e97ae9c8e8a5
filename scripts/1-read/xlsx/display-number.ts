import { type FormatPart, splitFormat } from './number-format.ts';

/** A cell's number as its format shows it: `(1,234)`, `5.1%`, `Jun 30, 2025`. */
export function displayNumber(value: number, format: string, is1904: boolean): string {
  const sections = splitFormat(format);
  const [first = [], negative, zero] = sections;
  const section = value < 0 && negative ? negative : value === 0 && zero ? zero : first;
  const parts = section.length > 0 || sections.length > 1 ? section : GENERAL;
  if (parts.some(({ kind }) => kind === 'date')) return displayDate(value, parts, is1904);
  const text = displayPlain(Math.abs(value), parts);
  return (value < 0 && section === first ? `-${text}` : text).replace(/\s+/g, ' ').trim();
}

const GENERAL: readonly FormatPart[] = [{ kind: 'general', text: '' }];
/** Digits that a cell holds. */
const PRECISION = 15;
/** Digits that a cell without a format shows. */
const SHOWN = 11;

function displayPlain(size: number, parts: readonly FormatPart[]): string {
  const digits = parts.flatMap(({ kind, text }) => (kind === 'digits' ? [text] : [])).join('');
  const percents = parts.filter(({ text, kind }) => kind === 'literal' && text === '%').length;
  const thousands = /,+$/.exec(digits.replace(/\..*$/, ''))?.[0].length ?? 0;
  const scaled = size * 100 ** percents * 1000 ** -thousands;
  let isShown = false;
  return parts
    .map(({ kind, text }) => {
      if (kind === 'literal') return text;
      if (kind === 'general') return general(size);
      if (isShown) return '';
      isShown = true;
      return inDigits(scaled, digits);
    })
    .join('');
}

const general = (size: number): string =>
  Math.abs(size) >= 1e21 ? String(size) : toDecimal(Number(size.toPrecision(SHOWN)));

const toDecimal = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 });

/** `#,##0.0#`: groups, and at least and at most so many places. */
function inDigits(value: number, digits: string): string {
  const [whole = '', fraction = ''] = digits.replace(/,+$/, '').split('.');
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
