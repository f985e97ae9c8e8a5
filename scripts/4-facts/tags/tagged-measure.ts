import { concepts } from '../../../src/concepts/index.ts';
import { findMember, makeMemberId } from '../../../src/concepts/vocabulary.ts';
import { type Basis, formatDimensions } from '../../../src/model/fact.ts';
import { duration, instant, type Period } from '../../../src/model/period.ts';
import type { NumberTag } from '../../1-read/raw-document.ts';

const ids = new Map(concepts.flatMap(({ id, element }) => (element === '' ? [] : [[element, id] as const])));

/** The vocabulary's measure for an element, else the element's own name. */
export const taggedConcept = ({ element }: NumberTag): string => ids.get(element) ?? localName(element);

export const periodOfTag = ({ period: { start, end } }: NumberTag): Period =>
  start === '' ? instant(end) : duration(start, end);

/** Standard axes that have a name of their own here; others get their own in words. */
const AXES: Readonly<Record<string, string>> = {
  StatementBusinessSegmentsAxis: 'segment',
  SegmentsAxis: 'segment',
  ConsolidationItemsAxis: 'segment',
  ProductOrServiceAxis: 'product',
  ProductsAndServicesAxis: 'product',
  StatementGeographicalAxis: 'region',
  GeographicalAreasAxis: 'region',
  StatementEquityComponentsAxis: 'equity',
  ComponentsOfEquityAxis: 'equity',
  LegalEntityAxis: 'entity',
  ConsolidatedAndSeparateFinancialStatementsAxis: 'entity',
  RestatementAxis: 'vintage',
};

/** Members that say no more than the figure says without them. */
const WHOLE =
  /^(?:OperatingSegments|Reportable(?:Segment|Subsegments)?|Consolidated|EntitysTotalFor\w+)Member$/;

const MEMBERS: Readonly<Record<string, string>> = {
  'vintage=ScenarioPreviouslyReportedMember': 'previously-reported',
  'vintage=PreviouslyStatedMember': 'previously-reported',
  'segment=CorporateNonSegmentMember': 'corporate',
  'segment=IntersegmentEliminationMember': 'elimination',
  'entity=SeparateMember': 'standalone',
};

/** Axes of a tag that say whether its number is a target. */
const SCENARIO = /(?:StatementScenario|Scenario)Axis$/;

export const basisOfTag = ({ dimensions }: NumberTag): Basis =>
  Object.entries(dimensions).some(([axis, member]) => SCENARIO.test(axis) && /Forecast/.test(member))
    ? 'target'
    : 'reported';

export function taggedDimensions({ dimensions }: NumberTag): string {
  const pairs: Record<string, string> = {};
  for (const [element, member] of Object.entries(dimensions).sort(([a], [b]) => (a < b ? 1 : -1))) {
    const name = localName(element);
    if (SCENARIO.test(name) || WHOLE.test(localName(member))) continue;
    const axis = AXES[name] ?? makeMemberId(spellName(name.replace(/Axis$/, '')));
    pairs[axis] = memberIn(axis, localName(member));
  }
  return formatDimensions(pairs);
}

function memberIn(axis: string, member: string): string {
  const words = spellName(member.replace(/Member$/, ''));
  return MEMBERS[`${axis}=${member}`] ?? findMember(axis, words)?.id ?? makeMemberId(words);
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `OtherAssetsCurrent` as `Other assets current`. */
export function spellName(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ').split(/[\s_-]+/);
  return words.map((word, i) => (i === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}
