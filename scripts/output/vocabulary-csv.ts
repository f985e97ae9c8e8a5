import { conceptById, members } from '../../src/concepts/index.ts';
import type { Concept } from '../../src/model/concept.ts';
import { type Fact, parseDimensions } from '../../src/model/fact.ts';
import type { OwnMeasure } from '../../src/model/issuer-settings.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import type { ReportedPeriod } from '../../src/model/reported-period.ts';
import { type CsvColumn, formatCsv } from './csv.ts';
import { formatRecords, type JoinedFile, joinedTable, readRecords } from './joined-file.ts';

/** A measure that some figure has: of the vocabulary, or named after the words of its row. */
interface UsedConcept {
  readonly id: string;
  readonly label: string;
  readonly known: Concept | undefined;
  /** As a person named it who published it. */
  readonly own: OwnMeasure | undefined;
}

const CONCEPTS: readonly CsvColumn<UsedConcept>[] = [
  ['id', ({ id }) => id],
  ['label', ({ label }) => label],
  ['definition', ({ known, own }) => known?.definition ?? own?.definition ?? ''],
  ['element', ({ known }) => known?.element ?? ''],
  ['statement', ({ known }) => known?.statement ?? ''],
  ['kind', ({ known }) => known?.kind ?? ''],
  ['period_type', ({ known }) => known?.periodType ?? ''],
  ['formula', ({ known }) => formatFormula(known)],
];

/** `concepts.csv`: every measure that the figures have, with its standard element and how it is computed. */
export const CONCEPTS_CSV: JoinedFile = {
  name: 'concepts.csv',
  makeShare: ({ facts }) => formatRecords(firstLabels(facts.map(({ concept, label }) => [concept, label]))),
  join(shares) {
    const labels = firstLabels(
      shares.flatMap((share) => [...readRecords<[id: string, label: string]>(share)]),
    );
    const owns = shares.flatMap(({ issuer }) => issuer.measures ?? []);
    const used = [...labels].sort(byFirst).map(([id, label]) => {
      const known = conceptById.get(id);
      const own = owns.find((measure) => measure.id === id);
      return { id, label: known?.label ?? own?.label ?? label, known, own };
    });
    return formatCsv(CONCEPTS, used);
  },
};

function firstLabels(pairs: readonly (readonly [id: string, label: string])[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [id, label] of pairs) if (!labels.has(id)) labels.set(id, label);
  return labels;
}

/** `Revenues - CostOfRevenue`, `GrossProfit / Revenues`; the first alternative where there are several. */
function formatFormula(concept: Concept | undefined): string {
  const [sum] = concept?.sums ?? [];
  if (sum)
    return Object.entries(sum)
      .map(([id, weight], i) => `${weight === -1 ? (i === 0 ? '-' : '- ') : i === 0 ? '' : '+ '}${id}`)
      .join(' ');
  if (concept?.ratio) return `${concept.ratio.of} / ${concept.ratio.to}`;
  return concept?.product ? concept.product.join(' * ') : '';
}

const PERIODS: readonly CsvColumn<ReportedPeriod & { readonly issuer: string }>[] = [
  ['issuer', ({ issuer }) => issuer],
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['fiscal_year', ({ fiscalYear }) => fiscalYear],
  ['fiscal_part', ({ fiscalPart }) => fiscalPart],
  ['start', ({ period }) => firstDay(period)],
  ['end', ({ period }) => lastDay(period)],
];

/** `periods.csv`: every period of every issuer's figures. */
export const PERIODS_CSV = joinedTable('periods.csv', PERIODS, ({ issuer, periods }) =>
  periods.map((period) => ({ ...period, issuer: issuer.slug })),
);

const MEMBERS: readonly CsvColumn<{ readonly axis: string; readonly id: string; readonly label: string }>[] =
  [
    ['axis', ({ axis }) => axis],
    ['id', ({ id }) => id],
    ['label', ({ label }) => label],
  ];

/** `members.csv`: every member of every axis that the figures have. */
export const MEMBERS_CSV: JoinedFile = {
  name: 'members.csv',
  makeShare: ({ facts }) => formatRecords(new Set(facts.flatMap(dimensionPairs))),
  join(shares) {
    const pairs = new Set(shares.flatMap((share) => [...readRecords<string>(share)]));
    const known = new Map(members.map(({ axis, id, label }) => [`${axis}=${id}`, label]));
    return formatCsv(
      MEMBERS,
      [...pairs].sort().map((pair) => {
        const [axis = '', id = ''] = pair.split('=');
        return { axis, id, label: known.get(pair) ?? id.replaceAll('-', ' ') };
      }),
    );
  },
};

const dimensionPairs = ({ dimensions }: Fact): string[] =>
  Object.entries(parseDimensions(dimensions)).map(([axis, member]) => `${axis}=${member}`);

const byFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;
