/** An average of balances is of the whole period. */
export const AVERAGE = /\baverage\b/i;

/** What goes on over a while, in tables of balances too, and averages and rates of that. */
export const isOverTime = (label: string): boolean => AVERAGE.test(label) || PASSING.test(label);

const PASSING =
  /\b(?:charge(?:d)?[- ]?offs?|write[- ]?offs?|recoveries|originations|sales volume|(?:in|out)?flows?)\b(?!.* to )|\b(?:returns? on|(?:(?:net )?interest|gross|operating|net|profit|pre-?tax|adjusted) margin|(?:net )?(?:interest )?yield|efficiency ratio|combined ratio|loss ratio|expense ratio)\b/i;

/** `Business lending revenue`, `IB fees (excl. self-led)`: what is earned or spent, by the last word of its name. */
export const namesFlow = (label: string): boolean => {
  const name = label.replace(/\s*(?:\([^()]*\)|,? net)\s*/gi, ' ').trim();
  return EARNED.test(name) && !KEPT.test(name);
};

const EARNED = /\b(?:revenues?|sales|fees|income|earnings|profits?|expenses?|costs?|ebitda)$/i;

/** `Deferred revenue`, `Prepaid expenses`, `Fixed income`: what was earned or spent and is there. */
const KEPT =
  /\b(?:deferred|unearned|accrued|prepaid|unbilled|unamorti[sz]ed|capitali[sz]ed|accumulated|retained|undistributed|recoverable|held for|at (?:amorti[sz]ed )?cost|fixed income|value|percent|per)\b/i;
