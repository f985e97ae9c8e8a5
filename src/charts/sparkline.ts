import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { monthsIn } from '../model/period.ts';
import type { Settled } from '../model/settled.ts';
import { drawSmall } from './forms/small-multiples.ts';
import { frame } from './grammar/frame.ts';
import { findAmount } from './reading/page.ts';
import { isLatest, LENGTHS, recentTimeline } from './reading/periods.ts';
import { draw } from './render.ts';
import { scaleFor } from './scale.ts';
import { serialise } from './serialise.ts';
import { countWord, listed } from './wording.ts';

const SIZE = { width: 260, height: 44 };
const [LEAST, MOST] = [3, 8];

export interface Sparkline {
  readonly svg: string;
  /** `eight quarters`: the periods that it shows. */
  readonly periods: string;
}

/**
 * Small columns under a key figure: the last quarters up to the end of the period, or periods of its own length where
 * there are no quarters. Undefined where there are too few to see a course.
 */
export function sparkline(
  facts: Settled,
  concept: string,
  period: PeriodRecord,
  issuer: IssuerRecord,
): Sparkline | undefined {
  const readAt = (of: string) => findAmount(facts, { concept, period: of, unit: issuer.reportingCurrency });
  const drawn = { issuer, record: period };
  const slots = recentTimeline(drawn, { most: MOST, least: LEAST }, (of) => readAt(of) !== undefined);
  const amounts = slots.map((slot) => readAt(slot.period));
  const known = amounts.flatMap((amount) => amount ?? []);
  const scale = scaleFor(known, facts);
  const { amounts: shown } = scale.series(concept, amounts, (amount) => amount);
  const words = slots.flatMap(({ name }, index) => (shown[index] ? [`${name} ${shown[index].text}`] : []));
  if (words.length === 0) return undefined;
  const right = (SIZE.width * slots.length) / MOST;
  const columns = slots.map((slot) => ({ name: slot.name, strong: isLatest(slot, slots.at(-1)) }));
  const marks = drawSmall(shown, columns, { left: 0, right, top: 1, bottom: SIZE.height - 1 });
  const svg = serialise(draw(frame(SIZE.width, SIZE.height, { marks, labels: [] })), {
    prefix: `spark-${concept}`,
    attributes: { class: 'spark', role: 'img', 'aria-label': `${scale.name}: ${listed(words)}.` },
  });
  const length = LENGTHS[monthsIn(slots[0]?.period ?? '')] ?? 'periods';
  return { svg, periods: `${countWord(slots.length)} ${length}` };
}
