import type { Issuer } from '../data/index.ts';
import type { Printed } from '../model/fact.ts';
import { formatCounted, formatUnit, printedScale, upperFirst } from '../model/format.ts';
import { collectVintages, type Vintage } from '../model/vintages.ts';
import { releaseName } from './checks-lists.ts';
import { byPeriod, describeStatement, type IsShown } from './checks-measure.ts';
import { shortPeriodName } from './periods.ts';

/** A figure that several releases state: as first reported, and what became of it. */
export interface RevisedFigure {
  readonly period: string;
  readonly says: string;
  readonly unit: string;
  readonly first: StatedIn;
  /** What it was restated to, or revised to if it is a target, each with its release; empty where all releases agree. */
  readonly restated: readonly StatedIn[];
  /** `2 later releases` that state the number that stood before them. */
  readonly confirmed: string;
}

export interface StatedIn {
  readonly fact: Printed;
  readonly release: string;
}

/** The figures of a measure that several releases state, the latest period first. */
export function revisedFigures(issuer: Issuer, concept: string, isShown: IsShown): RevisedFigure[] {
  return issuer.facts
    .ofConcept(concept)
    .filter(isShown)
    .toSorted(byPeriod)
    .flatMap((fact) => {
      const [first, ...later] = collectVintages(
        issuer.facts.listStatements(fact),
        issuer.record.reportingCurrency,
      );
      const isTold = later.some(({ status }) => status !== 'translated');
      return first && isTold ? [revisedFigure(issuer, first, later)] : [];
    });
}

function revisedFigure(issuer: Issuer, first: Vintage, later: readonly Vintage[]): RevisedFigure {
  const { fact } = first;
  const statedIn = (vintage: Vintage): StatedIn => ({
    fact: vintage.fact,
    release: releaseName(issuer.documents.find(({ id }) => id === vintage.fact.document)),
  });
  const confirmed = later.filter(({ status }) => status === 'confirmed').length;
  return {
    period: upperFirst(shortPeriodName(issuer.record, fact.period)),
    says: describeStatement(issuer, fact),
    unit: formatUnit(fact.unit, printedScale(fact)) || fact.unit,
    first: statedIn(first),
    restated: later.filter(({ status }) => status === 'restated' || status === 'revised').map(statedIn),
    confirmed: confirmed > 0 ? formatCounted(confirmed, 'later release') : '',
  };
}
