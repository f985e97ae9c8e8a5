import { CHART_NAMES } from '../../src/concepts/chart-names.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { ConfigEntry } from '../config/schema.ts';
import type { SettingsText } from '../config/settings-text.ts';
import type { IssuerBrief } from '../output/issuer-brief.ts';
import { likely } from './nearest.ts';

/** What settings name that is not there: a slip of the pen there would else go unseen. */
export function findUnknown(
  settings: SiteSettings,
  text: SettingsText,
  issuers: readonly IssuerBrief[],
): Problem[] {
  const measures = new Set(issuers.flatMap((issuer) => issuer.measures));
  const periods = new Set(
    issuers.flatMap(({ issuer: { slug, periods } }) =>
      periods.flatMap((one) => [one.slug, `${slug}/${one.slug}`]),
    ),
  );
  const find = (
    entry: ConfigEntry,
    names: readonly string[],
    [what, known]: readonly [what: string, known: ReadonlySet<string>],
  ): Problem[] =>
    names
      .filter((name) => !known.has(name))
      .map((name) => {
        const expected = `${what}${likely(name, [...known])}`;
        return text.problem(entry, `"${name}", which nothing here is called`, expected, name);
      });
  return [
    ...find('leadingMeasures', settings.leadingMeasures, ['a measure of these releases', measures]),
    ...find('withoutCharts', settings.withoutCharts, ['the name of a chart', new Set(CHART_NAMES)]),
    ...find('withoutMeasures', settings.withoutMeasures, ['a measure of these releases', measures]),
    ...find(
      'withoutPages',
      settings.withoutPages.filter((name) => /\d/.test(name)),
      ['a period of these releases', periods],
    ),
  ];
}
