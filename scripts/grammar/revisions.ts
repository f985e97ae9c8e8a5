/** What a row of a table of revised targets gives: what was aimed at before, what is now, or the step between them. */
export type Revision = 'previous' | 'revised' | 'step';

const AIM = '(?:targets?|forecasts?|guidance|outlook|estimates?|projections?|plans?|announcement)';
const PREVIOUS = new RegExp(
  `^(?:previous(?:ly)?|prior|original|initial)(?: (?:announced|disclosed|published))? (?:\\p{L}+ )?${AIM}\\b`,
  'iu',
);
const REVISED = new RegExp(`^(?:newly )?(?:revised|new|updated|current|latest) (?:\\p{L}+ )?${AIM}\\b`, 'iu');
const STEP =
  /^(?:(?:amount|rate|ratio|percentage) of )?(?:percentage )?(?:changes?|differences?|increase\/?\(?decrease\)?)(?: rate| ratio| in (?:amount|percent))?(?: ?\((?:B ?[-–−] ?A|%|％|percent)\)){0,2}(?: ?%)?$/i;

/** Reads the label of a row; footnote marks are gone from it. */
export function readRevision(label: string): Revision | undefined {
  const text = label.trim();
  if (PREVIOUS.test(text)) return 'previous';
  if (REVISED.test(text)) return 'revised';
  return STEP.test(text) ? 'step' : undefined;
}

/** Whether a step is told in percent. */
export const isInPercent = (label: string): boolean => /%|％|percent|\brate\b|\bratio\b/i.test(label);
