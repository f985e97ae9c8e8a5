/** Below `Depreciation included in operating expenses` the names of assets say what was written off. */
export const isOfCost = (heading: string): boolean => OF_COST.test(heading);

const OF_COST =
  /^(?:(?:of which|total|less|including)\W+)?(?:depreciations?|amorti[sz]ation|impairments?|write-?(?:downs?|offs?)|capital expenditures?|capex|investments? in\b|additions?|purchases?|disposals?)\b(?!.*\b(?:accumulated|balances?)\b)/i;
