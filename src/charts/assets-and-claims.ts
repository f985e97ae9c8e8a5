import { formatDate, lowerFirst } from '../model/format.ts';
import { closing, isInstant, type Period } from '../model/period.ts';
import { growthRate, percentage, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { type TwoDatesPart, twoDates, type Whole } from './forms/two-dates.ts';
import { bySize, findParts, type WeightedPart } from './reading/breakdown.ts';
import { type Addend, added, changeFrom, type MeasuredAmount, weighted } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { partTone } from './tones.ts';
import { formatPercent, grewBy, listed, whichWay } from './wording.ts';

const ASSETS = 'Assets';
const CLAIMS = 'LiabilitiesAndStockholdersEquity';
const EQUITY = [
  'StockholdersEquity',
  'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
];
/** Parts of a column; what is smaller is one part. */
const MOST_PARTS = 6;

interface Piece {
  readonly label: string;
  readonly before: MeasuredAmount;
  readonly now: MeasuredAmount;
  /** Of a whole. */
  readonly strong?: boolean;
}

/** What the company owns and who has a claim on it, at two dates: columns joined by bands. */
export const assetsAndClaims: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const now = closing(period.period);
  const before = findEarlierDate(facts, [periodBefore(issuer, now), now], read);
  const [was, is] = [before && read(ASSETS, before), read(ASSETS, now)];
  if (!before || !was || !is) return undefined;
  const dates = [before, now];
  const assets = findAssets(dates, read);
  const claims = findClaims(dates, read);
  if (!assets || !claims) return undefined;
  const owned: Piece = { label: 'Total assets', before: was, now: is, strong: true };
  const owed: Piece = {
    label: 'Total liabilities and equity',
    before: read(CLAIMS, before) ?? was,
    now: read(CLAIMS, now) ?? is,
    strong: true,
  };
  const scale = scaleFor([was, is], facts);
  const names = [formatDate(before), formatDate(now)] as const;
  const draw = (title: string, total: Piece, parts: readonly Piece[]): Whole => ({
    title,
    totals: [scale.figure(total.before), scale.figure(total.now)],
    parts: parts.map((piece, index) => drawPiece(piece, index, scale)),
  });
  return composeChart({
    name: 'balance-sheet',
    question: 'position',
    size: 'wide',
    title: balanceTitle(was, is, dates, read),
    unit: `Balance sheet, ${names[0]} and ${names[1]}, ${scale.name}, with the change of each part`,
    rows: [...assets, owned, ...claims, owed],
    scale,
    columns: [
      [names[0], (piece) => scale.cell(piece.before)],
      [names[1], (piece) => scale.cell(piece.now)],
      ['Change', (piece) => scale.change(changeFrom(piece.now, piece.before))],
    ],
    sums: [sumBelow(0, assets.length, [0, 1, 2]), sumBelow(assets.length + 1, claims.length, [0, 1, 2])],
    summary: `Two columns each for assets and for liabilities and equity, ${scale.name}, ${names[0]} and ${names[1]}. ${listPieces([owned], scale)}. Assets: ${listPieces(assets, scale)}. Liabilities and equity: ${listPieces(claims, scale)}.`,
    sources: [...assets, ...claims].flatMap((piece) => [...piece.before.facts, ...piece.now.facts]),
    plot: (width) =>
      twoDates([draw('Assets', owned, assets), draw('Liabilities and equity', owed, claims)], {
        width,
        names,
      }),
  });
};

/** The date to compare with: a year before where the total is known then, else the last one known before. */
function findEarlierDate(
  facts: Settled,
  [year, now]: readonly [Period, Period],
  read: Reader,
): Period | undefined {
  if (read(ASSETS, year)) return year;
  const dates = facts
    .ofConcept(ASSETS)
    .map(({ period }) => period)
    .filter((date) => isInstant(date) && date < now && read(ASSETS, date));
  return [...new Set(dates)].sort().at(-1);
}

/** A whole in parts, the largest first, the smallest together; undefined where the parts do not make it up. */
function findAssets(dates: readonly Period[], read: Reader): Piece[] | undefined {
  const parts = findParts(ASSETS, dates, read);
  return parts && together(parts, 'All other assets', dates, read, MOST_PARTS);
}

/** Equity as one part, liabilities in theirs. */
function findClaims(dates: readonly Period[], read: Reader): Piece[] | undefined {
  const parts = findParts(CLAIMS, dates, read);
  const liabilities = parts?.find(({ concept }) => concept.id === 'Liabilities');
  const equity = parts?.filter((part) => part !== liabilities) ?? [];
  if (!liabilities || equity.length === 0) return undefined;
  const owed = findParts(liabilities.concept.id, dates, read) ?? [liabilities];
  return [
    ...equity.flatMap((part) => makePiece([part], part.concept.label, dates, read)),
    ...together(owed, 'All other liabilities', dates, read, MOST_PARTS - equity.length),
  ];
}

/** The largest items one by one; what remains of each group, such as current assets, is one part, and so is the rest. */
function together(
  parts: readonly WeightedPart[],
  rest: string,
  dates: readonly Period[],
  read: Reader,
  most: number,
): Piece[] {
  const groups = parts.map((part) => ({ part, items: findParts(part.concept.id, dates, read) ?? [] }));
  const items = groups.flatMap(({ part, items: own }) => (own.length > 0 ? own : [part]));
  const named = groups.filter(({ items: own }) => own.length > 0);
  const told = new Set(
    bySize(items, dates.slice(-1), read).slice(0, items.length <= most ? most : most - 1 - named.length),
  );
  const pieceIfAny = (of: readonly WeightedPart[], name: string): Piece[] => {
    const left = of.filter((part) => !told.has(part));
    return left.length === 0
      ? []
      : makePiece(left, left.length === 1 && left[0] ? left[0].concept.label : name, dates, read);
  };
  return [
    ...[...told].flatMap((part) => makePiece([part], part.concept.label, dates, read)),
    ...named.flatMap(({ part, items: own }) =>
      pieceIfAny(own, `Rest of ${lowerFirst(part.concept.label.replace(/^total /i, ''))}`),
    ),
    ...pieceIfAny(
      groups.flatMap(({ part, items: own }) => (own.length > 0 ? [] : [part])),
      rest,
    ),
  ];
}

function makePiece(
  parts: readonly WeightedPart[],
  label: string,
  [earlier = '', later = '']: readonly Period[],
  read: Reader,
): Piece[] {
  const at = (date: Period): MeasuredAmount =>
    added(
      parts.flatMap(({ concept, weight }): Addend[] => {
        const amount = read(concept.id, date);
        return amount ? [[weighted(amount, weight), 1]] : [];
      }),
    );
  return [{ label, before: at(earlier), now: at(later) }];
}

const drawPiece = ({ label, before, now }: Piece, index: number, scale: AmountScale): TwoDatesPart => ({
  label,
  tone: partTone(index),
  before: { value: before.value, text: scale.figure(before), derived: isFromElsewhere(before) },
  now: { value: now.value, text: scale.figure(now), derived: isFromElsewhere(now) },
  change: scale.signed(changeFrom(now, before)),
});

/** A sum of printed items put together for the picture needs no hatch; what rests on a derived fact does. */
const isFromElsewhere = ({ facts }: MeasuredAmount): boolean =>
  facts.some(({ origin }) => origin === 'derived');

const listPieces = (pieces: readonly Piece[], scale: AmountScale): string =>
  listed(pieces.map(({ label, before, now }) => `${label} ${scale.figure(before)} and ${scale.figure(now)}`));

/** How total assets went, and equity's share of them. */
function balanceTitle(
  was: MeasuredAmount,
  is: MeasuredAmount,
  [before = '', now = '']: readonly Period[],
  read: Reader,
): string {
  const growth = growthRate(is, was);
  const way = whichWay(changeFrom(is, was), growth);
  const went =
    way === 'level' || !growth
      ? 'Total assets held level'
      : `Total assets ${grewBy(growth, ['grew', 'shrank'])}`;
  const equity = EQUITY.find((id) => read(id, before) && read(id, now));
  if (!equity) return went;
  const shares = [findShare(read(equity, before), was), findShare(read(equity, now), is)];
  const [first, last] = shares;
  if (!first || !last) return went;
  const [told, said] = [formatPercent(last), formatPercent(first)];
  if (last.value < 0) return `${went}; liabilities exceed assets`;
  return told === said
    ? `${went}; equity stayed at ${told} of them`
    : `${went}; equity ${last.value > first.value ? 'rose' : 'fell'} to ${told} of them from ${said}`;
}

const findShare = (part: MeasuredAmount | undefined, whole: MeasuredAmount): Quantity | undefined =>
  part && percentage(part, whole);
