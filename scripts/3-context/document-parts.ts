import { foldLabel } from '../../src/concepts/fold-label.ts';
import { findConcept, findSection, readTelling } from '../../src/concepts/vocabulary.ts';
import type { OutlineBlock } from '../1-read/outline-block.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';
import { matchesIn } from '../grammar/matches-in.ts';
import { COMMON, NAMES_A_KIND, namesNoPart, OF_MEASURES } from '../grammar/part-names.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';

/**
 * Names of the parts of the business that a document tells apart, folded: those that its text calls a segment and a
 * table has as a row, a column or its heading, and those that are rows in one table and head another.
 */
export function readParts(
  blocks: readonly OutlineBlock[],
  grids: readonly (readonly Grid[])[],
  issuerNames: readonly string[],
): ReadonlySet<string> {
  const all = grids.flat().filter(({ width }) => width > 0);
  const labels = (role: GridRow['role']) =>
    all.flatMap(({ rows }) => rows.filter((row) => row.role === role).map(({ label }) => label));
  const rows = namesIn(labels('item'));
  const heads = namesIn([
    ...blocks.flatMap((block, i) => ((grids[i]?.length ?? 0) > 0 ? [block.section.at(-1) ?? ''] : [])),
    ...labels('group'),
    ...all.flatMap(({ columns }) => columns.map(({ header }) => header.at(-1) ?? '')),
  ]);
  const called = calledSegments(blocks);
  const lookup = { enclosing: [], issuerNames };
  const isName = (printed: string): boolean =>
    !readTelling(printed) && !findConcept(printed, lookup) && !findSection(printed, lookup);
  const rivals = rivalHeadings(blocks, grids, isName);
  const isPart = ([folded, printed]: readonly [string, string]): boolean =>
    (called.has(folded) ||
      rivals.has(folded) ||
      (rows.has(folded) && heads.has(folded) && !OF_MEASURES.test(folded))) &&
    isName(printed);
  return new Set([...rows, ...heads].filter(isPart).map(([folded]) => folded));
}

/** Rows of one name that two tables must have, and tell differently in all their columns of the same heads. */
const FEWEST_ALIKE = 2;

/**
 * Headings over tables that give other figures for the same rows below the same heads: each names whose figures these are,
 * `Consumer Banking` and `Global Markets`.
 */
function rivalHeadings(
  blocks: readonly OutlineBlock[],
  grids: readonly (readonly Grid[])[],
  isName: (printed: string) => boolean,
): ReadonlySet<string> {
  const mayName = (heading: string): boolean =>
    NAME_LIKE.test(heading) && !namesNoPart(foldLabel(heading).text) && isName(heading);
  const tables = blocks.flatMap((block, i) =>
    (grids[i] ?? [])
      .slice(0, 1)
      .map((grid) => ({ heading: block.section.at(-1) ?? '', grid, rows: figuresByLabel(grid) })),
  );
  const alike = Map.groupBy(tables, ({ grid }) =>
    grid.columns.map(({ header }) => header.join(' > ')).join('|'),
  );
  const found = new Set<string>();
  for (const group of alike.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1, i + 1 + MOST_RIVALS)) {
        const names = [a.heading, b.heading].filter(mayName);
        if (a.heading === b.heading || names.length + [a.heading, b.heading].filter(isWhole).length < 2)
          continue;
        const shared = [...a.rows].filter(([label]) => b.rows.has(label));
        if (shared.length < FEWEST_ALIKE || shared.some(([label, told]) => b.rows.get(label) === told))
          continue;
        for (const name of names) found.add(foldLabel(name).text);
      }
  return found;
}

/** Tables with the same heads are compared with so many that follow. */
const MOST_RIVALS = 12;

const isWhole = (heading: string): boolean =>
  /^(?:(?:the )?(?:group|company)|consolidated|total)\b/i.test(heading);

/** A few words, each in capitals but for small ones. */
const NAME_LIKE = /^(?:(?:\p{Lu}[\p{L}’'.-]*|and|of|the|&|\/|–|-),? ?){1,6}$/u;

const figuresByLabel = ({ rows }: Grid): ReadonlyMap<string, string> =>
  new Map(
    rows
      .filter(({ role, cells }) => role === 'item' && cells.some(({ figures }) => figures.length > 0))
      .map(({ label, cells }) => [
        foldLabel(label).text,
        cells.flatMap(({ figures }) => figures.map(({ token }) => token?.digits)).join('|'),
      ]),
  );

/** Printed names by their folded form; what every table has names nothing. */
function namesIn(texts: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const text of new Set(texts)) {
    if (text.length > LONGEST || isTimeOnly(text) || isUnitOnly(text) || MEASURED_IN.test(text)) continue;
    const { text: folded } = foldLabel(text);
    if (/\p{L}{3}/u.test(folded) && !COMMON.test(folded) && !NAMES_A_KIND.test(folded))
      names.set(folded, text);
  }
  return names;
}

const LONGEST = 60;

/** `Gold produced (oz)` and `Ore mined (kt)` are measures, in whatever rows and headings they stand. */
const MEASURED_IN = /\((?:in )?\p{Ll}{1,6}(?:\/\p{Ll}{1,6})?\)$/u;

const SEGMENT = /\b(?:reportable |operating |business )?(?:segments?|divisions?|business units?)\b/gi;
/** Names in capitals that stand right before `segment`, whole and by the members of a list: `Europe and Asia segments`. */
function calledSegments(blocks: readonly OutlineBlock[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { index } of matchesIn(block.text, SEGMENT)) {
      const name = NAME.exec(block.text.slice(Math.max(0, index - LONGEST), index))?.[0] ?? '';
      const whole = name.trim().replace(LEADING, '');
      for (const one of [whole, ...whole.split(/, (?:and )?| and /)])
        if (one !== '') called.add(foldLabel(one).text);
    }
  }
  return called;
}

/** Words in capitals up to the end, with the small words between them. */
const NAME = /(?:(?<=^|[\s("“‘/-])\p{Lu}[\p{L}\p{N}&/.’'-]*,? (?:(?:and|of|the|&|for|in) )*)+$/u;
const LEADING =
  /^(?:(?:the|our|its|in|for|both|all|each|while|as|at|of|and|within|by|these|this|total|other|reportable|operating|business) )+/i;
