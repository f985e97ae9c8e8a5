/** What is there on a day, by the last word of its name. */
const BALANCE =
  /\b(?:assets|liabilities|equity|capital|debt|borrowings|loans|leases|receivables|deposits|securities|investments|inventory|cash|allowance|reserves?|exposures?|delinquenc(?:y|ies)|nonaccruals?|past dues?|np[al]s?|acl|alll)(?: (?:losses|receivable|outstanding|past due(?: \d+ days or more)?|held for (?:sale|investment)))?$/i;

/** What goes on over a while, whatever is set against it. */
const PASSING =
  /\b(?:average|charge(?:d)?[- ]?offs?|write[- ]?offs?|recoveries|provisions?|income|earnings|profits?|loss(?:es)? (?:ratio|incurred|paid)|revenues?|sales|expenses?|costs?|ebitd?a?|originations|purchases|payments?|dividends?|return|yield|growth|change)\b/i;

/** `Nonperforming assets to total assets`, `Loans as a percentage of deposits`: of the day on which both are. */
export function isRatioOfBalances(label: string): boolean {
  const name = label
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/^\s*(?:the )?ratio of /i, '')
    .replace(/[, ]*(?:ratio|%)\s*$/i, '')
    .trim();
  const [, part = '', whole = ''] =
    /^(.+?)\s(?:to|(?:as )?an? (?:%|per ?cent(?:age)?) of|in percent of|(?:%|per ?cent(?:age)?) of)\s(.+)$/i.exec(
      name,
    ) ?? [];
  const isBalance = (text: string): boolean =>
    BALANCE.test(text.replace(/\bfor (?:(?:loan|credit|lease)(?:,? and )?\s?)*loss(?:es)?/i, '').trim());
  return isBalance(part) && isBalance(whole) && !PASSING.test(name);
}
