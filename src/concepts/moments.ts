import { remember } from '../model/remember.ts';

/** The opening or the close of a period, and what a label says besides. */
export interface Moment {
  readonly moment: 'opening' | 'closing';
  /** Empty for `Beginning of period`; all of the label where the words for the moment are a part of it. */
  readonly rest: string;
}

const MOMENTS = ['opening', 'closing'] as const;
const SPAN =
  '(?:(?:financial|fiscal|reporting|accounting|calendar) )?(?:periods?|years?|quarters?|half(?:[- ]year)?|months?)';
const NAMES = { opening: 'beginning|start|opening|commencement', closing: 'end|close|closing|ending' };
/** `at the start of the period`, `(end of year)`; what parts it from the rest is read from its first sign, never anew from each. */
const PHRASES = MOMENTS.map(
  (moment) =>
    [
      moment,
      new RegExp(
        `(?<![\\s,;:–—-])[\\s,;:–—-]*\\(?\\b(?:(?:as )?(?:at|of|on) )?(?:the )?(?:${NAMES[moment]}) of (?:the )?${SPAN}(?:[- ]end)?\\b\\)?[\\s,;:–—-]*`,
        'i',
      ),
    ] as const,
);
/** `Cash, beginning`, `Equity – ending`, `Opening`. */
const ENDS = {
  opening: /(?:^|[,;:–—-]\s?)(?:beginning|opening|start)$/i,
  closing: /(?:^|[,;:–—-]\s?)(?:ending|closing|close|end)$/i,
};
/** `Beginning customers`; not `Closing costs`, `Ending June 30`. */
const NO_MOMENT =
  '(?!(?:costs?|fees?|dates?|expenses?|in|on|of|at|with|the|a|an|new|\\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*)\\b)';
const BEFORE = {
  opening: new RegExp(`^(?:beginning|opening) ${NO_MOMENT}(?=\\p{L})`, 'iu'),
  closing: new RegExp(`^(?:ending|closing) ${NO_MOMENT}(?=\\p{L})`, 'iu'),
};
/** Words of a moment within a name of which they are a part: `end of June`. */
const LOOSE = { opening: /\b(?:beginning|start|opening) of\b/i, closing: /\bend of\b/i };

/** At which end of its column's period a label says that its balance was. */
export const readMoment: (label: string) => Moment | undefined = remember((label) => {
  if (!/beginning|start|opening|commencement|end|clos/i.test(label)) return undefined;
  for (const [moment, phrase] of PHRASES)
    if (phrase.test(label)) return { moment, rest: label.replace(phrase, ' ').trim() };
  for (const moment of MOMENTS)
    for (const words of [ENDS[moment], BEFORE[moment]])
      if (words.test(label)) return { moment, rest: label.replace(words, '').trim() };
  const moment = MOMENTS.find((one) => LOOSE[one].test(label));
  return moment && { moment, rest: label };
});
