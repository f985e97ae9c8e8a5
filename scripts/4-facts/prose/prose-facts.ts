import type { Concept } from '../../../src/model/concept.ts';
import type { Explanation } from '../../../src/model/explanation.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { lastDay, type Period } from '../../../src/model/period.ts';
import type { OutlineBlock, OutlineText } from '../../1-read/outline-block.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { foreignLanguage } from '../../grammar/languages.ts';
import { isOpenNumber, regularNumbers } from '../../grammar/number-style.ts';
import { scanNumbers } from '../../grammar/numbers.ts';
import type { PeriodMention } from '../../grammar/periods.ts';
import { isTimeOnly } from '../../grammar/times.ts';
import { ALONE, inLanguage, LOST_ROW, type UntoldFigure } from '../untold.ts';
import { headsOutlook, tellsOfAim, tellsOfPast } from './basis.ts';
import { findReasons, withoutCompared } from './explanations.ts';
import { partOfHeadings } from './heading-parts.ts';
import { type HeadingContext, HeadingReader } from './headings.ts';
import { isRemarkOfBase } from './held-against.ts';
import { findNumbering, isLoneNumber } from './lone-numbers.ts';
import { isLostRow, isRunTogether } from './lost-rows.ts';
import { makeFacts } from './make-facts.ts';
import { type Measure, Measures } from './measures.ts';
import { markSpans, type NoteNumbers, notesIn } from './note-marks.ts';
import { findOtherSpans, kindOfNumber, type OtherPlace } from './other-numbers.ts';
import type { Part } from './part.ts';
import { PartLeads } from './part-leads.ts';
import { partsIn } from './parts.ts';
import { type PlacedText, placeLines, placePart } from './placed-text.ts';
import { ProperNames } from './proper-names.ts';
import { readSentence } from './read-sentence.ts';
import { ReportedSpans } from './reported-spans.ts';
import { saysAdjusted } from './says-adjusted.ts';
import type { TableScale } from './scaled-by-table.ts';
import { splitSentences } from './sentences.ts';
import { TablePeriods } from './settle-by-tables.ts';
import { findSpeakers, quotedWords, type Speaker } from './speakers.ts';
import type { BlockContext, Statement } from './statement.ts';
import { Story } from './story.ts';
import { TableLines } from './table-lines.ts';
import { FactRows } from './tie/fact-rows.ts';
import { periodsIn } from './times.ts';

/** A label of a table's row that holds numbers of its own. */
export interface TableLabel {
  /** 1-based. */
  readonly line: number;
  /** UTF-16 offsets of the label in its source line. */
  readonly start: number;
  readonly end: number;
  /** What the row measures. */
  readonly concept: Concept | undefined;
  readonly table: string;
  readonly section: readonly string[];
  readonly tableScale: TableScale;
  /** Those of its columns, in their order. */
  readonly periods: readonly Period[];
}

export interface ProseInput {
  readonly blocks: readonly OutlineBlock[];
  readonly tableLabels: readonly TableLabel[];
  /** What the tables state: sentences tell of the same lines, parts and periods. */
  readonly tables: readonly Printed[];
  readonly lines: readonly string[];
  readonly context: DocumentContext;
}

export interface ProseFacts {
  readonly facts: readonly Printed[];
  readonly explanations: readonly Explanation[];
  readonly other: readonly OtherPlace[];
  /** Numbers that are no facts, and why. */
  readonly untold: readonly UntoldFigure[];
}

/** The statements of sentences, headings, lists, quotes, notes and of labels in tables, and the reasons given for them. */
export function proseFacts({ blocks, tableLabels, tables, lines, context }: ProseInput): ProseFacts {
  const reader = new ProseReader(context, lines, tables);
  const captions = captionsOver(blocks);
  const texts = blocks.filter((block): block is OutlineText => block.kind !== 'table');
  const placed = texts.map((block) => placeLines(lines, block.lines, context.proseNumbers));
  const speakers = findSpeakers(
    texts.map(({ kind }, i) => ({
      text: placed[i]?.text ?? '',
      isQuote: kind === 'quote',
      isBetween: kind === 'footnote' || kind === 'note',
    })),
  );
  const adjusted = new Set(
    texts.filter((_, i) => saysAdjusted(placed[i]?.text ?? '')).map(({ section }) => section.join('\n')),
  );
  texts.forEach((block, i) => {
    const text = placed[i];
    const captioned = { ...block, above: [...block.section, ...(captions.get(block) ?? [])] };
    if (text) reader.readBlock(captioned, text, speakers[i], adjusted.has(block.section.join('\n')));
  });
  for (const label of tableLabels) reader.readLabel(label);
  return {
    facts: reader.facts.sort(byPlace),
    explanations: reader.explanations,
    other: reader.other,
    untold: reader.untold,
  };
}

/** Captions that tell a time and stand over texts: `Second Quarter 2026` above bullets heads them up to the next head. */
function captionsOver(blocks: readonly OutlineBlock[]): ReadonlyMap<OutlineBlock, readonly string[]> {
  let caption: readonly string[] = [];
  const over = new Map<OutlineBlock, readonly string[]>();
  blocks.forEach((block, i) => {
    if (block.kind === 'unit')
      caption = blocks[i + 1]?.kind !== 'table' && isTimeOnly(block.text) ? [block.text] : [];
    else if (block.kind === 'heading' || block.kind === 'table') caption = [];
    else over.set(block, caption);
  });
  return over;
}

/** A text with the headings and the caption above it. */
type CaptionedText = OutlineText & { readonly above: readonly string[] };

/** Longer sentences that end with a colon lead to a quote. */
const MOST_OF_LEAD = 200;

/** Words that need another behind them; a page's end or a forced line end may stand there. */
const BREAKS_OFF =
  /(?:\s(?:and|or|of|the|an?|to|from|for|in|on|at|by|with|its|our|than|compared|versus|adjusted|diluted|approximately)|\d (?:million|billion),|,)\s*$/i;

const byPlace = (a: Printed, b: Printed): number => a.line - b.line || a.column - b.column;

class ProseReader {
  readonly facts: Printed[] = [];
  readonly explanations: Explanation[] = [];
  readonly other: OtherPlace[];
  readonly untold: UntoldFigure[] = [];
  readonly #document: DocumentContext;
  readonly #lines: readonly string[];
  /** Lines that have the number of a page or a note. */
  readonly #numbering: ReadonlySet<number>;
  readonly #measures: Measures;
  readonly #parts: readonly Part[];
  readonly #names: ProperNames;
  readonly #leads: PartLeads;
  readonly #tableLines: TableLines;
  readonly #tablePeriods: TablePeriods;
  readonly #rows: FactRows;
  readonly #spans: ReportedSpans;
  readonly #headings: HeadingReader;
  readonly #notes: NoteNumbers;
  /** The text before breaks off within a sentence. */
  #isTorn = false;
  #breaksOff = false;
  readonly #periods = new Map<string, readonly PeriodMention[]>();
  /** The words of a line of its own, which may name the measure of the lines below it. */
  #lead = '';
  /** The headings over rows of a table that lost its columns: the nearest may be one of its heads. */
  #lostUnder: string | undefined;
  /** The line that a list hangs on: `First quarter 2025 guidance:`. */
  #listLead = '';
  /** The time in a line below that one: `Outlook:`, `First half 2025:`. */
  #timeLead = '';
  /** The item that those below it hang on, `• Third quarter 2026:`, and their own bullet. */
  #itemLead: { readonly text: string; readonly bullet: string; readonly below?: string } | undefined;

  constructor(document: DocumentContext, lines: readonly string[], tables: readonly Printed[]) {
    this.#parts = partsIn(tables);
    this.#leads = new PartLeads(this.#parts, tables);
    this.#tableLines = new TableLines(tables);
    this.#tablePeriods = new TablePeriods(tables, document.calendar);
    this.#rows = new FactRows(tables);
    this.#spans = new ReportedSpans(tables);
    this.#document = document;
    this.#lines = lines;
    this.other = findNumbering(lines);
    this.#numbering = new Set(this.other.map(({ line }) => line));
    this.#names = new ProperNames(lines);
    this.#notes = notesIn(lines);
    this.#measures = new Measures(document.issuerNames);
    this.#headings = new HeadingReader(document, this.#measures, this.#periodsIn);
  }

  readBlock(
    block: CaptionedText,
    placed: PlacedText,
    speaker: Speaker | undefined,
    isSplitAdjusted: boolean,
  ): void {
    this.#isTorn = this.#breaksOff;
    this.#breaksOff = BREAKS_OFF.test(placed.text);
    const above = this.#above(block, placed.text);
    const headings = this.#headings.read(above);
    if (headings.headingPeriod && !headings.isOfTitle) this.#spans.addHeading(headings.headingPeriod);
    const lead = this.#leadFor(placed.text, block.kind, headings);
    const part = this.#leads.partOf(block, placed.text);
    const [first] = block.lines;
    if (!/\d/.test(placed.text) || (isLoneNumber(placed.text) && this.#numbering.has(first))) return;
    const path = block.section.join('\n');
    if (this.#leave(block, placed)) {
      this.#lostUnder = path;
      return;
    }
    const context = {
      ...headings,
      ...(this.#lostUnder === path && { headingMeasure: undefined }),
      headingPeriod: this.#periodAbove(headings, `${above.join(' ')} ${placed.text}`),
      isOfTitle:
        headings.isOfTitle && this.#spans.isSplitByHeadings(headings.headingPeriod ?? this.#document.period),
      ...(lead && { headingMeasure: lead }),
      document: this.#document,
      measures: this.#measures,
      lines: this.#tableLines,
      rows: this.#rows,
      spans: this.#spans,
      parts: this.#parts,
      names: this.#names,
      periodsIn: this.#periodsIn,
      isSplitAdjusted,
      notes: this.#notes,
      isTorn: this.#isTorn,
      isLabel: false,
    };
    this.#read(placed, context, {
      section: block.section,
      above,
      table: '',
      speaker,
      isQuote: block.kind === 'quote',
      part,
    });
  }

  /** Leaves the numbers of a text unread that are none of a sentence in English, with the reason. */
  #leave({ lines: [first, last], kind }: OutlineText, placed: PlacedText): boolean {
    const spans = [
      ...markSpans(placed.text, this.#notes),
      ...findOtherSpans(placed.text, this.#periodsIn(placed.text)),
    ];
    const tokens = scanNumbers(placed.text);
    const kinds = tokens.map((token) => ({ token, of: kindOfNumber(token, spans) }));
    const open = kinds.filter(({ of }) => of === undefined).map(({ token }) => token);
    const language = foreignLanguage(placed.text);
    const isLost =
      (kind !== 'listItem' || first !== last) &&
      (isLostRow(placed.text, this.#lines.slice(first - 1, last), open) ||
        isRunTogether(placed.text, tokens));
    if (!language && !isLost) return false;
    const reason = language ? inLanguage(language) : isLoneNumber(placed.text) ? ALONE : LOST_ROW;
    for (const { token, of } of kinds) {
      const place = placed.placeOf(token.start);
      if (of) this.other.push({ kind: of, ...place });
      else this.untold.push({ ...place, text: token.raw, reason });
    }
    return true;
  }

  /** What is ahead at the release does not hold for texts that aim at nothing. */
  #periodAbove({ headingPeriod, pastPeriod }: HeadingContext, around: string): Period | undefined {
    return this.#isAhead(headingPeriod) && !tellsOfAim(around) ? pastPeriod : headingPeriod;
  }

  /** Nor for a sentence that tells of what was, among others that aim: `Cash flow rose 43%. Our outlook reflects …`. */
  #contextForSentence = (text: string, context: BlockContext): BlockContext =>
    tellsOfPast(text) ? { ...context, headingPeriod: context.pastPeriod } : context;

  #isAhead = (period: Period | undefined): boolean =>
    period !== undefined && lastDay(period) > this.#document.released;

  /**
   * The headings above a text. A line or an item with a colon at its end, or a sentence that ends a text with one, heads
   * the list below it as a heading would; one that leads to aims, plain lines too.
   */
  #above({ kind, above: section }: CaptionedText, text: string): readonly string[] {
    const isLead = text.length <= 100 && /:\s*$/.test(text);
    if (kind !== 'listItem') {
      const isLed = headsOutlook(this.#listLead) && /\d/.test(text) && !tellsOfPast(text);
      const lead = /:\s*$/.test(text) ? (splitSentences(text).at(-1)?.text ?? '') : '';
      this.#itemLead = undefined;
      if (isLed && !lead) return [...section, ...this.#leadsOfList()];
      const time = /[\p{L}\d][^:]*/u.exec(lead)?.[0].replace(/[^\p{L}\d]+$/u, '') ?? '';
      if (this.#listLead !== '' && time !== '' && isTimeOnly(time)) {
        this.#timeLead = time;
        return [...section, this.#listLead];
      }
      this.#timeLead = '';
      this.#listLead = isRemarkOfBase(text) ? text : lead.length <= MOST_OF_LEAD ? lead : '';
      return section;
    }
    const within = [...section, ...this.#leadsOfList()];
    const bullet = /^\s*(\P{L})/u.exec(text)?.[1] ?? '';
    const above = this.#itemLead;
    if (isLead) this.#itemLead = { text, bullet };
    else if (above && above.below !== undefined && bullet === above.bullet && bullet !== above.below)
      this.#itemLead = undefined;
    else if (above) this.#itemLead = { ...above, below: bullet };
    return this.#itemLead && !isLead
      ? [...within, this.#itemLead.text.replace(/^[^\p{L}\p{N}]+/u, '')]
      : within;
  }

  #leadsOfList = (): readonly string[] => [this.#listLead, this.#timeLead].filter((lead) => lead !== '');

  readLabel({ line, start, end, concept, table, section, tableScale, periods }: TableLabel): void {
    const placed = placePart(this.#lines, line, start, end, this.#document.numbers);
    if (!/\d/.test(placed.text)) return;
    if (isLoneNumber(placed.text)) {
      this.other.push({ kind: 'numbering', ...placed.placeOf(placed.text.search(/\d/)) });
      return;
    }
    const enclosing = concept ? [concept.id] : [];
    const measure = concept
      ? { concept, id: concept.id, label: concept.label, sense: 1 as const, dimensions: {} }
      : undefined;
    const context = {
      enclosing,
      path: [],
      headingMeasure: concept?.kind === 'shares' ? measure : undefined,
      headingPeriod: undefined,
      pastPeriod: undefined,
      against: undefined,
      document: this.#document,
      measures: this.#measures,
      lines: this.#tableLines,
      rows: this.#rows,
      spans: this.#spans,
      parts: [],
      names: this.#names,
      periodsIn: this.#periodsIn,
      isSplitAdjusted: false,
      notes: this.#notes,
      isTorn: false,
      isLabel: true,
      tableScale,
      columns: periods,
    };
    this.#read(placed, context, {
      section,
      above: section,
      table,
      speaker: undefined,
      isQuote: false,
      part: undefined,
    });
  }

  /**
   * A short text that only names a measure leads the lines below it that open with a time and a colon; they keep it
   * until another text comes.
   */
  #leadFor(text: string, kind: OutlineText['kind'], { enclosing }: HeadingContext): Measure | undefined {
    const opens = /^[^:]{4,80}:\s*\S/.exec(text);
    const time = opens && this.#periodsIn(opens[0])[0];
    const isLed = time && /^\W*(?:(?:as of|as at|for|at|in|the)\s+)*$/i.test(text.slice(0, time.start));
    if (isLed) return this.#measures.find(this.#lead, undefined, enclosing);
    const isName = text.length <= 140 && kind !== 'unit';
    this.#lead = isName ? text.replace(/^\s*\((?:note|reference)\s?\d*\)\s*|:\s*$/gi, '') : '';
    return undefined;
  }

  /** Remembers what it found: notes repeat themselves. */
  #periodsIn = (text: string): readonly PeriodMention[] => {
    const known = this.#periods.get(text) ?? periodsIn(text, this.#document.calendar);
    this.#periods.set(text, known);
    return known;
  };

  #read(placed: PlacedText, context: BlockContext, where: Where): void {
    const story = new Story(context.document.period);
    story.part = where.part ?? partOfHeadings(context.path, context.parts, context.measures);
    let before: readonly Statement[] = [];
    const made = new Map<Statement, readonly string[]>();
    for (const { text, start } of splitSentences(placed.text)) {
      if (isLoneNumber(text)) continue;
      const sentence = readSentence(text, story, this.#contextForSentence(text, context));
      for (const { kind, start: at } of sentence.others)
        this.other.push({ kind, ...placed.placeOf(start + at) });
      for (const statement of sentence.statements) {
        const facts = makeFacts(
          statement,
          { placed, offset: start, sentence: text, ...where },
          context,
        ).filter(({ raw }) => !this.#isOpen(raw));
        made.set(
          statement,
          facts.map(({ id }) => id),
        );
        for (const fact of facts)
          this.#add(statement.tied ? fact : this.#tablePeriods.settle(fact, statement.isUndated));
      }
      const reasons = findReasons(sentence, before);
      for (const reason of reasons)
        this.#explain(
          'reason',
          placed,
          start + reason.start,
          start + reason.end,
          reason.statements,
          made,
          where,
        );
      if ((where.isQuote || where.speaker) && sentence.statements.length > 0 && reasons.length === 0) {
        const quoted = quotedWords(text);
        this.#explain(
          'quote',
          placed,
          start + quoted.start,
          start + quoted.end,
          withoutCompared(sentence.statements),
          made,
          where,
        );
      }
      before = sentence.statements;
    }
  }

  /** Of the ends of a range neither is surer than the other. */
  #add(fact: Printed): void {
    const lower = this.facts.at(-1);
    const isRange = fact.qualifier === 'to' && lower?.qualifier === 'from' && lower.concept === fact.concept;
    if (isRange && lower) this.facts[this.facts.length - 1] = { ...lower, doubt: lower.doubt || fact.doubt };
    this.facts.push(isRange ? { ...fact, doubt: fact.doubt || (lower?.doubt ?? '') } : fact);
  }

  #isOpen(raw: string): boolean {
    const style = this.#document.proseNumbers;
    return style.isUnclear && isOpenNumber(regularNumbers(raw, style), style);
  }

  #explain(
    kind: Explanation['kind'],
    placed: PlacedText,
    from: number,
    to: number,
    statements: readonly Statement[],
    made: ReadonlyMap<Statement, readonly string[]>,
    { speaker }: Where,
  ): void {
    const { issuer, id } = this.#document;
    const start = placed.placeOf(from);
    const end = placed.endOf(to);
    this.explanations.push({
      id: `${issuer}/${id}#L${start.line}@${start.column}`,
      issuer,
      document: id,
      kind,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      text: placed.printed(from, to),
      speaker: speaker?.name ?? '',
      role: speaker?.role ?? '',
      facts: statements.flatMap((statement) => made.get(statement) ?? []),
    });
  }
}

interface Where {
  readonly section: readonly string[];
  readonly above: readonly string[];
  readonly table: string;
  readonly speaker: Speaker | undefined;
  readonly isQuote: boolean;
  /** The part of the business that the text above leads to. */
  readonly part: Part | undefined;
}
