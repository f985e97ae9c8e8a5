import { foldLabel } from '../../src/concepts/fold-label.ts';
import { findConcept, findSection, readTelling } from '../../src/concepts/vocabulary.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Grid } from '../2-tables/grid.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { readPer } from '../grammar/units.ts';
import { readNote } from './divisions.ts';
import { namesWayBetween } from './ways-between.ts';

/** What the repetition of rows below the headings of a table shows. */
export interface Repeated {
  /** Folded headings that are parts of the whole: the same measures stand below each of them. */
  readonly parts: ReadonlySet<string>;
  /** Folded headings that are measures with the same unknown names below them: those are parts. */
  readonly measures: ReadonlySet<string>;
  /** Folded names of rows below several of them that are called like a kind of revenue: `Services`. */
  readonly names: ReadonlySet<string>;
}

interface Block {
  readonly heading: string;
  readonly items: ReadonlySet<string>;
}

const NONE: Repeated = { parts: new Set(), measures: new Set(), names: new Set() };

/** `Premium` and `Ad-Supported`, but not `Adjusted results`, each above `Revenue` and `Cost of revenue`; or `Revenue` and `Profit`, each above both. */
export function repeatedRows(grid: Grid, issuerNames: readonly string[]): Repeated {
  const blocks = splitBlocks(grid);
  if (blocks.length < 2) return NONE;
  const lookup = { enclosing: [], issuerNames };
  const lookUp = (label: string): Concept | undefined => findConcept(label, lookup)?.concept;
  const named = blocks.filter(({ heading }) => heading !== '');
  const unknown = named.filter(
    ({ heading }) =>
      !lookUp(heading) &&
      !findSection(heading, lookup) &&
      !isTelling(heading) &&
      !isTimeOnly(heading) &&
      !OF_A_RATIO.test(heading) &&
      !OF_BALANCES.test(heading) &&
      readPer(heading) === undefined &&
      !namesWayBetween(heading, issuerNames) &&
      readNote(heading, issuerNames)?.axis !== 'function',
  );
  const measures = named.filter(({ heading }) => lookUp(heading)?.periodType === 'duration');
  const parts = sharing(unknown, (label) => isMoney(lookUp(label)));
  const divided = sharing(measures, (label) => lookUp(label) === undefined && !isTotal(label));
  const names = repeatedHeadings(parts);
  const revenues = divided
    .flatMap(({ items }) => [...items])
    .filter(
      (label) =>
        !isTotal(label) &&
        isKindOfRevenue(findConcept(label, OF_REVENUE)?.concept) &&
        !named.some(({ heading, items }) => items.has(label) && isCost(lookUp(heading))),
    );
  return {
    parts: names.size > 1 ? names : NONE.parts,
    measures: repeatedHeadings(divided),
    names: new Set(
      revenues.filter((label, i) => revenues.indexOf(label) < i).map((label) => foldLabel(label).text),
    ),
  };
}

/** Kinds of revenue have costs of their own. */
const isCost = (concept: Concept | undefined): boolean => /^Cost|Expense/.test(concept?.id ?? '');

const OF_REVENUE = { enclosing: ['Revenues'], issuerNames: [] };

const isKindOfRevenue = (concept: Concept | undefined): boolean =>
  concept?.id !== 'Revenues' && /Revenue/.test(concept?.id ?? '') && concept?.periodType === 'duration';

/** What is divided, and by what, above the lines of each. */
const OF_A_RATIO = /^(?:numerator|denominator)\b/i;

/** `Current` above the assets and above the liabilities. */
const OF_BALANCES = /^(?:(?:non-?)?current|(?:long|short)[- ]term|fixed)$/i;

/** `Adjusted results` says how, `Consolidated` of whom. */
const isTelling = (heading: string): boolean =>
  readTelling(heading) !== undefined && !/\bconsolidated\b/i.test(heading);

/** One block alone repeats nothing. */
const repeatedHeadings = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.length > 1 ? blocks.map(({ heading }) => foldLabel(heading).text) : []);

const isMoney = (concept: Concept | undefined): boolean => concept?.kind === 'monetary';
/** Rows that stand below many headings and are no parts of any. */
const isTotal = (label: string): boolean =>
  /^(?:(?:sub)?total|other|basic|diluted)?$/.test(foldLabel(label).text);

/** Blocks that have a row of the wanted kind in common with another. */
function sharing(blocks: readonly Block[], isWanted: (label: string) => boolean): readonly Block[] {
  const counts = new Map<string, number>();
  for (const { items } of blocks) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const wanted = new Set(
    [...counts].filter(([label, count]) => count > 1 && isWanted(label)).map(([label]) => label),
  );
  return blocks.filter(({ items }) => [...items].some((item) => wanted.has(item)));
}

/** Rows by the heading right above them. */
function splitBlocks({ rows }: Grid): Block[] {
  const blocks: { heading: string; items: Set<string> }[] = [{ heading: '', items: new Set() }];
  for (const { role, label, group } of rows) {
    const heading = role === 'group' ? label : group;
    if (heading !== '') blocks.push({ heading: heading.replace(/:\s*$/, ''), items: new Set() });
    if (role === 'item' && label !== '') blocks.at(-1)?.items.add(label);
  }
  return blocks.filter(({ items }) => items.size > 0);
}
