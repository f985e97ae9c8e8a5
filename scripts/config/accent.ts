import { contrast, GROUNDS, mix } from '../../src/model/accent.ts';

/** Least contrast of text (WCAG 2, success criterion 1.4.3). */
const LEGIBLE = 4.5;

/** The least contrast of a colour with what it stands on. */
export const leastContrast = (colour: string, scheme: keyof typeof GROUNDS): number =>
  Math.min(...GROUNDS[scheme].map((ground) => contrast(colour, ground)));

export const isLegible = (colour: string, scheme: keyof typeof GROUNDS): boolean =>
  leastContrast(colour, scheme) >= LEGIBLE;

/** The colour with as little white in it as makes it legible on a dark screen. */
export function lightened(colour: string): string {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(colour, '#ffffff', part);
    if (isLegible(mixed, 'dark')) return mixed;
  }
  return '#ffffff';
}
