import { halfUnit, type Printed, signedAmount } from '../../../../src/model/fact.ts';
import { isInstant, lastDay, monthsIn, type Period } from '../../../../src/model/period.ts';
import type { Figure } from '../figure.ts';
import type { Measure } from '../measures.ts';
import type { Role } from '../roles.ts';
import {
  type FactRow,
  familyOfFact,
  figureHalfUnit,
  figureSize,
  isSameSize,
  valueFamilies,
} from './fact-rows.ts';
import { isAmong, isSamePeriod, type TimeHint } from './time-hint.ts';

/** A figure of a sentence with its role and what words say of its time. */
export interface TimedFigure {
  readonly figure: Figure;
  readonly role: Role;
  readonly hint: TimeHint;
  /** Words speak of a loss, a use, a decline. */
  readonly saysLoss: boolean;
  /** Words speak of growth. */
  readonly saysGrowth: boolean;
  /** The measure that the words before it name, where the vocabulary knows it. */
  readonly named: Measure | undefined;
  /** Its own of several measures that the words before it name side by side. */
  readonly listed: Measure | undefined;
}

/** How a row has a figure: in a column of its own, or as what changed from one column to another. */
export type How = 'amount' | 'printed' | 'change' | 'difference';

export interface Explained {
  readonly index: number;
  readonly fact: Printed;
  readonly how: How;
  /** The column that a change is measured against, else undefined. */
  readonly before: Printed | undefined;
}

/** Which of some figures a row has, and in which columns. */
export function explainByRow(row: FactRow, figures: ReadonlyMap<number, TimedFigure>): Explained[] {
  const explained: Explained[] = [];
  for (const [index, timed] of figures) {
    const fact = chooseColumn(optionsFor(row, timed), timed, explained);
    if (fact)
      explained.push({ index, fact, how: isRate(timed.figure) ? 'printed' : 'amount', before: undefined });
  }
  const isExplained = (index: number) => explained.some((other) => other.index === index);
  // `increased 14.1% to $28.4 million, or $1.03 per share`: it is the amount behind it that grew
  const isOfOther = (index: number) =>
    figures.get(index + 1)?.role.name === 'level' && !isExplained(index + 1);
  for (const [index, timed] of figures)
    if (!isExplained(index) && !isOfOther(index)) {
      const change = changeIn(row, timed, explained);
      if (change) explained.push({ index, ...change });
    }
  return explained.sort((a, b) => a.index - b.index);
}

export const isRate = ({ kind }: Figure): boolean => kind === 'percent' || kind === 'points';

const isChange = ({ aspect }: Printed): boolean => aspect === 'change' || aspect === 'changePercent';

function optionsFor(
  { facts }: FactRow,
  { figure, role, hint, saysLoss, saysGrowth }: TimedFigure,
): Printed[] {
  const families = valueFamilies(figure);
  const tellsChange = role.name === 'change' && !role.isFromBehind;
  return facts.filter(
    (fact) =>
      families.includes(familyOfFact(fact)) &&
      isSameSize(figure, fact) &&
      isSameUnit(figure, fact) &&
      isAmong(hint.periods, fact.period) &&
      (isChange(fact)
        ? (role.name === 'change' || saysGrowth) &&
          role.direction * signedAmount(fact) >= 0 &&
          isAmong(hint.compared, fact.compared)
        : !tellsChange && fitsSign(figure, fact, saysLoss)),
  );
}

const isSameUnit = ({ kind, unit }: Figure, fact: Printed): boolean =>
  (kind !== 'money' && kind !== 'perShare') ||
  unit.slice(0, 3) === fact.unit.slice(0, 3) ||
  unit === '' ||
  /unknown/.test(fact.unit);

/** A figure below zero in the table needs a word or a sign that says so, and none says so of one above. */
const fitsSign = ({ isNegative }: Figure, fact: Printed, saysLoss: boolean): boolean =>
  signedAmount(fact) < 0 ? isNegative || saysLoss : !isNegative;

/** The column that words of time leave: the latest, or for a figure held against another the one a year before it. */
function chooseColumn(
  options: readonly Printed[],
  { hint }: TimedFigure,
  told: readonly Explained[],
): Printed | undefined {
  const last = told.at(-1)?.fact;
  const free = options.filter((fact) => !told.some((other) => other.fact === fact));
  const fitting =
    hint.isEarlier && last ? free.filter((fact) => lastDay(fact.period) < lastDay(last.period)) : free;
  const ranked = [...(fitting.length > 0 ? fitting : hint.isEarlier ? [] : options)];
  const isAround = ({ period }: Printed): number => (isSamePeriod(period, hint.around) ? 0 : 1);
  return ranked.sort(
    (a, b) =>
      isAround(a) - isAround(b) ||
      (lastDay(b.period) > lastDay(a.period) ? 1 : lastDay(b.period) < lastDay(a.period) ? -1 : 0) ||
      a.dimensions.length - b.dimensions.length,
  )[0];
}

/** A change that no column prints, but two columns of one measure have between them. */
function changeIn(
  { facts }: FactRow,
  timed: TimedFigure,
  explained: readonly Explained[],
): Omit<Explained, 'index'> | undefined {
  const { figure, role } = timed;
  if (role.name !== 'change' && !timed.saysGrowth) return undefined;
  const isTold = (other: Printed): number => (explained.some(({ fact }) => fact === other) ? 1 : 0);
  for (const { fact, how } of explained) {
    if (how !== (figure.kind === 'points' ? 'printed' : 'amount') || isChange(fact)) continue;
    const others = facts
      .filter((other) => isEarlierColumn(other, fact) && isAmong(timed.hint.compared, other.period))
      .sort((a, b) => isTold(b) - isTold(a) || monthsApart(a, fact) - monthsApart(b, fact));
    const before = others.find((other) => isChangeBetween(timed, other, fact));
    if (before) return { fact, how: figure.kind === 'percent' ? 'change' : 'difference', before };
  }
  return undefined;
}

/** A year before comes first, then the quarter before. */
const monthsApart = (before: Printed, fact: Printed): number =>
  Math.abs(
    12 - Math.round((Date.parse(lastDay(fact.period)) - Date.parse(lastDay(before.period))) / 2_629_800_000),
  );

const isEarlierColumn = (other: Printed, fact: Printed): boolean =>
  other.concept === fact.concept &&
  other.dimensions === fact.dimensions &&
  other.unit === fact.unit &&
  other.aspect === fact.aspect &&
  spanMonths(other.period) === spanMonths(fact.period) &&
  lastDay(other.period) < lastDay(fact.period);

const spanMonths = (period: Period): number => (isInstant(period) ? 0 : monthsIn(period));

/** Wider ones agree with anything. */
const WIDEST_RATE = 1.5;

function isChangeBetween({ figure, role }: TimedFigure, before: Printed, now: Printed): boolean {
  const [a, b] = [signedAmount(before), signedAmount(now)];
  const isOfLoss = a < 0 && b < 0;
  const open = halfUnit(before) + halfUnit(now);
  if (!isOfLoss && role.direction !== 0 && Math.sign(b - a) !== role.direction) return false;
  if (figure.kind !== 'percent')
    return (
      Math.abs(Math.abs(b - a) - figureSize(figure)) <= figureHalfUnit(figure) + open &&
      open <= figureHalfUnit(figure) * 4
    );
  if (a === 0) return false;
  const growth = (100 * Math.abs(b - a)) / Math.abs(a);
  const half = (100 * open) / Math.abs(a) + figureHalfUnit(figure);
  return half <= WIDEST_RATE && Math.abs(growth - figureSize(figure)) <= half;
}
