import type { ConceptId } from '../concepts/index.ts';
import { documentOf } from '../model/fact.ts';
import { formatDate, lowerFirst } from '../model/format.ts';
import { isInstant, type Period } from '../model/period.ts';
import { percentage } from '../model/quantity.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { twoDates } from './forms/two-dates.ts';
import { findParts, partLabel } from './reading/breakdown.ts';
import { added, changeFrom, type MeasuredAmount, total, weighted } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { findTableParts, type SumLine } from './reading/table-sums.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { compare, formatPercent, grewBy, listed } from './wording.ts';

const ASSETS: ConceptId = 'Assets';
const CLAIMS: ConceptId = 'LiabilitiesAndStockholdersEquity';
const LIABILITIES: ConceptId = 'Liabilities';
const EQUITY: readonly ConceptId[] = [
  'StockholdersEquity',
  'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
];
/** Parts of a column; what is smaller is one part. */
const MOST_PARTS = 6;

/** The earlier date and the later one. */
type Dates = readonly [before: Period, now: Period];

interface Piece {
  readonly label: string;
  readonly before: MeasuredAmount;
  readonly now: MeasuredAmount;
  /** Of a whole. */
  readonly strong?: boolean;
}

/** What the company owns and who has a claim on it, at two dates: columns joined by bands. */
export const assetsAndClaims: Chart = (page) => {
  const { facts, read } = page;
  const [, now] = page.dates;
  const before = findEarlierDate(page);
  const [was, is] = [read(ASSETS, before), read(ASSETS, now)];
  if (!was || !is) return undefined;
  const find = partsFinder([before, now], page);
  const assets = together(find(ASSETS), 'All other assets', MOST_PARTS);
  const [equity, liabilities] = findClaims(find);
  const claims = [...equity, ...liabilities];
  if (assets.length === 0 || claims.length === 0) return undefined;
  const owned: Piece = { label: 'Total assets', before: was, now: is, strong: true };
  const owed: Piece = {
    label: 'Total liabilities and equity',
    before: read(CLAIMS, before) ?? was,
    now: read(CLAIMS, now) ?? is,
    strong: true,
  };
  const scale = scaleFor([was, is], facts);
  const names = [formatDate(before), formatDate(now)] as const;
  const list = (pieces: readonly Piece[]): string =>
    listed(pieces.map((of) => `${of.label} ${scale.figure(of.before)} and ${scale.figure(of.now)}`));
  const draw = (title: string, whole: Piece, parts: readonly Piece[]) => ({
    title,
    totals: [scale.figure(whole.before), scale.figure(whole.now)] as const,
    parts: parts.map((piece) => ({
      label: piece.label,
      before: drawAmount(piece.before, scale),
      now: drawAmount(piece.now, scale),
      change: scale.signed(changeFrom(piece.now, piece.before)),
    })),
  });
  return composeChart({
    name: 'balance-sheet',
    question: 'position',
    size: 'wide',
    title: balanceTitle([was, is], equity, before === page.dates[0] ? '' : names[0]),
    unit: `Balance sheet, ${names[0]} and ${names[1]}, ${scale.name}, with the change of each part`,
    rows: [...assets, owned, ...claims, owed],
    scale,
    columns: [
      [names[0], (piece) => scale.cell(piece.before)],
      [names[1], (piece) => scale.cell(piece.now)],
      ['Change', (piece) => scale.change(changeFrom(piece.now, piece.before))],
    ],
    sums: { columns: [0, 1, 2] },
    summary: `Two columns each for assets and for liabilities and equity, ${scale.name}, ${names[0]} and ${names[1]}. ${list([owned])}. Assets: ${list(assets)}. Liabilities and equity: ${list(claims)}.`,
    sources: [...assets, ...claims].flatMap((piece) => [...piece.before.facts, ...piece.now.facts]),
    plot: twoDates([draw('Assets', owned, assets), draw('Liabilities and equity', owed, claims)], names),
  });
};

/** A sum of printed items put together for the picture needs no hatch; what rests on a derived fact does. */
const drawAmount = (amount: MeasuredAmount, scale: AmountScale) => ({
  ...scale.shown(amount),
  derived: amount.facts.some(({ origin }) => origin === 'derived'),
});

/**
 * The date to compare with: a year before where the total is known then, else the last one before that the release of the
 * balance sheet sets beside it, else the last one known; '' for none.
 */
function findEarlierDate({ facts, dates: [year, now], read }: PageFigures): Period {
  if (read(ASSETS, year)) return year;
  const stated = facts
    .listAllStatements(ASSETS)
    .filter(({ period }) => isInstant(period) && period < now && read(ASSETS, period));
  const documents = read(ASSETS, now)?.facts.map((fact) => documentOf(fact)) ?? [];
  const beside = stated.filter((fact) => documents.includes(documentOf(fact)));
  const dates = (beside.length > 0 ? beside : stated).map(({ period }) => period);
  return dates.sort().at(-1) ?? '';
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

function partsFinder(dates: Dates, { facts, issuer, read }: PageFigures): FindParts {
  const printed = ({ concept, label, amounts, parts }: SumLine): Item => {
    const [now, before] = amounts as [MeasuredAmount, MeasuredAmount];
    return { concept, label: partLabel({ label }), before, now, items: parts.map(printed) };
  };
  const find = (total: string, depth = LEVELS): readonly Item[] => {
    const parts = findParts(total, dates, read);
    if (!parts)
      return findTableParts(facts, total, dates.toReversed(), issuer.reportingCurrency).map(printed);
    return parts.map(({ concept: { id, label }, weight }): Item => {
      const readAt = (date: Period): MeasuredAmount => {
        const amount = read(id, date);
        return amount ? weighted(amount, weight) : added([]);
      };
      const items = weight > 0 && depth > 1 ? find(id, depth - 1) : [];
      return {
        concept: id,
        label: partLabel({ label }),
        before: readAt(dates[0]),
        now: readAt(dates[1]),
        items,
      };
    });
  };
  return find;
}

/** A line that takes away, such as an allowance, goes with the line before it: a column has no room below zero. */
function withoutContra(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    if (item.now.value >= 0 && item.before.value >= 0) kept.push(item);
    else if (!last) return [];
    else {
      const label = `${last.label}, less ${lowerFirst(item.label)}`;
      kept[kept.length - 1] = { ...last, ...addPieces([last, item]), label, items: [] };
    }
  }
  return kept;
}

/** Equity as one part, liabilities in theirs; neither without the other. */
function findClaims(find: FindParts): readonly [equity: readonly Piece[], liabilities: readonly Piece[]] {
  const parts = find(CLAIMS);
  const hasTotal = parts.some(({ concept }) => concept === LIABILITIES);
  const isEquity = ({ concept }: Item): boolean =>
    hasTotal ? concept !== LIABILITIES : EQUITY.some((id) => id === concept);
  const equity = parts.filter(isEquity);
  const owed = parts.filter((part) => !isEquity(part));
  if (owed.length === 0 || equity.length === 0) return [[], []];
  const split = hasTotal ? find(LIABILITIES) : owed;
  const most = MOST_PARTS - equity.length;
  return [equity, together(split.length > 0 ? split : owed, 'All other liabilities', most)];
}

/** The largest items one by one; what remains of each group, such as current assets, is one part, and so is the rest. */
function together(all: readonly Item[], rest: string, most: number): Piece[] {
  const parts = withoutContra(all).map((part) => ({ ...part, items: withoutContra(part.items) }));
  const groups = parts.filter(({ items }) => items.length > 0);
  const items = parts
    .flatMap((part) => (part.items.length > 0 ? part.items : [part]))
    .filter(({ before, now }) => before.value !== 0 || now.value !== 0);
  const room = items.length <= most ? most : Math.max(1, most - 1 - groups.length);
  const told = new Set(
    items.toSorted((a, b) => Math.abs(b.now.value) - Math.abs(a.now.value)).slice(0, room),
  );
  const remain = (of: readonly Item[], name: string): Piece[] => {
    const left = of.filter((item) => !told.has(item));
    const [only] = left;
    return only ? [{ label: left.length === 1 ? only.label : name, ...addPieces(left) }] : [];
  };
  return [
    ...told,
    ...groups.flatMap((group) =>
      remain(group.items, `Rest of ${lowerFirst(group.label.replace(/^total /i, ''))}`),
    ),
    ...remain(
      parts.filter((part) => !groups.includes(part)),
      rest,
    ),
  ];
}

const addPieces = (pieces: readonly Piece[]): Pick<Piece, 'before' | 'now'> => ({
  before: total(pieces.map(({ before }) => before)),
  now: total(pieces.map(({ now }) => now)),
});

/** How total assets went in the year, or since a date that is named, and the share of them of what is drawn as equity. */
function balanceTitle(
  [was, is]: readonly [MeasuredAmount, MeasuredAmount],
  equity: readonly Piece[],
  date: string,
): string {
  const { growth, way } = compare(is, was);
  const [level, ...verbs] = date
    ? (['have held level', 'have grown', 'have shrunk'] as const)
    : (['held level', 'grew', 'shrank'] as const);
  const moved = way === 'level' || !growth ? level : grewBy(growth, verbs);
  const went = `Total assets ${moved}${date && ` since ${date}`}`;
  const { before, now } = addPieces(equity);
  const [from, to] = [percentage(before, was), percentage(now, is)];
  if (!from || !to) return went;
  if (to.value < 0) return `${went}; liabilities exceed assets`;
  const [said, told] = [formatPercent(from), formatPercent(to)];
  return told === said
    ? `${went}; equity stayed at ${told} of them`
    : `${went}; equity ${to.value > from.value ? 'rose' : 'fell'} to ${told} of them from ${said}`;
}
