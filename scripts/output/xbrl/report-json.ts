import { formatPlain, parseDecimal, timesDecimal } from '../../../src/model/decimal.ts';
import { ownValue } from '../../../src/model/format.ts';
import { addDays, firstDay, isInstant, lastDay, type Period } from '../../../src/model/period.ts';
import { ISSUER_SCHEME, ISSUERS, OWN, ownNamespace, RESERVED, TAXONOMIES } from './names.ts';
import type { Report, ReportedFact } from './report.ts';

/** `<issuer>.xbrl.json`: xBRL-JSON (OIM 1.0), one fact a line. Values are in the element's own sense. */
export function* formatXbrlJson(report: Report, schema: string): Generator<string> {
  const info = {
    documentType: 'https://xbrl.org/2021/xbrl-json',
    namespaces: usedNamespaces(report),
    taxonomy: [schema],
  };
  yield `{\n"documentInfo": ${JSON.stringify(info, null, 1)},\n"facts": {`;
  for (const [index, one] of report.facts.entries())
    yield `${index ? ',' : ''}\n${JSON.stringify(one.id)}: ${JSON.stringify(factJson(report.issuer, one))}`;
  yield '\n}\n}\n';
}

function usedNamespaces({ issuer, facts }: Report): Record<string, string> {
  const used = new Set(facts.map(({ element }) => element.split(':')[0]));
  const standard = Object.entries(TAXONOMIES).filter(([prefix]) => used.has(prefix));
  return {
    ...RESERVED,
    ...Object.fromEntries(standard.map(([prefix, [namespace]]) => [prefix, namespace])),
    [ISSUERS]: ISSUER_SCHEME,
    [OWN]: ownNamespace(issuer),
  };
}

function factJson(issuer: string, { fact, element, measured, dimensions }: ReportedFact) {
  const { decimals } = fact;
  return {
    value: fact.value === '' ? '0' : shifted(ownValue(fact), measured.shift),
    ...(fact.value !== '' && decimals !== null && { decimals: decimals - measured.shift }),
    dimensions: {
      concept: element,
      entity: `${ISSUERS}:${issuer}`,
      period: formatPeriod(fact.period),
      ...(measured.unit !== '' && { unit: measured.unit }),
      ...dimensions,
    },
  };
}

const shifted = (value: string, places: number): string =>
  formatPlain(timesDecimal(parseDecimal(value), parseDecimal(places === -2 ? '0.01' : '1')));

/** Ends are exclusive: a period that ends with a day ends at the midnight after it. */
function formatPeriod(period: Period): string {
  const end = `${addDays(lastDay(period), 1)}T00:00:00`;
  return isInstant(period) ? end : `${firstDay(period)}T00:00:00/${end}`;
}
