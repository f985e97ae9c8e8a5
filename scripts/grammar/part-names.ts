/** Words that every table has. */
export const COMMON =
  /^(?:(?:total|other|others|all|net|gross|group|company|consolidated|subtotal|amount|change|changes|basic|diluted|adjusted|adjustment|adjustments|reported|corporate|elimination|eliminations|less|add|plus|gaap|non|low|high|actual|average|current|noncurrent|note|notes|and|of|to|in|for|the|item|items|balance|additions?|disposals?|cost|value|margin|ratio|ratios|rate|equity|share|shares|per|unaudited|audited|as|by) ?)+$/;

/** Folded words that name no part of a business: what every table has, and the words of measures. */
export const namesNoPart = (folded: string): boolean =>
  !OF_BUSINESS.test(folded) && (COMMON.test(folded) || OF_MEASURES.test(folded));

/** `Asset Management`, `Commercial Loan Servicing`: what a business does. */
export const OF_BUSINESS = /\b(?:management|banking|lending|servicing|brokerage|segment|division)$/;

/** Words that the names of measures and of paragraphs have and those of parts mostly have not. */
export const OF_MEASURES =
  /\b(?:income|loss|losses|profit|earning|ebitda?|revenue|cost|expense|change|balance|gain|summary|overview|rate|total|asset|liability|liabilities|equity|reserve|security|securities|dividend|percent|percentage|tax|cash|debt|loan|item|adjustment|translation|benefit|compensation|depreciation|amortization|activity|activities|payable|receivable|interest|result|outlook|guidance|impairment|restructuring|acquisition|number|date|year|quarter|month|beginning|end|opening|closing|range|effect|impact|value|book|amount|average|volume|ratio|margin|proceeds|payment|purchase|issuance|opening|unearned)s?\b/;

/** What heads a column of labels and names none of them: `Division` over the lines of a statement. */
export const NAMES_A_KIND =
  /^(?:(?:reportable |operating |business )?(?:segments?|divisions?|units?)|classifications?|categor(?:y|ies)|accounts?|subjects?)$/;

/** Words of headings over what the whole reports. */
export const OF_REPORTS =
  /\b(?:financial|financials|highlights?|statements?|data|reviews?|exhibits?|contents|metrics?|figures|information|tables?|sheets?|performance|results?|reports?|operations|measures?|selected|key|particulars|descriptions?|(?:titles?|names?) of accounts?|account(?:ing)? (?:titles?|items?|names?)|attributable|notes?|schedules?|supplement\w*|appendix|analysis|presentation|guidance|outlook|release|currency|gaap|comparisons?|quarter(?:ly)?|year|consolidated|reclassification)\b/i;
