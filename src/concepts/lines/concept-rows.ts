import type { Concept, ConceptKind } from '../../model/concept.ts';
import type { Listed } from '../concepts-of.ts';

/** The ids of the rows of a text, so that the compiler knows them as it knows those of other lists. */
type IdsOf<Rows extends string, Ids extends string = never> = Rows extends `${infer Row}\n${infer Others}`
  ? IdsOf<Others, Ids | IdOf<Row>>
  : Ids | IdOf<Rows>;
type IdOf<Row extends string> = Row extends `${infer Id} | ${string}` ? Trimmed<Id> : never;
type Trimmed<Text extends string> = Text extends ` ${infer Rest}` ? Trimmed<Rest> : Text;

type Common = Pick<Concept, 'statement' | 'kind' | 'periodType'>;

/** What the last field of a row may say, beside kinds and `instant` or `duration`. */
const FLAGS: Readonly<Record<string, Partial<Concept>>> = {
  paid: { effect: -1, nonNegative: true },
  taken: { effect: -1 },
  cost: { nonNegative: true },
  instant: { periodType: 'instant' },
  duration: { periodType: 'duration' },
  income: { statement: 'income' },
  cashFlow: { statement: 'cashFlow' },
};

const KINDS: ReadonlySet<string> = new Set(['perShare', 'shares', 'percent', 'count']);

/**
 * Concepts of the standards as rows, one a line: `Id | Label | Definition | alias; alias | Within, Within: alias; alias |
 * flags`. Fields from the right may be missing. The element is the id, of US GAAP unless the flags say `ifrs`, and none
 * where they say `own`. `paid` is a payment (an outflow that is never below zero), `taken` what a cash flow statement
 * takes out of income, `cost` what is never below zero.
 */
export function conceptRows<Rows extends string>(common: Common, rows: Rows): Listed<IdsOf<Rows>, never> {
  return rows
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => makeConcept<IdsOf<Rows>>(common, row));
}

function makeConcept<Id extends string>(common: Common, row: string): Concept<Id> {
  const [id = '', label = '', definition = '', aliases = '', inside = '', flags = ''] = row
    .split('|')
    .map((field) => field.trim());
  const words = flags.split(' ').filter(Boolean);
  const kind = words.find((word): word is ConceptKind => KINDS.has(word));
  const colon = inside.indexOf(':');
  return {
    id: id as Id,
    label,
    definition,
    element: words.includes('own') ? '' : `${words.includes('ifrs') ? 'ifrs-full' : 'us-gaap'}:${id}`,
    ...common,
    ...(kind && { kind }),
    ...Object.assign({}, ...words.map((word) => FLAGS[word])),
    aliases: list(aliases, ';'),
    ...(colon > 0 && {
      within: list(inside.slice(0, colon), ','),
      aliasesWithin: list(inside.slice(colon + 1), ';'),
    }),
  };
}

const list = (text: string, separator: string): readonly string[] =>
  text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
