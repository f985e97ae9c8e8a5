import { conceptById } from '../../../src/concepts/index.ts';
import { type Printed, parseDimensions } from '../../../src/model/fact.ts';
import { firstDay, lastDay } from '../../../src/model/period.ts';

/** One figure of a release as read by eye from the original; the columns of the key files, see the README beside them. */
export type KeyRow = Readonly<
  Record<
    | 'origin'
    | 'table'
    | 'label'
    | 'header'
    | 'raw'
    | 'aspect'
    | 'concept'
    | 'part'
    | 'period_start'
    | 'period_end'
    | 'unit'
    | 'value',
    string
  >
>;

/** What became of a figure of the key; the last says in which respects it is wrong. */
export type Outcome = 'right' | 'unsure' | 'missing' | `wrong: ${string}`;

/** Axes of a part that is not the whole. Dividends and splits have axes of their own, of which the keys say nothing. */
const PARTS: ReadonlySet<string> = new Set([
  'segment',
  'product',
  'region',
  'variant',
  'adjustment',
  'equity',
  'entity',
  'vintage',
]);
const MUST_BE_PART = /(?:^|;)(?:segment|product|region|variant|adjustment):/;

/** Compares a figure of the key with the statements of its document that print its digits where it stands. */
export function compareRow(row: KeyRow, facts: readonly Printed[]): Outcome {
  const printed = facts.filter((fact) => isCandidate(fact, row));
  if (printed.length === 0) return 'missing';
  const likeness = printed.map((fact) => likenessOf(fact, row));
  const best = Math.max(...likeness);
  const outcomes = printed.filter((_, i) => (likeness[i] ?? 0) > best - 0.05).map((fact) => judge(fact, row));
  return (
    outcomes.find((one) => one === 'right') ??
    outcomes.find((one) => one === 'unsure') ??
    outcomes[0] ??
    'missing'
  );
}

const digitsOf = (text: string): string => text.replace(/[^\d.]/g, '');
const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

function isCandidate(fact: Printed, { origin, raw, label }: KeyRow): boolean {
  if (digitsOf(fact.raw) !== digitsOf(raw) || (fact.origin === 'prose') !== (origin === 'prose'))
    return false;
  return (
    origin === 'prose' || label === '' || fact.label === '' || shared(words(label), words(fact.label)) > 0
  );
}

/** How alike label, head and title are, as shares of their words. */
function likenessOf(fact: Printed, { label, header, table }: KeyRow): number {
  const share = (a: Set<string>, b: Set<string>) => shared(a, b) / Math.max(1, new Set([...a, ...b]).size);
  const title = words(table);
  const around = words([fact.table, ...fact.section].join(' '));
  return (
    share(words(label), words(fact.label)) +
    0.6 * share(words(header), words(fact.header.join(' '))) +
    0.3 * (shared(title, around) / Math.max(1, title.size))
  );
}

function judge(fact: Printed, row: KeyRow): Outcome {
  if (fact.doubt !== '') return 'unsure';
  const [value, wanted] = [Number(fact.value), Number(row.value)];
  const isSameSize = Math.abs(Math.abs(value) - Math.abs(wanted)) <= 1e-6 * Math.max(1, Math.abs(wanted));
  const isKnown = conceptById.has(fact.concept);
  const isPart = Object.keys(parseDimensions(fact.dimensions)).some((axis) => PARTS.has(axis));
  const isLevel = fact.aspect === 'amount' && row.aspect === 'amount';
  const faults = [
    !isSameSize && 'value',
    isSameSize && value !== wanted && value * fact.polarity !== wanted && 'sign',
    row.period_end !== '' &&
      (firstDay(fact.period) !== row.period_start || lastDay(fact.period) !== row.period_end) &&
      'period',
    unitOf(fact.unit) !== unitOf(row.unit) && 'unit',
    row.concept !== '' && row.part === '' && isPart && 'part of a whole',
    MUST_BE_PART.test(row.part) && !isPart && isKnown && 'whole of a part',
    row.concept !== '' &&
      row.part === '' &&
      isLevel &&
      isKnown &&
      !row.concept.split('|').includes(fact.concept) &&
      'measure',
    fact.aspect !== row.aspect && !(isRatioOrAmount(fact.aspect) && isRatioOrAmount(row.aspect)) && 'aspect',
  ].filter((fault) => fault !== false);
  return faults.length === 0 ? 'right' : `wrong: ${faults.join(', ')}`;
}

const isRatioOrAmount = (aspect: string): boolean => aspect === 'ratio' || aspect === 'amount';

/** `times` and `pure` are ratios; things counted in the singular. */
const unitOf = (unit: string): string =>
  /^(?:pure|times|x)$/.test(unit)
    ? 'ratio'
    : /^[A-Z]{3}|^(?:percent|points)$/.test(unit)
      ? unit
      : unit.toLowerCase().replace(/s$/, '');
