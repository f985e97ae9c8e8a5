import { expect, test } from 'vitest';
import { partLabel } from '../../src/charts/reading/breakdown.ts';

test.each([
  ['Network services revenue', 'Network services'],
  ['Service revenue', 'Service revenue'],
  ['Other liabilities, total', 'Other liabilities'],
  ['Other assets, in all', 'Other assets'],
])('%s is called %s among its siblings', (label, name) => {
  expect(partLabel({ label })).toBe(name);
});
