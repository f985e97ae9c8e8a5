import { expect, test } from 'vitest';
import { foldLabel } from '../../src/concepts/fold-label.ts';
import { conceptById, concepts, members, sectionById, sections } from '../../src/concepts/index.ts';
import type { Concept } from '../../src/model/concept.ts';

const known = (id: string): boolean => conceptById.has(id) || sectionById.has(id);

test('ids are unique among concepts and sections, and among the members of an axis', () => {
  const ids = [...concepts, ...sections].map(({ id }) => id);
  expect(repeated(ids)).toEqual([]);
  expect(repeated(members.map(({ axis, id }) => `${axis}=${id}`))).toEqual([]);
});

test('ids can stand in an address', () => {
  for (const { id } of [...concepts, ...sections]) expect(id).toMatch(/^[A-Z][A-Za-z0-9]+$/);
});

test('every concept that another refers to exists', () => {
  const named = concepts.flatMap((concept) => [
    ...(concept.within ?? []),
    ...(concept.sums ?? []).flatMap((sum) => Object.keys(sum)),
    ...(concept.ratio ? [concept.ratio.of, concept.ratio.to] : []),
  ]);
  expect(
    named.filter((id) => !known(id)),
    'ids that no concept or section has',
  ).toEqual([]);
  expect(sections.filter(({ total }) => total && !conceptById.has(total))).toEqual([]);
  expect(sections.filter(({ axis }) => axis && !members.some((member) => member.axis === axis))).toEqual([]);
});

test('aliases below headings name these, and headings without such aliases are not named', () => {
  const odd = concepts.filter((c) => Boolean(c.within?.length) !== Boolean(c.aliasesWithin?.length));
  expect(
    odd.map(({ id }) => id),
    'give `within` and `aliasesWithin` both or neither',
  ).toEqual([]);
});

test('an alias means one concept of a kind, everywhere and below each heading', () => {
  const owned = concepts.flatMap(({ id, kind, aliases, aliasesWithin = [], within = [] }) => [
    ...texts(aliases).map((text) => ({ id, label: `${text} (${kind})` })),
    ...within.flatMap((heading) =>
      texts(aliasesWithin).map((text) => ({ id, label: `${standsFor(heading)} > ${text} (${kind})` })),
    ),
  ]);
  const shared = [...Map.groupBy(owned, ({ label }) => label)]
    .map(([label, owners]) => [label, [...new Set(owners.map(({ id }) => id))]] as const)
    .filter(([, ids]) => ids.length > 1)
    .map(([label, ids]) => `${label}: ${ids.join(', ')}`);
  expect(
    shared,
    'keep the alias in one of the entries, or move it to `aliasesWithin` of each below the heading that tells them apart',
  ).toEqual([]);
});

test('no alias says what another of its entry says', () => {
  const entries = [...concepts, ...sections, ...members].map(({ id, aliases }) => ({ id, aliases }));
  const folded = (alias: string) => {
    const { text, sense } = foldLabel(alias);
    return `${text} ${sense}`;
  };
  const twice = entries.flatMap(({ id, aliases }) => {
    const seen = new Set<string>();
    return aliases
      .filter((alias) => seen.size === seen.add(folded(alias)).size)
      .map((alias) => `${id}: ${alias}`);
  });
  expect(twice, '`foldLabel` makes one of both: take this one out').toEqual([]);
});

/** What stands above them tells headings of one name apart: `Attributable to`, of net and of comprehensive income. */
test('a heading means one section of a total, a member label one member of its axis', () => {
  const ofTotals = sections.flatMap(({ aliases, total }) =>
    texts(aliases).map((text) => `${text} of ${total}`),
  );
  expect(repeated(ofTotals)).toEqual([]);
  expect(
    repeated(members.flatMap(({ axis, aliases }) => texts(aliases).map((text) => `${axis} ${text}`))),
  ).toEqual([]);
});

test('words turn with the sign, but for a balance that is named after its sign', () => {
  expect(
    concepts.filter(hasBothSenses).map(({ id }) => id),
    'one alias serves both signs, `foldLabel` turns `loss` beside `income`: take the other out',
  ).toEqual(['AccumulatedOtherComprehensiveIncomeLossNetOfTax']);
});

test('no concept is a part of itself, however far down', () => {
  const parts = (id: string, above: readonly string[]): void => {
    expect(above, id).not.toContain(id);
    for (const sum of conceptById.get(id)?.sums ?? []) {
      for (const part of Object.keys(sum)) parts(part, [...above, id]);
    }
  };
  for (const { id } of concepts) parts(id, []);
});

test('sums add amounts of one kind, ratios in percent divide amounts of one kind', () => {
  for (const { id, kind, sums = [], ratio } of concepts) {
    for (const part of sums.flatMap((sum) => Object.keys(sum)))
      expect(conceptById.get(part)?.kind, id).toBe(kind);
    if (ratio && kind === 'percent') {
      expect(conceptById.get(ratio.of)?.kind, id).toBe(conceptById.get(ratio.to)?.kind);
    }
  }
});

test('a cash flow total adds its rows as they are printed: by their effect on cash', () => {
  const totals = concepts.filter(({ id }) => id.startsWith('NetCashProvidedByUsedIn'));
  expect(totals).toHaveLength(3);
  for (const [id, weight] of totals.flatMap(({ sums = [] }) => sums.flatMap((sum) => Object.entries(sum)))) {
    expect(weight, id).toBe(conceptById.get(id)?.effect ?? 1);
  }
});

test('a definition is one sentence, a count says what is counted', () => {
  for (const { id, definition, kind, counted } of concepts) {
    expect(definition, id).toMatch(/^[A-Z“][^.]*\.$/);
    expect(Boolean(counted), id).toBe(kind === 'count');
  }
});

test('standard elements have a known prefix', () => {
  for (const { element } of concepts)
    expect(element).toMatch(/^((us-gaap|ifrs-full|dei):[A-Z][A-Za-z0-9]+)?$/);
});

/** A section stands for its total, as in the matcher. */
const standsFor = (id: string): string => sectionById.get(id)?.total ?? id;

/** Aliases of one entry may fold to one text. */
const texts = (aliases: readonly string[]): string[] => [
  ...new Set(aliases.map((alias) => foldLabel(alias).text)),
];

const repeated = (list: readonly string[]): string[] => list.filter((entry, i) => list.indexOf(entry) !== i);

function hasBothSenses({ aliases, aliasesWithin = [] }: Concept): boolean {
  const senses = new Map<string, number>();
  return [...aliases, ...aliasesWithin].some((alias) => {
    const { text, sense } = foldLabel(alias);
    const before = senses.get(text);
    senses.set(text, sense);
    return before !== undefined && before !== sense;
  });
}
