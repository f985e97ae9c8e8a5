import type { SiteSettings } from '../../src/model/site-settings.ts';
import type { IssuerBrief } from '../output/issuer-brief.ts';
import { findNearest } from './nearest.ts';

/** What settings name that no release has, a line each: a slip of the pen there would else go unseen. */
export function describeUnknown(settings: SiteSettings, issuers: readonly IssuerBrief[]): string[] {
  const measures = new Set(issuers.flatMap((issuer) => issuer.measures));
  const periods = new Set(
    issuers.flatMap(({ issuer: { slug, periods } }) =>
      periods.flatMap((one) => [one.slug, `${slug}/${one.slug}`]),
    ),
  );
  const describe = (
    entry: keyof SiteSettings,
    names: readonly string[],
    known: ReadonlySet<string>,
  ): string[] =>
    names
      .filter((name) => !known.has(name))
      .map((name) => {
        const nearest = findNearest(name, [...known]);
        const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
        return `settings: ${entry} names ${name}, which no release has${hint}`;
      });
  return [
    ...describe('leadingMeasures', settings.leadingMeasures, measures),
    ...describe('withoutMeasures', settings.withoutMeasures, measures),
    ...describe(
      'withoutPages',
      settings.withoutPages.filter((name) => /\d/.test(name)),
      periods,
    ),
  ];
}
