import { expect, test } from 'vitest';
import { isUnitNote, withoutPrintedUnit } from '../../src/view/printed-units.ts';

const LABELS = [
  ['Interest coverage ratio (times)', 'Interest coverage ratio'],
  ['Profit of common shareholders (¥ million)', 'Profit of common shareholders'],
  ['Revenue (in millions of U.S. dollars)', 'Revenue'],
  ['Equity ratio (market value) (%)', 'Equity ratio (market value)'],
  ['Net income per share (JPY / U.S. Dollars / JPY)', 'Net income per share'],
  ['Comparable sales (% change)', 'Comparable sales (% change)'],
  ['Dividends paid ($0.01 per share)', 'Dividends paid ($0.01 per share)'],
  ['Retained earnings (deficit)', 'Retained earnings (deficit)'],
  ['(Loss)/earnings per share', '(Loss)/earnings per share'],
] as const;

for (const [label, expected] of LABELS)
  test(`${label} without its unit`, () => expect(withoutPrintedUnit(label)).toBe(expected));

const NOTES = [
  '(Millions of yen)',
  'In thousands, except per share data',
  'Unit: JPY million',
  '(Unaudited)',
];
const TITLES = ['Per share', 'Shares', 'Dividends (yen)', 'Net sales', 'Audited figures of all units'];

for (const title of NOTES) test(`${title} is a note`, () => expect(isUnitNote(title)).toBe(true));
for (const title of TITLES) test(`${title} is no note`, () => expect(isUnitNote(title)).toBe(false));
