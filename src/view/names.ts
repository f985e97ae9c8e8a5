import { conceptById, memberByKey } from '../concepts/index.ts';
import { parseDimensions } from '../model/fact.ts';

/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export const conceptLabel = (concept: string, printed: string): string =>
  conceptById.get(concept)?.label ?? printed;

/** `Network services, Year-end`: the members of a fact's dimensions by their names. */
export const dimensionLabel = (dimensions: string): string =>
  Object.entries(parseDimensions(dimensions))
    .map(([axis, member]) => memberByKey.get(`${axis}=${member}`)?.label ?? member)
    .join(', ');
