import { inOrder } from '../model/sections.ts';

/** A section of a page: what draws it, and with what beside what all sections of the page are given. */
export interface PageSection {
  /** Its address on the page and its title in the list at the top, where that names it. */
  readonly id?: string;
  readonly title?: string;
  Part(props: object): unknown;
  readonly data: object;
}

/** The sections of a page in the order that its owner chose, without those that have nothing to show. */
export const listSections = <Name extends string, Section extends PageSection>(
  usual: readonly Name[],
  chosen: readonly Name[] | undefined,
  sections: Readonly<Record<string, Section | false | undefined>>,
): readonly Section[] => inOrder(usual, chosen).flatMap((name) => sections[name] || []);

/** Those that a list at the top of the page names. */
export const listNamedSections = (
  sections: readonly PageSection[],
): readonly { readonly id: string; readonly title: string }[] =>
  sections.flatMap(({ id, title }) => (id !== undefined && title !== undefined ? [{ id, title }] : []));
