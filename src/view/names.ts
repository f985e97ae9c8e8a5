import { conceptById } from '../concepts/index.ts';

export { dimensionLabel } from '../concepts/dimension-label.ts';

/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export const conceptLabel = (concept: string, printed: string): string =>
  conceptById.get(concept)?.label ?? printed;
