/** A short release of an invented company: revenue, costs and profit of a year and the year before. */
export function release(name: string, year: number, revenue = 1000 + 10 * (year - 2020)): string {
  const before = revenue - 10;
  const row = (label: string, now: number, then: number) => `${label}\t${now}\t${then}`;
  return [
    `${name} Corporation Announces Results for the Year Ended December 31, ${year}`,
    '',
    `February 10, ${year + 1}`,
    '',
    `${name} Corporation today announced its consolidated results. Revenue was $${revenue} million, up from $${before} million.`,
    '',
    'CONSOLIDATED STATEMENTS OF OPERATIONS',
    '(in millions of U.S. dollars)',
    '',
    '\tYear Ended December 31,',
    `\t${year}\t${year - 1}`,
    row('Revenue', revenue, before),
    row('Cost of revenue', 600, 590),
    row('Gross profit', revenue - 600, before - 590),
    row('Operating expenses', 150, 150),
    row('Operating income', revenue - 750, before - 740),
    '',
  ].join('\n');
}

/** Releases of several companies as files below a documents folder. */
export const releases = (names: readonly string[], years: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) =>
      years.map((year) => [`${name.toLowerCase()}/${year + 1}-02-10-fy${year}.txt`, release(name, year)]),
    ),
  );
