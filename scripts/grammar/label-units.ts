import { remember } from '../../src/model/remember.ts';
import { isUnitOnly, readUnit, type UnitPhrase } from './units.ts';

/** Where a label names its unit: in parentheses, behind a comma or dash, after `in`; `Equity ratio, % at period-end`. */
const PLACES = [
  /\s*\(([^()]*)\)\s*$/,
  /\s*,\s*([^,()]+)$/,
  /\s+(in [^,()]+)$/i,
  /\s+[-–—]\s*([^-–—()]+)$/,
  /\s+(['’]000s?)$/,
  /\s*,\s*([%％])(?=,?\s)/,
];

/** `(JPY / U.S. Dollars / JPY)` names a unit for each column in turn; `per share` in the words holds for all. */
export const unitsInLabel: (label: string) => readonly UnitPhrase[] = remember((label) => {
  const listed = /\(([^()]*\/[^()]*)\)\s*$/.exec(label)?.[1]?.split('/') ?? [];
  const units = listed
    .map((part) => (/\d/.test(part) ? undefined : readUnit(part)))
    .filter((unit) => unit !== undefined);
  if (units.length > 1 && units.length === listed.length) return units;
  const unit = readUnit(findUnitPhrase(label) ?? '');
  return unit ? [unit] : [];
});

/** The label without its unit; the same where it names none. */
export const withoutUnit: (label: string) => string = remember((label) => {
  for (const place of PLACES) {
    const match = place.exec(label);
    if (match && match.index > 0 && isUnitOnly(match[1] ?? ''))
      return label.slice(0, match.index) + label.slice(match.index + match[0].length);
  }
  return label;
});

function findUnitPhrase(label: string): string | undefined {
  const inParentheses = PLACES[0]?.exec(label)?.[1];
  if (inParentheses !== undefined && readUnit(inParentheses))
    return /\b(?:note|loss|net)\b|\b(?:face|par|nominal) value\b/i.test(inParentheses)
      ? undefined
      : inParentheses;
  for (const place of PLACES) {
    const words = place.exec(label)?.[1];
    if (words !== undefined && isUnitOnly(words)) return words;
  }
  return undefined;
}
