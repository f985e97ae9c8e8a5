import { conceptById, concepts } from '../concepts/index.ts';
import { type Issuer, site } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import { type Fact, isPrinted } from '../model/fact.ts';
import { inHouseStyle } from '../model/house-style.ts';
import { lastDay } from '../model/period.ts';
import { conceptLabel, measureLabel } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** A measure, with those of its figures that are not printed but worked out. */
export interface MeasureView {
  readonly concept: string;
  readonly label: string;
  readonly definition: string;
  readonly element: string;
  /** What it is a line of; empty where the vocabulary does not know it. */
  readonly statement: string;
  /** How many statements of it are printed, and in how many releases. */
  readonly stated: number;
  readonly releases: number;
  readonly derived: readonly DerivedFactView[];
}

export interface DerivedFactView {
  readonly fact: Fact;
  readonly period: string;
  /** How it follows from them, and between what it lies: `1H12 less 2Q12`. */
  readonly words: string;
  /** The facts it was worked out from; those printed nowhere are explained in their turn. */
  readonly inputs: readonly { readonly fact: Fact; readonly words: string }[];
}

const STATEMENTS: Readonly<Record<StatementKind, string>> = {
  income: 'Income statement',
  comprehensiveIncome: 'Statement of comprehensive income',
  balanceSheet: 'Balance sheet',
  cashFlow: 'Cash flow statement',
  equity: 'Statement of equity',
  segments: 'Segments',
  perShare: 'Figures per share',
  operating: 'Operating figures',
  ratios: 'Ratios',
  dividends: 'Dividends',
  ownership: 'Ownership',
};

/** Measures that one statement tells. */
export interface MeasureGroup {
  readonly title: string;
  readonly measures: readonly { readonly concept: string; readonly label: string }[];
}

/** What the issuer's documents alone know. */
const OTHERS = 'Other measures';

/** Every measure that is not left out by its statement, in the vocabulary's order; those that it does not know come last, by name. */
export function measureGroups({ facts }: Issuer): MeasureGroup[] {
  const { withoutMeasures } = site().settings;
  const labels = new Map(
    facts.statements
      .filter(({ concept }) => !withoutMeasures.includes(concept))
      .map((fact) => [fact.concept, measureLabel(fact)]),
  );
  const known = concepts.filter(({ id }) => labels.has(id));
  const groups = Map.groupBy(known, ({ statement }) => statement);
  const others = [...labels]
    .filter(([concept]) => !conceptById.has(concept))
    .map(([concept, label]) => ({ concept, label: label || concept }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [
    ...Object.entries(STATEMENTS).map(([statement, title]) => ({
      title,
      measures: (groups.get(statement as StatementKind) ?? []).map(({ id, label }) => ({
        concept: id,
        label,
      })),
    })),
    { title: OTHERS, measures: others },
  ].filter(({ measures }) => measures.length > 0);
}

/** Concepts as the statements and the vocabulary order them. */
export const inStatementOrder = (ids: readonly string[]): string[] => {
  const order = Object.keys(STATEMENTS).flatMap((statement) =>
    concepts.filter((concept) => concept.statement === statement).map(({ id }) => id),
  );
  return ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
};

/** The measures of an issuer, in order of their ids. */
export const makeMeasures = (issuer: Issuer): MeasureView[] =>
  listMeasures(issuer).map((concept) => makeMeasure(issuer, concept));

/** The concepts of its measures. */
export const listMeasures = ({ facts }: Issuer): string[] =>
  [...new Set(facts.statements.map(({ concept }) => concept))].sort();

export function makeMeasure(issuer: Issuer, concept: string): MeasureView {
  const facts = issuer.facts.listAllStatements(concept);
  const own = issuer.record.measures?.find(({ id }) => id === concept);
  const { definition = own?.definition ?? '', element = '', statement } = conceptById.get(concept) ?? {};
  const printed = facts.filter(isPrinted);
  return {
    concept,
    label: own ? conceptLabel(concept, own.label) : facts[0] ? measureLabel(facts[0]) : concept,
    definition: inHouseStyle(definition),
    element,
    statement: statement ? STATEMENTS[statement] : '',
    stated: printed.length,
    releases: new Set(printed.map(({ document }) => document)).size,
    derived: facts
      .filter((fact) => fact.origin === 'derived')
      .sort(byEnd)
      .map((fact) => ({
        fact,
        words: issuer.verification.derived[fact.id]?.words ?? '',
        period: shortPeriodName(issuer.record, fact.period),
        inputs: fact.inputs.flatMap((id) => findInput(issuer, id)),
      })),
  };
}

function findInput(issuer: Issuer, id: string): DerivedFactView['inputs'] {
  const fact = issuer.facts.byId(id);
  if (!fact) return [];
  const words = [measureLabel(fact), shortPeriodName(issuer.record, fact.period)];
  return [{ fact, words: words.filter(Boolean).join(', ') }];
}

const byEnd = (a: Fact, b: Fact): number => {
  const [first, second] = [lastDay(a.period) + a.id, lastDay(b.period) + b.id];
  return first < second ? -1 : 1;
};
