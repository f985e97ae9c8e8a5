import { formatPlain, roundDecimal } from '../model/decimal.ts';
import { formatAmount, formatUnit, knownPlaces, printedScale, ROUGHLY } from '../model/format.ts';
import { isMoney, type PageForm, pageForm } from '../model/page-form.ts';
import { decimalsKnown, magnitude, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import type { ChartCell } from './chart.ts';
import type { Series, ShownAmount } from './grammar/type.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { formatKnown, withPlus } from './wording.ts';

/** In units of ten to the `power`, with so many decimal places. */
interface Digits {
  readonly power: number;
  readonly places: number;
  readonly unit: string;
}

/** How a chart writes its amounts: all of them on one scale, each to no digit that is not known. */
export type AmountScale = ReturnType<typeof makeScale>;

const makeScale = (digits: Digits) => ({
  ...digits,
  /** `JPY millions`. */
  name: formatUnit(digits.unit, digits.power),
  /** `106,248`, `(357)`. */
  figure: (amount: Quantity): string => formatFigure(amount, digits),
  /** `+9,639`, `(357)`: a change. */
  signed: (change: Quantity): string => withPlus(formatFigure(change, digits)),
  /** `JPY 3,693 million`, `roughly USD 4,840 million`, without its sign: for sentences. */
  money: (amount: Quantity): string => formatMoney(amount, digits),
  /** What a picture shows of it. */
  shown: (amount: MeasuredAmount): ShownAmount => showAmount(amount, digits),
  series: <Of>(
    label: string,
    items: readonly Of[],
    find: (item: Of) => MeasuredAmount | undefined,
  ): Series => ({
    label,
    amounts: items.map(find).map((amount) => amount && showAmount(amount, digits)),
  }),
  /** What a table prints: the fact that states an amount, else what was worked out. */
  cell: (amount: MeasuredAmount | undefined): ChartCell =>
    amount ? (amount.fact ?? computed(amount, formatFigure(amount, digits))) : '',
  change: (change: MeasuredAmount): ChartCell => computed(change, withPlus(formatFigure(change, digits))),
});

const showAmount = (amount: MeasuredAmount, digits: Digits): ShownAmount => ({
  value: amount.value,
  text: formatFigure(amount, digits),
  derived: amount.derived,
});

const computed = ({ exact, unit, facts }: MeasuredAmount, text: string): ChartCell => ({
  text,
  value: formatPlain(exact),
  unit,
  facts,
});

/** In the unit itself, with all digits that are printed: of amounts that are small, such as dividends of a share. */
export const scaleAsPrinted = (amounts: readonly MeasuredAmount[], unit: string): AmountScale =>
  makeScale({ power: 0, places: Math.max(0, ...amounts.map(({ fact }) => fact?.decimals ?? 0)), unit });

/** No places are told of what is no money beyond these. */
const MOST_PLACES = 2;

/** One scale for all amounts of a chart: of money that of the page; else as printed, to the digits that all have. */
export function scaleFor(amounts: readonly MeasuredAmount[], facts: Settled): AmountScale {
  const unit = amounts[0]?.unit ?? '';
  if (isMoney({ unit })) return scaleInForm(amounts, pageForm(facts, unit));
  const known = amounts.flatMap(({ fact, derived }) => (derived ? [] : (fact?.decimals ?? [])));
  return scaleInForm(amounts, { scale: 0, places: Math.max(0, Math.min(MOST_PLACES, ...known)) });
}

/** The scale of a form, unless all that is printed of the amounts is printed coarser. */
export function scaleInForm(amounts: readonly MeasuredAmount[], { scale, places }: PageForm): AmountScale {
  const unit = amounts[0]?.unit ?? '';
  const scales = amounts.flatMap(({ fact, derived }) => (fact && !derived ? [printedScale(fact)] : []));
  const power = Math.max(scale, scales.length > 0 ? Math.min(...scales) : 0);
  const known = amounts.map(({ fact }) => (fact ? knownPlaces(fact, power) : 0));
  return makeScale({ power, places: power === scale ? places : Math.max(0, ...known), unit });
}

function formatFigure(amount: Quantity, { power, places }: Digits): string {
  const known = decimalsKnown(amount, places - power) + power;
  if (known >= 0) return formatKnown(amount, places, power);
  return formatAmount(formatPlain(roundDecimal(amount.exact, known - power)), power, 0);
}

function formatMoney(amount: Quantity, digits: Digits): string {
  const text = formatFigure(magnitude(amount), digits);
  if (!/[1-9]/.test(text)) return formatSmall(amount, digits.unit);
  const isRough = decimalsKnown(amount, 0) + digits.power < 0;
  return `${isRough ? ROUGHLY : ''}${withUnit(text, digits)}`;
}

/** An amount that is nothing in the unit of the chart's figures. */
function formatSmall(amount: Quantity, unit: string): string {
  const size = Math.abs(amount.value);
  const power = size < 1e3 ? 0 : Math.min(12, Math.floor(Math.log10(size * (1 + 1e-9)) / 3) * 3);
  const most = size / 10 ** power < 100 && power > 0 ? 1 : 0;
  return withUnit(formatKnown(magnitude(amount), most, power), { unit, power });
}

const withUnit = (text: string, { unit, power }: Pick<Digits, 'unit' | 'power'>): string =>
  [unit, text, formatUnit(unit, power).replace(/s$/, '').replace(unit, '').trim()].filter(Boolean).join(' ');
