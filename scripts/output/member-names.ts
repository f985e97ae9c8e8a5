import { dimensionLabel } from '../../src/concepts/dimension-label.ts';
import { withoutMarks } from '../../src/concepts/printed-name.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { type Fact, parseDimensions } from '../../src/model/fact.ts';

const known = new WeakMap<IssuerData, ReadonlyMap<string, string>>();

/** The members that the figures of an issuer are of, by `axis=member`, named as it prints them. */
export function memberNames(data: IssuerData): ReadonlyMap<string, string> {
  const names = known.get(data) ?? nameMembers(data);
  known.set(data, names);
  return names;
}

function nameMembers({ facts }: IssuerData): ReadonlyMap<string, string> {
  const told = Map.groupBy(facts, ({ dimensions }) => dimensions);
  const pairs = new Set([...told.values()].flatMap(([fact]) => (fact ? dimensionPairs(fact) : [])));
  return new Map([...pairs].map((pair) => [pair, withoutMarks(dimensionLabel(pair, told.get(pair)))]));
}

const dimensionPairs = ({ dimensions }: Fact): string[] =>
  Object.entries(parseDimensions(dimensions)).map(([axis, member]) => `${axis}=${member}`);
