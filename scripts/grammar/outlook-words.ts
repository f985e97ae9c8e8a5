/** What a figure that is aimed at is called, as a part of an expression: `guidance`, `our previous outlook`. */
export const OUTLOOK_NOUN = '(?:guidance|outlook|forecasts?|targets?|estimates?|expectations?|projections?)';
