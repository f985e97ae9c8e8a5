/** The questions that charts help to answer; charts of one question share a section of the page. */
export const QUESTIONS = [
  'revenue',
  'profit',
  'target',
  'cash',
  'position',
  'operations',
  'shareholders',
  'trend',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** The sections of a period's page in their usual order, by name; those of charts are named by their question. */
export const PERIOD_SECTIONS = ['highlights', ...QUESTIONS, 'statements', 'verified', 'notes'] as const;

/** The sections of an issuer's page in their usual order. */
export const ISSUER_SECTIONS = [
  'trends',
  'balances',
  'guidance',
  'findings',
  'documents',
  'measures',
] as const;

/** The order in which a page tells its sections: those that are named first, then the others as usual. */
export const inOrder = <Name extends string>(
  usual: readonly Name[],
  named: readonly Name[] = [],
): readonly Name[] => [...named, ...usual.filter((name) => !named.includes(name))];
