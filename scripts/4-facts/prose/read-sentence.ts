import { yearsOn } from '../../../src/model/calendar.ts';
import type { Aspect } from '../../../src/model/fact.ts';
import type { Period } from '../../../src/model/period.ts';
import { withoutLegends } from '../../grammar/legends.ts';
import { type NumberToken, scanNumbers } from '../../grammar/numbers.ts';
import { isAimedHere, tellsOfPast } from './basis.ts';
import { doubtMeasure } from './doubts.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './figures.ts';
import { findSpokenMeasure } from './find-spoken-measure.ts';
import { partBySentence } from './heading-parts.ts';
import { carried, type FoundMeasure, isFiller, type MeasureSearch } from './measure-search.ts';
import { type Measure, neededBy, unknownMeasure } from './measures.ts';
import { isNameOfRate } from './names-measure.ts';
import { markBehindLabel, markSpans, withoutSpans } from './note-marks.ts';
import { findOtherSpans, type OtherSpan } from './other-numbers.ts';
import { isParenthesised } from './parenthesised.ts';
import type { Part } from './part.ts';
import { namesOtherPart, partOpening } from './parts.ts';
import { type Phrase, readPhrase } from './phrases.ts';
import {
  doubtInTurn,
  partBasicFromDiluted,
  partPlainFromVariant,
  shareAmongMeasures,
  shareAmongTimes,
} from './respectively.ts';
import { type Role, readRole } from './roles.ts';
import { scaledByTable } from './scaled-by-table.ts';
import { settleTime, takeTime } from './settle-time.ts';
import type { BlockContext, ReadSentence, Statement } from './statement.ts';
import type { Story } from './story.ts';
import type { Explained } from './tie/explain-by-row.ts';
import { tieFigures } from './tie/tie-figures.ts';
import { toldByTable } from './tie/tied-statement.ts';
import { findTimes, maskTimes, type TimeMention } from './times.ts';
import { spokenPolarity } from './turn.ts';
import { LIST_GAP } from './which-time.ts';
import { isSignedRate, tellsState } from './words-behind.ts';

/** Reads every number of a sentence; the story is what the sentences before it have told, and goes on with this one. */
export function readSentence(text: string, story: Story, context: BlockContext): ReadSentence {
  const { calendar, period: main } = context.document;
  const tokens = scanNumbers(text);
  const mentions = tokens.length > 0 ? context.periodsIn(withoutLegends(text)) : [];
  const marks = markSpans(text, context.notes);
  const behindLabel = context.isLabel ? markBehindLabel(text) : [];
  const spans = tokens.every(isMarked) ? [] : [...marks, ...behindLabel, ...findOtherSpans(text, mentions)];
  const numbers = readFigures(text, tokens, spans);
  const { others } = numbers;
  const figures = scaledByTable(numbers.figures, text, context.tableScale);
  const timesFrom = (current: Period) =>
    figures.length > 0 ? findTimes(withoutLegends(text), mentions, { calendar, main, current }) : [];
  const opening =
    partOpening(text, context.parts, context.measures) ??
    (context.isLabel ? undefined : partBySentence(text, context.measures));
  if (opening && (opening.member !== story.part?.member || isSure(opening))) story.turnTo(opening);
  else if (!opening && story.isTurned && OF_WHOLE.test(text)) story.part = undefined;
  if (tellsOfPast(text)) story.leaveAhead();
  const times = timesFrom(periodAround(story, context));
  story.open(text, times);
  const told =
    figures.length > 0
      ? new SentenceReader(text, marks, figures, times, timesFrom, story, context).read()
      : [];
  const statements = doubtInTurn(
    partPlainFromVariant(
      partBasicFromDiluted(
        shareAmongTimes(shareAmongMeasures(told, text, context.document), times, text, context),
        context,
      ),
    ),
    context.document,
  );
  story.close(times);
  if (namesOtherPart(text, story.part, context.parts)) story.part = undefined;
  if (story.part && (story.part.axis || (opening && isLineOfRevenue(text, opening))))
    story.part = { ...story.part, isGuess: true, isLoose: true };
  return { text, statements, others };
}

/** Tables tell it apart: no later sentence can be of the whole. */
/** `a gain of $1 million, compared to a currency loss of`, `losses (compared to a gain of`. */
const HELD_LOSS = /\b(?:compared (?:to|with)|versus|against)\s[^,;]*\b(loss(?:es)?|gains?) of\s+$/i;

/** What a sentence opens with that speaks of the whole again. */
const OF_WHOLE =
  /^[\s"“•·*-]*(?:(?:In|For)\s[^,]{3,40},\s)?(?:(?:The|Our|Its)\s)?(?:(?:non-)?GAAP|consolidated|total|overall|group|company)\b/i;

/** `Licence revenues rose`: a line of revenue, and no business that the next sentences go on with. */
const isLineOfRevenue = (text: string, { name }: Part): boolean =>
  /^\s(?:net\s|total\s)?(?:revenues?|sales|turnover)\b/i.test(text.slice(text.indexOf(name) + name.length));

const isSure = ({ isGuess, axis }: Part): boolean => !isGuess && axis === undefined;

/** The period that the text before a sentence speaks of. */
const periodAround = (story: Story, { headingPeriod, document }: BlockContext): Period =>
  story.frame ?? story.span ?? headingPeriod ?? document.period;

/** A currency or percent sign makes sure that a number is no date, name or identifier. */
const isMarked = ({ currency, percent }: NumberToken): boolean => currency !== '' || percent;

/** Goes through the numbers of a sentence from left to right; each is read in the light of the one before it. */
class SentenceReader {
  readonly #text: string;
  readonly #masked: string;
  readonly #figures: readonly Figure[];
  #times: readonly TimeMention[];
  readonly #timesFrom: (current: Period) => readonly TimeMention[];
  readonly #story: Story;
  readonly #context: BlockContext;
  readonly #taken = new Set<TimeMention>();
  readonly #statements: Statement[] = [];
  #owner = '';
  #before: { readonly role: Role; readonly figure: Figure; readonly name: string } | undefined;

  constructor(
    text: string,
    marks: readonly OtherSpan[],
    figures: readonly Figure[],
    times: readonly TimeMention[],
    timesFrom: (current: Period) => readonly TimeMention[],
    story: Story,
    context: BlockContext,
  ) {
    this.#text = text;
    this.#masked = withoutSpans(maskTimes(text, times), marks);
    this.#figures = figures;
    this.#times = times;
    this.#timesFrom = timesFrom;
    this.#story = story;
    this.#context = context;
  }

  read(): readonly Statement[] {
    const searches = this.#figures.map((figure, index) => {
      const search = this.#search(figure, index);
      this.#before = { role: search.role, figure, name: search.phrase.name };
      return search;
    });
    const { tied, times } = tieFigures(searches, {
      text: this.#text,
      times: this.#times,
      timesFrom: this.#timesFrom,
      around: periodAround(this.#story, this.#context),
    });
    this.#times = times;
    searches.forEach((search, index) => {
      const statement = this.#state(search, tied.get(index));
      if (!statement) return;
      if (search.role.name === 'rangeEnd') this.#closeRange(statement);
      else this.#statements.push(statement);
      this.#story.tell(statement);
    });
    const dated = this.#statements
      .map((one, i) => this.#datedAsLevel(one, i))
      .map((one, i, all) => this.#datedByBase(one, all.slice(i + 1, i + 3)));
    return this.#story.part?.isGuess ? dated : dated.map(asTold);
  }

  /** `increased 61.3% to $11.3 million compared to $7.0 million in the prior year's fourth quarter`: of the time of both. */
  #datedAsLevel(change: Statement, at: number): Statement {
    const behind = this.#statements.slice(at + 1, at + 4);
    const isSaidAgain = behind[0]?.compared !== '' && behind[0]?.measure.id === change.measure.id;
    const [level, base] = isSaidAgain ? behind.slice(1) : behind;
    const period = level?.periods[0];
    if (change.compared === '' || change.tied || level?.role.name !== 'level' || !period) return change;
    if (level.measure.id !== change.measure.id) return change;
    const isHeld = base?.role.name === 'comparison' && base.measure.id === level.measure.id;
    const before = isHeld && base.periods[0] !== period ? base.periods[0] : undefined;
    if (period === change.periods[0])
      return before && change.isBaseless ? { ...change, isBaseless: false, compared: before } : change;
    if (level.isUndated && !level.tied) return change;
    if (this.#times.some(({ start }) => start < change.figure.end)) return change;
    const { calendar } = this.#context.document;
    return {
      ...change,
      isUndated: false,
      periods: [period],
      compared: before ?? yearsOn(calendar, period, -1),
    };
  }

  /** `was $230.2 million, up 7.6% from the $213.9 million of the second quarter of 2023`: what it is held against tells the time. */
  #datedByBase(told: Statement, next: readonly Statement[]): Statement {
    const { calendar } = this.#context.document;
    const isBase = ({ role, measure, isUndated, periods: [period] }: Statement): boolean =>
      (role.name === 'comparison' || role.name === 'aside') &&
      measure.id === told.measure.id &&
      !isUndated &&
      period !== undefined &&
      yearsOn(calendar, period, 1) === told.periods[0];
    return told.isUndated && told.role.name !== 'comparison' && next.some(isBase)
      ? { ...told, isUndated: false }
      : told;
  }

  /** Role and phrase of a number. */
  #search(figure: Figure, index: number): MeasureSearch {
    const gap = this.#masked.slice(this.#figures[index - 1]?.end ?? 0, figure.start);
    const behind = this.#behind(index);
    const told = readRole(
      gap,
      behind,
      this.#before && {
        role: this.#before.role,
        ...likeness(this.#before, figure),
        isOfRate: isNameOfRate(this.#before.name) && !isAimedHere(this.#text),
      },
      isParenthesised(this.#text, figure),
    );
    const isSigned =
      isSignedRate(figure) &&
      (figure.raw.startsWith('+') || (SIGNED_BESIDE.test(gap) && this.#before?.figure.kind !== 'percent'));
    const role: Role =
      told.name !== 'amount'
        ? told
        : {
            ...told,
            name: isSigned ? 'change' : this.#isListedAgainst(figure, index) ? 'comparison' : 'amount',
          };
    const isOfBefore =
      OF_NUMBER_BEFORE.test(gap) ||
      (role.name === 'change' && OF_SHARE_BEFORE.test(role.rest)) ||
      (NAMED_BEHIND.test(gap) &&
        (/^\s+(?:in|of)\s+\p{Ll}/u.test(behind) ||
          tellsState(behind) ||
          this.#isListedBehind(figure, gap, behind)));
    const own = isOfBefore ? '' : role.rest.replace(BASE_OF_SHARE, '');
    const rest = this.#context.isLabel ? lastPart(own) : own;
    const phrase = this.#owned(
      readPhrase(
        rest,
        this.#context.measures,
        role.name === 'comparison' || role.name === 'aside' || role.name === 'revised',
      ),
    );
    return {
      figure,
      role,
      phrase,
      gap,
      behind,
      masked: this.#masked,
      figures: this.#figures,
      listedTimes: this.#timesBefore(figure, index)?.periods.length ?? 0,
      index,
      story: this.#story,
      context: this.#context,
    };
  }

  #timesBefore({ start }: Figure, index: number): TimeMention | undefined {
    const from = this.#figures[index - 1]?.end ?? 0;
    return this.#times.findLast((time) => time.start >= from && time.end <= start);
  }

  /** `compared to revenue of 50.0, an operating loss of 2.5 and EBITDA of 6.9`: all of them are held against what was told. */
  #isListedAgainst(figure: Figure, index: number): boolean {
    const isHeld = this.#before?.role.name === 'comparison' && this.#before.name !== '';
    return isHeld && LIST_GAP.test(this.#text.slice(this.#figures[index - 1]?.end ?? 0, figure.start));
  }

  /** `$2.3 billion revenue and $0.4 billion net income`: each number is followed by its name. */
  #isListedBehind(figure: Figure, gap: string, behind: string): boolean {
    const { measures, enclosing } = this.#context;
    const isName = (words: string) =>
      measures.find(words.replace(CONJUNCTION, ''), neededBy(figure), enclosing) !== undefined;
    return isName(gap) && isName(LISTED_NAME.exec(behind)?.[0] ?? '');
  }

  /** The words behind a number, or behind the whole list: `6% and 5% growth in sales and profit, respectively`. */
  #behind(index: number): string {
    const until = (i: number) =>
      this.#masked.slice(this.#figures[i]?.end ?? 0, this.#figures[i + 1]?.start ?? this.#text.length);
    let last = index;
    while (this.#figures[last + 1] && /^[\s,]*(?:and\s+)?$/.test(until(last))) last++;
    if (last > index && GROWTH_IN_TURN.test(until(last))) return until(last);
    const [figure, next] = [this.#figures[index], this.#figures[index + 1]];
    if (
      next &&
      figure?.kind === next.kind &&
      isParenthesised(this.#text, next) &&
      /^\s?\(?$/.test(until(index))
    )
      return until(index + 1);
    const own = until(index).replace(/^,(?=\s+(?:increase|decrease|decline|reduction)s?\sin\s)/i, '');
    const ofPair = /^,?\s*or\s+(?:an?\s+)?$/.test(own) && until(index + 1).replace(/^,/, '');
    return ofPair && CHANGE_OF_PAIR.test(ofPair) ? ofPair : own;
  }

  /** `Elm had assets of …, deposits of … and equity of …`: all of them are Elm's. */
  #owned(phrase: Phrase): Phrase {
    if (phrase.isSubject) this.#owner = '';
    else if (phrase.owner) this.#owner = phrase.owner;
    return phrase.isSubject || phrase.name === '' ? phrase : { ...phrase, owner: this.#owner };
  }

  /** What the number states; undefined where nothing tells its measure. */
  #state(search: MeasureSearch, tied: Explained | undefined): Statement | undefined {
    const { figure, index, role, phrase } = search;
    const found = findSpokenMeasure(search) ?? (tied && carried(unknownMeasure([], tied.fact.label)));
    if (!found) return undefined;
    const isChange =
      role.name === 'change' ||
      (role.name === 'joined' && this.#statements.at(-1)?.role.name === 'change') ||
      isConstantRate(figure, found.measure) ||
      (role.name === 'aside' && isSignedRate(figure));
    const statement: Statement = {
      figure,
      role: isChange ? { ...role, name: 'change', direction: readTurn(role, search, found.measure) } : role,
      measure: found.measure,
      aspect: decideAspect(figure, isChange || this.#isGrowthBefore(search, found), found.measure),
      periods: [],
      compared: '',
      polarity: spokenPolarity(
        found.measure,
        phrase.turn || (HELD_LOSS.exec(search.gap)?.[1] ?? ''),
        figure.isNegative,
        role,
        this.#story,
        /\bpositive\s+$/i.test(search.gap),
      ),
      qualifier: role.qualifier,
      before: this.#text.slice(0, figure.start),
      behind: this.#text.slice(figure.end, this.#figures[index + 1]?.start ?? this.#text.length),
      nameStart: found.isNamed ? (this.#figures[index - 1]?.end ?? 0) + phrase.start : -1,
      isSubject: phrase.isSubject && found.isNamed && !found.isBehind && !isFiller(phrase.name),
      isUndated: false,
      isJoined: role.name === 'joined',
      doubt: doubtMeasure(search, found, isChange, this.#statements),
    };
    const clock = {
      text: this.#text,
      times: this.#times,
      figures: this.#figures,
      index,
      story: this.#story,
      context: this.#context,
      taken: this.#taken,
    };
    takeTime(statement, clock);
    if (tied)
      return {
        ...statement,
        ...toldByTable(tied, search, found.isNamed ? found.measure : undefined),
        doubt: '',
      };
    return settleTime(statement, clock);
  }

  /** `Revenue grew 9%, up from 2% in the first half`: what growth is held against is growth. */
  #isGrowthBefore({ figure, role }: MeasureSearch, { measure, isNamed }: FoundMeasure): boolean {
    const last = this.#statements.at(-1);
    return (
      role.name === 'comparison' &&
      !isNamed &&
      figure.kind === 'percent' &&
      last?.aspect === 'changePercent' &&
      last.measure.id === measure.id &&
      measure.concept?.kind !== 'percent'
    );
  }

  /** The number before turns out to open a range: it takes `from`, and the period of the range's end. */
  #closeRange(end: Statement): void {
    const first = this.#statements.pop();
    if (!first) {
      this.#statements.push(end);
      return;
    }
    const { measure, aspect, polarity, compared } = first;
    this.#statements.push(
      { ...first, qualifier: 'from', periods: end.periods },
      {
        ...end,
        role: first.role.name === 'revised' ? first.role : end.role,
        measure,
        aspect,
        polarity,
        compared,
      },
    );
  }
}

/** Numbers that can share measure and role: two rates, two amounts, a change and its rate. */
function likeness({ figure: a, role }: { readonly figure: Figure; readonly role: Role }, b: Figure) {
  const isSameKind =
    a.kind === b.kind && (a.unit === b.unit || a.unit === '' || b.unit === '') && a.kind !== 'count';
  const isChangeAndRate =
    role.name === 'change' &&
    ((a.kind === 'percent' && b.kind === 'money') || (a.kind === 'money' && b.kind === 'percent'));
  return {
    isAlike: isSameKind || isChangeAndRate,
    isSameRate: a.kind === 'percent' && b.kind === 'percent',
    isRateOfChange: isChangeAndRate,
    isRateOfAmount: a.kind === 'percent' && (b.kind === 'money' || b.kind === 'count'),
  };
}

/** `…, 5.2% at constant currency`: a change without a word that says so. */
const isConstantRate = ({ kind }: Figure, { concept, dimensions }: Measure): boolean =>
  kind === 'percent' && concept?.kind === 'monetary' && dimensions['variant'] === 'constant-currency';

/** `… million in revenue, and`: words that end with a conjunction say what the number before them is. */
const OF_NUMBER_BEFORE =
  /^\s+(?:in|of)\s[^,;()]{3,60}(?:,\s*(?:and\s+)?|\s(?:and|but)\s+(?:(?:would have been|would be|was|were)\s+)?)(?:approximately\s+|about\s+)?$/i;
/** `14.4% of net sales in 2023 and increased by`: what grew is no base of the share. */
const OF_SHARE_BEFORE =
  /^\s+of\s+(?:(?:the|our|its|total|net|consolidated)\s+)*(?:revenues?|sales|turnover)(?:\s(?:in|during|for)\s+(?:the\s)?)?\s*,?\s*(?:(?:and|but)\s+)?$/i;
/** `76% of our revenue and average spending growing 12%`. */
const BASE_OF_SHARE =
  /^\s+of\s+(?:(?:the|our|its|total|net|consolidated)\s+)*(?:revenues?|sales|turnover)\s+and\s+(?=\p{L})/iu;
/** `$122 million cash on hand and $47 million in available capacity`: each has its own words behind it. */
const NAMED_BEHIND =
  /^\s+(?!(?:to|from|or|and|for|per|as|at|by|on|with|than|over|under|respectively|compared|versus|million|billion)\b)(?:(?!\b(?:was|were|is|are|had|has|have|of|to|from|totall?ed|reached)\b)[^,;:()]){3,60}(?:,\s*(?:and\s+)?|\sand\s+)(?:approximately\s+|about\s+)?$/i;

/** The words behind a number up to where its list goes on, or ends. */
const LISTED_NAME =
  /^\s+[\p{L}-][^,.;:()]*?(?=\s+(?:and\b|[–—-]\s)|\s+(?:in|for|during|compared|versus)\b|[,.;:()]|\s*$)/u;
const CONJUNCTION = /[\s,]*(?:\band\s+)?(?:(?:approximately|about)\s+)?$/;

/** `Revenue: $120.4M, +9% YoY`. */
const SIGNED_BESIDE = /^[\s,;]*$/;

/** Costs and losses improve by falling. */
const readTurn = (
  role: Role,
  { gap, behind }: MeasureSearch,
  { label, sense }: Measure,
): Role['direction'] =>
  IMPROVES.test(`${gap}|${behind.slice(0, 24)}`) && (sense === -1 || FALLS_WELL.test(label))
    ? -1
    : role.direction;
const IMPROVES =
  /\bimprov(?:ed|ement|es|ing)\s(?:(?:by|of|approximately|about)\s)*\||\|\s*(?:(?:basis\s)?points?\s)?improvement\b/i;
const FALLS_WELL =
  /\b(?:expenses?|costs?|SG&A|loss(?:es)?(?! per)|charge-offs?|net debt|leverage|churn|efficiency ratio|combined ratio)\b/i;

/** `a $1.3 million, or 12%, increase in legal fees`: one change, told twice. */
const CHANGE_OF_PAIR = /^\s+(?:increase|decrease|decline|reduction|improvement)s?\sin\s/i;
const GROWTH_IN_TURN =
  /^\s+(?:growth|increases?|declines?|decreases?|improvements?)\s+in\s[^.;]*\brespectively\b/;

/** A later number of the sentence has shown that the heading names a part. */
const asTold = (statement: Statement): Statement =>
  statement.measure.isGuess ? { ...statement, doubt: '' } : statement;

/** Of a label only the part that stands at the number: `issued and outstanding` of a row of common stock. */
const lastPart = (gap: string): string => /[^,;:—]*[,;:—]?\s*$/.exec(gap)?.[0] ?? gap;

function decideAspect(figure: Figure, isChange: boolean, { concept }: Measure): Aspect {
  const isGrowthItself =
    concept?.kind === 'percent' && /growth/i.test(concept.label) && figure.kind === 'percent';
  const isStep = figure.kind === 'points' && /^\+/.test(figure.raw); // `72.1% (+210 bps)`
  if (isStep || (isChange && !isGrowthItself)) return figure.kind === 'percent' ? 'changePercent' : 'change';
  return figure.kind === 'percent' || figure.kind === 'points' || figure.kind === 'times'
    ? 'ratio'
    : 'amount';
}
