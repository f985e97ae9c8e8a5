/**
 * Colours of the parts of a stack, by their place in it, from the largest at the foot upwards: dark and light take
 * turns, so that neighbours differ on a grey printer too. Named in the stylesheet, never after what they stand for.
 */
const MOST = 6;

export const partTone = (index: number): string => `part-${Math.min(index, MOST - 1) + 1}`;
