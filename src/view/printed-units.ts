/** Words of units as releases print them: `¥ million`, `in thousands`, `%`, `shares`, `U.S. dollars / JPY`. */
const UNIT =
  /^(?:[A-Z]{0,3}[¥$€£%]|[A-Z]{3}|in|of|unit|amounts?|units?|hundreds?|thousands?|millions?|billions?|trillions?|mn|bn|m|yen|dollars?|euros?|pounds?|cents?|pence|per|share|shares|times|years|percent|percentages?|points?|us|u\.s\.?|except|data|unaudited|audited|and|expressed|figures|all)$/i;

/** Whether all that a phrase says is what numbers are counted in. */
const isUnitOnly = (words: string): boolean => {
  const parts = words
    .replace(/([¥$€£%])/g, ' $1 ')
    .split(/[\s/,:;()[\]]+/)
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => UNIT.test(part));
};

/** `(Millions of yen)`, `Unit: JPY`, `Unaudited`: a note of units; `Per share` may be a title. */
export const isUnitNote = (title: string): boolean =>
  isUnitOnly(title) &&
  /\b(?:thousands|millions|billions|yen|dollars|euros|unit|unaudited)\b|[¥$€£]|^\(?in\b/i.test(title);

/** `Interest coverage ratio (times)` as `Interest coverage ratio`. */
export function withoutPrintedUnit(label: string): string {
  const [, name = '', unit = ''] = /^(.*\S)\s*\(([^()]+)\)\s*$/s.exec(label) ?? [];
  return name !== '' && isUnitOnly(unit) ? name : label;
}
