import { conceptById } from '../../src/concepts/index.ts';
import { isShortened } from '../../src/concepts/make-id.ts';
import { findWholeName, spelled } from '../../src/concepts/printed-name.ts';
import type { IssuerData } from '../../src/model/corpus.ts';

const known = new WeakMap<IssuerData, ReadonlyMap<string, string>>();

/** The measures of an issuer by their ids, each with one name in all files. */
export function measureNames(data: IssuerData): ReadonlyMap<string, string> {
  const names = known.get(data) ?? nameMeasures(data);
  known.set(data, names);
  return names;
}

/** The vocabulary's name, the one that a person gave, what the first row prints that the id is made of, or the id. */
function nameMeasures({ issuer, facts }: IssuerData): ReadonlyMap<string, string> {
  const own = new Map(issuer.measures?.map(({ id, label }) => [id, label]));
  const printed = new Map<string, string>();
  for (const fact of facts) {
    const { concept, label } = fact;
    if (conceptById.has(concept) || own.has(concept) || printed.has(concept)) continue;
    const name = isShortened(concept) ? label : findWholeName(fact);
    if (name) printed.set(concept, name);
  }
  return new Map(
    [...new Set(facts.map(({ concept }) => concept))].map((id) => [
      id,
      conceptById.get(id)?.label ?? own.get(id) ?? printed.get(id) ?? spelled(id),
    ]),
  );
}
