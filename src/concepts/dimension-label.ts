import { type Fact, isPrinted, parseDimensions } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { memberByKey } from './index.ts';
import { makeMemberId } from './make-id.ts';

/** `Network services, Year-end`: the members of a fact's dimensions by their names, else as facts print them, or as their ids spell them. */
export const dimensionLabel = (dimensions: string, facts: readonly Fact[] = []): string =>
  Object.entries(parseDimensions(dimensions))
    .map(
      ([axis, member]) =>
        memberByKey.get(`${axis}=${member}`)?.label ??
        printedMember(dimensions, facts) ??
        (axis === 'region' ? findCountry(member) : undefined) ??
        inWords(member),
    )
    .join(', ');

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `Taiwan` of `tw`: tags name countries by their codes. */
const findCountry = (member: string): string | undefined =>
  /^[a-z]{2}$/.test(member) ? COUNTRIES.of(member.toUpperCase()) : undefined;

/** `North america` of `north-america`, `Non-GAAP` of `non-gaap`. */
const inWords = (id: string): string =>
  upperFirst(
    id
      .replaceAll(/-(?!gaap|ifrs)|(?<!\bnon)-/g, ' ')
      .replaceAll(/\b(?:gaap|ifrs|ebitda|ebit|us|uk|eu|usd)\b/g, (letters) => letters.toUpperCase()),
  );

/** The name of a member that the vocabulary does not know, as facts told of it print it; a tag may say first what it is one of. */
export const printedMember = (dimensions: string, facts: readonly Fact[]): string | undefined => {
  const [member = '', ...others] = Object.values(parseDimensions(dimensions));
  if (others.length > 0) return undefined;
  const own = facts.filter((fact) => fact.dimensions === dimensions);
  const names = own.flatMap((fact) => [
    fact.label,
    ...(isPrinted(fact) ? [...fact.header, ...fact.section] : []),
  ]);
  return (
    names.find((name) => makeMemberId(name) === member) ??
    own.map(({ label }) => label).find((label) => endsIn(member, label))
  );
};

/** `major-product-line-building-material` in `Building Materials`, `-dcor` in `Décor`: elements are spelled in plain letters. */
function endsIn(member: string, name: string): boolean {
  const id = makeMemberId(name.replaceAll(/[^ -~]/g, ''));
  return id.length > 2 && member.endsWith(`-${id}`);
}
