import type { Period } from '../model/period.ts';
import { growthOf, percentOf, signOf } from '../model/quantity.ts';
import { periodBefore, yearBefore } from '../model/year-before.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { footed } from './footing.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { finestParts, type Part, partName, partsOf } from './reading/breakdown.ts';
import { added, changeOf, type Measured } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import {
  cellOf,
  changeCell,
  figure,
  inSentence,
  listed,
  percentCell,
  type Scale,
  scaleFor,
  signedFigure,
  signedPercent,
  sizePercent,
  unitOf,
  wayOf,
} from './wording.ts';

const WHOLE = 'Revenues';
const MOST_ROWS = 9;

interface Step {
  readonly name: string;
  readonly before: Measured | undefined;
  readonly now: Measured | undefined;
  readonly change: Measured;
}

/** Where growth came from: from the year before's revenue to this year's, part by part, the largest change first. */
export const growthByPart: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const earlier = periodBefore(issuer, period.period);
  const [before, now] = [read(WHOLE, earlier), read(WHOLE, period.period)];
  if (!before || !now) return undefined;
  const periods = [earlier, period.period];
  const parts = finestParts(WHOLE, periods, read, MOST_ROWS);
  const main = partsOf(WHOLE, periods, read);
  if (!parts || !main) return undefined;
  const steps = stepsOf(parts, periods, read);
  const change = changeOf(now, before);
  const scale = scaleFor([before, now], facts);
  const from = yearBefore(issuer, period)?.label ?? 'a year before';
  const heads = ['Change', 'In %'];
  const rows: BridgeRow[] = [
    {
      kind: 'total',
      label: `${from}: ${figure(before, scale)}`,
      value: 0,
      cells: ['', ''],
      strong: true,
      derived: before.derived,
    },
    ...steps.map(
      (step): BridgeRow => ({
        kind: 'step',
        label: step.name,
        value: step.change.value,
        cells: [signedFigure(step.change, scale), growthText(step)],
      }),
    ),
    {
      kind: 'total',
      label: `${period.label}: ${figure(now, scale)}`,
      value: change.value,
      cells: [signedFigure(change, scale), growthText({ before, now })],
      strong: true,
      derived: now.derived,
    },
  ];
  return {
    name: 'growth-by-part',
    question: 'revenue',
    size: 'wide',
    title: titleOf(stepsOf(main, periods, read), before, now),
    unit: `Change in revenue from ${from} to ${period.label}, ${unitOf(scale)}; the bars start at the revenue of ${from}`,
    summary: summaryOf(steps, before, now, scale, from, period.label),
    table: footed(
      {
        header: ['', from, period.label, 'Change', 'In %'],
        rows: [...steps, { name: 'Revenue', before, now, change }].map((step, index) => ({
          label: step.name,
          cells: [
            cellOf(step.before, scale),
            cellOf(step.now, scale),
            changeCell(step.change, scale),
            percentCell(growthIn(step), growthText(step)),
          ],
          strong: index === steps.length,
        })),
        scale: scale.power,
        places: scale.places,
      },
      [{ total: steps.length, parts: steps.map((_, row) => [row, 1]), columns: [0, 1, 2] }],
    ),
    note: '',
    sources: [...steps.flatMap((step) => step.change.facts), ...change.facts],
    plot: (width) => bridge(rows, { width, heads, quiet: [1] }),
  };
};

/** The change of each part, what moved most with the whole first; a part that one of the two periods lacks is nil there. */
function stepsOf(
  parts: readonly Part[],
  [earlier = '', later = '']: readonly Period[],
  read: Reader,
): Step[] {
  const steps = parts.map(({ concept, weight }): Step => {
    const [before, now] = [read(concept.id, earlier), read(concept.id, later)];
    const terms = [
      ...(now ? [[now, weight] as const] : []),
      ...(before ? [[before, -weight as 1 | -1] as const] : []),
    ];
    return { name: partName(concept), before, now, change: added(terms) };
  });
  const way = steps.reduce((sum, { change }) => sum + change.value, 0) < 0 ? -1 : 1;
  return steps.sort((a, b) => way * (b.change.value - a.change.value));
}

const growthIn = ({ before, now }: Pick<Step, 'before' | 'now'>) => before && now && growthOf(now, before);

function growthText(step: Pick<Step, 'before' | 'now'>): string {
  const growth = growthIn(step);
  return growth ? signedPercent(growth) : '–';
}

/** Which part moved revenue most, and how much of the change that was; right for rises, falls and standstill. */
function titleOf(steps: readonly Step[], before: Measured, now: Measured): string {
  const change = changeOf(now, before);
  const growth = growthOf(now, before);
  const way = wayOf(change, growth);
  const [lead, against] = [steps[0], steps.at(-1)];
  if (!lead || !against) return 'Revenue by part';
  if (way === 'level') return levelTitle(steps);
  const share = percentOf(lead.change, change);
  const name = inSentence(lead.name);
  const countered = signOf(against.change) === (way === 'up' ? -1 : 1);
  const noun = way === 'up' ? 'growth' : 'decline';
  if (share && share.value > 100.5)
    return `All of the ${noun} came from ${name}, while ${inSentence(against.name)} ${way === 'up' ? 'fell' : 'grew'}`;
  const tail = countered ? `; ${inSentence(against.name)} ${way === 'up' ? 'fell' : 'grew'}` : '';
  return `${share ? sizePercent(share, 0) : 'Most'} of the ${noun} came from ${name}${tail}`;
}

function levelTitle(steps: readonly Step[]): string {
  const sorted = [...steps].sort((a, b) => b.change.value - a.change.value);
  const [gained, lost] = [sorted[0] as Step, sorted.at(-1) as Step];
  if (signOf(gained.change) !== 1 || signOf(lost.change) !== -1) return 'Revenue held level in every part';
  return `Revenue held level: what ${inSentence(gained.name)} gained, ${inSentence(lost.name)} lost`;
}

function summaryOf(
  steps: readonly Step[],
  before: Measured,
  now: Measured,
  scale: Scale,
  from: string,
  to: string,
): string {
  const told = steps.map(({ name, change }) => `${inSentence(name)} ${signedFigure(change, scale)}`);
  return `Bridge from revenue of ${figure(before, scale)} in ${from} to ${figure(now, scale)} in ${to}, in ${unitOf(scale)}: ${listed(told)}.`;
}
