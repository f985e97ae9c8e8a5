import type { ConceptId } from '../concepts/index.ts';
import { type Fact, isInTable, parseDimensions } from '../model/fact.ts';
import { lowerFirst } from '../model/format.ts';
import { halfWidth, meets, percentage } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { conceptLabel, dimensionLabel } from '../view/names.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { rateRows } from './forms/rate-rows.ts';
import { bySize, comesFrom, finestParts, partLabel } from './reading/breakdown.ts';
import { growthFrom, type MeasuredAmount, measured, total } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { findTableParts } from './reading/table-sums.ts';
import { scaleFor } from './scale.ts';
import { formatPercent, percentCell, signedPercent } from './wording.ts';

const REVENUE: ConceptId = 'Revenues';
const OPERATING: ConceptId = 'OperatingIncomeLoss';
/** Parts that the vocabulary knows. */
const MOST_KNOWN = 5;
/** What a whole is parted by else: the first whose members add up. */
const AXES = ['segment', 'product', 'region'];
const MOST_MEMBERS = 10;
/** What the digits of the parts may leave open of the whole: with more, almost any parts would come to it. */
const LOOSEST = 0.002;

/** What revenue was made of, where no other period of the length is known to compare it with. */
export const revenueMix: Chart = ({ facts, now, label, read }) => {
  const whole = read(REVENUE);
  const parts = finestParts(REVENUE, [now], read, MOST_KNOWN);
  if (!whole || !parts) return undefined;
  const rows = bySize(parts, [now], read).flatMap(({ concept }) => {
    const amount = read(concept.id);
    const share = amount && percentage(amount, whole);
    return amount && share ? [{ label: partLabel(concept), amount, share }] : [];
  });
  const [largest] = rows;
  if (rows.length < 2 || !largest) return undefined;
  const scale = scaleFor([whole], facts);
  return composeChart({
    name: 'revenue-mix',
    question: 'revenue',
    title: `${formatPercent(largest.share, 0)} of revenue ${comesFrom(largest.label)}`,
    unit: `Parts of revenue, ${label}: share in %, and ${scale.name}`,
    rows: [...rows, { label: 'Revenue', amount: whole, share: undefined, strong: true }],
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['Share', ({ share }) => (share ? percentCell(share) : '')],
    ],
    sums: { columns: [0] },
    summary: {
      lead: `Revenue of ${scale.figure(whole)}, ${scale.name}, by part`,
      each: (row) =>
        row.share ? `${lowerFirst(row.label)} ${scale.figure(row.amount)}, ${formatPercent(row.share)}` : '',
    },
    plot: rateRows(
      rows.map((row) => ({
        label: row.label,
        value: row.share.value,
        text: formatPercent(row.share),
        cells: [scale.figure(row.amount)],
        strong: row === largest,
        derived: row.amount.derived,
      })),
      { heads: [scale.name] },
    ),
  });
};

interface Part {
  readonly label: string;
  readonly amount: MeasuredAmount;
  /** A year before. */
  readonly before: MeasuredAmount | undefined;
}

/** The parts of revenue that come to it, where the vocabulary does not part it: segments, products, regions, or lines of its table. */
export const revenueByMember: Chart = (page) => drawMembers(REVENUE, 'revenue', page);

/** Operating income by segment, where margins do not tell of the parts. */
export const resultByMember: Chart = (page) => drawMembers(OPERATING, 'profit', page);

function drawMembers(
  concept: string,
  question: ChartSpec['question'],
  page: PageFigures,
): ChartSpec | undefined {
  const whole = page.read(concept);
  const found = whole && findMembers(concept, whole, page);
  if (!found) return undefined;
  const { by, parts } = found;
  const rows = parts
    .filter(({ amount }) => amount.value !== 0)
    .map((part) => ({ ...part, growth: part.before && growthFrom(part.amount, part.before) }))
    .sort((a, b) => b.amount.value - a.amount.value);
  const [largest] = rows;
  if (!largest || rows.length < 2 || largest.amount.value <= 0) return undefined;
  const scale = scaleFor([whole], page.facts);
  const name = conceptLabel(concept);
  const hasGrowth = rows.some(({ growth }) => growth);
  const share = percentage(largest.amount, whole);
  /** A share says something only where no part takes away. */
  const told =
    share && rows.every(({ amount }) => amount.value > 0)
      ? `made up ${formatPercent(share, 0)} of ${lowerFirst(name)}`
      : `contributed most to ${lowerFirst(name)}, ${scale.money(largest.amount)}`;
  return composeChart({
    name: `${question === 'profit' ? 'operating-income' : 'revenue'}-by-${by}`,
    question,
    title: `${largest.label} ${told}`,
    unit: `${name} by ${by}, ${page.label}, ${scale.name}${hasGrowth ? ', with the change on the year' : ''}`,
    rows: [...rows, { label: name, amount: whole, growth: undefined, strong: true }],
    scale,
    columns: [
      [scale.name, ({ amount }) => scale.cell(amount)],
      ['Change, %', ({ growth }) => (growth ? percentCell(growth, signedPercent) : '')],
    ],
    sums: { columns: [0] },
    summary: {
      lead: `${name} of ${scale.figure(whole)}, ${scale.name}, by ${by}`,
      each: (row) => ('strong' in row ? '' : `${row.label} ${scale.figure(row.amount)}`),
    },
    plot: rateRows(
      rows.map((row) => ({
        label: row.label,
        ...scale.shown(row.amount),
        cells: hasGrowth ? [row.growth ? signedPercent(row.growth) : ''] : [],
        strong: row === largest,
      })),
      { heads: hasGrowth ? ['Change'] : [] },
    ),
  });
}

/** Members of the first axis that come to the whole, all of them or those of one table, or the lines that its table adds up to it. */
function findMembers(
  concept: string,
  whole: MeasuredAmount,
  page: PageFigures,
): { readonly by: string; readonly parts: readonly Part[] } | undefined {
  const {
    facts,
    now,
    earlier,
    issuer: { reportingCurrency: unit },
  } = page;
  for (const name of [concept, ...otherNames(concept, whole, page)]) {
    for (const axis of AXES) {
      const parts = membersOf(name, axis, page).find((some) => isWhole(some, whole));
      if (parts) return { by: axis, parts };
    }
  }
  const rows = concept === REVENUE ? findTableParts(facts, concept, [now, earlier], unit) : [];
  const lines = rows.map(({ label, amounts: [amount, before] }): Part => {
    return { label, amount: amount as MeasuredAmount, before };
  });
  return isWhole(lines, whole) ? { by: 'line', parts: lines } : undefined;
}

/** What else an amount is filed as: `Revenue from contract with customer` of an issuer that has no other. */
const otherNames = (
  concept: string,
  { fact: whole }: MeasuredAmount,
  { facts, now }: PageFigures,
): readonly string[] =>
  whole === undefined
    ? []
    : facts
        .ofPeriod(now)
        .filter(
          (fact) =>
            fact.concept !== concept &&
            fact.dimensions === '' &&
            fact.aspect === 'amount' &&
            fact.unit === whole.unit &&
            fact.value === whole.value,
        )
        .map((fact) => fact.concept);

/** The members of an axis: all of them, then those of one table. */
function membersOf(
  concept: string,
  axis: string,
  { facts, now, earlier, issuer: { reportingCurrency: unit } }: PageFigures,
): readonly Part[][] {
  const members = facts
    .ofConcept(concept, now)
    .filter(
      (fact) =>
        fact.aspect === 'amount' &&
        fact.basis === 'reported' &&
        fact.unit === unit &&
        fact.qualifier === 'exact' &&
        Object.keys(parseDimensions(fact.dimensions)).join() === axis,
    );
  const partOf = (fact: Fact): Part => {
    const before = facts.find({ concept, period: earlier, unit, dimensions: fact.dimensions });
    const label = dimensionLabel(fact.dimensions, facts.listAllStatements(concept));
    return { label, amount: measured(fact, facts), before: before && measured(before, facts) };
  };
  return [members, ...byTable(members, facts)].map((some) => some.map(partOf));
}

/** A whole that is parted in several ways, each in a table of its own: most parts first. */
function byTable(members: readonly Fact[], facts: Settled): Fact[][] {
  const tables = new Map<string, Fact[]>();
  for (const member of members) {
    const printed = facts.listStatements(member).filter(isInTable);
    for (const table of new Set(printed.map((fact) => `${fact.document}|${fact.table}`)))
      tables.set(table, [...(tables.get(table) ?? []), member]);
  }
  return [...tables.values()].sort((a, b) => b.length - a.length);
}

/** Whether parts come to the whole, and are known so well that this says something. */
function isWhole(parts: readonly Part[], whole: MeasuredAmount): boolean {
  if (parts.length < 2 || parts.length > MOST_MEMBERS) return false;
  const sum = total(parts.map(({ amount }) => amount));
  return meets(sum, whole) && halfWidth(sum) <= LOOSEST * Math.abs(whole.value);
}
