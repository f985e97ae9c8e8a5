import { foldLabel } from '../../src/concepts/fold-label.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { NOWHERE } from '../../src/concepts/label-context.ts';
import { findConcept, findMember } from '../../src/concepts/vocabulary.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { readAspect } from '../grammar/aspects.ts';
import { isPlainWord, wordsIn } from '../grammar/plain-words.ts';
import type { Doubts, Evidence } from './evidence.ts';
import { holds } from './relations/relation.ts';

/**
 * Heads that are taken for parts of the business because nothing else was made of their words: `Retail` beside
 * `Wholesale`, but also `Drawn` beside `Undrawn`. They are parts where the document or the vocabulary knows one of them as
 * such, a column of the whole stands beside them, or their figures add up across; else they are in doubt.
 */
export function doubtHeads(evidence: Evidence): Doubts {
  const across = columnsAcross(evidence);
  const doubts = new Map<string, string>();
  for (const fact of evidence.facts) {
    const index = evidence.tableOf(fact);
    const table = evidence.tables[index];
    const column = table?.columns.find(({ cell }) => cell === fact.cell);
    if (!table || !column) continue;
    const unread = fact.unit === 'percent' && column.aspect === 'ratio' ? unreadShare(column) : '';
    if (unread !== '' && evidence.onLine(fact.line).some(({ unit }) => unit !== 'percent'))
      doubts.set(fact.id, `What “${unread}” over it is a percentage of is not understood.`);
    if (isOpenRate(fact, table, column))
      doubts.set(fact.id, 'Whether it is a share or a change is not told.');
    if (!isUsed(column, fact.dimensions)) continue;
    if (across.has(index) || table.columns.some(isWhole) || tellsParts(table)) continue;
    if (table.columns.some((one) => Object.keys(one.part).length > 0 && isKnown(one, evidence))) continue;
    doubts.set(fact.id, `Whether “${column.unknownMeasure}” over it names a part of the business is open.`);
  }
  return doubts;
}

/** Words of a head with a percent sign that tell no change, no share and no known measure: `% Velkim`. */
function unreadShare({ header, concept }: ReadColumn): string {
  const leaf = header.at(-1) ?? '';
  if (concept || readAspect(leaf) !== 'ratio' || findConcept(leaf, NOWHERE)) return '';
  const rest = OF_WHAT.exec(leaf)?.[1] ?? '';
  return !findConcept(rest, NOWHERE) && wordsIn(rest).some((word) => !isPlainWord(word)) ? leaf : '';
}

/** `Revenue 11%` where no word around it says of what, or against what. */
function isOpenRate(
  { concept, unit, aspect, label, header, section, raw }: Printed,
  { captions, grid }: ReadTable,
  column: ReadColumn,
): boolean {
  const kind = conceptById.get(concept)?.kind;
  if (unit !== 'percent' || aspect !== 'ratio' || (kind !== 'monetary' && kind !== 'perShare')) return false;
  if (!/[%％]/.test(raw) || captions.isShare || column.unit?.measure === 'percent') return false;
  return ![label, ...header, ...section, ...captions.texts, ...grid.frame].some((text) =>
    TELLS_RATE.test(text),
  );
}

const TELLS_RATE =
  /%|％|\bper ?cent|\bshare|\bmargin|\bratio|\bcommon[- ]size|\bmix\b|\bof (?:total |net )*(?:revenues?|sales)\b/i;

/** A percent sign behind a name tells what the name is told in. */
const OF_WHAT = /^(?:as an? )?(?:%|％|percent(?:age)?|per cent)\s+(?:of\s+)?(.+)$/i;

/** Tables with columns that add up to another in row after row. */
const columnsAcross = ({ relations, tables }: Evidence): ReadonlySet<number> => {
  const lines = new Set(
    relations
      .filter(({ kind, strength }) => kind === 'across' && strength === 'strong')
      .flatMap(({ instances }) => instances.filter(holds).map(({ result }) => result.line)),
  );
  return new Set(
    tables.flatMap(({ rows }, index) => (rows.some(({ row }) => lines.has(row.line)) ? [index] : [])),
  );
};

/** Its headings say that it tells of parts, or of what: `Results by segment`, `Revenue in constant currency`. */
const tellsParts = ({ captions: { section, texts, titled } }: ReadTable): boolean =>
  titled !== undefined || [...section, ...texts].some((text) => OF_PARTS.test(text));
const OF_PARTS =
  /\b(?:segments?|products?|business(?:es)?|divisions?|regions?|geograph\w*|markets?|brands?|categor(?:y|ies))\b/i;

const isUsed = ({ part }: ReadColumn, dimensions: string): boolean =>
  Object.entries(part).some(([axis, member]) => dimensions.split(';').includes(`${axis}=${member}`));

const isWhole = ({ header }: ReadColumn): boolean =>
  header.some((text) => /\b(?:total|group|consolidated|company|eliminations?)\b/i.test(text));

const isKnown = ({ unknownMeasure, part }: ReadColumn, { parts }: Evidence): boolean =>
  parts.has(foldLabel(unknownMeasure).text) ||
  Object.keys(part).some((axis) => findMember(axis, unknownMeasure) !== undefined) ||
  findMember('region', unknownMeasure) !== undefined;
