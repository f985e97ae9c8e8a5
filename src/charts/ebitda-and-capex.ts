import type { Period } from '../model/period.ts';
import { exactly, over, signOf } from '../model/quantity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { pairedColumns } from './forms/paired-columns.ts';
import { twoLines } from './forms/two-lines.ts';
import { changeOf, type Measured } from './reading/measured.ts';
import { finestTimeline, type TimeSlot } from './reading/periods.ts';
import { moneyReader } from './reading/reader.ts';
import { conceptOf } from './reading/vocabulary.ts';
import {
  cellOf,
  decimal,
  figure,
  inSentence,
  isAllZero,
  listed,
  money,
  type Scale,
  scaleFor,
  times,
  unitOf,
} from './wording.ts';

const EARNED = ['AdjustedEBITDA', 'EBITDA'];
const SPENT = ['CapitalExpendituresIncludingCapitalLeases', 'PaymentsToAcquirePropertyPlantAndEquipment'];
const MOST_PERIODS = 8;
/** From so many periods on, lines tell more than pairs of columns. */
const LINES = 4;

interface Both {
  readonly slot: TimeSlot;
  readonly earned: Measured | undefined;
  readonly spent: Measured | undefined;
}

/** What was earned before depreciation against what was spent on equipment, leases included where they are told. */
export const ebitdaAndCapex: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const known = (id: string): boolean => read(id, period.period) !== undefined;
  const [earnedId, spentId] = [EARNED.find(known), SPENT.find(known)];
  if (!earnedId || !spentId) return undefined;
  const has = (of: Period): boolean => read(earnedId, of) !== undefined && read(spentId, of) !== undefined;
  const slots = finestTimeline(issuer, period, MOST_PERIODS, has);
  const points = slots.map(
    (slot): Both => ({ slot, earned: read(earnedId, slot.period), spent: read(spentId, slot.period) }),
  );
  const amounts = points.flatMap(({ earned, spent }) =>
    [earned, spent].filter((amount) => amount !== undefined),
  );
  const last = points.findLast(({ earned, spent }) => earned && spent);
  if (!last?.earned || !last.spent || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, facts);
  const names = [nameOf(earnedId), nameOf(spentId)] as const;
  const each = slots[0]?.group ? ` a ${slots[0].label.endsWith('Q') ? 'quarter' : 'half-year'}` : '';
  return {
    name: 'ebitda-and-capex',
    question: 'cash',
    isPartial: true,
    size: 'half',
    title: titleOf(points, names, scale),
    unit: `${names[0]} and ${inSentence(names[1])}, ${unitOf(scale)}${each}`,
    summary: `${names[0]} and ${inSentence(names[1])}, ${unitOf(scale)}: ${listed(points.flatMap((point) => (point.earned && point.spent ? [`${point.slot.name} ${figure(point.earned, scale)} and ${figure(point.spent, scale)}`] : [])))}.`,
    table: {
      header: ['', ...names, 'Times covered'],
      rows: points.map((point) => ({
        label: point.slot.name,
        cells: [cellOf(point.earned, scale), cellOf(point.spent, scale), coverCell(point)],
      })),
      scale: scale.power,
      places: scale.places,
    },
    note: amounts.some(({ derived }) => derived)
      ? `${points.length >= LINES ? 'Hollow points' : 'Hatched columns'} are derived.`
      : '',
    sources: amounts.flatMap((amount) => amount.facts),
    plot: (width) =>
      points.length >= LINES
        ? twoLines(
            points.map(({ slot, earned, spent }) => ({
              label: slot.label,
              group: slot.group,
              values: [titled(earned, names[0], slot, scale), titled(spent, names[1], slot, scale)],
            })),
            {
              width,
              names: [names[0], names[1]],
              last: [figure(last.earned as Measured, scale), figure(last.spent as Measured, scale)],
              format: (value) => figure(exactly(value), scale),
            },
          )
        : pairedColumns(
            points.map((point) => ({
              label: point.slot.name,
              before: point.spent && {
                value: point.spent.value,
                text: figure(point.spent, scale),
                derived: point.spent.derived,
                beneath: '',
              },
              now: point.earned && {
                value: point.earned.value,
                text: figure(point.earned, scale),
                derived: point.earned.derived,
                beneath: coverText(point),
              },
            })),
            { width, names: ['Spending', 'EBITDA'], beneath: 'Covered' },
          ),
  };
};

/** A short name: `Adjusted EBITDA`, `Capital spending with leases`. */
/** A point that says its name, period and figure when it is pointed at. */
const titled = (amount: Measured | undefined, name: string, slot: TimeSlot, scale: Scale) =>
  amount && {
    value: amount.value,
    derived: amount.derived,
    title: `${name}, ${slot.name}: ${figure(amount, scale)}`,
  };

const nameOf = (id: string): string =>
  ({ [SPENT[0] as string]: 'Capital spending with leases', [SPENT[1] as string]: 'Capital spending' })[id] ??
  conceptOf(id)?.label ??
  id;

const cover = ({ earned, spent }: Both) =>
  earned && spent && signOf(spent) === 1 ? over(earned, spent) : undefined;

function coverText(point: Both): string {
  const ratio = cover(point);
  return ratio && ratio.value >= 0 ? `${times(ratio)}×` : '–';
}

function coverCell(point: Both) {
  const ratio = cover(point);
  return ratio && ratio.value >= 0
    ? { text: coverText(point), value: decimal(Number(ratio.value.toFixed(2))), unit: 'pure' }
    : '–';
}

/** Which of the two was the larger, and since when. */
function titleOf(points: readonly Both[], [earned, spent]: readonly [string, string], scale: Scale): string {
  const told = points.filter((point) => point.earned && point.spent) as (Both & {
    earned: Measured;
    spent: Measured;
  })[];
  const last = told.at(-1) as (typeof told)[number];
  const gap = changeOf(last.earned, last.spent);
  const ahead = signOf(gap);
  if (signOf(last.earned) === -1) return `${earned} was negative, at minus ${money(last.earned, scale)}`;
  if (ahead === 0) return `${earned} just covered ${inSentence(spent)}`;
  const turn = told.findLastIndex((point) => signOf(changeOf(point.earned, point.spent)) !== ahead);
  const since = turn < 0 ? '' : ` since ${(told[turn + 1] as Both).slot.name}`;
  const isNew = turn === told.length - 2;
  if (told.length >= LINES && isNew)
    return ahead === 1
      ? `${earned} rose above ${inSentence(spent)} in ${last.slot.name}`
      : `${spent} exceeded ${inSentence(earned)} in ${last.slot.name}`;
  if (told.length >= LINES)
    return ahead === 1
      ? `${earned} has stayed above ${inSentence(spent)}${since || ' all along'}`
      : `${spent} has exceeded ${inSentence(earned)}${since || ' all along'}`;
  const size = money(gap, scale);
  return ahead === 1
    ? `${earned} exceeded ${inSentence(spent)} by ${size}`
    : `${spent} exceeded ${inSentence(earned)} by ${size}`;
}
