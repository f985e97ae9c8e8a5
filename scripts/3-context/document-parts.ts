import { foldLabel } from '../../src/concepts/fold-label.ts';
import { findConcept, findSection, readTelling } from '../../src/concepts/vocabulary.ts';
import type { OutlineBlock } from '../1-read/outline.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';
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
  const isPart = ([folded, printed]: readonly [string, string]): boolean =>
    (called.has(folded) || (rows.has(folded) && heads.has(folded) && !OF_MEASURES.test(folded))) &&
    !readTelling(printed) &&
    !findConcept(printed, lookup) &&
    !findSection(printed, lookup);
  return new Set([...rows, ...heads].filter(isPart).map(([folded]) => folded));
}

/** Printed names by their folded form; what every table has names nothing. */
function namesIn(texts: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const text of new Set(texts)) {
    if (text.length > LONGEST || isTimeOnly(text) || isUnitOnly(text)) continue;
    const { text: folded } = foldLabel(text);
    if (/\p{L}{3}/u.test(folded) && !COMMON.test(folded)) names.set(folded, text);
  }
  return names;
}

const LONGEST = 60;

const COMMON =
  /^(?:(?:total|other|others|all|net|gross|group|company|consolidated|subtotal|amount|change|changes|basic|diluted|adjusted|adjustment|adjustments|reported|corporate|elimination|eliminations|less|add|plus|gaap|non|low|high|actual|average|current|noncurrent|note|notes|and|of|to|in|for|the|item|items|balance|additions?|disposals?|cost|value|margin|ratio|ratios|rate|equity|share|shares|per|unaudited|audited|as|by) ?)+$/;

/** Folded words that name no part of a business: what every table has, and the words of measures. */
export const namesNoPart = (folded: string): boolean => COMMON.test(folded) || OF_MEASURES.test(folded);

/** Words that the names of measures and of paragraphs have and those of parts mostly have not. */
const OF_MEASURES =
  /\b(?:income|loss|losses|profit|earning|revenue|cost|expense|change|balance|gain|summary|overview|rate|total|asset|liability|liabilities|equity|reserve|security|securities|dividend|percent|percentage|tax|cash|debt|loan|item|adjustment|translation|benefit|compensation|depreciation|amortization|activity|activities|payable|receivable|interest|result|outlook|guidance|impairment|restructuring|acquisition|number|date|year|quarter|month|beginning|end|opening|closing|range|effect|impact|value|book|amount|average|proceeds|payment|purchase|issuance|opening|unearned)s?\b/;

const SEGMENT = /\b(?:reportable |operating |business )?(?:segments?|divisions?|business units?)\b/gi;
/** Names in capitals that stand right before `segment`, whole and by the members of a list: `Europe and Asia segments`. */
function calledSegments(blocks: readonly OutlineBlock[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { index } of block.text.matchAll(SEGMENT)) {
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
