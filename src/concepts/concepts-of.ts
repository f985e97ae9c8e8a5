import type { Concept, MadeOf } from '../model/concept.ts';

/** What the concepts of one list have in common; an entry may say otherwise. */
type Common = Pick<Concept, 'statement' | 'kind' | 'periodType'>;

/** A concept as its list writes it: without what is common, and without `element` where no standard has one. */
type Entry = Omit<Concept, keyof Common | keyof MadeOf<unknown, string> | 'element' | 'id'> &
  Partial<Common> & { readonly element?: string };

type SumOf<Part extends string> = Readonly<{ [Id in Part]?: 1 | -1 }>;

/** Concepts whose ids the compiler knows, and the ids that they name. */
export type Listed<Id extends string, Named extends string> = readonly (Concept<Id> & {
  /** Of types alone: no concept has it. */
  readonly names?: Named;
})[];

/** The concepts of a statement, each completed by what they have in common. */
export const withCommon = <Id extends string, Part extends string = never, Other extends string = never>(
  common: Common,
  entries: readonly (Entry & { readonly id: Id } & MadeOf<SumOf<Part>, Other>)[],
): Listed<Id, Part | Other> => entries.map((entry) => ({ element: '', ...common, ...entry }) as Concept<Id>);
