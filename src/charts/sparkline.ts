import type { PlotOptions } from '@observablehq/plot';
import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { lastDay } from '../model/period.ts';
import type { Settled } from '../model/settled.ts';
import { extentFromZero, frame, linear, upright } from './grammar/frame.ts';
import { level, strokes, type Tile, tiles } from './grammar/marks.ts';
import { barFill, QUIET } from './grammar/type.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { type TimeSlot, timeline } from './reading/periods.ts';
import { findAmount } from './reading/reader.ts';
import { draw } from './render.ts';
import { scaleFor } from './scale.ts';
import { serialise } from './serialise.ts';
import { listed } from './wording.ts';

const SIZE = { width: 260, height: 44 };
const MOST = 8;
const LEAST = 3;
/** Share of a column's room that it fills. */
const FILL = 0.78;

/**
 * Small columns under a key figure: the last quarters up to the end of the period, or periods of its own length where
 * there are no quarters. Undefined where there are too few to see a course.
 */
export function sparkline(
  facts: Settled,
  concept: string,
  period: PeriodRecord,
  issuer: IssuerRecord,
): string | undefined {
  const read = ({ period: of }: TimeSlot) =>
    findAmount(facts, { concept, period: of, unit: issuer.reportingCurrency });
  const slots = findSlots(period, issuer, (slot) => read(slot) !== undefined);
  const amounts = slots.map(read);
  if (amounts.length === 0) return undefined;
  const latest = slots.at(-1)?.group;
  return serialise(
    draw(
      columns(
        amounts,
        formatTitles(slots, amounts),
        (index) => slots[index]?.group === latest || index === amounts.length - 1,
      ),
    ),
    {
      prefix: `spark-${concept}`,
      attributes: { class: 'spark', role: 'img', 'aria-label': describeColumns(slots, amounts) },
    },
  );
}

function findSlots(
  period: PeriodRecord,
  issuer: IssuerRecord,
  isKnown: (slot: TimeSlot) => boolean,
): readonly TimeSlot[] {
  for (const months of new Set([3, period.months])) {
    const slots = timeline(issuer, months, period.period, MOST);
    const isUpToDate = lastDay(slots.at(-1)?.period ?? '') === lastDay(period.period);
    if (isUpToDate && slots.filter(isKnown).length >= LEAST) return slots;
  }
  return [];
}

function columns(
  amounts: readonly (MeasuredAmount | undefined)[],
  titles: readonly string[],
  isStrong: (index: number) => boolean,
): PlotOptions {
  const { width, height } = SIZE;
  const scale = linear(extentFromZero(amounts.map((amount) => amount?.value ?? 0)), [height - 1, 1]);
  const pitch = width / MOST;
  const bars = amounts.flatMap((amount, index): Tile[] => {
    if (!amount) return [];
    const left = index * pitch;
    const fill = barFill(isStrong(index) ? 'now' : 'before', amount.derived);
    return [
      { left, right: left + pitch * FILL, ...upright(scale, 0, amount.value), fill, title: titles[index] },
    ];
  });
  const right = pitch * (amounts.length - 1 + FILL);
  return frame(width, height, [tiles(bars), strokes([level(scale(0), 0, right)], QUIET)], []);
}

/** Period and figure of each column, for who points at it. */
function formatTitles(
  slots: readonly TimeSlot[],
  amounts: readonly (MeasuredAmount | undefined)[],
): string[] {
  const scale = scaleFor(amounts.flatMap((amount) => amount ?? []));
  return amounts.map((amount, index) =>
    amount ? `${slots[index]?.name ?? ''}: ${scale.figure(amount)}` : '',
  );
}

function describeColumns(
  slots: readonly TimeSlot[],
  amounts: readonly (MeasuredAmount | undefined)[],
): string {
  const scale = scaleFor(amounts.flatMap((amount) => amount ?? []));
  const told = amounts.flatMap((amount, index) =>
    amount ? [`${slots[index]?.name ?? ''} ${scale.figure(amount)}`] : [],
  );
  return `${scale.name}: ${listed(told)}.`;
}
