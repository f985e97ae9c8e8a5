/** A number or a dash in a table's field, as printed. */
export interface PrintedNumber {
  readonly raw: string;
  /** Offset of `raw` in the field, in code points. */
  readonly offset: number;
  /** Digits and point without separators, empty for a dash. */
  readonly digits: string;
  readonly negative: boolean;
}

const NIL = /^[-–—]$/;
const NEGATIVE = /^\([\d.,]+%?\)$/;
const NUMBER = /(down )?((?:JPY|\$)?(\d+(?:,\d{3})*(?:\.\d+)?)%?)/gu;

/**
 * Every number in a field. Parentheses are a minus sign where they hold the number and nothing else and are all of
 * the field; around words or after another number they are punctuation.
 */
export function numbersInCell(field: string): PrintedNumber[] {
  const text = field.trim();
  const start = codePoints(field.slice(0, field.indexOf(text)));
  if (NIL.test(text)) return [{ raw: text, offset: start, digits: '', negative: false }];
  if (NEGATIVE.test(text)) {
    return [{ raw: text, offset: start, digits: text.replace(/[^\d.]/g, ''), negative: true }];
  }
  return [...field.matchAll(NUMBER)].map(([, down = '', raw = '', digits = ''], index, all) => ({
    raw,
    offset: codePoints(field.slice(0, (all[index]?.index ?? 0) + down.length)),
    digits: digits.replaceAll(',', ''),
    negative: down !== '',
  }));
}

const codePoints = (text: string): number => [...text].length;
