/** Source of a pattern: what a company is by law. */
export const FORM =
  '(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|ag|se|nv|n\\.v|s\\.?a|spa|s\\.p\\.a|gmbh|llc|l\\.p|kk|k\\.k|ab|asa|a\\/s|oyj|kgaa)';

/** Source of a pattern that takes small letters as capitals too; it names no classes such as \d. */
export const anyCase = (source: string): string =>
  source.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** The same as it is written within a text, where `as` and `limited` are words: with a capital, but for `plc`. */
export const WRITTEN_FORM = `(?:plc|${anyCase(FORM.replace(/(?<=[:|])[a-z]/g, (letter) => letter.toUpperCase()))})`;

/** The legal form at a name's end: `Co., Ltd.`, `plc`, `AB (publ)`. */
export const LEGAL_FORM = new RegExp(`,?\\s+${FORM}\\.?(?:,?\\s+${FORM}\\.?)?(?:\\s+\\(publ\\))?$`, 'i');

/** `Acme Corp.` and `Acme Corporation` are one name. */
export const withoutLegalForm = (name: string): string => name.replace(LEGAL_FORM, '');
