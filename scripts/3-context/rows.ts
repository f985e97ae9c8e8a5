import { foldLabel, plainLabel } from '../../src/concepts/fold-label.ts';
import { conceptById, sectionById, sections } from '../../src/concepts/index.ts';
import { findConcept, findMember, findSection, makeMemberId } from '../../src/concepts/vocabulary.ts';
import type { Concept, Kind, Section } from '../../src/model/concept.ts';
import type { RowRole } from '../../src/model/document.ts';
import type { Basis } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import type { Grid, GridCell, GridRow } from '../2-tables/grid.ts';
import { readBasis, withoutBasis } from '../grammar/aspects.ts';
import { unitsInLabel } from '../grammar/label-units.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import type { Captions } from './captions.ts';
import { partOfNamedYear } from './column-periods.ts';
import type { DocumentContext } from './document-context.ts';
import { namesOf, withoutPeriods } from './label-words.ts';
import {
  dividedBy,
  isPercentRow,
  isTotal,
  momentOf,
  paymentOf,
  periodIn,
  rowPeriod,
  styleOf,
} from './row-labels.ts';

/** What a row's label and its place say of the figures beside it. */
export interface ReadRow {
  readonly row: GridRow;
  readonly role: RowRole;
  readonly depth: number;
  /** As printed, without footnote marks and closing colon. */
  readonly label: string;
  /** Groups and parent rows above, outermost first, as printed. */
  readonly parents: readonly string[];
  /** Ids of the concepts and sections that enclose it, innermost first. */
  readonly enclosing: readonly string[];
  readonly concept: Concept | undefined;
  /** -1 where the label speaks of the concept's opposite. */
  readonly sense: 1 | -1;
  /** The label is a misspelling of a known one. */
  readonly isNearSpelling: boolean;
  /** The concept that the label names where the figures show that the row is the total of another section. */
  readonly misnames: Concept | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: Period | undefined;
  /** The period that a heading within the table names for the rows below it. */
  readonly groupPeriod: Period | undefined;
  /** Label of the item above, which a row without a label sums up to. */
  readonly follows: string;
  /** The row states the balance at the opening or the close of its column's period. */
  readonly moment: 'opening' | 'closing' | '';
  readonly basis: Basis | undefined;
  /** Units in the label; several stand for the columns in turn: `(JPY / U.S. Dollars / JPY)`. */
  readonly units: readonly UnitPhrase[];
}

interface Group {
  readonly text: string;
  readonly section: Section | undefined;
  readonly concept: Concept | undefined;
  /** Capitals and colon, which tell levels where indentation is lost. */
  readonly style: string;
  readonly period: Period | undefined;
  hasItems: boolean;
  /** Running sum of the figures under it, by cell. */
  readonly sums: Map<number, number>;
}

/** Walks the rows from the top, keeping the groups and parent rows that are open. */
export function readRows(grid: Grid, captions: Captions, context: DocumentContext): ReadRow[] {
  const walk = new RowWalk(grid, captions, context);
  return grid.rows.map((row, i) => walk.read(row, grid.rows[i - 1], grid.rows[i + 1]));
}

/** Headings within a table stand in no more others than this. */
const DEEPEST = 8;

class RowWalk {
  readonly #context: DocumentContext;
  readonly #frame: Parameters<typeof partOfNamedYear>[1];
  readonly #outer: readonly string[];
  readonly #isSegments: boolean;
  #groups: Group[] = [];
  /** Rows with figures under which others stand: `Total Revenues` above its parts. */
  #parents: { readonly label: string; readonly concept: Concept }[] = [];
  readonly #isPercentTable: boolean;
  /** What a heading such as `Revenue by region` divides into the rows below it. */
  #divided: Concept | undefined;
  /** Every row is a part of it, even one that is called like another concept. */
  readonly #isWhollyDivided: boolean;
  #segment = '';
  #follows = '';

  constructor(grid: Grid, captions: Captions, context: DocumentContext) {
    this.#context = context;
    this.#frame = { beside: grid.frame, around: captions.texts, calendar: context.calendar };
    this.#outer = captions.enclosing;
    this.#isWhollyDivided = captions.divided !== undefined;
    this.#divided = captions.divided ?? dividedBy(captions.title, this.#context);
    const items = grid.rows.filter(({ role }) => role === 'item');
    this.#isPercentTable = items.filter(isPercentRow).length * 2 > items.length;
    this.#isSegments =
      this.#outer.some((id) => sectionById.get(id)?.axis === 'segment') ||
      captions.section.some((text) => /\bsegments?\b/i.test(text));
  }

  read(row: GridRow, before: GridRow | undefined, after: GridRow | undefined): ReadRow {
    if (row.role === 'header' || row.role === 'unit') return this.#plain(row, row.role);
    if (row.role === 'group') return this.#group(row, before, after);
    return this.#item(row, after);
  }

  #group(row: GridRow, before: GridRow | undefined, after: GridRow | undefined): ReadRow {
    const label = plainLabel(row.label);
    const wraps =
      after?.role === 'item' && (after.cells[0]?.text === '' || after.label.startsWith(`${row.label} `));
    const concept = this.#find(label)?.concept;
    const section = findSection(label, {
      enclosing: this.#enclosing(),
      issuerNames: this.#context.issuerNames,
    });
    const isEmptyItem = !row.label.trim().endsWith(':') && concept !== undefined && section === undefined;
    if (label === '' || wraps || isEmptyItem)
      return { ...this.#plain(row, isEmptyItem && !wraps ? 'item' : 'group'), concept };
    this.#openGroup(
      {
        text: label,
        section,
        concept,
        style: styleOf(row.label),
        period: periodIn(label, this.#context),
        hasItems: false,
        sums: new Map(),
      },
      before?.role === 'group',
    );
    const placed = this.#plain(row, 'group');
    return {
      ...placed,
      depth: this.#groups.length - 1,
      parents: this.#groups.slice(0, -1).map(({ text }) => text),
    };
  }

  /** A group directly under another stands in it; otherwise it closes the open one of its own style. */
  #openGroup(group: Group, followsGroup: boolean): void {
    const last = this.#groups.at(-1);
    this.#divided = dividedBy(group.text, this.#context) ?? this.#divided;
    if (!(followsGroup && last && !last.hasItems)) {
      const peer = this.#groups.findIndex((open) => open.style === group.style && open.hasItems);
      if (peer >= 0) this.#groups.length = peer;
    }
    this.#groups.length = Math.min(this.#groups.length, DEEPEST);
    this.#groups.push(group);
    this.#parents = [];
    this.#segment = '';
  }

  #item(row: GridRow, after: GridRow | undefined): ReadRow {
    const label = plainLabel(row.label);
    const { text: folded } = foldLabel(label);
    for (const group of this.#groups) group.hasItems = true;
    const bare = withoutPeriods(withoutBasis(label), this.#context);
    const known = this.#isSegments || this.#divided ? findMember('segment', label)?.id : undefined;
    const found = known
      ? undefined
      : isTotal(folded, this.#divided !== undefined) || (this.#isWhollyDivided && /^total\b/.test(folded))
        ? this.#total()
        : this.#isWhollyDivided
          ? undefined
          : this.#findAny(namesOf(bare || label), row);
    const member =
      known ??
      (this.#divided && !found && !isTotal(folded, true) && label !== '' ? makeMemberId(label) : undefined);
    const closed = after?.role === 'item' ? undefined : this.#misnamedTotal(row, found?.concept);
    const concept = member ? this.#segmentConcept() : (closed ?? found?.concept);
    if (!closed) this.#addUp(row);
    if (member) this.#segment = member;
    const isSegmentPart =
      !member &&
      this.#isSegments &&
      this.#segment !== '' &&
      concept !== undefined &&
      this.#isBelowSegment(concept);
    if (!member && !isSegmentPart) this.#placeBelowParents(label, concept);
    const placed = this.#plain(row, 'item');
    const closes = this.#closes(concept, folded);
    const read: ReadRow = {
      ...placed,
      role:
        closes >= 0 ? (closes === 0 ? 'total' : 'sum') : /^(?:grand )?total\b/.test(folded) ? 'sum' : 'item',
      depth:
        this.#groups.length +
        Math.max(0, this.#parents.length - 1) +
        (member ? 1 : 0) +
        (isSegmentPart ? 2 : 0),
      parents: [
        ...this.#groups.map(({ text }) => text),
        ...this.#parents.slice(0, member || isSegmentPart ? undefined : -1).map((parent) => parent.label),
      ],
      concept,
      sense: found?.sense ?? 1,
      isNearSpelling: found?.spelling === 'near',
      misnames: closed && found ? found.concept : undefined,
      dimensions: {
        ...(member ? { segment: member } : isSegmentPart ? { segment: this.#segment } : {}),
        ...(concept?.statement === 'dividends' && paymentOf(label)),
      },
      period: rowPeriod(label, this.#context) ?? partOfNamedYear(label, this.#frame),
      groupPeriod: this.#groups.findLast(({ period }) => period !== undefined)?.period,
      moment: momentOf(label),
      basis: readBasis(label),
      units: unitsOf(label, this.#groups),
    };
    if (closes >= 0) this.#close(closes);
    if (label !== '') this.#follows = label;
    return read;
  }

  #find(label: string, kind?: Kind): ReturnType<typeof findConcept> {
    return findConcept(label, { enclosing: this.#enclosing(), issuerNames: this.#context.issuerNames, kind });
  }

  /** The first of a label's names that means a concept; a row of percentages among amounts of money is no money. */
  #findAny(names: readonly string[], row: GridRow): ReturnType<typeof findConcept> {
    const isPercent = !this.#isPercentTable && isPercentRow(row);
    for (const name of names) {
      const found = this.#find(name, isPercent ? 'percent' : undefined);
      if (found && !(isPercent && found.concept.kind === 'monetary')) return found;
    }
    return undefined;
  }

  /**
   * The total of the open section under a label that names another section's total: told by the column, which adds up
   * to it (`Net cash used in financing activities` at the foot of the investing activities). Most columns are enough:
   * one that does not add up has a misprint of its own. A part of the section's total may close a part of the section.
   */
  #misnamedTotal({ cells }: GridRow, named: Concept | undefined): Concept | undefined {
    const open = this.#groups.at(-1);
    const id = open?.section?.total;
    if (!open || id === undefined || named === undefined || named.id === id || !isTotalOfSection(named.id))
      return undefined;
    if (conceptById.get(id)?.sums?.some((way) => named.id in way)) return undefined;
    const figures = [...cells.entries()].flatMap(([cell, own]) =>
      signedFigures(own).map((value) => [cell, value] as const),
    );
    const footing = figures.filter(([cell, value]) => Math.abs((open.sums.get(cell) ?? 0) - value) <= 1);
    return 2 * footing.length > figures.length ? conceptById.get(id) : undefined;
  }

  #addUp({ cells }: GridRow): void {
    for (const [cell, own] of cells.entries()) {
      const value = signedFigures(own)[0];
      if (value !== undefined)
        for (const { sums } of this.#groups) sums.set(cell, (sums.get(cell) ?? 0) + value);
    }
  }

  /** A bare `Total` states what the innermost open group sums to. */
  #total(): ReturnType<typeof findConcept> {
    if (this.#divided) return { concept: this.#divided, sense: 1, spelling: 'alias' };
    for (const group of [...this.#groups].reverse()) {
      const id = group.section?.total ?? group.concept?.id;
      const concept = id === undefined ? undefined : conceptById.get(id);
      if (concept) return { concept, sense: 1, spelling: 'alias' };
    }
    return this.#find('total');
  }

  #enclosing(): string[] {
    return [
      ...this.#parents.map(({ concept }) => concept.id).reverse(),
      ...[...this.#groups]
        .reverse()
        .flatMap(({ section, concept }) => [
          ...(section ? [section.id] : []),
          ...(concept ? [concept.id] : []),
        ]),
      ...this.#outer,
    ];
  }

  /** A concept that is known only below one of the open parents stands under it; any other starts anew. */
  #placeBelowParents(label: string, concept: Concept | undefined): void {
    const at = concept ? this.#parents.findLastIndex((parent) => isPartOf(concept, parent.concept)) : -1;
    this.#parents.length = at + 1;
    if (concept) this.#parents.push({ label, concept });
    this.#segment = '';
  }

  /** A segment's row states what the row or heading above it names. */
  #segmentConcept(): Concept | undefined {
    if (this.#divided) return this.#divided;
    const parent = this.#parents[0]?.concept;
    if (parent) return parent;
    for (const id of this.#enclosing()) {
      const concept = conceptById.get(sectionById.get(id)?.total ?? id);
      if (concept) return concept;
    }
    return undefined;
  }

  #isBelowSegment(concept: Concept): boolean {
    return concept.statement === 'segments';
  }

  /** Index of the group that a row closes as its total, -1 for none. */
  #closes(concept: Concept | undefined, folded: string): number {
    const bare = folded === 'total' ? this.#groups.length - 1 : -1;
    if (bare >= 0) return bare;
    return this.#groups.findLastIndex(
      (group) =>
        (concept !== undefined && group.section?.total === concept.id) ||
        folded === `total ${foldLabel(group.text).text}`,
    );
  }

  #close(group: number): void {
    this.#groups.length = group;
    this.#parents = [];
  }

  #plain(row: GridRow, role: RowRole): ReadRow {
    return {
      row,
      role,
      depth: this.#groups.length,
      label: plainLabel(row.label),
      parents: this.#groups.map(({ text }) => text),
      enclosing: this.#enclosing(),
      concept: undefined,
      sense: 1,
      isNearSpelling: false,
      misnames: undefined,
      dimensions: {},
      period: undefined,
      groupPeriod: undefined,
      follows: this.#follows,
      moment: '',
      basis: undefined,
      units: [],
    };
  }
}

/** Whether a concept is known to stand below another: it is one of its summands, or its name is only right there. */
const isPartOf = (concept: Concept, parent: Concept): boolean =>
  (concept.within?.includes(parent.id) ?? false) ||
  (parent.sums?.some((weights) => concept.id in weights) ?? false);

const isTotalOfSection = (id: string): boolean => sections.some(({ total }) => total === id);

const signedFigures = ({ figures }: GridCell): number[] =>
  figures.flatMap(({ token, isNegative }) => (token ? [Number(token.digits) * (isNegative ? -1 : 1)] : []));

/** Units in the label, or else in the heading that it stands under: `Earnings per share (pence)`. */
function unitsOf(label: string, groups: readonly Group[]): UnitPhrase[] {
  const own = unitsInLabel(label);
  return own.length > 0 ? own : unitsInLabel(groups.at(-1)?.text ?? '');
}
