const MARK = /^\(?(?:([a-z])|([ivx]{1,5})|(\d{1,2}))[.)](?=\s*[^\d\s])/iu;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A label with its mark before it, where that has a field of its own. */
export const withMark = ({ number, label }: { readonly number: string; readonly label: string }): string =>
  number === '' ? label : `${number.replace(/^\(|[.)]$/g, '')}) ${label}`;

/** Whether two labels bear marks of a list that follow each other: `c)` and `d)`, `(ii)` and `(iii)`, `1.` and `2.` */
export function isNextInList(label: string, next: string): boolean {
  const [from, to] = [placesOf(label), placesOf(next)];
  return from.some((place) => to.includes(place + 1));
}

/** The places that a mark may stand for: `(i)` is the first of one list, or the ninth of another. */
function placesOf(label: string): number[] {
  const [, letter = '', roman = '', digits = ''] = MARK.exec(label) ?? [];
  const asRoman = romanValue((letter || roman).toLowerCase());
  return [
    ...(letter === '' ? [] : [LETTERS + letter.toLowerCase().charCodeAt(0)]),
    ...(asRoman > 0 ? [ROMANS + asRoman] : []),
    ...(digits === '' ? [] : [Number(digits)]),
  ];
}

/** Kinds of marks are kept apart. */
const LETTERS = 1000;
const ROMANS = 2000;

function romanValue(text: string): number {
  const values = [...text].map((sign) => ROMAN[sign] ?? Number.NaN);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0) || 0;
}

/** What kind of mark stands before a label in a field of its own: `(I)` opens a list of Roman numbers, `(c)` goes on with letters. */
export function kindsOfMark(number: string): readonly ('digit' | 'roman' | 'letter')[] {
  const mark = number.replace(/[().]/g, '').toLowerCase();
  if (/^\d{1,2}$/.test(mark)) return ['digit'];
  if (!/^[a-z]{1,5}$/.test(mark)) return [];
  if (/^i[ivx]*$/.test(mark)) return ['roman', ...(mark === 'i' ? (['letter'] as const) : [])];
  return mark.length === 1 ? ['letter', ...(/[vx]/.test(mark) ? (['roman'] as const) : [])] : ['roman'];
}
