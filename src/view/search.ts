import { type Issuer, site } from '../data/index.ts';
import { type Fact, factKey, isPrinted } from '../model/fact.ts';
import { formatFact, unitBehind } from '../model/format.ts';
import {
  fileOfMeasure,
  inspectedIn,
  linkToDocument,
  linkToFact,
  linkToMeasure,
  linkToPeriod,
} from '../model/links.ts';
import { rememberLast } from '../model/remember.ts';
import {
  LEADING_DIGITS,
  type SearchedName,
  type SearchedNumber,
  type SearchedNumbers,
  significantDigits,
} from '../model/searched.ts';
import { releaseName } from './checks-lists.ts';
import { figureName } from './checks-stories.ts';
import { makeMeasures } from './measures.ts';

/** Every measure, period and release of an issuer, by all names that it has. */
export function searchedNames(issuer: Issuer): SearchedName[] {
  const { slug, periods } = issuer.record;
  const { withoutMeasures } = site().settings;
  const printed = Map.groupBy(issuer.facts.statements, ({ concept }) => concept);
  return [
    ...makeMeasures(issuer)
      .filter(({ concept }) => !withoutMeasures.includes(concept))
      .map(({ concept, label }): SearchedName => {
        const labels = new Set((printed.get(concept) ?? []).map((fact) => fact.label).filter(Boolean));
        labels.delete(label);
        return {
          kind: 'measure',
          title: label,
          names: [...labels, concept].join('; '),
          href: linkToMeasure(slug, concept),
          file: fileOfMeasure(slug, concept),
        };
      }),
    ...periods.map(
      ({ slug: period, label, name }): SearchedName => ({
        kind: 'period',
        title: label,
        names: `${name}; ${period}`,
        href: linkToPeriod(slug, period),
      }),
    ),
    ...issuer.documents.map(
      (document): SearchedName => ({
        kind: 'release',
        title: releaseName(document),
        names: `${document.title}; ${document.id}`,
        href: linkToDocument(slug, document.id),
      }),
    ),
  ];
}

/** Every fact of an issuer, by the digits with which the figure that states it best begins. */
export const searchedNumbers = rememberLast((issuer: Issuer): ReadonlyMap<string, SearchedNumbers> => {
  const files = new Map<string, Map<string, SearchedNumber[]>>();
  const seen = new Set<string>();
  for (const fact of issuer.facts.statements) {
    const [best = fact] = issuer.facts.listStatements(fact);
    for (const one of [best, fact]) {
      const digits = significantDigits(one.value.replace(/(\.\d*?)0+$/, '$1'));
      const key = `${factKey(one)} ${digits}`;
      if (digits === '' || seen.has(key)) continue;
      seen.add(key);
      const file = digits.slice(0, LEADING_DIGITS);
      const numbers = files.get(file) ?? new Map<string, SearchedNumber[]>();
      numbers.set(digits, [...(numbers.get(digits) ?? []), searchedNumber(issuer, one)]);
      files.set(file, numbers);
    }
  }
  return new Map([...files].map(([file, numbers]) => [file, Object.fromEntries(numbers)]));
});

function searchedNumber(issuer: Issuer, fact: Fact): SearchedNumber {
  const printed = (isPrinted(fact) && fact.raw) || formatFact(fact);
  return {
    text: figureName(issuer, fact),
    printed,
    unit: unitBehind(fact, printed),
    value: fact.value,
    href: linkToFact(fact),
    measure: inspectedIn(fact),
  };
}
