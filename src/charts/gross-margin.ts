import { type ConceptId, concepts } from '../concepts/index.ts';
import type { Concept } from '../model/concept.ts';
import { lowerFirst } from '../model/format.ts';
import { certainSign, minus } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { dumbbell } from './forms/dumbbell.ts';
import { partLabel, statedParts } from './reading/breakdown.ts';
import { type Earning, type Margin, readMargin } from './reading/margin.ts';
import type { PageFigures } from './reading/page.ts';
import { scaleFor } from './scale.ts';
import { percentCell } from './wording.ts';

const REVENUE: ConceptId = 'Revenues';
const COST: ConceptId = 'CostOfRevenue';
const PROFIT: ConceptId = 'GrossProfit';

/** A service, and its margin a year before and now. */
interface Service extends Earning {
  readonly label: string;
  readonly cost: string;
  readonly before: Margin | undefined;
  readonly now: Margin | undefined;
  readonly strong?: boolean;
}

/** Gross margin of each service, this year and last: for every part of revenue whose cost is told. */
export const grossMargin: Chart = (page) => {
  const known = rankKnown(readServices(page));
  if (known.length < 2) return undefined;
  const isCompared = known.some(({ before }) => before);
  const rows = [...known, ...readTotal(page, isCompared)];
  const amounts = rows.flatMap(({ revenue, cost }) => [revenue, cost]).flatMap((id) => page.read(id) ?? []);
  const scale = scaleFor(amounts, page.facts);
  const names = [page.before ?? 'Year before', page.label] as const;
  const years = isCompared ? `${names[0]} and ${names[1]}` : names[1];
  return composeChart({
    name: 'gross-margin',
    question: 'profit',
    title: isCompared ? changeTitle(known) : singleTitle(known),
    unit: `Gross margin, % of revenue, ${years}`,
    rows,
    scale,
    columns: [
      [names[0], ({ before }) => (before ? percentCell(before) : '')],
      [names[1], ({ now }) => (now ? percentCell(now) : '')],
      [`Revenue, ${names[1]}, ${scale.name}`, ({ revenue }) => scale.cell(page.read(revenue))],
      [`Cost, ${names[1]}, ${scale.name}`, ({ cost }) => scale.cell(page.read(cost))],
    ],
    summary: {
      lead: `Gross margin in percent of revenue, ${years}`,
      each: ({ label, before, now }) =>
        [lowerFirst(label), before?.text, before && 'and', now?.text].filter(Boolean).join(' '),
    },
    note: rows.some(isWorkedOut)
      ? 'Margins that no document prints are worked out from revenue and cost.'
      : '',
    sources: rows.flatMap(({ before, now }) => [...(before?.facts ?? []), ...(now?.facts ?? [])]),
    plot: dumbbell(rows, names),
  });
};

const isWorkedOut = ({ before, now }: Service): boolean =>
  [before, now].some((margin) => margin && !margin.rate);

/** Services known of both years, those that gained most first; if none are, those of this year, the widest first. */
function rankKnown(services: readonly Service[]): Service[] {
  const both = services.filter(({ before, now }) => before && now).sort((a, b) => moved(b) - moved(a));
  if (both.length > 0) return both;
  const now = services.filter((row) => row.now).map((row) => ({ ...row, before: undefined }));
  return now.sort((a, b) => (b.now?.value ?? 0) - (a.now?.value ?? 0));
}

const moved = ({ before, now }: Service): number => (before && now ? now.value - before.value : 0);

/** Parts of revenue of which the vocabulary has a profit: revenue of the part less a part of the cost of revenue. */
function readServices(page: PageFigures): Service[] {
  const periods = [page.earlier, page.now].filter((at) => page.read(REVENUE, at));
  const costs = new Set(statedParts(COST, periods, page.read).map(({ concept }) => concept.id));
  return statedParts(REVENUE, periods, page.read).flatMap(({ concept }): Service[] => {
    const [found] = concepts.flatMap((profit) => {
      const cost = findCost(profit, concept.id, costs);
      return cost === undefined ? [] : [{ profit: profit.id, revenue: concept.id, cost }];
    });
    return found ? [{ ...found, ...readMargins(found, page), label: partLabel(concept) }] : [];
  });
}

/** The cost that a profit is what is left after, where it is that of some revenue. */
const findCost = ({ sums = [] }: Concept, revenue: string, costs: ReadonlySet<string>): string | undefined =>
  sums
    .filter((weights) => weights[revenue] === 1 && Object.keys(weights).length === 2)
    .flatMap((weights) => Object.keys(weights).filter((id) => weights[id] === -1 && costs.has(id)))[0];

/** The margin of the whole, where it is known as far as that of its parts. */
function readTotal(page: PageFigures, isCompared: boolean): Service[] {
  const all = { revenue: REVENUE, cost: COST, profit: PROFIT };
  const { before, now } = readMargins(all, page);
  if (!now || (isCompared && !before)) return [];
  return [{ ...all, label: 'All services', before: isCompared ? before : undefined, now, strong: true }];
}

const readMargins = (of: Earning, page: PageFigures) => ({
  before: readMargin(of, page.earlier, page),
  now: readMargin(of, page.now, page),
});

/** The widest and the narrowest margin, where there is nothing to compare with. */
function singleTitle(rows: readonly Service[]): string {
  const [best, worst] = [rows[0] as Service, rows.at(-1) as Service];
  const widest = `Gross margin was widest in ${lowerFirst(best.label)}, at ${best.now?.text}`;
  return worst.now && certainSign(worst.now) === -1
    ? `${widest}; ${lowerFirst(worst.label)} made a gross loss`
    : widest;
}

/** What moved most; a margin that turned from loss to profit, or back, before all else. */
function changeTitle(rows: readonly Service[]): string {
  const turned = rows.find(
    ({ before, now }) => before && now && certainSign(before) * certainSign(now) === -1,
  );
  const [best, worst] = [rows[0] as Service, rows.at(-1) as Service];
  if (turned) {
    const away = (turned.now as Margin).value > 0;
    const other = away ? worst : best;
    const told = `${turned.label} ${away ? 'left its gross loss behind' : 'slipped into a gross loss'}`;
    if (other === turned || !changed(other)) return told;
    return `${told}; ${lowerFirst(other.label)} ${moved(other) < 0 ? 'slipped' : 'gained'}`;
  }
  if (!changed(best) && !changed(worst)) return 'Gross margins of all services stayed where they were';
  if (moved(worst) >= 0)
    return `Gross margin widened most in ${lowerFirst(best.label)}, to ${best.now?.text}`;
  if (moved(best) <= 0)
    return `Gross margin narrowed most in ${lowerFirst(worst.label)}, to ${worst.now?.text}`;
  return `Gross margin widened in ${lowerFirst(best.label)} and narrowed in ${lowerFirst(worst.label)}`;
}

/** Whether the printed ratios differ. */
const changed = ({ before, now }: Service): boolean =>
  before !== undefined &&
  now !== undefined &&
  certainSign(minus(now, before)) !== 0 &&
  before.text !== now.text;
