import type { Concept } from '../model/concept.ts';

/** What the concepts of one list have in common; an entry may say otherwise. */
type Common = Pick<Concept, 'statement' | 'kind' | 'periodType'>;

/** A concept as its list writes it: without what is common, and without `element` where no standard has one. */
type Entry = Omit<Concept, keyof Common | 'element'> & Partial<Common> & { readonly element?: string };

/** The concepts of a statement, each completed by what they have in common. */
export const withCommon = (common: Common, entries: readonly Entry[]): readonly Concept[] =>
  entries.map((entry) => ({ element: '', ...common, ...entry }));
