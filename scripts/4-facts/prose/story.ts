import { addDays, isInstant, lastDay, type Period } from '../../../src/model/period.ts';
import { isAside } from './asides.ts';
import type { FigureKind } from './figure.ts';
import type { Measure } from './measures.ts';
import type { Part } from './part.ts';
import type { Statement } from './statement.ts';
import type { TimeMention } from './times.ts';

/** Fiscal weeks end so many days before a month does. */
const WEEK = 7;

/** What the sentences of a block have told so far; a sentence may leave out what the one before it has said. */
export class Story {
  /** The number told last. */
  last: Statement | undefined;
  /** Whether that is only there for another to be held against. */
  isLastHeld = false;
  /** The number told last that was neither held against another nor put beside it. */
  lastMain: Statement | undefined;
  readonly #lastByKind = new Map<FigureKind, Statement>();
  readonly #lastOf = new Map<string, Statement>();
  /** The measure that was the subject last. */
  subject: Measure | undefined;
  /** The line of business that the subject is about: `SI` after `Cost of SI revenues`. */
  topic = '';
  /** The part of the business that the block speaks of. */
  part: Part | undefined;
  /** A sentence has turned to that part, and no heading names it. */
  isTurned = false;
  /** The market that the block speaks of: `cloud` of `the public cloud market`. */
  market = '';
  /** The period that opens a sentence and holds for those after it. */
  frame: Period | undefined;
  /** The span that the number told last is surely of: told by words or by a table. */
  span: Period | undefined;
  /** The day of the sentence before, where a sentence says `at the same time`. */
  sameDay: Period | undefined;
  /** The day of a balance, and the day against which its change was told last. */
  sinceDay: { readonly day: Period; readonly since: Period } | undefined;
  /** The sentence speaks of businesses that came into the group. */
  isOfAcquired = false;
  /** A sentence's first number tells what it speaks of; later ones are often of the period before. */
  #hasSpan = false;
  #day: Period | undefined;
  /** The part that was spoken of when the span was told, undefined for the whole. */
  #spanOf: string | undefined;
  readonly #main: Period;

  /** `main` is what the document reports on: what is told of earlier times dates nothing later. */
  constructor(main: Period) {
    this.#main = main;
  }

  /** What was told of one part of the business tells nothing of when another did what it did. */
  turnTo(part: Part): void {
    if (this.#spanOf !== undefined && this.#spanOf !== part.member) this.span = undefined;
    this.part = part;
    this.isTurned = true;
  }

  /** What is aimed at for a time to come tells nothing of when something was. */
  leaveAhead(): void {
    const isAhead = (period: Period | undefined) =>
      period && lastDay(period) > addDays(lastDay(this.#main), WEEK);
    if (isAhead(this.frame)) this.frame = undefined;
    if (isAhead(this.span)) this.span = undefined;
  }

  open(text: string, times: readonly TimeMention[]): void {
    this.market = MARKET.exec(text)?.[1] ?? this.market;
    this.isOfAcquired = ACQUIRED.test(text);
    this.#hasSpan = false;
    this.sameDay = /\b(?:simultaneously|at the same time|on the same (?:day|date))\b/i.test(text)
      ? this.#day
      : undefined;
    const fronted = times.find(
      ({ isFronted, role, periods }) => isFronted && role === 'frame' && periods.length === 1,
    );
    if (fronted) this.frame = fronted.periods[0];
  }

  /** What is no measure is nothing that later numbers are held against. */
  tell(statement: Statement): void {
    if (isAside(statement.doubt) || statement.measure.isEffect) return;
    this.last = statement;
    this.isLastHeld = isHeldAgainst(statement) || (this.isLastHeld && /\bor\s+$/.test(statement.before));
    const [day] = statement.periods;
    if (day && isInstant(day) && statement.compared && statement.aspect === 'change')
      this.sinceDay = { day, since: statement.compared };
    if (!this.isLastHeld) {
      this.lastMain = statement;
      if (
        day &&
        !isInstant(day) &&
        addDays(lastDay(day), WEEK) >= lastDay(this.#main) &&
        !statement.isUndated &&
        !this.isOfAcquired &&
        !this.#hasSpan
      ) {
        if (this.span !== day) this.#spanOf = this.part?.member;
        this.span = day;
      }
      this.#hasSpan = true;
    }
    if (statement.role.name !== 'change') {
      this.#lastByKind.set(statement.figure.kind, statement);
      this.#lastOf.set(statement.measure.id, statement);
    }
    if (statement.nameStart < 0 || statement.role.name === 'comparison' || statement.role.name === 'aside')
      return;
    if (statement.isSubject) this.subject = statement.measure;
    this.subject ??= statement.measure;
    const topic = statement.measure.concept?.kind === 'percent' ? '' : readTopic(statement.measure.label);
    if (topic && statement.isSubject) this.topic = topic;
  }

  /** The number told last that a figure of a kind can be held against: amounts against amounts, rates against rates. */
  lastLike(kind: FigureKind): Statement | undefined {
    return this.#lastByKind.get(kind) ?? this.last;
  }

  /** The number told last of a measure that is no change of it. */
  lastOf({ id }: Measure): Statement | undefined {
    return this.#lastOf.get(id);
  }

  close(times: readonly TimeMention[]): void {
    this.#day = times.findLast(({ periods }) => isInstant(periods[0] ?? ''))?.periods[0];
  }
}

/** `compared to 133.4`. */
export const isHeldAgainst = ({ role }: Statement): boolean =>
  role.name === 'comparison' || role.name === 'aside';

const MARKET = /\b(?:in|of|within) (?:the |a )?(?:[\p{L}-]+ ){0,3}?([\p{L}-]+) market\b/u;
const ACQUIRED =
  /\brevenues?\b[^.;]{0,200}\b(?:have been|has been|had been|are|were|is) (?:newly )?consolidated\b/i;

/** What a line of revenue or cost is about: its label without the words for revenue, cost, total. */
function readTopic(label: string): string {
  if (!/\b(?:revenues?|sales$|costs? of|turnover)\b/i.test(label) || /\bexpenses?\b/i.test(label)) return '';
  const hasRevenue = /\brevenues?\b/i.test(label);
  return label
    .replace(
      hasRevenue
        ? /\b(?:total|costs? of|costs?|revenues?)\b/gi
        : /\b(?:total|costs? of|costs?|net sales|sales|turnover)\b/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:for|from|of|in|the)\s+|\s+(?:for|from|of|in)$/gi, '')
    .trim();
}
