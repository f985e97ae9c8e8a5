import { lowerFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { certainSign, growthRate, percentage } from '../model/quantity.ts';
import { findYearBefore, periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { findParts, finestParts, partLabel, type WeightedPart } from './reading/breakdown.ts';
import { added, changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { scaleFor } from './scale.ts';
import { percentCell, signedPercent, sizePercent, whichWay } from './wording.ts';

const WHOLE = 'Revenues';
const MOST_ROWS = 9;

interface Step {
  readonly label: string;
  readonly before: MeasuredAmount | undefined;
  readonly now: MeasuredAmount | undefined;
  readonly change: MeasuredAmount;
  /** Of the whole. */
  readonly strong: boolean;
}

/** Where growth came from: from the year before's revenue to this year's, part by part, the largest change first. */
export const growthByPart: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const earlier = periodBefore(issuer, period.period);
  const [before, now] = [read(WHOLE, earlier), read(WHOLE, period.period)];
  if (!before || !now) return undefined;
  const periods = [earlier, period.period];
  const parts = finestParts(WHOLE, periods, read, MOST_ROWS);
  const main = findParts(WHOLE, periods, read);
  if (!parts || !main) return undefined;
  const steps = rankSteps(parts, periods, read);
  const whole: Step = { label: 'Revenue', before, now, change: changeFrom(now, before), strong: true };
  const scale = scaleFor([before, now], facts);
  const from = findYearBefore(issuer, period)?.label ?? 'a year before';
  return composeChart({
    name: 'growth-by-part',
    question: 'revenue',
    size: 'wide',
    title: growthTitle(rankSteps(main, periods, read), before, now),
    unit: `Change in revenue from ${from} to ${period.label}, ${scale.name}; the bars start at the revenue of ${from}`,
    rows: [...steps, whole],
    scale,
    columns: [
      [from, (step) => scale.cell(step.before)],
      [period.label, (step) => scale.cell(step.now)],
      ['Change', ({ change }) => scale.change(change)],
      ['In %', (step) => percentCell(growthIn(step), growthText(step))],
    ],
    sums: [sumBelow(0, steps.length, [0, 1, 2])],
    summary: {
      lead: `Bridge from revenue of ${scale.figure(before)} in ${from} to ${scale.figure(now)} in ${period.label}, in ${scale.name}`,
      each: ({ label, change, strong }) => (strong ? '' : `${lowerFirst(label)} ${scale.signed(change)}`),
    },
    plot: (width) =>
      bridge(
        [
          endRow(`${from}: ${scale.figure(before)}`, before, 0, ['', '']),
          ...steps.map((step): BridgeRow => {
            const cells = [scale.signed(step.change), growthText(step)];
            return { kind: 'step', label: step.label, value: step.change.value, cells };
          }),
          endRow(`${period.label}: ${scale.figure(now)}`, now, whole.change.value, [
            scale.signed(whole.change),
            growthText(whole),
          ]),
        ],
        { width, heads: ['Change', 'In %'], quiet: [1] },
      ),
  });
};

/** A total of the bridge, which starts at the revenue of the year before. */
const endRow = (
  label: string,
  { derived }: MeasuredAmount,
  value: number,
  cells: readonly string[],
): BridgeRow => ({
  kind: 'total',
  label,
  value,
  cells,
  strong: true,
  derived,
});

/** The change of each part, what moved most with the whole first; a part that one of the two periods lacks is nil there. */
function rankSteps(
  parts: readonly WeightedPart[],
  [earlier = '', later = '']: readonly Period[],
  read: Reader,
): Step[] {
  const steps = parts.map(({ concept, weight }): Step => {
    const [before, now] = [read(concept.id, earlier), read(concept.id, later)];
    const terms = [
      ...(now ? [[now, weight] as const] : []),
      ...(before ? [[before, -weight as 1 | -1] as const] : []),
    ];
    return { label: partLabel(concept), before, now, change: added(terms), strong: false };
  });
  const way = steps.reduce((sum, { change }) => sum + change.value, 0) < 0 ? -1 : 1;
  return steps.sort((a, b) => way * (b.change.value - a.change.value));
}

const growthIn = ({ before, now }: Pick<Step, 'before' | 'now'>) => before && now && growthRate(now, before);

function growthText(step: Pick<Step, 'before' | 'now'>): string {
  const growth = growthIn(step);
  return growth ? signedPercent(growth) : '–';
}

/** Which part moved revenue most, and how much of the change that was; right for rises, falls and standstill. */
function growthTitle(steps: readonly Step[], before: MeasuredAmount, now: MeasuredAmount): string {
  const change = changeFrom(now, before);
  const growth = growthRate(now, before);
  const way = whichWay(change, growth);
  const [lead, against] = [steps[0], steps.at(-1)];
  if (!lead || !against) return 'Revenue by part';
  if (way === 'level') return levelTitle(steps);
  const share = percentage(lead.change, change);
  const name = lowerFirst(lead.label);
  const countered = certainSign(against.change) === (way === 'up' ? -1 : 1);
  const noun = way === 'up' ? 'growth' : 'decline';
  if (share && share.value > 100.5)
    return `All of the ${noun} came from ${name}, while ${lowerFirst(against.label)} ${way === 'up' ? 'fell' : 'grew'}`;
  const tail = countered ? `; ${lowerFirst(against.label)} ${way === 'up' ? 'fell' : 'grew'}` : '';
  return `${share ? sizePercent(share, 0) : 'Most'} of the ${noun} came from ${name}${tail}`;
}

function levelTitle(steps: readonly Step[]): string {
  const sorted = [...steps].sort((a, b) => b.change.value - a.change.value);
  const [gained, lost] = [sorted[0] as Step, sorted.at(-1) as Step];
  if (certainSign(gained.change) !== 1 || certainSign(lost.change) !== -1)
    return 'Revenue held level in every part';
  return `Revenue held level: what ${lowerFirst(gained.label)} gained, ${lowerFirst(lost.label)} lost`;
}
