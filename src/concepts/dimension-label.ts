import { type Fact, parseDimensions } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { memberByKey } from './index.ts';
import { makeMemberId } from './make-id.ts';

/** `Network services, Year-end`: the members of a fact's dimensions by their names, else as facts print them, or as their ids spell them. */
export const dimensionLabel = (dimensions: string, facts: readonly Fact[] = []): string =>
  Object.entries(parseDimensions(dimensions))
    .map(
      ([axis, member]) =>
        memberByKey.get(`${axis}=${member}`)?.label ?? printedMember(dimensions, facts) ?? inWords(member),
    )
    .join(', ');

/** `North america` of `north-america`. */
const inWords = (id: string): string => upperFirst(id.replaceAll('-', ' '));

/** The name of a member that the vocabulary does not know, as facts told of it print it. */
export const printedMember = (dimensions: string, facts: readonly Fact[]): string | undefined => {
  const members = Object.values(parseDimensions(dimensions));
  return facts
    .filter((fact) => fact.dimensions === dimensions)
    .flatMap(({ label, header, section }) => [label, ...header, ...section])
    .find((name) => members.length === 1 && makeMemberId(name) === members[0]);
};
