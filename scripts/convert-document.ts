import { conceptById } from '../src/concepts/index.ts';
import { periodSlug } from '../src/model/calendar.ts';
import type { SourceText } from '../src/model/corpus.ts';
import type { Block, Coverage, DocumentRecord, Edition } from '../src/model/document.ts';
import type { Explanation } from '../src/model/explanation.ts';
import type { Printed } from '../src/model/fact.ts';
import { InputError } from '../src/model/problem.ts';
import { describeOriginal } from './1-read/describe-original.ts';
import { outline } from './1-read/outline.ts';
import { placeFacts } from './1-read/place-facts.ts';
import type { RawDocument } from './1-read/raw-document.ts';
import { joinContinued } from './2-tables/continued-tables.ts';
import { gridsOfBlocks } from './2-tables/grids-of-blocks.ts';
import type { Departure } from './3-context/departures.ts';
import { type DocumentContext, readDocumentWords } from './3-context/document-context.ts';
import { readParts } from './3-context/document-parts.ts';
import { readDocumentTime } from './3-context/document-time.ts';
import { readKindOfIssuer } from './3-context/kind-of-issuer.ts';
import { withOverrides } from './3-context/overrides.ts';
import { type ReadTable, readTables } from './3-context/read-table.ts';
import { findStatedFigures } from './3-context/stated-sentences.ts';
import { findUnreadRows } from './3-context/unread-rows.ts';
import { whoseDollar } from './3-context/whose-dollar.ts';
import { withinRelease } from './4-facts/beyond-release.ts';
import { makeBlocks } from './4-facts/blocks.ts';
import { accountForNumbers } from './4-facts/coverage.ts';
import { withFiledNames } from './4-facts/filed-names.ts';
import { proseFacts, type TableLabel } from './4-facts/prose/prose-facts.ts';
import { mostSharesIn } from './4-facts/prose/scaled-by-table.ts';
import { settleDollar } from './4-facts/settle-dollar.ts';
import { settleSignsBetween } from './4-facts/signs-between-tables.ts';
import { settleSigns } from './4-facts/signs-by-footing.ts';
import { withStatedFigures } from './4-facts/stated-figures.ts';
import { tableFacts } from './4-facts/table-facts.ts';
import { TagEvidence } from './4-facts/tags/tag-evidence.ts';
import { findRelations } from './4-settle/relations/find-relations.ts';
import type { DigitRelation } from './4-settle/relations/relation.ts';
import { settleDocument } from './4-settle/settle-document.ts';
import { settleShareScale } from './4-settle/share-scale.ts';

/** One document, understood as far as it can be on its own. */
export interface ConvertedDocument {
  readonly context: DocumentContext;
  readonly record: DocumentRecord;
  readonly facts: readonly Printed[];
  readonly explanations: readonly Explanation[];
  readonly departures: readonly Departure[];
  readonly coverage: Coverage;
  /** How its tables hang together by their digits. */
  readonly relations: readonly DigitRelation[];
}

/** Phases 2 to 4 for one document, as a reader gave it. Throws an `InputError` with every problem found in it. */
export function convertRawDocument(
  source: SourceText,
  printed: RawDocument,
  edition: Edition,
): ConvertedDocument {
  const known = readDocumentWords(source, printed);
  const raw = joinContinued(printed, known.numbers);
  const blocks = outline(raw, known.issuerNames);
  const grids = gridsOfBlocks(blocks, known.numbers);
  const text = raw.lines.join('\n');
  const context: DocumentContext = {
    ...known,
    ...readDocumentTime(source, raw, grids.flat(), text),
    parts: readParts(blocks, grids, known.issuerNames),
    around: readKindOfIssuer(grids, known.issuerNames, text),
  };
  const { tables, ...stated } = withOverrides(
    grids.map((parts, index) => (parts.length > 0 ? readTables(parts, blocks, index, context) : [])),
    source.overrides,
    source.settings?.labels,
  );
  const sentences = findStatedFigures(blocks, raw.lines, source.overrides);
  const unmatched = [...stated.problems, ...sentences.problems];
  if (unmatched.length > 0) throw new InputError(unmatched);
  const found = tables.flat().map((table) => tableFacts(table, context, raw.lines));
  const settled = found.map(({ facts }) => settleSigns(facts));
  const tableLabels = tables.flat().flatMap(labelsWithNumbers);
  const tags = new TagEvidence(raw);
  const signed = settleSignsBetween(settled.map(({ facts }) => facts));
  const tableStatements = tags.settle(settleShareScale(signed));
  const rows = findUnreadRows(stated.reaches, tableStatements, raw.lines, source.overrides);
  const told = proseFacts({ blocks, tableLabels, tables: tableStatements, lines: raw.lines, context });
  const prose = withStatedFigures(
    {
      ...told,
      untold: [...found.flatMap(({ untold }) => untold), ...told.untold],
      other: [...found.flatMap(({ others }) => others), ...told.other],
    },
    [...sentences.figures, ...rows.figures],
    {
      ...{ lines: raw.lines, context, tables: tables.flat(), held: tableStatements },
      names: new Map(source.settings?.measures?.map(({ id, label }) => [id, label])),
      file: source.overrides?.file ?? '',
    },
  );
  const unsettled = [...rows.problems, ...prose.problems];
  if (unsettled.length > 0) throw new InputError(unsettled);
  const dollar = whoseDollar(context, raw.lines);
  const read = [...tableStatements, ...tags.settle(prose.facts)];
  const tagged = tags.unreadFacts(read, { tables: tables.flat(), blocks, context });
  const statements = [...read, ...tagged].map((fact) => settleDollar(withinRelease(fact, context), dollar));
  const relations = findRelations(tables.flat());
  const document = {
    tables: tables.flat(),
    relations,
    issuerNames: context.issuerNames,
    parts: context.parts,
  };
  const settledFacts = withFiledNames(settleDocument(document, statements), context);
  const facts = placeFacts(tags.hold(settledFacts), raw);
  const tableLines = new Set(tables.flat().flatMap(({ rows }) => rows.map(({ row }) => row.line)));
  return {
    context: context.currency === 'USD' && dollar ? { ...context, currency: dollar } : context,
    explanations: prose.explanations,
    record: {
      ...makeRecord(context, raw.lines, makeBlocks(blocks, tables, facts), edition, source.name),
      ...describeOriginal(source, raw),
    },
    facts,
    relations,
    departures: [stated, sentences, context, tags, ...tables.flat(), ...settled].flatMap(
      ({ departures }) => departures,
    ),
    coverage: accountForNumbers({
      lines: raw.lines,
      styleOf: (line) => (tableLines.has(line) ? context.numbers : context.proseNumbers),
      facts,
      untold: tags.stillUntold(prose.untold),
      others: prose.other,
      calendar: context.calendar,
      isKnown,
    }),
  };
}

/** Labels that hold numbers of their own: `net of allowance … of JPY 107,919 thousand`. */
function labelsWithNumbers({ rows, captions, columns }: ReadTable): TableLabel[] {
  const mostShares = mostSharesIn(rows.map(({ row }) => row.label));
  return rows.flatMap(({ row, concept, parents }): TableLabel[] => {
    const cell = row.cells[0];
    if (!cell || !/\d/.test(cell.source)) return [];
    const section = [...captions.section, ...parents];
    return [
      {
        line: row.line,
        start: cell.offset,
        end: cell.offset + cell.source.length,
        concept,
        table: captions.title,
        section,
        tableScale: { unit: captions.unit, mostShares },
        periods: [...new Set(columns.flatMap(({ period }) => period ?? []))],
      },
    ];
  });
}

const isKnown = (fact: Printed): boolean =>
  conceptById.get(fact.concept) !== undefined && !fact.unit.includes('unknown');

function makeRecord(
  context: DocumentContext,
  lines: readonly string[],
  blocks: readonly Block[],
  edition: Edition,
  file: string,
): DocumentRecord {
  const { issuer, id, title, released, period, basis } = context;
  const slugPeriod = periodSlug(context.calendar, period);
  return {
    issuer,
    id,
    file,
    edition,
    title,
    released,
    period,
    periodSlug: slugPeriod,
    basis,
    lines,
    blocks,
  };
}
