import { findConcept, findSection, readTelling, type Telling } from '../../src/concepts/vocabulary.ts';
import type { Captions } from './captions.ts';
import type { DocumentContext } from './document-context.ts';
import type { ReadColumn } from './read-column.ts';
import type { ReadRow } from './read-row.ts';
import { namesWayBetween } from './ways-between.ts';

/** Words of a heading that speaks of other ways of telling but states nothing in them. */
const ABOUT =
  /\b(?:reconcil\w*|computations?|calculations?|adjustments?|adjusting|explanations?|definitions?|use|uses|about|notes?|effects?|impacts?|items?|to)\b/i;

/**
 * How everything under a heading is told: `Non-GAAP`, `Adjusted results`; undefined where the heading leaves it open, and
 * where it is the name of a measure itself (`Adjusted EBITDA`) or of two (`Net income - Adjusted net income`).
 */
export function tellingOfScope(heading: string, issuerNames: readonly string[]): Telling | undefined {
  const telling = readTelling(heading);
  if (!telling || telling.isMixed || ABOUT.test(telling.rest) || readTelling(telling.rest)) return undefined;
  if (namesWayBetween(heading, issuerNames)) return undefined;
  if (isOfOperations(heading)) return telling;
  const lookup = { enclosing: [], issuerNames };
  return findSection(heading, lookup) || findConcept(heading, lookup) ? undefined : telling;
}

/** `Non-GAAP – Continuing Operations` over net income: which operations the rows are of. */
export const isOfOperations = (heading: string): boolean =>
  /^continuing operations$/i.test(readTelling(heading)?.rest ?? '');

/**
 * How a whole table is told: by its corner, or by the heading right above it. Where its rows or columns say so themselves,
 * or a sentence that its lines lead from what is reported to another measure, the heading is only what the table is about.
 */
export function scopeOfTable(
  frame: readonly string[],
  { title, section, texts }: Captions,
  rows: readonly ReadRow[],
  columns: readonly ReadColumn[],
  { issuerNames }: DocumentContext,
): TableScope {
  const led = texts.find((text) => text.endsWith(':')) ?? '';
  const whose = { ...entityOver(section), ...acquiredBy([...frame, title, led]) };
  const corner = frame
    .map((text) => tellingOfScope(text, issuerNames))
    .find((telling) => telling !== undefined);
  if (corner) return { ways: { ...whose, ...corner.dimensions }, isOpen: false };
  const isTold =
    rows.some(({ isPlain }) => isPlain !== undefined) ||
    columns.some(({ ways, isPlain }) => isPlain || Object.keys(ways).length > 0);
  const isLed = texts.some((text) => RECONCILES.test(text)) && /\bmeasures?\b/i.test(title);
  const [remark = ''] = /\([^()]*\)\s*$/.exec(title) ?? [];
  const told = (tellingOfScope(title, issuerNames) ?? tellingOfScope(remark, issuerNames))?.dimensions;
  return {
    ways: { ...whose, ...(!isTold && !isLed && told) },
    isOpen: isTold && !isLed && told?.['variant'] !== undefined,
  };
}

/** How a table is told. */
export interface TableScope {
  readonly ways: Readonly<Record<string, string>>;
  /** Its heading speaks of another way, and some of its rows or columns say so themselves: whether the others are is open. */
  readonly isOpen: boolean;
}

/** `The reconciliation of total financial liabilities to net debt is as follows:` */
const RECONCILES = /\breconcil\w+ (?:of|between|from|to|is|are)\b/i;

/** Whose figures stand under a heading, of several the innermost that says so: `Non-consolidated results`. */
function entityOver(section: readonly string[]): Readonly<Record<string, string>> {
  for (const heading of section.toReversed()) {
    const entity = readTelling(heading)?.dimensions['entity'];
    if (entity !== undefined) return { entity };
    if (/\bconsolidated\b/i.test(heading)) return {};
  }
  return {};
}

/** Whose figures a text speaks of where it names what the group has bought: they are none of its own. */
export const acquiredBy = (texts: readonly string[]): Readonly<Record<string, string>> =>
  texts.some((text) => ACQUIRED.test(text) && !WITHOUT.test(text)) ? { entity: 'acquired' } : {};

const ACQUIRED =
  /\bacquired (?:\p{L}+ )?(?:compan(?:y|ies)|business(?:es)?|operations?|entit(?:y|ies)|subsidiar(?:y|ies)|units?)\b|\bacquirees?\b|\bpurchase price allocation\b|\b(?:net )?assets acquired\b/iu;
/** `Excluding acquired businesses`: what the group makes with or without them. */
const WITHOUT = /\b(?:excl|incl|before|without|effects?|impact)/i;
