import { FILED_NAMES } from '../../src/concepts/filed-names.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { DocumentContext } from '../3-context/document-context.ts';

/** Measures under the elements that an issuer of such accounts files them under. Only US GAAP has two names for one. */
export function withFiledNames(facts: readonly Printed[], { basis }: DocumentContext): readonly Printed[] {
  if (basis.accounting !== 'US GAAP') return facts;
  const stated = new Set(facts.map(({ concept }) => concept));
  const names = new Map(
    FILED_NAMES.filter(({ without }) => !without.some((id) => stated.has(id))).map(({ id, instead }) => [
      id,
      instead,
    ]),
  );
  return facts.map((fact) => {
    const concept = names.get(fact.concept);
    return concept === undefined ? fact : { ...fact, concept };
  });
}
