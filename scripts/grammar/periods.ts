import type { Calendar } from '../../src/model/calendar.ts';
import type { Period } from '../../src/model/period.ts';
import { remember } from '../../src/model/remember.ts';
import { PERIOD_WORDINGS, type PeriodForm } from './period-wordings.ts';

/** A wording of time found in a text. Offsets are UTF-16 units. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  readonly form: PeriodForm;
}

const readers = new WeakMap<Calendar, (text: string) => readonly PeriodMention[]>();

/** Every wording of a period or date in a text, in order, none overlapping. */
export function findPeriods(text: string, calendar: Calendar): readonly PeriodMention[] {
  if (!MAY_TELL_TIME.test(text)) return [];
  let reader = readers.get(calendar);
  if (!reader) {
    reader = remember((words) => readPeriods(words, calendar));
    readers.set(calendar, reader);
  }
  return reader(text);
}

/** A year, or the code of a part of one. */
const MAY_TELL_TIME =
  /(?:19|20)\d{2}|(?:FY|HY|fiscal|year|half|quarter|months?)\s*['’]?\d|\d[QHM]|[QH]\d|\d\/\d{1,2}\/\d\d/i;

function readPeriods(text: string, calendar: Calendar): readonly PeriodMention[] {
  const found: PeriodMention[] = [];
  const lower = text.toLowerCase();
  for (const { form, hint, pattern, read } of PERIOD_WORDINGS) {
    if (!hint.test(lower)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      for (const period of read(match.slice(1), calendar) ?? [])
        if (period) found.push({ start, end, period, form });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A bare year that stands as a column's or row's name: `2024`, `2024 (unaudited)`. */
export function readYearName(text: string): number | undefined {
  const match =
    /^\(?((?:19|20)\d{2})[AE]?\)?(?: ?\(?(?:un)?(?:audited|restated|adjusted|actual|revised)\)?| ?\([A-Za-z]+\))?(?: ?\(\d\)|[*†‡¹²³ᵃᵇᶜ]+)?$/i.exec(
      text.trim(),
    );
  return match ? Number(match[1]) : undefined;
}
