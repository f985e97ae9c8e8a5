import { formatDate } from '../model/format.ts';
import { closing, opening, type Period } from '../model/period.ts';
import { meets, signOf } from '../model/quantity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { footed } from './footing.ts';
import { type BridgeRow, bridge } from './forms/bridge.ts';
import { allPartsOf, partsOf } from './reading/breakdown.ts';
import { type Addend, added, changeOf, type Measured, weighted } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { conceptOf } from './reading/vocabulary.ts';
import {
  capital,
  cellOf,
  figure,
  isAllZero,
  listed,
  money,
  type Scale,
  scaleFor,
  signedFigure,
  unitOf,
} from './wording.ts';

const CHANGE = 'CashAndCashEquivalentsPeriodIncreaseDecrease';
const CASH = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
];
const OPERATING = 'NetCashProvidedByUsedInOperatingActivities';
const INVESTING = 'NetCashProvidedByUsedInInvestingActivities';
const FINANCING = 'NetCashProvidedByUsedInFinancingActivities';
/** Rows of a kind of activity that are told by themselves; the rest of it is one row. */
const MOST_TOLD = 2;

interface Flow {
  readonly label: string;
  readonly amount: Measured;
}

/** From the cash at the start to the cash at the end: operations, then the largest payments of each other kind. */
export const cashBridge: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const cash = CASH.find((id) => read(id, closing(period.period)));
  const [from, to] = [cash && read(cash, opening(period.period)), cash && read(cash, closing(period.period))];
  const [operating, investing, financing] = [OPERATING, INVESTING, FINANCING].map((id) =>
    read(id, period.period),
  );
  if (!from || !to || !operating || !investing || !financing) return undefined;
  const flows = flowsOf(period.period, read, changeOf(to, from), { operating, investing, financing });
  if (isAllZero(flows.map(({ amount }) => amount))) return undefined;
  const scale = scaleFor([from, to, ...flows.map(({ amount }) => amount)], facts);
  const ends = [
    `Cash, ${formatDate(opening(period.period))}`,
    `Cash, ${formatDate(closing(period.period))}`,
  ] as const;
  const rows: BridgeRow[] = [
    {
      kind: 'total',
      label: ends[0],
      value: from.value,
      cells: [figure(from, scale)],
      strong: true,
      derived: from.derived,
    },
    ...flows.map(
      ({ label, amount }): BridgeRow => ({
        kind: 'step',
        label,
        value: amount.value,
        cells: [signedFigure(amount, scale)],
        hatched: amount.derived,
      }),
    ),
    {
      kind: 'total',
      label: ends[1],
      value: to.value,
      cells: [figure(to, scale)],
      strong: true,
      derived: to.derived,
    },
  ];
  return {
    name: 'cash-bridge',
    question: 'cash',
    size: 'half',
    title: titleOf({ operating, investing, financing }, changeOf(to, from), scale),
    unit: `Change in cash, ${period.label}, ${unitOf(scale)}`,
    summary: `Bridge of cash in ${unitOf(scale)}, from ${figure(from, scale)} on ${formatDate(opening(period.period))} to ${figure(to, scale)} on ${formatDate(closing(period.period))}: ${listed(flows.map(({ label, amount }) => `${label} ${signedFigure(amount, scale)}`))}.`,
    table: footed(
      {
        header: ['', period.label],
        rows: [
          { label: ends[0], cells: [cellOf(from, scale)], strong: true },
          ...flows.map(({ label, amount }) => ({ label, cells: [cellOf(amount, scale)] })),
          { label: ends[1], cells: [cellOf(to, scale)], strong: true },
        ],
        scale: scale.power,
        places: scale.places,
      },
      [
        {
          total: flows.length + 1,
          parts: [...Array(flows.length + 1).keys()].map((row) => [row, 1]),
          columns: [0],
        },
      ],
    ),
    note: flows.some(({ amount }) => amount.derived)
      ? 'Hatched amounts are not printed anywhere; they are worked out from other lines or other periods.'
      : '',
    sources: [from, ...flows.map(({ amount }) => amount), to].flatMap((amount) => amount.facts),
    plot: (width) => bridge(rows, { width, heads: [''] }),
  };
};

interface Activities {
  readonly operating: Measured;
  readonly investing: Measured;
  readonly financing: Measured;
}

/** Operations, the largest flows of investing and financing with what remains of each, exchange rates, the unexplained. */
function flowsOf(
  period: Period,
  read: Reader,
  change: Measured,
  { operating, investing, financing }: Activities,
): Flow[] {
  const others = (allPartsOf(CHANGE, period, read)[0] ?? []).filter(
    ({ concept }) => ![OPERATING, INVESTING, FINANCING].includes(concept.id),
  );
  const flows = [
    { label: 'Operating activities', amount: operating },
    ...toldOf(INVESTING, investing, 'investing', period, read),
    ...toldOf(FINANCING, financing, 'financing', period, read),
    ...others.flatMap(({ concept, weight }): Flow[] => {
      const amount = read(concept.id, period);
      return amount && amount.value !== 0
        ? [{ label: concept.label.replace(/ on cash.*$/, ''), amount: weighted(amount, weight) }]
        : [];
    }),
  ];
  const sum = added(flows.map(({ amount }): Addend => [amount, 1]));
  return meets(sum, change)
    ? flows
    : [...flows, { label: 'Not told by the lines above', amount: changeOf(change, sum) }];
}

/** The largest flows of a kind of activity that its vocabulary and the statement tell, and what remains. */
function toldOf(concept: string, total: Measured, kind: string, period: Period, read: Reader): Flow[] {
  const whole = [{ label: `${capital(kind)} activities`, amount: total }];
  const parts = partsOf(concept, [period], read) ?? statedParts(concept, period, read);
  const flows = parts.flatMap(({ concept: of, weight }): Flow[] => {
    const amount = read(of.id, period);
    return amount && amount.value !== 0 ? [{ label: of.label, amount: weighted(amount, weight) }] : [];
  });
  const largest = [...flows]
    .sort((a, b) => Math.abs(b.amount.value) - Math.abs(a.amount.value))
    .slice(0, MOST_TOLD);
  if (largest.length === 0) return whole;
  const rest = changeOf(total, added(largest.map(({ amount }): Addend => [amount, 1])));
  return signOf(rest) === 0 ? largest : [...largest, { label: `Other ${kind}`, amount: rest }];
}

/** Parts that the statement tells although they do not make up the total: what they leave is a row of its own. */
const statedParts = (concept: string, period: Period, read: Reader) =>
  Object.entries(conceptOf(concept)?.sums?.[0] ?? {}).flatMap(([id, weight]) => {
    const part = conceptOf(id);
    return part && read(id, period) ? [{ concept: part, weight }] : [];
  });

/** Whether operations paid for investment, what financing did, and where cash went. */
function titleOf({ operating, investing, financing }: Activities, change: Measured, scale: Scale): string {
  const free = added([
    [operating, 1],
    [investing, 1],
  ]);
  const [earned, left, raised] = [signOf(operating), signOf(free), signOf(financing)];
  const rest = money(free, scale);
  const financed =
    raised === 0 ? '' : `; financing ${raised === 1 ? 'brought in' : 'took'} ${money(financing, scale)}`;
  if (earned === -1) return `Operations used ${money(operating, scale)} of cash${financed}`;
  if (left === 0) return `Operations just paid for investment${financed}`;
  if (left === 1 && signOf(investing) === -1) return `${rest} was left after investment${financed}`;
  if (left === 1) return `Operations and investing brought in ${rest}${financed}`;
  const went =
    signOf(change) === 0 ? '' : `; cash ${change.value < 0 ? 'fell by' : 'rose by'} ${money(change, scale)}`;
  return `Investment took ${rest} more than operations brought in${raised === 1 ? financed : went}`;
}
