/** Things that are there at a point in time, so that their number is a balance. */
const STOCK =
  'customers?|clients|employees|staff|headcount|users|subscribers|subscriptions|members|stores|shops|branches|outlets|restaurants|hotels|rooms|sites|plants|factories|vehicles|aircraft|homes|policies|contracts|patents|countries|locations|offices|data cent(?:er|re)s|partners|dealers|accounts';

const NUMBER_OF = /^(?:total |average )?(?:number|no\.) of (\p{L}[\p{L} -]*)/iu;
const NAMED = new RegExp(`^(?:total |paying |active |new |registered |enterprise )*(${STOCK})\\b`, 'i');

/** What a label counts: `Number of production sites`, `Customers above $100,000`. */
export const nounIn = (label: string): string | undefined =>
  (NUMBER_OF.exec(label) ?? NAMED.exec(label))?.[1]?.trim().toLowerCase();

/** Whether what a label counts is told for a moment rather than for a while. */
export const isStock = (label: string): boolean =>
  new RegExp(`^(?:total )?(?:number of )?.*\\b(?:${STOCK})\\b`, 'i').test(nounIn(label) ?? '') &&
  !/\b(?:new|average|added|opened|closed|lost|won)\b/i.test(label);
