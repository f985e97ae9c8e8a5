import { foldLabel } from '../../src/concepts/fold-label.ts';
import { conceptById, sectionById, sections } from '../../src/concepts/index.ts';
import { readTelling, type Telling } from '../../src/concepts/vocabulary.ts';
import type { Concept, Section } from '../../src/model/concept.ts';
import type { Period } from '../../src/model/period.ts';
import { rememberEach } from '../../src/model/remember.ts';
import type { GridCell, GridRow } from '../2-tables/grid.ts';
import { isNextInList } from '../grammar/list-marks.ts';

/** A heading within a table. */
export interface Group {
  readonly text: string;
  /** With the mark of a list that it bears or that stands before it. */
  readonly listed: string;
  readonly section: Section | undefined;
  readonly concept: Concept | undefined;
  /** Capitals and colon, which tell levels where indentation is lost. */
  readonly style: string;
  readonly period: Period | undefined;
  /** How the rows below it are told, where it says so: `Non-GAAP`. */
  readonly telling: Telling | undefined;
  /** A caption of the table rather than a heading of some of its rows. */
  readonly isTitle: boolean;
}

interface OpenGroup extends Group {
  hasItems: boolean;
  /** Running sum of the figures under it, by cell. */
  readonly sums: Map<number, number>;
  /** That from the last row on that the rows above it make. */
  readonly since: Map<number, number>;
  /** Ids of the concepts that its rows have stated. */
  readonly stated: Set<string>;
}

/** Headings within a table stand in no more others than this. */
const DEEPEST = 8;

/** The headings and parent rows that are open while a table is read from the top, outermost first. */
export class OpenHeadings {
  /** What all rows make together, for those under no heading. */
  readonly #table = { sums: new Map<number, number>(), since: new Map<number, number>() };
  readonly #outer: readonly string[];
  readonly #groups: OpenGroup[] = [];
  /** Rows with figures under which others stand: `Total Revenues` above its parts. */
  #parents: { readonly label: string; readonly concept: Concept }[] = [];

  /** `outer`: ids of the sections that enclose the table, innermost first. */
  constructor(outer: readonly string[]) {
    this.#outer = outer;
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  get parents(): readonly { readonly label: string; readonly concept: Concept }[] {
    return this.#parents;
  }

  /** A group directly under another stands in it; otherwise it closes the open one of its own style. */
  open(group: Group, followsGroup: boolean): void {
    const last = this.#groups.at(-1);
    if (!(followsGroup && last && !last.hasItems)) {
      const peer = this.#groups.findIndex((open) => open.hasItems && !standsOver(open.style, group.style));
      if (peer >= 0) this.#groups.length = peer;
    }
    this.#groups.length = Math.min(this.#groups.length, DEEPEST);
    this.#groups.push({ ...group, hasItems: false, sums: new Map(), since: new Map(), stated: new Set() });
    this.#parents = [];
  }

  /** Index of the group that a row closes as its total, -1 for none. */
  closedBy(concept: Concept | undefined, folded: string): number {
    if (folded === 'total' && this.#groups.length > 0) return this.#groups.length - 1;
    const wholes = [folded, folded.replace(/^total of /, 'total ').replace(/ net$/, '')];
    return this.#groups.findLastIndex((group) => {
      const { text } = foldLabel(group.text);
      return (
        (concept !== undefined && group.section?.total === concept.id) ||
        wholes.includes(`total ${text}`) ||
        (/^(?:non ?)?current$/.test(text) && folded.startsWith(`total ${text} `))
      );
    });
  }

  /** Index of the heading that a row comes after in a list: `d) Excise duty` ends what `c) Changes in stocks` opened. */
  listedBefore(label: string): number {
    return this.#groups.findLastIndex(({ listed }) => isNextInList(listed, label));
  }

  close(group: number): void {
    this.#groups.length = Math.max(0, group);
    this.#parents = [];
  }

  /** A row stands under every open group. */
  meetItem(): void {
    for (const group of this.#groups) group.hasItems = true;
  }

  addUp(row: GridRow, concept: Concept | undefined): void {
    if (concept) this.#groups.at(-1)?.stated.add(concept.id);
    const isSubtotal = this.addsUp(row);
    const open = [this.#table, ...this.#groups];
    for (const [cell, own] of row.cells.entries()) {
      const value = signedFigures(own)[0];
      if (value === undefined) continue;
      for (const { sums, since } of open) {
        sums.set(cell, (sums.get(cell) ?? 0) + value);
        since.set(cell, isSubtotal ? value : (since.get(cell) ?? 0) + value);
      }
    }
  }

  /** Whether the figures of a row are what the rows of the innermost heading make together. */
  addsUp(row: GridRow): boolean {
    const open = this.#groups.at(-1);
    return open !== undefined && foots(row, open.sums);
  }

  /** Or what those from its last subtotal on make. */
  addsUpSince(row: GridRow): boolean {
    const open = this.#groups.at(-1) ?? this.#table;
    return foots(row, open.sums) || foots(row, open.since);
  }

  /** A concept that is known only below one of the open parents stands under it; any other starts anew. */
  placeBelowParents(label: string, concept: Concept | undefined): void {
    const at = concept ? this.#parents.findLastIndex((parent) => standsBelow(concept, parent.concept)) : -1;
    this.#parents.length = at + 1;
    if (concept) this.#parents.push({ label, concept });
  }

  /** Ids of the concepts and sections that are open, innermost first. */
  enclosing(): string[] {
    return [...this.#parents.map(({ concept }) => concept.id).reverse(), ...this.around()];
  }

  /** Those of the headings alone. */
  around(): string[] {
    const groups = this.#groups
      .toReversed()
      .flatMap(({ section, concept }) => [
        ...(section ? [section.id] : []),
        ...(concept ? [concept.id] : []),
      ]);
    return [...groups, ...this.#outer];
  }

  /**
   * How the rows of the innermost heading that says so are told. One that names its measure, such as `Adjusted income per
   * share`, says it of no other measure's rows; one that names a measure of the accounts says that they are plain.
   */
  telling(): Telling | undefined {
    let isOther = false;
    for (const { telling, concept, section, text } of this.#groups.toReversed()) {
      if (telling) return isOther && MEASURED.test(telling.rest) ? undefined : telling;
      const own = concept ? readTelling(text) : undefined;
      if (own?.isPlain) return own;
      isOther ||= concept !== undefined || section !== undefined;
    }
    return undefined;
  }

  /** Below `Other (income) expense` and the like what is printed negative is income: the section that the heading names. */
  turnedSection(): Section | undefined {
    const open = this.#groups.findLast(({ section }) => section !== undefined);
    return open && foldLabel(open.text).sense < 0 ? open.section : undefined;
  }

  /** What the innermost group that sums to something sums to. */
  total(): Concept | undefined {
    for (const { section, concept } of this.#groups.toReversed()) {
      const id = section?.total ?? concept?.id;
      const total = id === undefined ? undefined : conceptById.get(id);
      if (total) return total;
    }
    return undefined;
  }

  /** What the innermost entry, open or around the table, names or sums to. */
  measure(): Concept | undefined {
    for (const id of this.enclosing()) {
      const concept = conceptById.get(sectionById.get(id)?.total ?? id);
      if (concept) return concept;
    }
    return undefined;
  }

  /**
   * The total of the open section under a label that names another section's total: told by the column, which adds up
   * to it (`Net cash used in financing activities` at the foot of the investing activities). Most columns are enough:
   * one that does not add up has a misprint of its own. A part of the section's total may close a part of the section.
   * What is attributed to owners and others sums to whatever was named above, net or comprehensive income.
   * A total below a heading that is a measure is that measure where it adds up: `Total income from operations` of the parts
   * of an operating income.
   * A label that the section has had already may name its sum: `Net change in unrealized gain (loss)`.
   */
  misnamedTotal(row: GridRow, named: Concept | undefined): Concept | undefined {
    const open = this.#groups.at(-1);
    if (open && named && foldLabel(row.label).text === `total ${foldLabel(open.text).text}`) return undefined;
    if (open?.concept && named !== open.concept && /^total\b/i.test(row.label) && named?.kind === 'monetary')
      return this.addsUp(row) ? open.concept : undefined;
    const id = open?.section?.total;
    if (!open || id === undefined || named === undefined || named.id === id) return undefined;
    if (/Attributable/.test(open.section?.id ?? '')) return undefined;
    if (!isTotalOfSection(named.id) && !open.stated.has(named.id)) return undefined;
    if (!open.stated.has(named.id) && conceptById.get(id)?.sums?.some((way) => named.id in way))
      return undefined;
    return this.addsUp(row) ? conceptById.get(id) : undefined;
  }
}

/** A heading in capitals stands over others; of any other two styles the one that came first does. */
const standsOver = (open: string, own: string): boolean =>
  open !== own && !(own.startsWith('capitals') && open.startsWith('mixed'));

const MEASURED = /\b(?:income|loss|profit|earnings|per share|revenues?|margin|expenses?|ebitda|cash flow)\b/i;

/** Whether a concept is known to stand below another: it is one of its summands, or its name is only right there. */
const standsBelow = (concept: Concept, parent: Concept): boolean =>
  (concept.within?.includes(parent.id) ?? false) ||
  (parent.sums?.some((weights) => concept.id in weights) ?? false);

export const isTotalOfSection = (id: string): boolean => sections.some(({ total }) => total === id);

/** Whether most figures of a row are those sums, by their cells. */
function foots({ cells }: GridRow, sums: ReadonlyMap<number, number>): boolean {
  let [figures, footing] = [0, 0];
  for (const [cell, own] of cells.entries())
    for (const value of signedFigures(own)) {
      figures++;
      if (Math.abs((sums.get(cell) ?? 0) - value) <= 1) footing++;
    }
  return 2 * footing > figures;
}

const signedFigures = rememberEach(({ figures }: GridCell): readonly number[] =>
  figures.flatMap(({ token, isNegative }) => (token ? [Number(token.digits) * (isNegative ? -1 : 1)] : [])),
);
