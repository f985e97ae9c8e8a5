import { conceptById } from '../concepts/index.ts';
import { inHouseStyle } from '../model/house-style.ts';

export { dimensionLabel } from '../concepts/dimension-label.ts';

/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export function conceptLabel(concept: string, printed: string): string {
  const known = conceptById.get(concept)?.label;
  return known === undefined ? printed : inHouseStyle(known);
}
