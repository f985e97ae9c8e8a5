import type { DocumentRecord, LineRange } from '../model/document.ts';
import { type Fact, isPrinted, type Printed } from '../model/fact.ts';
import { formatLines } from '../model/format.ts';
import type { Settled } from '../model/settled.ts';

/** Where the figures of a chart stand in one document. */
export interface Source {
  readonly document: DocumentRecord;
  /** Neighbouring lines together, in order. */
  readonly ranges: readonly LineRange[];
}

/** Lines no further apart than this are told as one range. */
const NEAR = 3;

/** The documents and lines that facts stand in, the newest first; a derived fact stands where its inputs stand. */
export function listSources(
  facts: readonly Fact[],
  all: Settled,
  documents: readonly DocumentRecord[],
): Source[] {
  const printed = facts.flatMap((fact) => findPrinted(fact, all));
  return documents.toReversed().flatMap((document) => {
    const lines = [
      ...new Set(printed.filter((fact) => fact.document === document.id).map(({ line }) => line)),
    ];
    return lines.length === 0 ? [] : [{ document, ranges: joinLines(lines.sort((a, b) => a - b)) }];
  });
}

/** `FY2012 release, lines 383–636; 1H12 release, line 58`: the first to the last line in each. */
export const nameSources = (sources: readonly Source[]): string =>
  sources
    .map(({ document, ranges }) => {
      const [first, last] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
      return `${nameRelease(document)}, ${formatLines(first, last)}`;
    })
    .join('; ');

export const nameRelease = ({ periodSlug }: DocumentRecord): string => `${periodSlug.toUpperCase()} release`;

function findPrinted(fact: Fact, all: Settled, seen = new Set<string>()): Printed[] {
  if (isPrinted(fact)) return [fact];
  if (seen.has(fact.id)) return [];
  seen.add(fact.id);
  return fact.inputs.flatMap((id) => {
    const input = all.byId(id);
    return input ? findPrinted(input, all, seen) : [];
  });
}

function joinLines(lines: readonly number[]): LineRange[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line - last[1] <= NEAR) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
