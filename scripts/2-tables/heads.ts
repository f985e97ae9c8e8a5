import type { GridRow } from './grid-row.ts';

/** Head texts by field, label first; a head whose tab before the first field is missing has moved one to the right. */
type Tier = readonly string[];

/** For each field with figures: the head texts above it from the top, and whether the lowest stands in this very field. */
export interface Head {
  readonly path: readonly string[];
  readonly isNamed: boolean;
}

/** The tiers of a head over the fields `body` that hold figures. */
export function headTiers(heads: readonly GridRow[], body: readonly number[]): Tier[] {
  const moved = heads.map((row) => isMoved(row, body));
  const isAnyMoved = moved.some(Boolean);
  return heads.map((row, i) => {
    const texts = partYears(row.cells.map(({ text }) => text));
    const opens = isAnyMoved && row.cells[0]?.text !== '' && texts.length <= body.length;
    return moved[i] || opens ? ['', ...texts] : texts;
  });
}

/** `Third Quarter 2025 2024` before an empty field: heads of two columns that have run together. */
function partYears(texts: readonly string[]): string[] {
  const parted = [...texts];
  for (const [i, text] of texts.entries()) {
    const [, lead = '', run = ''] = SEVERAL_YEARS.exec(text) ?? [];
    const years = run.split(/\s+/).filter(Boolean);
    const empty = texts.slice(i + 1, i + years.length);
    if (i === 0 || years.length < 2 || empty.length < years.length - 1 || empty.some(Boolean)) continue;
    for (const [at, year] of years.entries()) parted[i + at] = `${lead} ${year}`.trim();
  }
  return parted;
}

const SEVERAL_YEARS = /^(.*?)((?:(?:^|\s)(?:19|20)\d{2}){2,})$/;

/** A head that begins in the first field of its line: as many heads as columns, the label's included. */
function isMoved({ cells }: GridRow, body: readonly number[]): boolean {
  const filled = cells.filter(({ text }) => text !== '').length;
  return (cells[0]?.text ?? '') !== '' && filled === body.length && cells.length <= (body.at(-1) ?? 0);
}

/** Field whose head holds for each field of figures: in order where there are as many heads, else by place. */
export function headFields(tiers: readonly Tier[], body: readonly number[]): ReadonlyMap<number, number> {
  const leaves = leafFields(tiers);
  return new Map(
    body.map((field, i) => [field, leaves.length === body.length ? (leaves[i] ?? field) : field]),
  );
}

/** Heads that begin between a lower head and the figures under it (`2023` over `$` and its amount) begin where that does. */
export function beginTogether(tiers: readonly Tier[], leaves: ReadonlyMap<number, number>): Tier[] {
  const moved = tiers.map((tier) => [...tier]);
  for (const [field, leaf] of leaves)
    for (const tier of moved.slice(0, -1)) {
      const at = tier.findIndex((text, i) => i > leaf && i <= field && text !== '');
      if (at > 0 && !tier[leaf] && moved.at(-1)?.[leaf]) [tier[leaf], tier[at]] = [tier[at] ?? '', ''];
    }
  return moved;
}

/** Fields under which no lower head of the same span begins further right. */
function leafFields(tiers: readonly Tier[]): number[] {
  const width = Math.max(0, ...tiers.map(({ length }) => length));
  const leaves: number[] = [];
  for (let field = 1; field < width; field++) {
    const lowest = tiers.findLastIndex((tier) => Boolean(tier[field]));
    if (lowest >= 0 && !spansLower(tiers, lowest, field, width)) leaves.push(field);
  }
  return leaves;
}

function spansLower(tiers: readonly Tier[], level: number, field: number, width: number): boolean {
  for (let at = field + 1; at < width; at++) {
    if (tiers.slice(0, level + 1).some((tier) => Boolean(tier[at]))) return false;
    if (tiers.slice(level + 1).some((tier) => Boolean(tier[at]))) return true;
  }
  return false;
}

/**
 * The heads over each field. Spanning heads without the empty fields they span are shared out over what comes again below
 * them, or evenly.
 */
export function headsOver(tiers: readonly Tier[], fields: readonly number[]): Map<number, Head> {
  const missing = missingHeads(tiers, fields);
  const placed = (placedTiers: readonly Tier[]): Map<number, Head> =>
    new Map(fields.map((field) => [field, headOver(placedTiers, field, missing)]));
  const byPlace = placed(tiers);
  const paths = [...byPlace.values()].map(({ path }) => path.filter((text) => !REMARK.test(text)).join('|'));
  if (new Set(paths).size === paths.length || fields.length < 4) return byPlace;
  const starts = startsOfRepeated(tiers.at(-1) ?? [], fields);
  const spread = tiers.map((tier) => spreadOver(tier, starts, fields) ?? spreadEvenly(tier, fields));
  if (spread.every((tier, i) => tier === tiers[i])) return byPlace;
  const even = placed(spread);
  return new Set([...even.values()].map(({ path }) => path.join('|'))).size === fields.length
    ? even
    : byPlace;
}

/** The fields at which the heads of the lowest row begin anew: `Turnover | Growth | Margin | Turnover | Growth`. */
function startsOfRepeated(lowest: Tier, fields: readonly number[]): number[] {
  const starts: number[] = [];
  let known = new Set<string>();
  for (const field of fields) {
    const text = lowest[field];
    if (!text) return [];
    if (starts.length === 0 || known.has(text)) {
      starts.push(field);
      known = new Set();
    }
    known.add(text);
  }
  return starts;
}

/** A row of heads side by side, one for each start, and nothing behind them. */
function spreadOver(tier: Tier, starts: readonly number[], fields: readonly number[]): Tier | undefined {
  const filled = filledIn(tier);
  const isOverEach = starts.length > 1 && filled.length === starts.length && isPacked(filled, fields);
  return isOverEach ? spreadTo(tier, filled, starts) : undefined;
}

/** Fields without a head of their own among at least three that have one each. */
function missingHeads(tiers: readonly Tier[], fields: readonly number[]): ReadonlySet<number> {
  const lowest = tiers.at(-1) ?? [];
  const blank = fields.filter((field) => !lowest[field]);
  return new Set(fields.length - blank.length >= 3 * blank.length ? blank : []);
}

/** What tells no columns apart. */
const REMARK = /^\(?(?:un)?audited\)?$/i;

function spreadEvenly(tier: Tier, fields: readonly number[]): Tier {
  const filled = filledIn(tier);
  const share = fields.length / filled.length;
  if (!isPacked(filled, fields) || filled.length < 2 || share < 2 || !Number.isInteger(share)) return tier;
  return spreadTo(
    tier,
    filled,
    filled.map((_, i) => fields[i * share] ?? 0),
  );
}

const filledIn = (tier: Tier): number[] => [...tier.keys()].filter((field) => field > 0 && tier[field]);

/** Side by side, in fields that follow each other or in the first with figures. */
const isPacked = (filled: readonly number[], fields: readonly number[]): boolean =>
  filled.every((field, i) => field === (filled[0] ?? 0) + i) ||
  filled.every((field, i) => field === fields[i]);

function spreadTo(tier: Tier, filled: readonly number[], places: readonly number[]): Tier {
  const spread: string[] = [];
  for (const [i, field] of filled.entries()) spread[places[i] ?? 0] = tier[field] ?? '';
  return Array.from(spread, (text) => text ?? '');
}

/**
 * A head that is empty belongs to the one at its left, unless a head further up begins anew between them, or nearly all
 * others of the lowest row have their own: then it is missing.
 */
function headOver(tiers: readonly Tier[], field: number, missing: ReadonlySet<number>): Head {
  const texts = tiers.map((_, level) =>
    level === tiers.length - 1 && missing.has(field) ? '' : textOver(tiers, level, field),
  );
  const lowest = texts.findLastIndex((text) => text !== '');
  return { path: texts.filter(Boolean), isNamed: Boolean(tiers[lowest]?.[field]) };
}

function textOver(tiers: readonly Tier[], level: number, field: number): string {
  for (let at = field; at > Math.max(0, field - MOST_SPANNED); at--) {
    const text = tiers[level]?.[at];
    if (text) return text;
    if (tiers.slice(0, level).some((tier) => Boolean(tier[at]))) return '';
  }
  return '';
}

/** A head spans no more fields than this; keeps tables of thousands of empty fields quick. */
const MOST_SPANNED = 40;
