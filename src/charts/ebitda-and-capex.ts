import { lowerFirst } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { certainSign, exactly, over } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { pairedColumns } from './forms/paired-columns.ts';
import { twoLines } from './forms/two-lines.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { finestTimeline, formatLength, type TimeSlot } from './reading/periods.ts';
import { moneyReader } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { decimal, formatTimes, isAllZero } from './wording.ts';

const EARNED = ['AdjustedEBITDA', 'EBITDA'];
const SPENT = ['CapitalExpendituresIncludingCapitalLeases', 'PaymentsToAcquirePropertyPlantAndEquipment'];
const MOST_PERIODS = 8;
/** From so many periods on, lines tell more than pairs of columns. */
const LINES = 4;

interface Both {
  readonly slot: TimeSlot;
  readonly label: string;
  readonly earned: MeasuredAmount | undefined;
  readonly spent: MeasuredAmount | undefined;
}

type Complete = Both & { readonly earned: MeasuredAmount; readonly spent: MeasuredAmount };

/** What was earned before depreciation against what was spent on equipment, leases included where they are told. */
export const ebitdaAndCapex: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const isKnown = (id: string): boolean => read(id, period.period) !== undefined;
  const [earnedId, spentId] = [EARNED.find(isKnown), SPENT.find(isKnown)];
  if (!earnedId || !spentId) return undefined;
  const has = (of: Period): boolean => read(earnedId, of) !== undefined && read(spentId, of) !== undefined;
  const slots = finestTimeline(issuer, period, MOST_PERIODS, has);
  const rows = slots.map(
    (slot): Both => ({
      slot,
      label: slot.name,
      earned: read(earnedId, slot.period),
      spent: read(spentId, slot.period),
    }),
  );
  const amounts = rows.flatMap(({ earned, spent }) =>
    [earned, spent].filter((amount) => amount !== undefined),
  );
  const last = rows.findLast(hasBoth);
  if (!last || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, facts);
  const names = [shortName(earnedId), shortName(spentId)] as const;
  const what = `${names[0]} and ${lowerFirst(names[1])}, ${scale.name}`;
  return composeChart({
    name: 'ebitda-and-capex',
    question: 'cash',
    isPartial: true,
    size: 'half',
    title: coverTitle(rows.filter(hasBoth), names, scale),
    unit: `${what}${formatLength(slots)}`,
    rows,
    scale,
    columns: [
      [names[0], ({ earned }) => scale.cell(earned)],
      [names[1], ({ spent }) => scale.cell(spent)],
      ['Times covered', coverCell],
    ],
    summary: {
      lead: what,
      each: ({ label, earned, spent }) =>
        earned && spent ? `${label} ${scale.figure(earned)} and ${scale.figure(spent)}` : '',
    },
    hatched: amounts.some(({ derived }) => derived)
      ? `${rows.length >= LINES ? 'Hollow points' : 'Hatched columns'} are derived.`
      : '',
    plot: (width) =>
      rows.length >= LINES ? drawLines(rows, names, last, scale, width) : drawPairs(rows, scale, width),
  });
};

const hasBoth = (row: Both): row is Complete => row.earned !== undefined && row.spent !== undefined;

const drawLines = (
  rows: readonly Both[],
  names: readonly [string, string],
  last: Complete,
  scale: AmountScale,
  width: number,
) =>
  twoLines(
    rows.map(({ slot, earned, spent }) => ({
      label: slot.label,
      group: slot.group,
      values: [drawPoint(earned, names[0], slot, scale), drawPoint(spent, names[1], slot, scale)],
    })),
    {
      width,
      names,
      last: [scale.figure(last.earned), scale.figure(last.spent)],
      format: (value) => scale.figure(exactly(value)),
    },
  );

const drawPairs = (rows: readonly Both[], scale: AmountScale, width: number) =>
  pairedColumns(
    rows.map((row) => ({
      label: row.label,
      before: drawColumn(row.spent, '', scale),
      now: drawColumn(row.earned, coverText(row), scale),
    })),
    { width, names: ['Spending', 'EBITDA'], beneath: 'Covered' },
  );

const drawColumn = (amount: MeasuredAmount | undefined, beneath: string, scale: AmountScale) =>
  amount && { value: amount.value, text: scale.figure(amount), derived: amount.derived, beneath };

/** A point that says its name, period and figure when it is pointed at. */
const drawPoint = (amount: MeasuredAmount | undefined, name: string, slot: TimeSlot, scale: AmountScale) =>
  amount && {
    value: amount.value,
    derived: amount.derived,
    title: `${name}, ${slot.name}: ${scale.figure(amount)}`,
  };

/** `Adjusted EBITDA`, `Capital spending with leases`. */
const shortName = (id: string): string =>
  ({ [SPENT[0] as string]: 'Capital spending with leases', [SPENT[1] as string]: 'Capital spending' })[id] ??
  findConceptById(id)?.label ??
  id;

const findCover = ({ earned, spent }: Both) =>
  earned && spent && certainSign(spent) === 1 ? over(earned, spent) : undefined;

function coverText(point: Both): string {
  const ratio = findCover(point);
  return ratio && ratio.value >= 0 ? `${formatTimes(ratio)}×` : '–';
}

function coverCell(point: Both) {
  const ratio = findCover(point);
  return ratio && ratio.value >= 0
    ? { text: coverText(point), value: decimal(Number(ratio.value.toFixed(2))), unit: 'pure' }
    : '–';
}

/** Which of the two was the larger, and since when. */
function coverTitle(
  told: readonly Complete[],
  [earned, spent]: readonly [string, string],
  scale: AmountScale,
): string {
  const last = told.at(-1) as Complete;
  const gap = changeFrom(last.earned, last.spent);
  const ahead = certainSign(gap);
  if (certainSign(last.earned) === -1) return `${earned} was negative, at minus ${scale.money(last.earned)}`;
  if (ahead === 0) return `${earned} just covered ${lowerFirst(spent)}`;
  const turn = told.findLastIndex((point) => certainSign(changeFrom(point.earned, point.spent)) !== ahead);
  const since = turn < 0 ? '' : ` since ${(told[turn + 1] as Both).slot.name}`;
  const isNew = turn === told.length - 2;
  if (told.length >= LINES && isNew)
    return ahead === 1
      ? `${earned} rose above ${lowerFirst(spent)} in ${last.slot.name}`
      : `${spent} exceeded ${lowerFirst(earned)} in ${last.slot.name}`;
  if (told.length >= LINES)
    return ahead === 1
      ? `${earned} has stayed above ${lowerFirst(spent)}${since || ' all along'}`
      : `${spent} has exceeded ${lowerFirst(earned)}${since || ' all along'}`;
  const size = scale.money(gap);
  return ahead === 1
    ? `${earned} exceeded ${lowerFirst(spent)} by ${size}`
    : `${spent} exceeded ${lowerFirst(earned)} by ${size}`;
}
