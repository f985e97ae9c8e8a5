import type { Printed } from '../../src/model/fact.ts';
import { shiftDecimal } from '../grammar/numbers.ts';

/** Averages of shares, and the amounts per share that are counted on them. */
const COUNTED_ON: Readonly<Record<string, string>> = {
  WeightedAverageNumberOfSharesOutstandingBasic: 'EarningsPerShareBasic',
  WeightedAverageNumberOfDilutedSharesOutstanding: 'EarningsPerShareDiluted',
};
const EARNINGS: ReadonlySet<string> = new Set(['NetIncomeLoss', 'ProfitLoss']);

/** Powers of ten in which shares are printed. */
const SCALES = [0, 3, 6] as const;

/** Earnings ÷ earnings per share meets the shares within this factor: preferred dividends and rounding move it a little. */
const WITHIN = 1.5;

/** Fewer digits of an amount per share leave open too much. */
const LEAST_DIGITS = 2;

/**
 * Sets the scale of averages of shares by arithmetic where captions leave it open or mislead: earnings ÷ earnings per
 * share are the shares. A row is moved as a whole, and only where every period that can be compared asks for the same.
 */
export function settleShareScale(facts: readonly Printed[]): readonly Printed[] {
  const moves = new Map<number, number>();
  for (const [line, row] of Map.groupBy(facts.filter(isAverage), (fact) => fact.line)) {
    const amounts = row.filter(({ aspect }) => aspect === 'amount');
    const [move, ...others] = new Set(amounts.flatMap((fact) => possibleMoves(fact, facts)));
    if (move !== undefined && move !== 0 && others.length === 0) moves.set(line, move);
  }
  return facts.map((fact) => {
    const move = isAverage(fact) ? moves.get(fact.line) : undefined;
    return move === undefined ? fact : moved(fact, move);
  });
}

const isAverage = ({ concept, unit, value }: Printed): boolean =>
  COUNTED_ON[concept] !== undefined && unit === 'shares' && value !== '';

/** Powers of ten by which the figure must move; none where nothing can be compared. */
function possibleMoves(shares: Printed, facts: readonly Printed[]): number[] {
  const here = facts.filter(
    ({ document, period, dimensions, aspect, basis }) =>
      document === shares.document &&
      period === shares.period &&
      dimensions === shares.dimensions &&
      aspect === 'amount' &&
      basis === shares.basis,
  );
  const per = here.find(
    ({ concept, unit }) => concept === COUNTED_ON[shares.concept] && /^[A-Z]{3}\/share$/.test(unit),
  );
  if (!per || per.raw.replace(/\D/g, '').replace(/^0+/, '').length < LEAST_DIGITS) return [];
  const counts = here
    .filter(({ concept, value }) => EARNINGS.has(concept) && value !== '')
    .map(({ value }) => Math.abs(Number(value) / Number(per.value)));
  const own = Math.abs(Number(shares.value));
  const fits = SCALES.flatMap((scale) => [scale, -scale]).filter((move) =>
    counts.some((count) => Math.abs(Math.log(count / (own * 10 ** move))) < Math.log(WITHIN)),
  );
  return [...new Set(fits.map((move) => move + 0))].slice(0, 1);
}

const moved = (fact: Printed, by: number): Printed => ({
  ...fact,
  value: shiftDecimal(fact.value, by),
  decimals: fact.decimals === null ? null : fact.decimals - by,
});
