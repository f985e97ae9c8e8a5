import { parseDimensions } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { memberByKey } from './index.ts';

/** `Network services, Year-end`: the members of a fact's dimensions by their names, else as their ids spell them. */
export const dimensionLabel = (dimensions: string): string =>
  Object.entries(parseDimensions(dimensions))
    .map(([axis, member]) => memberByKey.get(`${axis}=${member}`)?.label ?? inWords(member))
    .join(', ');

/** `North america` of `north-america`. */
const inWords = (id: string): string => upperFirst(id.replaceAll('-', ' '));
