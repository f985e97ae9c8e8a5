/** Sides from which a note looks at assets, as headings over rows of days: `Net book value`. */
export const FACET =
  /^(?:net (?:book|carrying) (?:value|amount)|carrying (?:value|amount)|(?:historical )?cost(?: or valuation)?$|gross (?:carrying )?(?:amount|value)|(?:accumulated )?(?:depreciation|amorti[sz]ation|impairment)(?: and impairment)?$|accumulated [\p{L} ]+$)/iu;
