import { formatDate, lowerFirst } from '../model/format.ts';
import { closing, isInstant, type Period } from '../model/period.ts';
import { growthRate, percentage, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart, sumBelow } from './compose-chart.ts';
import { type TwoDatesPart, twoDates, type Whole } from './forms/two-dates.ts';
import { findParts } from './reading/breakdown.ts';
import { added, changeFrom, type MeasuredAmount, weighted } from './reading/measured.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { findTableParts, type SumLine } from './reading/table-sums.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { partTone } from './tones.ts';
import { formatPercent, grewBy, listed, whichWay } from './wording.ts';

const ASSETS = 'Assets';
const CLAIMS = 'LiabilitiesAndStockholdersEquity';
const LIABILITIES = 'Liabilities';
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
  const find = partsFinder(facts, dates, read, issuer.reportingCurrency);
  const assets = findAssets(find);
  const claims = findClaims(find);
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

/** A line of a balance sheet at both dates, and the lines that make it up, where it is the sum of some. */
interface Item extends Piece {
  readonly concept: string;
  readonly items: readonly Item[];
}

/** Finds the parts of a total: as the vocabulary adds it up, else as the table that prints it does; none where neither foots. */
type FindParts = (concept: string) => readonly Item[];
/** Groups of a balance sheet, and their items. */
const LEVELS = 2;

function partsFinder(facts: Settled, dates: readonly Period[], read: Reader, unit: string): FindParts {
  const known = (concept: string, depth: number): readonly Item[] =>
    (findParts(concept, dates, read) ?? []).map(({ concept: { id, label }, weight }) => {
      const [before, now] = dates.map((date) => {
        const amount = read(id, date);
        return amount ? weighted(amount, weight) : added([]);
      }) as [MeasuredAmount, MeasuredAmount];
      return { concept: id, label, before, now, items: weight > 0 && depth > 1 ? find(id, depth - 1) : [] };
    });
  const printed = ({ concept, label, amounts, parts }: SumLine): Item => {
    const [now, before] = amounts as [MeasuredAmount, MeasuredAmount];
    return { concept, label, before, now, items: parts.map(printed) };
  };
  const find = (concept: string, depth = LEVELS): readonly Item[] => {
    const parts = known(concept, depth);
    return parts.length > 0 ? parts : findTableParts(facts, concept, dates.toReversed(), unit).map(printed);
  };
  return find;
}

/** A line that takes away, such as an allowance, goes with the line before it: a column has no room below zero. */
function withoutContra(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    if (item.now.value >= 0 && item.before.value >= 0) kept.push(item);
    else if (last)
      kept.splice(-1, 1, {
        ...last,
        label: `${last.label}, less ${lowerFirst(item.label)}`,
        ...addPieces([last, item]),
        items: [],
      });
    else return [];
  }
  return kept;
}

/** A whole in parts, the largest first, the smallest together; undefined where the parts do not make it up. */
function findAssets(find: FindParts): Piece[] | undefined {
  const parts = find(ASSETS);
  return parts.length > 0 ? together(parts, 'All other assets', MOST_PARTS) : undefined;
}

/** Equity as one part, liabilities in theirs. */
function findClaims(find: FindParts): Piece[] | undefined {
  const parts = find(CLAIMS);
  const liabilities = parts.find(({ concept }) => concept === LIABILITIES);
  const equity = parts.filter(({ concept }) =>
    liabilities ? concept !== LIABILITIES : EQUITY.includes(concept),
  );
  const owed = parts.filter((part) => !equity.includes(part));
  if (owed.length === 0 || equity.length === 0) return undefined;
  const split = liabilities ? find(LIABILITIES) : owed;
  return [
    ...equity,
    ...together(split.length > 0 ? split : owed, 'All other liabilities', MOST_PARTS - equity.length),
  ];
}

/** The largest items one by one; what remains of each group, such as current assets, is one part, and so is the rest. */
function together(all: readonly Item[], rest: string, most: number): Piece[] {
  const parts = withoutContra(all).map((part) => ({ ...part, items: withoutContra(part.items) }));
  const items = parts
    .flatMap((part) => (part.items.length > 0 ? part.items : [part]))
    .filter(({ before, now }) => before.value !== 0 || now.value !== 0);
  const groups = parts.filter((part) => part.items.length > 0);
  const told = new Set(
    items
      .toSorted((a, b) => Math.abs(b.now.value) - Math.abs(a.now.value))
      .slice(0, items.length <= most ? most : Math.max(1, most - 1 - groups.length)),
  );
  const pieceIfAny = (of: readonly Item[], name: string): Piece[] => {
    const left = of.filter((item) => !told.has(item));
    const [only] = left;
    if (!only) return [];
    return [{ label: left.length === 1 ? only.label : name, ...addPieces(left) }];
  };
  return [
    ...told,
    ...groups.flatMap((group) =>
      pieceIfAny(group.items, `Rest of ${lowerFirst(group.label.replace(/^total /i, ''))}`),
    ),
    ...pieceIfAny(
      parts.filter((part) => part.items.length === 0),
      rest,
    ),
  ];
}

const addPieces = (pieces: readonly Piece[]): Pick<Piece, 'before' | 'now'> => ({
  before: added(pieces.map(({ before }) => [before, 1])),
  now: added(pieces.map(({ now }) => [now, 1])),
});

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
