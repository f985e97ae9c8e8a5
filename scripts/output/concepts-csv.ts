import { conceptById } from '../../src/concepts/index.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { OwnMeasure } from '../../src/model/issuer-settings.ts';
import { type CsvColumn, formatCsv } from './csv.ts';
import { formatRecords, type JoinedFile, readRecords } from './joined-file.ts';
import { measureNames } from './measure-names.ts';

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
  ['minimum', ({ known }) => (known?.nonNegative ? 0 : null)],
  ['cash_effect', ({ known }) => known?.effect ?? null],
];

/** `concepts.csv`: every measure that the figures have, with its standard element and how it is computed. */
export const CONCEPTS_CSV: JoinedFile = {
  name: 'concepts.csv',
  makeShare: (data) => formatRecords(measureNames(data)),
  join(shares) {
    const labels = firstLabels(
      shares.flatMap((share) => [...readRecords<[id: string, label: string]>(share)]),
    );
    const owns = shares.flatMap(({ issuer }) => issuer.measures ?? []);
    const used = [...labels].sort(byFirst).map(([id, label]) => {
      const own = owns.find((measure) => measure.id === id);
      return { id, label, known: conceptById.get(id), own };
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

const byFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;
