import type { DocumentRecord } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { IsoDate } from '../../src/model/period.ts';
import { parseDate } from '../grammar/dates.ts';
import { type Book, makeSubjectKey } from './book.ts';

/** A target replaced by another, as a sentence or a table of both recalls it. */
export interface TargetRevision {
  /** Subject of the target. */
  readonly key: string;
  readonly from: Printed;
  /** What it was set to; `reported` where that has been decided or paid meanwhile. */
  readonly to: Printed;
  /** Day that the sentence or the heading names, else that of the document. */
  readonly given: IsoDate;
}

const REVISED =
  /\b(?:revis|rais|lower|increas|reduc|upgrad|downgrad|chang|cut|adjust|updat)\w*\b(?:(?!\.\s).)*\b(from|to)\s*$/is;
const GAP = /^[^\d.;]{0,60}\b(to|from)\s*$/i;

/** `revised the year-end dividend from JPY8.75 to JPY10.00 per share, as announced on February 8, 2013`. */
export function revisions(book: Book, documents: readonly DocumentRecord[]): TargetRevision[] {
  return documents.flatMap((document) => {
    const own = book.inDocument(document.id);
    const prose = own.filter(isAmountInProse);
    const byLine = Map.groupBy(prose, ({ line }) => line);
    const inSentences = [...byLine].flatMap(([line, facts]) => {
      const text = document.lines[line - 1] ?? '';
      const inOrder = facts.toSorted((a, b) => a.column - b.column);
      return inOrder.flatMap(
        (second, i) => findTargetRevision(book, document, text, inOrder[i - 1], second) ?? [],
      );
    });
    return [...inSentences, ...own.flatMap((fact) => tabledRevision(book, document, fact) ?? [])];
  });
}

const isAmountInProse = ({ origin, aspect, value }: Printed): boolean =>
  origin === 'prose' && aspect === 'amount' && value !== '';

/** A row that gives the target before its revision, with the target that the same document gives now. */
function tabledRevision(
  book: Book,
  { id, released }: DocumentRecord,
  from: Printed,
): TargetRevision | undefined {
  if (from.aspect !== 'amount' || from.dimensions !== 'forecast=previous') return undefined;
  const subject = { ...book.subjectOf(from), dimensions: '' };
  const to = book.saidIn(id, subject)?.fact;
  return to && { key: makeSubjectKey(subject), from, to, given: givenIn(from) ?? released };
}

/** The day in the headings above a figure, a bracket such as `(revised on May 15, 2012)`. */
export const givenIn = ({ table, section }: Printed): IsoDate | undefined =>
  announcedIn([table, ...section].join('. '));

function findTargetRevision(
  book: Book,
  { released }: DocumentRecord,
  line: string,
  first: Printed | undefined,
  second: Printed,
): TargetRevision | undefined {
  if (!first || targetKey(book, first) !== targetKey(book, second)) return undefined;
  if (first.basis !== 'target' && second.basis !== 'target') return undefined;
  const text = [...line];
  const gap = text.slice(first.column - 1 + [...first.raw].length, second.column - 1).join('');
  const before = REVISED.exec(text.slice(0, first.column - 1).join(''))?.[1]?.toLowerCase();
  const between = GAP.exec(
    gap.replace(/\b(?:thousand|million|billion|per share)\b/gi, ''),
  )?.[1]?.toLowerCase();
  if (!before || !between || before === between) return undefined;
  const [from, to] = before === 'from' ? [first, second] : [second, first];
  const [rest = ''] = text
    .slice(second.column - 1)
    .join('')
    .split(/\.\s+(?=\p{Lu})/u);
  return { key: targetKey(book, from), from, to, given: announcedIn(rest) ?? released };
}

/** The target that a number is, or was before it came true. */
const targetKey = (book: Book, fact: Printed): string =>
  makeSubjectKey({ ...book.subjectOf(fact), basis: 'target' });

/** `announced on May 15, 2012`, or `revised on` it. */
export function announcedIn(text: string): IsoDate | undefined {
  const date =
    /\brevised on ([\p{L}\d .,]+?\d{4})/iu.exec(text)?.[1] ??
    /\bannounced (?:on )?([\p{L}\d .,]+?\d{4})/iu.exec(text)?.[1];
  return date ? parseDate(date) : undefined;
}
