import { printedMember } from '../../src/concepts/dimension-label.ts';
import { conceptById, memberByKey } from '../../src/concepts/index.ts';
import type { PeriodRecord } from '../../src/model/document.ts';
import { type Fact, parseDimensions } from '../../src/model/fact.ts';
import { formatDate, upperFirst } from '../../src/model/format.ts';
import { isInstant, monthsIn, type Period, weeksIn } from '../../src/model/period.ts';
import type { Settled } from '../../src/model/settled.ts';

/** Ends of labels that tell whose the amount is; a sentence about the company need not. */
const OWNER = / attributable to the company$/;
/** What stands behind a comma in a label is a remark: `Capital expenditures, including capital leases`. */
const REMARK = /, (?:including|net|current|noncurrent|trade|basic|diluted).*$/;
/** Labels that begin like a common noun, so that they are written small within a sentence; `ATM operation` is not. */
const COMMON = /^[A-Z][a-z]/;
/** Names of one thing that there is only one of, which take an article. */
const SINGLE = /\b(?:business|division|segment|unit|company)$|^order backlog\b/;

/** The name of a measure within a sentence: `operating income`, `SG&A and R&D expenses`. */
export const measureName = (concept: string): string =>
  small((conceptById.get(concept)?.label ?? concept).replace(OWNER, '').replace(REMARK, ''));

/** The name of a part of revenue or cost beside its siblings, what kind of amount it is left out where enough of a name
 * remains: `systems integration`, but `product revenue`. */
export function partName(part: Fact, facts: Settled): string {
  return withArticle(part.dimensions ? memberName(part, facts) : lineName(part.concept));
}

/** The same of a concept: a line of business. */
export const lineName = (concept: string): string =>
  measureName(concept)
    .replace(/(?<=\S \S+) revenues?$/, '')
    .replace(/^(?:costs?|gross margin(?: ratio)?) of (?=\S)/, '');

/** The name of the member of an axis that a fact is told of: the vocabulary's, else as it is printed beside a fact of it. */
export function memberName(fact: Fact, facts: Settled): string {
  const [axis = '', id = ''] = Object.entries(parseDimensions(fact.dimensions))[0] ?? [];
  const known = memberByKey.get(`${axis}=${id}`)?.label;
  return known === undefined
    ? (printedMember(fact.dimensions, [fact, ...facts.listAllStatements(fact.concept)]) ??
        upperFirst(id.replaceAll('-', ' ')))
    : small(known);
}

export const withArticle = (name: string): string => (SINGLE.test(name) ? `the ${name}` : name);

/** As the first words of a sentence or heading. */
export const capital = (name: string): string => upperFirst(name);

const small = (label: string): string =>
  COMMON.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** `year`, `half-year`, `quarter`, `nine months`, `36 weeks`: what a period is, to follow `the`. */
export function spanName(given: Period | PeriodRecord): string {
  const period = typeof given === 'string' ? given : given.period;
  const [months, weeks] = [monthsIn(period), weeksIn(period)];
  if (weeks !== undefined && (months === 9 || (months === 6 && weeks !== 26 && weeks !== 27)))
    return `${weeks} weeks`;
  return { 3: 'quarter', 6: 'half-year', 9: 'nine months', 12: 'year' }[months] ?? 'period';
}

/** `31 March 2013`, of an instant; the name of the record of a duration as it stands in a sentence. */
export const dayName = (period: Period): string => formatDate(isInstant(period) ? period : period.slice(-10));
