import * as Plot from '@observablehq/plot';
import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { monthsIn } from '../model/period.ts';
import type { Settled } from '../model/settled.ts';
import { extentFromZero } from './grammar/places.ts';
import { barFill, QUIET } from './grammar/type.ts';
import { findAmount } from './reading/page.ts';
import { LENGTHS, recentTimeline } from './reading/periods.ts';
import { draw } from './render.ts';
import { scaleFor } from './scale.ts';
import { serialise } from './serialise.ts';
import { countWord, listed } from './wording.ts';

const SIZE = { width: 260, height: 44 };
const [LEAST, MOST] = [3, 8];
/** Share of a column's room that it fills. */
const FILL = 0.78;

/** A column, where its period is known: `index` counts the periods. */
interface Column {
  readonly index: number;
  readonly value: number;
  readonly fill: string;
  /** Period and figure, for who points at it. */
  readonly title: string;
  /** The same in a sentence. */
  readonly words: string;
}

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
  const scale = scaleFor(amounts.flatMap((amount) => amount ?? []));
  const columns = slots.flatMap(({ name, group }, index): Column[] => {
    const amount = amounts[index];
    if (!amount) return [];
    const isLatest = group === slots.at(-1)?.group || index === slots.length - 1;
    const figure = scale.figure(amount);
    const fill = barFill(isLatest ? 'now' : 'before', amount.derived);
    return [{ index, value: amount.value, fill, title: `${name}: ${figure}`, words: `${name} ${figure}` }];
  });
  if (columns.length === 0) return undefined;
  const label = `${scale.name}: ${listed(columns.map(({ words }) => words))}.`;
  const svg = serialise(draw(drawColumns(columns, slots.length)), {
    prefix: `spark-${concept}`,
    attributes: { class: 'spark', role: 'img', 'aria-label': label },
  });
  const length = LENGTHS[monthsIn(slots[0]?.period ?? '')] ?? 'periods';
  return { svg, periods: `${countWord(slots.length)} ${length}` };
}

const drawColumns = (columns: readonly Column[], count: number): Plot.PlotOptions => ({
  ...SIZE,
  margin: 0,
  x: { domain: [0, MOST], range: [0, SIZE.width], axis: null },
  y: { domain: extentFromZero(columns.map(({ value }) => value)), range: [SIZE.height - 1, 1], axis: null },
  marks: [
    Plot.rect(columns, {
      x1: 'index',
      x2: ({ index }: Column) => index + FILL,
      y1: 0,
      y2: 'value',
      fill: 'fill',
      title: 'title',
    }),
    Plot.ruleY([0], { x1: 0, x2: count - 1 + FILL, stroke: QUIET }),
  ],
});
