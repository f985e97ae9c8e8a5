import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { parseDimensions } from '../model/fact.ts';
import { lowerFirst } from '../model/format.ts';
import { growthRate, halfWidth, meets, percentage, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import { conceptLabel, dimensionLabel } from '../view/names.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { grossMargin } from './gross-margin.ts';
import { added, type MeasuredAmount, measured } from './reading/measured.ts';
import { moneyReader } from './reading/reader.ts';
import { findTableParts } from './reading/table-sums.ts';
import { revenueByPart } from './revenue-by-part.ts';
import { revenueMix } from './revenue-mix.ts';
import { scaleFor } from './scale.ts';
import { formatPercent, percentCell, signedPercent } from './wording.ts';

/** What a whole is parted by: the first whose members add up. */
const AXES = ['segment', 'product', 'region'];
const MOST_PARTS = 10;
/** What the digits of the parts may leave open of the whole: with more, almost any parts would come to it. */
const LOOSEST = 0.002;

interface Part {
  readonly label: string;
  readonly amount: MeasuredAmount;
  /** A year before. */
  readonly before: MeasuredAmount | undefined;
}

/** The parts of revenue that come to it, where the vocabulary does not part it: segments, products, regions, or lines of its table. */
export const revenueByMember: Chart = (facts, period, issuer) =>
  revenueByPart(facts, period, issuer) || revenueMix(facts, period, issuer)
    ? undefined
    : drawParts('Revenues', 'revenue', facts, period, issuer);

/** Operating income by segment, where margins do not tell of the parts. */
export const resultByMember: Chart = (facts, period, issuer) =>
  grossMargin(facts, period, issuer)
    ? undefined
    : drawParts('OperatingIncomeLoss', 'profit', facts, period, issuer);

function drawParts(
  concept: string,
  question: ChartSpec['question'],
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
): ChartSpec | undefined {
  const whole = moneyReader(facts, issuer.reportingCurrency)(concept, period.period);
  const found = whole && findParts(concept, whole, facts, period, issuer);
  if (!found) return undefined;
  const { by, parts } = found;
  const rows = parts
    .filter(({ amount }) => amount.value !== 0)
    .map((part) => ({ ...part, growth: part.before && growthRate(part.amount, part.before) }))
    .sort((a, b) => b.amount.value - a.amount.value);
  const [largest] = rows;
  if (!largest || rows.length < 2 || largest.amount.value <= 0) return undefined;
  const scale = scaleFor([whole], facts);
  const name = conceptLabel(concept, concept);
  const share = percentage(largest.amount, whole);
  const hasGrowth = rows.some(({ growth }) => growth);
  return composeChart({
    name: `${question === 'profit' ? 'operating-income' : 'revenue'}-by-${by}`,
    question,
    size: 'half',
    title: titleOfParts(name, largest, share, scale.money(largest.amount), rows),
    unit: `${name} by ${by}, ${period.label}, ${scale.name}${hasGrowth ? ', with the change on the year' : ''}`,
    rows: [...rows, { label: name, amount: whole, growth: undefined, before: undefined, strong: true }],
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['Change, %', ({ growth }) => (growth ? percentCell(growth, signedPercent(growth)) : '')],
    ],
    sums: [sumBelow(0, rows.length, [0])],
    summary: {
      lead: `${name} of ${scale.figure(whole)}, ${scale.name}, by ${by}`,
      each: (row) => ('strong' in row ? '' : `${row.label} ${scale.figure(row.amount)}`),
      hasCommas: true,
    },
    plot: (width) =>
      rateRows(
        rows.map((row) => ({
          label: row.label,
          rate: row.amount.value,
          text: scale.figure(row.amount),
          cells: hasGrowth ? [row.growth ? signedPercent(row.growth) : ''] : [],
          strong: row === largest,
          derived: row.amount.derived,
        })),
        { width, heads: hasGrowth ? ['Change'] : [], narrowHead: hasGrowth ? 'Change' : '' },
      ),
  });
}

/** The finding of the largest part; a share says something only where no part takes away. */
function titleOfParts(
  name: string,
  { label }: Part,
  share: Quantity | undefined,
  amount: string,
  rows: readonly Part[],
): string {
  const isShared = share !== undefined && rows.every(({ amount }) => amount.value > 0);
  return isShared
    ? `${label} made up ${formatPercent(share, 0)} of ${lowerFirst(name)}`
    : `${label} contributed most to ${lowerFirst(name)}, ${amount}`;
}

/** Members of the first axis that come to the whole, or the lines that its table adds up to it. */
function findParts(
  concept: string,
  whole: MeasuredAmount,
  facts: Settled,
  { period }: PeriodRecord,
  issuer: IssuerRecord,
): { readonly by: string; readonly parts: readonly Part[] } | undefined {
  const unit = issuer.reportingCurrency;
  const earlier = periodBefore(issuer, period);
  for (const axis of AXES) {
    const members = facts
      .ofConcept(concept, period)
      .filter(
        (fact) =>
          fact.aspect === 'amount' &&
          fact.basis === 'reported' &&
          fact.unit === unit &&
          fact.qualifier === 'exact' &&
          Object.keys(parseDimensions(fact.dimensions)).join() === axis,
      );
    const parts = members.map((fact) => {
      const before = facts.find({ concept, period: earlier, unit, dimensions: fact.dimensions });
      return {
        label: dimensionLabel(fact.dimensions, facts.saidOf(concept)),
        amount: measured(fact),
        before: before && measured(before),
      };
    });
    if (isWhole(parts, whole)) return { by: axis, parts };
  }
  const rows = concept === 'Revenues' ? findTableParts(facts, concept, [period, earlier], unit) : [];
  const lines = rows.map(({ label, amounts: [amount, before] }) => ({
    label,
    amount: amount as MeasuredAmount,
    before,
  }));
  return isWhole(lines, whole) ? { by: 'line', parts: lines } : undefined;
}

/** Whether parts come to the whole, and are known so well that this says something. */
function isWhole(parts: readonly Part[], whole: MeasuredAmount): boolean {
  if (parts.length < 2 || parts.length > MOST_PARTS) return false;
  const sum = added(parts.map(({ amount }) => [amount, 1]));
  return meets(sum, whole) && halfWidth(sum) <= LOOSEST * Math.abs(whole.value);
}
