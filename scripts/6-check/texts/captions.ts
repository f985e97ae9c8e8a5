import type { Block, DocumentRecord, TableBlock, TextBlock } from '../../../src/model/document.ts';
import { formatSpan } from '../../../src/model/format.ts';
import { isDuration, isInstant, lastDay, monthsIn, type Period } from '../../../src/model/period.ts';
import { findPeriods, type PeriodMention } from '../../grammar/periods.ts';
import { type FactsAt, shownWords, type TextCheck, type WordComparison } from './text-finding.ts';

/** Text that speaks of the tables that come after it. */
const INTRODUCTION =
  /\b(?:following|below)\b[^.]*\btables?\b|\btables?\b[^.]*\b(?:following|below)\b|\bfollows?\s*[.:]?\s*$/i;
/** Text under a table that speaks of it. */
const LOOKS_BACK = /\babove,? (?:the )?(?:presentation|tables?|statements?|figures|information)\b/i;

/**
 * The periods that a caption, an introduction or a note names are those of the table that it belongs to. What stands
 * alone on its line above one of several tables may be a running head of the whole report: that is another basis.
 */
export const captions: TextCheck = {
  rule: 'caption-dates',
  *compare(document, { calendar }, { factsAt }) {
    for (const [index, block] of document.blocks.entries()) {
      const table = block.kind === 'table' ? block : undefined;
      if (table) {
        for (const { text, isOuter } of captionsAbove(document.blocks, index))
          yield* [...compare(text, table, 'caption')].filter(
            ({ verdict }) => !isOuter || verdict === 'exact',
          );
        for (const text of findNotes(document, table))
          if (LOOKS_BACK.test(joinText(text))) yield* compare(text, table, 'note');
      } else if (block.kind === 'paragraph' && INTRODUCTION.test(joinText(block))) {
        const next = document.blocks.slice(index + 1).find((other) => other.kind === 'table');
        if (next?.kind === 'table') yield* compare(block, next, 'introduction');
      }
    }

    /**
     * `(As of March 31, 2012 and March 31, 2013)`, bracketed under a title, says just what the columns are of: a date
     * among them that no column has, or one said twice.
     */
    function findStrays(words: string, periods: ReadonlySet<Period>): readonly Period[] {
      const bracket = COLUMNS_TOLD.exec(words)?.[0] ?? '';
      const told = findPeriods(bracket, calendar).map(({ period }) => period);
      const like = told.filter((period) => [...periods].some((other) => isAlike(period, other)));
      if (told.length !== 2 || like.length !== 2) return [];
      const strays = told.filter((period) => !isAmong(period, periods));
      return told[0] === told[1] && periods.size > 1 ? told : strays;
    }

    function joinText({ lines }: Pick<TextBlock, 'lines'>): string {
      return shownWords(document, lines);
    }

    function* compare(
      text: Pick<TextBlock, 'lines'>,
      table: TableBlock,
      kind: 'caption' | 'introduction' | 'note',
    ): Generator<WordComparison> {
      const words = joinText(text);
      const found = findPeriods(words, calendar);
      const mentions = found.map(({ period }) => period);
      const periods = tablePeriods(document, table, factsAt);
      const matching = mentions.filter((period) => isAmong(period, periods));
      const inTurn = kind === 'note' ? [] : namedInTurn(words, found, periods);
      const strays = kind === 'caption' ? findStrays(words, periods) : [];
      const cumulative = kind === 'caption' ? namedToDate(words, found, periods) : [];
      const isOpen = hasOpenColumn(document, table, factsAt);
      const against = (isOpen ? [] : mentions).filter(
        (period) =>
          strays.includes(period) ||
          (!isAmong(period, periods) &&
            contradicts(period, periods, kind) &&
            !inTurn.includes(period) &&
            !cumulative.includes(period)),
      );
      if (matching.length + against.length === 0) return;
      const isHead = kind === 'caption' && against.length > 0 && isBare(words, found);
      const line = text.lines[0];
      yield {
        rule: `${kind}-dates`,
        verdict: against.length === 0 ? 'exact' : isHead ? 'basis' : 'slip',
        line,
        expected: described(periods),
        actual: described(against.length > 0 ? against : matching),
        message: writeMessage(kind, line, table, against, periods),
      };
    }
  },
  example: {
    text: `The following tables are highlights of the 4th Quarter FY2020 (unaudited, from April 1, 2020 to March 31, 2021).

Operating Results Summary

| | 4Q19 | 4Q20 |
| | JPY millions | JPY millions |
| Total revenues | 14,813 | 15,324 |
| Cost of revenues | 9,400 | 9,912 |
| Gross profit | 5,413 | 5,412 |`,
    finds:
      'The introduction in line 9 speaks of the year to 31 March 2021; the table from line 13 is of the three months to 31 March 2020; three months to 31 March 2021.',
  },
};

/**
 * Headings and unit lines that stand directly above a table. The heading of a part that holds others too may name
 * another period than this one table: it counts only where it fits.
 */
function* captionsAbove(
  blocks: readonly Block[],
  index: number,
): Generator<{ readonly text: TextBlock; readonly isOuter: boolean }> {
  let depth = Number.POSITIVE_INFINITY;
  let isOuter = false;
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'table' || (block.kind !== 'heading' && block.kind !== 'unit')) return;
    isOuter ||= block.kind === 'heading' && block.depth < depth && depth < Number.POSITIVE_INFINITY;
    if (block.kind === 'heading') depth = block.depth;
    yield { text: block, isOuter };
  }
}

const findNotes = ({ blocks }: DocumentRecord, table: TableBlock): TextBlock[] =>
  blocks.filter(
    (block): block is TextBlock =>
      block.kind !== 'table' && table.notes.some(([first]) => first === block.lines[0]),
  );

function tablePeriods(document: DocumentRecord, table: TableBlock, factsAt: FactsAt): ReadonlySet<Period> {
  const facts = table.rows
    .flatMap(({ line }) => factsAt(document.id, line))
    .filter(({ origin }) => origin === 'table');
  return new Set(facts.flatMap(({ period, compared }) => (compared ? [period, compared] : [period])));
}

/** A column most of whose figures are unsure may be of any period. */
function hasOpenColumn(document: DocumentRecord, { rows }: TableBlock, factsAt: FactsAt): boolean {
  const open = new Map<number, number>();
  const items = rows.filter(({ line }) => factsAt(document.id, line).length > 0);
  for (const { line, cells } of items) {
    const told = new Set(factsAt(document.id, line).map(({ cell }) => cell));
    for (const [at, { text }] of cells.entries())
      if (at > 0 && /\d/.test(text)) open.set(at, (open.get(at) ?? 0) + (told.has(at) ? -1 : 1));
  }
  return [...open.values()].some((count) => count > 0);
}

/** The table has it, or it names the day on which a period of the table ends, or the period to a day of balances. */
function isAmong(period: Period, periods: ReadonlySet<Period>): boolean {
  if (periods.has(period)) return true;
  const others = [...periods];
  if (isInstant(period)) return others.some((other) => lastDay(other) === period);
  return others.every(isInstant) && others.includes(lastDay(period));
}

const COLUMNS_TOLD =
  /\((?:as (?:of|at)|for (?:the )?|three[- ]months|six[- ]months|nine[- ]months|twelve[- ]months|(?:fiscal )?years?)[^()]*\d{4}\)/i;

const isAlike = (a: Period, b: Period): boolean =>
  isInstant(a) === isInstant(b) && monthsIn(a) === monthsIn(b);

/** The same end and another length; of a note, any other period, since it speaks of this table alone. */
const contradicts = (period: Period, periods: ReadonlySet<Period>, kind: string): boolean =>
  isDuration(period) &&
  (kind === 'note' || [...periods].some((other) => isDuration(other) && lastDay(other) === lastDay(period)));

/** `The three months and year ended December 31, 2024`: what `and` joins to a span of the table is of another table. */
const namedInTurn = (
  words: string,
  found: readonly PeriodMention[],
  periods: ReadonlySet<Period>,
): readonly Period[] => {
  const own = found.filter(({ period }) => isDuration(period) && periods.has(period));
  const areJoined = (a: PeriodMention, b: PeriodMention): boolean =>
    a.end <= b.start &&
    /^\s*(?:,|and|&|,\s*and)\s+(?:the\s+)?(?:fiscal\s+|full\s+)?$/i.test(words.slice(a.end, b.start));
  return found
    .filter((one) => own.some((other) => areJoined(one, other) || areJoined(other, one)))
    .map(({ period }) => period);
};

/** `Results for the third quarter` over nine months: many call by the quarter what the year has come to by its end. */
const namedToDate = (
  words: string,
  found: readonly PeriodMention[],
  periods: ReadonlySet<Period>,
): readonly Period[] =>
  found
    .filter(({ start, end }) => /quarter|\b[1-4]Q|\bQ[1-4]/i.test(words.slice(start, end)))
    .map(({ period }) => period)
    .filter((period) =>
      [...periods].some(
        (other) =>
          isDuration(other) && lastDay(other) === lastDay(period) && [6, 9].includes(monthsIn(other)),
      ),
    );

/** Nothing but a period stands on the line. */
const isBare = (words: string, [mention, ...others]: readonly PeriodMention[]): boolean =>
  mention !== undefined &&
  others.length === 0 &&
  !/[^\s,.*]/.test(words.slice(0, mention.start) + words.slice(mention.end));

const described = (periods: Iterable<Period>): string => [...periods].sort().map(formatSpan).join('; ');

/** `the three months to 30 June 2012`, `30 June 2012`. */
const spoken = (periods: readonly Period[]): string =>
  `${periods.some(isDuration) ? 'the ' : ''}${described(periods)}`;

function writeMessage(
  kind: string,
  line: number,
  { lines: [first] }: TableBlock,
  against: readonly Period[],
  periods: ReadonlySet<Period>,
): string {
  const durations = [...periods].filter(isDuration);
  if (against.length === 0)
    return `The ${kind} in line ${line} names the periods of the table from line ${first}.`;
  const named = new Set(against);
  const twice = named.size < against.length ? ' twice' : '';
  const told = durations.length > 0 ? durations : [...periods];
  return `The ${kind} in line ${line} speaks of ${spoken([...named])}${twice}; the table from line ${first} is of ${spoken(told)}.`;
}
