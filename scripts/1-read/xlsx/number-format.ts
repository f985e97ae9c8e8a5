/** A part of a number format (ECMA-376 18.8.31): text, places of digits, a code of a date, for which numbers it is. */
export interface FormatPart {
  readonly kind: 'literal' | 'digits' | 'date' | 'general' | 'condition';
  readonly text: string;
}

/** Formats that files name by number alone. */
export const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0;($#,##0)',
  6: '$#,##0;($#,##0)',
  7: '$#,##0.00;($#,##0.00)',
  8: '$#,##0.00;($#,##0.00)',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;(#,##0);"-"',
  42: '$#,##0;($#,##0);"-"',
  43: '#,##0.00;(#,##0.00);"-"',
  44: '$#,##0.00;($#,##0.00);"-"',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  49: '@',
};

/** What a format says for positive numbers, for negative ones and for zero, in parts. */
export function splitFormat(format: string): FormatPart[][] {
  const sections: FormatPart[][] = [[]];
  for (const { 0: token } of format.matchAll(TOKENS)) {
    if (token === ';') sections.push([]);
    else {
      const part = readToken(token);
      if (part) sections.at(-1)?.push(part);
    }
  }
  return sections.slice(0, 3);
}

/** Text in quotes or behind a backslash, blanks of a width, fillers, brackets, General, digits, codes of dates, the rest. */
const TOKENS =
  /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|[0#?][0#?,.]*|\.[0#?]+|AM\/PM|A\/P|y+|m+|d+|h+|s+|[\s\S]/giu;

function readToken(token: string): FormatPart | undefined {
  if (/^general$/i.test(token)) return { kind: 'general', text: '' };
  if (token.length > 1 && /^["\\]/.test(token)) return literal(token.replace(/^["\\]|"$/g, ''));
  if (/^[_*]./u.test(token)) return undefined;
  if (token.startsWith('[')) {
    if (/^\[[hms]+\]$/i.test(token)) return { kind: 'date', text: 'h' };
    if (/^\[[<>=]/.test(token)) return { kind: 'condition', text: token.slice(1, -1) };
    const currency = /^\[\$([^\]-]*)/.exec(token)?.[1];
    return currency ? literal(currency) : undefined;
  }
  if (/^[.0#?]/.test(token)) return { kind: 'digits', text: token };
  if (/^(?:AM\/PM|A\/P|[ymdhs]+)$/i.test(token)) return { kind: 'date', text: token };
  return token === '@' ? { kind: 'general', text: '' } : literal(token);
}

const literal = (text: string): FormatPart => ({ kind: 'literal', text });
