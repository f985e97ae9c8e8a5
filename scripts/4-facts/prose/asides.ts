/** Why a number that is an effect is in doubt. */
export const EFFECT = 'It is an effect on a measure, or a part of its change, not the measure.';

/** Why a distance is in doubt. */
export const DISTANCE = 'It is how far a measure is from what was expected of it.';

/** Why what was done from a start on is in doubt. */
export const SINCE_START = 'It is counted from a start that no reported period begins with.';

/** Whether a doubt says that a number is no measure: nothing later is held against it. */
export const isAside = (doubt: string): boolean =>
  doubt === EFFECT || doubt === DISTANCE || doubt === SINCE_START;
