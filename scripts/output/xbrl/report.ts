import { conceptById } from '../../../src/concepts/index.ts';
import type { ConceptKind } from '../../../src/model/concept.ts';
import type { IssuerData } from '../../../src/model/corpus.ts';
import { type Fact, parseDimensions } from '../../../src/model/fact.ts';
import { isInstant } from '../../../src/model/period.ts';
import { factById } from '../fact-by-id.ts';
import { measureNames } from '../measure-names.ts';
import { memberNames } from '../member-names.ts';
import { Names, OWN, TAXONOMIES, upperCamel, WITHDRAWN } from './names.ts';
import { type ItemType, type Measured, measuredIn } from './units.ts';

/** An element, axis or member of an issuer's own taxonomy. */
export interface OwnElement {
  readonly name: string;
  readonly label: string;
  readonly kind: 'item' | 'axis' | 'member';
  readonly type?: ItemType;
  readonly periodType?: 'instant' | 'duration';
}

/** A fact with its names in XBRL. */
export interface ReportedFact {
  readonly id: string;
  readonly fact: Fact;
  readonly element: string;
  readonly measured: Measured;
  /** Qualified axes and members. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What is reported of an issuer, and the elements of its own that it needs. */
export interface Report {
  readonly issuer: string;
  readonly facts: readonly ReportedFact[];
  readonly own: readonly OwnElement[];
}

const TYPE_OF: Readonly<Partial<Record<ConceptKind, ItemType>>> = {
  monetary: 'xbrli:monetaryItemType',
  perShare: 'num:perShareItemType',
  shares: 'xbrli:sharesItemType',
  percent: 'xbrli:pureItemType',
};

/**
 * The best statement of every fact that is a level or a ratio: what `series.csv` holds. An open end (`over`, `from`) is
 * no value; of a target it is the lower or upper end of the forecast.
 */
export function makeReport(data: IssuerData): Report {
  const { issuer, settled } = data;
  const known = factById(data);
  const best = settled.flatMap(({ statements, grade }) => {
    const fact = known.get(statements[0] ?? '');
    return fact && grade !== 'unsure' && isLevel(fact) && (rangeEnd(fact) === '' || fact.basis === 'target')
      ? [fact]
      : [];
  });
  const taxonomy = new OwnTaxonomy(best, data);
  const ids = new Names();
  const reported = best.map(
    (fact): ReportedFact => ({
      id: ids.nameOf(fact.id, fact.id),
      fact,
      element: taxonomy.elementOf(fact),
      measured: measuredIn(fact.unit),
      dimensions: taxonomy.dimensionsOf(fact),
    }),
  );
  return { issuer: issuer.slug, facts: reported, own: taxonomy.elements };
}

const isLevel = ({ aspect }: Fact): boolean => aspect === 'amount' || aspect === 'ratio';

/** The member of the axis of forecasts that a target is. */
export const forecastMember = (qualifier: Fact['qualifier']): string => rangeEnd({ qualifier }) || 'Forecast';

/** Which end of an open range a statement is. */
export const rangeEnd = ({ qualifier }: Pick<Fact, 'qualifier'>): '' | 'Lower' | 'Upper' =>
  qualifier === 'over' || qualifier === 'from'
    ? 'Lower'
    : qualifier === 'under' || qualifier === 'to'
      ? 'Upper'
      : '';

const TYPES: readonly ItemType[] = [
  'xbrli:monetaryItemType',
  'num:perShareItemType',
  'xbrli:sharesItemType',
  'xbrli:decimalItemType',
  'xbrli:pureItemType',
];

/** The type that the vocabulary gives a measure, then money before shares, counts and ratios; flows before balances. */
function rankOf({ concept, unit, period }: Fact): number {
  const { type } = measuredIn(unit);
  const kind = conceptById.get(concept)?.kind;
  const isOwn = kind !== undefined && TYPE_OF[kind] === type;
  return (isOwn ? 0 : 2 + 2 * TYPES.indexOf(type)) + (isInstant(period) ? 1 : 0);
}

/** Whether a taxonomy that is named declares the element. */
const isDeclared = (element: string): boolean =>
  (element.split(':')[0] ?? '') in TAXONOMIES && !WITHDRAWN.has(element);

/** Names elements: the standard one where type and period are its own, else one of the issuer's taxonomy. */
class OwnTaxonomy {
  readonly #names = new Names();
  readonly #own = new Map<string, OwnElement>();
  readonly #measures: ReadonlyMap<string, string>;
  readonly #members: ReadonlyMap<string, string>;

  /** A measure told in several types has its plain name in the first of them, whatever the order of the facts. */
  constructor(facts: readonly Fact[], data: IssuerData) {
    this.#measures = measureNames(data);
    this.#members = memberNames(data);
    for (const fact of [...facts].sort((a, b) => rankOf(a) - rankOf(b))) this.elementOf(fact);
  }

  get elements(): readonly OwnElement[] {
    return [...this.#own.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  elementOf(fact: Fact): string {
    const concept = conceptById.get(fact.concept);
    const { type } = measuredIn(fact.unit);
    const periodType = isInstant(fact.period) ? 'instant' : 'duration';
    const isStandard = concept && isDeclared(concept.element) && TYPE_OF[concept.kind] === type;
    if (isStandard && concept.periodType === periodType && fact.aspect === 'amount') return concept.element;
    const label = this.#measures.get(fact.concept) ?? fact.label;
    const key = `${fact.concept}|${type}|${periodType}`;
    return this.#add(key, fact.concept, { label, kind: 'item', type, periodType });
  }

  dimensionsOf(fact: Fact): Record<string, string> {
    const own = Object.entries(parseDimensions(fact.dimensions)).map(([axis, member]) => [
      this.#addAxis(axis),
      this.#addMember(axis, member),
    ]);
    if (fact.basis === 'reported') return Object.fromEntries(own);
    return Object.fromEntries([
      ...own,
      [this.#addAxis('result-forecast'), this.#addMember('result-forecast', forecastMember(fact.qualifier))],
    ]);
  }

  #addAxis(axis: string): string {
    return this.#add(`axis ${axis}`, `${upperCamel(axis)}Axis`, {
      label: axis.replaceAll('-', ' '),
      kind: 'axis',
    });
  }

  /** One of several axes is one member: a segment that is a product too. */
  #addMember(axis: string, member: string): string {
    const label = this.#members.get(`${axis}=${member}`) ?? member;
    const name = `${upperCamel(member)}Member`;
    return this.#add(name, name, { label, kind: 'member' });
  }

  #add(key: string, wish: string, element: Omit<OwnElement, 'name'>): string {
    const name = this.#names.nameOf(key, wish);
    if (!this.#own.has(key)) this.#own.set(key, { name, ...element });
    return `${OWN}:${name}`;
  }
}
