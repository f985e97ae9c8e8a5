import type { IssuerData } from '../../src/model/corpus.ts';
import type { Fact } from '../../src/model/fact.ts';

const indexes = new WeakMap<IssuerData, ReadonlyMap<string, Fact>>();

/** The statements of an issuer by their ids; several files look them up. */
export function factById(issuer: IssuerData): ReadonlyMap<string, Fact> {
  const index = indexes.get(issuer) ?? new Map(issuer.facts.map((fact) => [fact.id, fact]));
  indexes.set(issuer, index);
  return index;
}
