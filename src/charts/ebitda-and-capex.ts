import type { ConceptId } from '../concepts/index.ts';
import { lowerFirst } from '../model/format.ts';
import { certainSign, exactly, over } from '../model/quantity.ts';
import { conceptLabel } from '../view/names.ts';
import type { Chart, ChartCell } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/columns.ts';
import { twoLines } from './forms/two-lines.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { finestTimeline, formatLength, type TimeSlot } from './reading/periods.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { formatTimes, isAllZero, ratioCell } from './wording.ts';

const EARNED: readonly ConceptId[] = ['AdjustedEBITDA', 'EBITDA'];
/** What was spent, and what it is called in short. */
const SPENT: Readonly<Record<string, string>> = {
  CapitalExpendituresIncludingCapitalLeases: 'Capital spending with leases',
  PaymentsToAcquirePropertyPlantAndEquipment: 'Capital spending',
};
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
export const ebitdaAndCapex: Chart = (page) => {
  const { facts, read } = page;
  const [earnedId, spentId] = [EARNED, Object.keys(SPENT)].map((ids) => ids.find((id) => read(id)));
  if (!earnedId || !spentId) return undefined;
  const readBoth = (of: string) => ({ earned: read(earnedId, of), spent: read(spentId, of) });
  const slots = finestTimeline(page, MOST_PERIODS, (of) => Object.values(readBoth(of)).every(Boolean));
  const rows = slots.map((slot): Both => ({ slot, label: slot.name, ...readBoth(slot.period) }));
  const amounts = rows
    .flatMap(({ earned, spent }) => [earned, spent])
    .filter((amount) => amount !== undefined);
  const complete = rows.filter((row): row is Complete => row.earned !== undefined && row.spent !== undefined);
  const last = complete.at(-1);
  if (!last || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, facts);
  const names = [conceptLabel(earnedId), SPENT[spentId] ?? ''] as const;
  const what = `${names[0]} and ${lowerFirst(names[1])}, ${scale.name}`;
  const asLines = rows.length >= LINES;
  return composeChart({
    name: 'ebitda-and-capex',
    question: 'cash',
    isPartial: true,
    title: coverTitle(complete, last, names, scale),
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
      ? `${asLines ? 'Hollow points' : 'Hatched columns'} are derived.`
      : '',
    plot: asLines ? drawLines(rows, names, scale) : drawPairs(rows, scale),
  });
};

const drawLines = (rows: readonly Both[], [earned, spent]: readonly [string, string], scale: AmountScale) => {
  const upper = scale.series(earned, rows, (row) => row.earned);
  const lower = scale.series(spent, rows, (row) => row.spent);
  const slots = rows.map(({ slot }) => slot);
  return twoLines(slots, [upper, lower], (level) => scale.figure(exactly(level)));
};

const drawPairs = (rows: readonly Both[], scale: AmountScale) =>
  columnPanels([
    {
      beneath: 'Covered',
      items: rows.flatMap((row) => [
        { label: 'Spending', group: row.label, amount: row.spent && scale.shown(row.spent), strong: false },
        {
          label: 'EBITDA',
          group: row.label,
          amount: row.earned && scale.shown(row.earned),
          strong: true,
          beneath: coverText(row),
        },
      ]),
    },
  ]);

function findCover({ earned, spent }: Both) {
  const ratio = earned && spent && certainSign(spent) === 1 ? over(earned, spent) : undefined;
  return ratio && ratio.value >= 0 ? ratio : undefined;
}

const coverText = (row: Both): string => {
  const ratio = findCover(row);
  return ratio ? `${formatTimes(ratio)}×` : '–';
};

const coverCell = (row: Both): ChartCell => {
  const ratio = findCover(row);
  return ratio ? ratioCell(ratio, coverText(row), 'pure') : '–';
};

/** Which of the two was the larger, and since when. */
function coverTitle(
  told: readonly Complete[],
  last: Complete,
  [earned, spent]: readonly [string, string],
  scale: AmountScale,
): string {
  const gap = changeFrom(last.earned, last.spent);
  const ahead = certainSign(gap);
  if (certainSign(last.earned) === -1) return `${earned} was negative, at minus ${scale.money(last.earned)}`;
  if (ahead === 0) return `${earned} just covered ${lowerFirst(spent)}`;
  const [first, second] = ahead === 1 ? [earned, lowerFirst(spent)] : [spent, lowerFirst(earned)];
  if (told.length < LINES) return `${first} exceeded ${second} by ${scale.money(gap)}`;
  const turn = told.findLastIndex((row) => certainSign(changeFrom(row.earned, row.spent)) !== ahead);
  if (turn === told.length - 2)
    return `${first} ${ahead === 1 ? 'rose above' : 'exceeded'} ${second} in ${last.slot.name}`;
  const since = turn < 0 ? 'all along' : `since ${told[turn + 1]?.slot.name}`;
  return `${first} ${ahead === 1 ? 'has stayed above' : 'has exceeded'} ${second} ${since}`;
}
