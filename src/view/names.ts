import { conceptById, memberByKey } from '../concepts/index.ts';
import { parseDimensions } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';

/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export const conceptLabel = (concept: string, printed: string): string =>
  conceptById.get(concept)?.label ?? printed;

/** `Network services, Year-end`: the members of a fact's dimensions by their names, else as their ids spell them. */
export const dimensionLabel = (dimensions: string): string =>
  Object.entries(parseDimensions(dimensions))
    .map(([axis, member]) => memberByKey.get(`${axis}=${member}`)?.label ?? inWords(member))
    .join(', ');

/** `North america` of `north-america`. */
const inWords = (id: string): string => upperFirst(id.replaceAll('-', ' '));
