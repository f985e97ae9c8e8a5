import { findTellingPair, readTelling } from '../../../src/concepts/vocabulary.ts';
import { yearsOn } from '../../../src/model/calendar.ts';
import { formatDimensions } from '../../../src/model/fact.ts';
import { firstDay, isInstant, lastDay, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { fitPeriod } from './fit-period.ts';
import { unknownMeasure } from './measures.ts';
import type { BlockContext, Statement } from './statement.ts';
import type { TimeMention } from './times.ts';

/** Numbers side by side and as many wordings of time: each has its own. One number has them all. */
export function shareAmongTimes(
  statements: readonly Statement[],
  times: readonly TimeMention[],
  text: string,
  { isLabel, document, columns = [] }: BlockContext,
): Statement[] {
  const result = [...statements];
  if (isLabel && times.length === 0) shareAmongColumns(result, columns);
  const { calendar } = document;
  const asMeasured: Fit = (told, statement) => {
    const { measure, figure, periods, compared } = statement;
    const period = fitPeriod(told, measure, document, { text, times, figure });
    const isYearBefore = compared !== '' && compared === yearsOn(calendar, periods[0] ?? '', -1);
    return {
      ...statement,
      periods: [period],
      ...(isYearBefore && { compared: yearsOn(calendar, period, -1) }),
    };
  };
  for (const time of times) {
    if (time.periods.length < 2 || time.role === 'event') continue;
    const last = result.findLastIndex(({ figure }) => figure.end <= time.start);
    const isBefore = last < 0 || /\brespectively\b/i.test(text.slice(time.end));
    const isBehind = isBefore && shareBehind(result, time, asMeasured);
    if (last < 0) continue;
    const first = startOfRun(result, last);
    if (isBehind && last - first + 1 !== time.periods.length) continue;
    if (
      (last - first + 1) % time.periods.length === 0 &&
      (isLabel || last - first + 1 === time.periods.length)
    )
      for (let from = first; from <= last; from += time.periods.length)
        assign(result, from, time, asMeasured);
    else if (isLabel || first === last) assignAll(result, last, last, time, asMeasured);
    if (isLabel) assignRuns(result, first - 1, time, asMeasured);
  }
  return isLabel && columns.every(isInstant) ? result.map((one) => onColumnDays(columns, one)) : result;
}

/** `(amortized cost: $933 in 2024)` in a balance: what a label tells of a year is of the column's day in it. */
const onColumnDays = (columns: readonly Period[], statement: Statement): Statement => ({
  ...statement,
  periods: statement.periods.map((period) => {
    const [day, ...others] = columns.filter(
      (column) => column >= firstDay(period) && column <= lastDay(period),
    );
    return day !== undefined && others.length === 0 ? day : period;
  }),
});

/** `net of allowances of $446 and $411`: each of the column that stands behind it. */
function shareAmongColumns(statements: Statement[], columns: readonly Period[]): void {
  const first = statements.findIndex((_, i) => statements[i + 1]?.isJoined === true);
  const run = first < 0 ? [] : runFrom(statements, first);
  if (run.length === 0 || run.length !== columns.length) return;
  run.forEach((statement, i) => {
    statements[first + i] = { ...statement, periods: [columns[i] as Period], isUndated: false };
  });
}

/** `For the quarters ended … 2020 and 2019 fee income was 5.5 and 6.4, respectively`. */
function shareBehind(statements: Statement[], time: TimeMention, asMeasured: Fit): boolean {
  const first = statements.findIndex(({ figure }) => figure.start >= time.end);
  const isRun = (i: number) => statements[i]?.isJoined === true;
  const { length } = time.periods;
  const isShared =
    first >= 0 &&
    time.periods.every((_, i) => i === 0 || isRun(first + i)) &&
    statements[first + length - 1] !== undefined &&
    !isRun(first + length);
  if (isShared) assign(statements, first, time, asMeasured);
  return isShared;
}

/** A statement of a period, as its measure can have it. */
type Fit = (period: Period, statement: Statement) => Statement;

/** The numbers that `and` joins to the one at an index. */
function startOfRun(statements: readonly Statement[], last: number): number {
  let first = last;
  while (first > 0 && statements[first]?.isJoined === true) first--;
  return Math.max(0, first);
}

function assign(statements: Statement[], first: number, { periods }: TimeMention, asMeasured: Fit): void {
  periods.forEach((period, i) => {
    const statement = statements[first + i];
    if (statement && !statement.tied) statements[first + i] = asMeasured(period, statement);
  });
}

/** Before the last run: each that is as long has its own times, single numbers have them all. */
function assignRuns(statements: Statement[], until: number, time: TimeMention, asMeasured: Fit): void {
  for (let last = until; last >= 0; ) {
    const first = startOfRun(statements, last);
    if (last - first + 1 === time.periods.length) assign(statements, first, time, asMeasured);
    else assignAll(statements, first, last, time, asMeasured);
    last = first - 1;
  }
}

function assignAll(
  statements: Statement[],
  from: number,
  to: number,
  { periods }: TimeMention,
  asMeasured: Fit,
): void {
  for (let i = from; i <= to; i++) {
    const statement = statements[i];
    if (statement && !statement.tied && statement.aspect === 'amount')
      statements[i] = {
        ...statement,
        periods: periods.flatMap((period) => asMeasured(period, statement).periods),
      };
  }
}

/** `Net income was 9 and earnings per share were 1.2, an increase of 20% and 22%, respectively`: each has its own. */
export function shareAmongMeasures(
  statements: readonly Statement[],
  text: string,
  document: DocumentContext,
): readonly Statement[] {
  if (!/\brespectively\b/i.test(text)) return statements;
  const result = [...statements];
  for (let first = 0; first < result.length; first++) {
    const run = runFrom(result, first);
    const told = measuresFor(result.slice(0, first), run);
    const isShared =
      run.length > 1 &&
      told.length > 1 &&
      run.length % told.length === 0 &&
      run.every(({ nameStart, measure }) => nameStart < 0 && measure.id === told.at(-1)?.measure.id);
    const isOfTimes = run.every(
      ({ nameStart, aspect, tied }) => nameStart < 0 && aspect === 'changePercent' && !tied,
    );
    const dated = isOfTimes ? shareAmongTimesTold(result.slice(0, first), run, document) : undefined;
    if (dated) result.splice(first, run.length, ...dated);
    else if (isShared && new Set(told.map(({ measure }) => measure.id)).size === told.length)
      run.forEach((statement, i) => {
        const { measure, polarity } = told[i % told.length] ?? statement;
        if (!statement.tied) result[first + i] = { ...statement, measure, polarity };
      });
    first += run.length - 1;
  }
  return result;
}

/**
 * `649 for the quarter and 2,400 for the year, up 11% and 5%, respectively`: each rate is of the amount of its time. `649, up
 * from 620 last quarter and 590 a year ago, an increase of 5% and 10%, respectively`: each is held against its own.
 */
function shareAmongTimesTold(
  told: readonly Statement[],
  run: readonly Statement[],
  { calendar }: DocumentContext,
) {
  const levels = told.filter(({ aspect, role }) => aspect === 'amount' && role.name !== 'aside');
  const last = levels.at(-1);
  const alike = levels.filter(({ measure }) => measure.id === last?.measure.id);
  const amounts = alike.slice(-run.length);
  const held = amounts[0]?.role.name === 'comparison' ? alike.at(-run.length - 1) : undefined;
  const periods = new Set(amounts.map(({ periods: [period] }) => period));
  if (!last || run.length < 2 || periods.size !== run.length) return undefined;
  return run.map((statement, i): Statement => {
    const [period = ''] = amounts[i]?.periods ?? [];
    const { measure, doubt } = last;
    return {
      ...statement,
      measure,
      doubt,
      isUndated: false,
      periods: held?.periods ?? [period],
      compared: held ? period : yearsOn(calendar, period, -1),
    };
  });
}

/** `Basic and diluted earnings per share were $0.78 and $0.75`: the first is basic, the second diluted. */
export function partBasicFromDiluted(
  statements: readonly Statement[],
  { measures, enclosing }: BlockContext,
): Statement[] {
  const result = [...statements];
  for (const [i, own] of statements.entries()) {
    const next = statements[i + 1];
    const isPair =
      own.measure.concept?.id === OF_BOTH &&
      next?.isJoined === true &&
      statements[i + 2]?.isJoined !== true &&
      (next.measure.concept?.id === OF_BOTH || next.measure.concept?.id === DILUTED) &&
      own.periods.join() === next.periods.join() &&
      own.figure.digits !== next.figure.digits;
    if (!isPair) continue;
    const [basic, diluted] = ['basic', 'diluted'].map((which) =>
      measures.find(`${which} earnings per share`, 'perShare', enclosing),
    );
    if (basic && !own.tied) result[i] = { ...own, measure: { ...own.measure, ...basic } };
    if (diluted && !next.tied) result[i + 1] = { ...next, measure: { ...next.measure, ...diluted } };
  }
  return result;
}

const OF_BOTH = 'EarningsPerShareBasicAndDiluted';
const DILUTED = 'EarningsPerShareDiluted';

/** `GAAP and non-GAAP earnings per share of $1.28 and $1.36`: the first is the plain one, the second the other. */
export function partPlainFromVariant(statements: readonly Statement[]): Statement[] {
  const result = [...statements];
  for (const [i, own] of statements.entries()) {
    const next = statements[i + 1];
    const isPair =
      next?.isJoined === true && own.measure.id === next.measure.id && own.aspect === next.aspect;
    const ways = isPair ? findTellingPair(own.before) : undefined;
    if (!isPair || own.isJoined || !ways) continue;
    [own, next].forEach(({ tied: _tied, ...statement }, at) => {
      const isPlain = (at === 0) === ways.isPlainFirst;
      const { concept, id, label, dimensions } = statement.measure;
      const { variant: _, ...others } = dimensions;
      const bare = readTelling(label)?.rest ?? label;
      const measure = {
        ...statement.measure,
        id: concept ? id : unknownMeasure([], bare).id,
        label: isPlain ? bare : `${ways.word} ${bare}`,
        dimensions: isPlain ? others : { ...others, variant: ways.variant },
      };
      result[i + at] = { ...statement, measure };
    });
  }
  return result;
}

const IN_TURN = 'It stands in a list, and which time or part each number of it is of is not told.';

/** `grew 14%, 11% and 9%`: numbers side by side that would be of one thing and time cannot all be of it. */
export function doubtInTurn(
  statements: readonly Statement[],
  { period, released }: DocumentContext,
): Statement[] {
  const result = [...statements];
  for (let first = 0; first < result.length; first++) {
    const run = runInTurn(result, first);
    const [own] = run;
    if (own && run.length > 1 && run.slice(1).some((other) => isOfSame(own, other)))
      run.forEach((statement, i) => {
        if (!statement.tied) result[first + i] = { ...statement, doubt: statement.doubt || IN_TURN };
      });
    first += run.length - 1;
  }
  return result.map((told, i) => {
    const isHeld = isUnplaced(told, result[i - 1]) && atEnd(told) <= lastDay(released);
    const next = result[i + 1];
    const isBase = next !== undefined && isUnplaced(next, told) && atEnd(told) < lastDay(period);
    return isHeld || isBase ? { ...told, doubt: told.doubt || UNPLACED } : told;
  });
}

const UNPLACED = 'It and the number that it is held against were read as of one time.';

/** `declined to 1.2x from 1.6x at year-end`: what is held against a number is not of its time; both may be misread, but for the time reported. */
const isUnplaced = (told: Statement, before: Statement | undefined): boolean =>
  before !== undefined &&
  (told.role.name === 'comparison' || (told.role.name === 'aside' && OF_YEAR_BEFORE.test(told.before))) &&
  before.role.name !== 'comparison' &&
  !told.tied &&
  isOfSame(before, { ...told, periods: atEnd(told) === atEnd(before) ? before.periods : told.periods });

/** `66% (H1 2016: 60%)`. */
const OF_YEAR_BEFORE =
  /\((?:[^():\d]{0,20}\s)?(?:[HQ][1-4]\s?|[1-4][HQ]\s?|FY\s?)?(?:19|20)\d\d(?:\/\d\d)?:\s*$/u;

const atEnd = ({ periods: [period] }: Statement): string => (period ? lastDay(period) : '');

const isOfSame = (a: Statement, b: Statement): boolean =>
  b.doubt === '' &&
  a.measure.id === b.measure.id &&
  a.aspect === b.aspect &&
  a.periods.join() === b.periods.join() &&
  a.compared === b.compared &&
  moneyIn(a) === moneyIn(b) &&
  a.figure.digits !== b.figure.digits &&
  formatDimensions(a.measure.dimensions) === formatDimensions(b.measure.dimensions);

/** `oil and gas prices were $70.20 per barrel and $2.10 per Mcf`: what a price is for tells measures apart. */
const moneyIn = ({ figure: { unit } }: Statement): string => unit.replace(/\/.*/, '/');

/** As many measures as there are numbers, else those of the numbers side by side before them: `1.4% and 9%, and 1.5% and 8%`. */
function measuresFor(told: readonly Statement[], run: readonly Statement[]): readonly Statement[] {
  const found = lastMeasures(told, run);
  return found.length === run.length ? found : told.slice(startOfRun(told, told.length - 1));
}

/** The numbers of one kind told last of as many measures as there are numbers in a run. */
function lastMeasures(told: readonly Statement[], run: readonly Statement[]): Statement[] {
  const kind = run[0]?.figure.kind;
  const isRate = kind === 'percent' || kind === 'points';
  const found: Statement[] = [];
  for (const statement of [...told].reverse()) {
    if (found.length === run.length) break;
    const isAlike = isRate || statement.figure.kind === kind;
    if (isAlike && !found.some(({ measure }) => measure.id === statement.measure.id))
      found.unshift(statement);
  }
  return found;
}

/** Also `$70.20 per barrel and $2.10 per Mcf`, which are joined though a unit stands between them. */
function runInTurn(statements: readonly Statement[], first: number): Statement[] {
  const run = runFrom(statements, first);
  const [own, next] = [run.at(-1), statements[first + run.length]];
  const isOtherUnit =
    next !== undefined && own?.figure.unit.includes('/') && own.figure.unit !== next.figure.unit;
  return isOtherUnit && /\band\s*$/.test(next.before) ? [...run, next] : run;
}

/** A number and those that `and` joins to it. */
function runFrom(statements: readonly Statement[], first: number): Statement[] {
  let end = first + 1;
  while (statements[end]?.isJoined) end++;
  return statements.slice(first, end);
}
