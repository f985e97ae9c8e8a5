import type { ConceptId } from '../concepts/index.ts';
import { lowerFirst } from '../model/format.ts';
import { certainSign, percentage } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { findParts, finestParts, type Parts, partLabel } from './reading/breakdown.ts';
import { type Addend, added, changeFrom, growthFrom, type MeasuredAmount } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { scaleFor } from './scale.ts';
import { compare, growthText, percentCell, signedPercent, sizePercent } from './wording.ts';

const WHOLE: ConceptId = 'Revenues';
const MOST_ROWS = 9;

interface Step {
  readonly label: string;
  readonly before: MeasuredAmount | undefined;
  readonly now: MeasuredAmount | undefined;
  readonly change: MeasuredAmount;
  /** Of the whole. */
  readonly strong?: boolean;
}

/** Where growth came from: from the year before's revenue to this year's, part by part, the largest change first. */
export const growthByPart: Chart = (page) => {
  const { facts, label, read } = page;
  const [before, now] = [read(WHOLE, page.earlier), read(WHOLE)];
  if (!before || !now) return undefined;
  const periods = [page.earlier, page.now];
  const parts = finestParts(WHOLE, periods, read, MOST_ROWS);
  const main = findParts(WHOLE, periods, read);
  if (!parts || !main) return undefined;
  const steps = rankSteps(parts, page);
  const whole: Step = { label: 'Revenue', before, now, change: changeFrom(now, before), strong: true };
  const scale = scaleFor([before, now], facts);
  const from = page.before ?? 'a year before';
  const writeCells = (step: Step): string[] => [scale.signed(step.change), growthText(growthIn(step))];
  const bars = steps.map((step): BridgeRow => {
    return { label: step.label, value: step.change.value, cells: writeCells(step) };
  });
  return composeChart({
    name: 'growth-by-part',
    question: 'revenue',
    size: 'wide',
    title: growthTitle(rankSteps(main, page), before, now),
    unit: `Change in revenue from ${from} to ${label}, ${scale.name}; the bars start at the revenue of ${from}`,
    rows: [...steps, whole],
    scale,
    columns: [
      [from, (step) => scale.cell(step.before)],
      [label, (step) => scale.cell(step.now)],
      ['Change', ({ change }) => scale.change(change)],
      ['In %', (step) => percentCell(growthIn(step), signedPercent)],
    ],
    sums: { columns: [0, 1, 2] },
    summary: {
      lead: `Bridge from revenue of ${scale.figure(before)} in ${from} to ${scale.figure(now)} in ${label}, in ${scale.name}`,
      each: ({ label: part, change, strong }) =>
        strong ? '' : `${lowerFirst(part)} ${scale.signed(change)}`,
    },
    plot: bridge(
      [
        { ...endRow(`${from}: ${scale.figure(before)}`, before), value: 0, cells: ['', ''] },
        ...bars,
        {
          ...endRow(`${label}: ${scale.figure(now)}`, now),
          value: whole.change.value,
          cells: writeCells(whole),
        },
      ],
      { heads: ['Change', 'In %'], styles: [undefined, 'quiet'] },
    ),
  });
};

/** A total of the bridge, which starts at the revenue of the year before. */
const endRow = (label: string, { derived }: MeasuredAmount) => ({ label, strong: true, derived });

/** The change of each part, what moved most with the whole first; a part that one of the two periods lacks is nil there. */
function rankSteps(parts: Parts, page: PageFigures): Step[] {
  const steps = parts.map(({ concept, weight }): Step => {
    const [before, now] = [page.read(concept.id, page.earlier), page.read(concept.id)];
    const terms: Addend[] = [];
    if (now) terms.push([now, weight]);
    if (before) terms.push([before, weight === 1 ? -1 : 1]);
    return { label: partLabel(concept), before, now, change: added(terms) };
  });
  const way = steps.reduce((sum, { change }) => sum + change.value, 0) < 0 ? -1 : 1;
  return steps.sort((a, b) => way * (b.change.value - a.change.value));
}

const growthIn = ({ before, now }: Step) => before && now && growthFrom(now, before);

/** Which part moved revenue most, and how much of the change that was; right for rises, falls and standstill. */
function growthTitle(steps: readonly Step[], before: MeasuredAmount, now: MeasuredAmount): string {
  const change = changeFrom(now, before);
  const { way } = compare(now, before);
  const [lead, against] = [steps[0], steps.at(-1)];
  if (!lead || !against) return 'Revenue by part';
  if (way === 'level') return levelTitle(steps);
  const share = percentage(lead.change, change);
  const name = lowerFirst(lead.label);
  const [noun, countered] = way === 'up' ? ['growth', 'fell'] : ['decline', 'grew'];
  const other = `${lowerFirst(against.label)} ${countered}`;
  if (share && share.value > 100.5) return `All of the ${noun} came from ${name}, while ${other}`;
  const tail = certainSign(against.change) === (way === 'up' ? -1 : 1) ? `; ${other}` : '';
  return `${share ? sizePercent(share, 0) : 'Most'} of the ${noun} came from ${name}${tail}`;
}

function levelTitle(steps: readonly Step[]): string {
  const sorted = steps.toSorted((a, b) => b.change.value - a.change.value);
  const [gained, lost] = [sorted[0] as Step, sorted.at(-1) as Step];
  if (certainSign(gained.change) !== 1 || certainSign(lost.change) !== -1)
    return 'Revenue held level in every part';
  return `Revenue held level: what ${lowerFirst(gained.label)} gained, ${lowerFirst(lost.label)} lost`;
}
