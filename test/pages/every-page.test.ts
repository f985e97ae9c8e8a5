import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { writeSiteData } from '../../scripts/output/write-files.ts';
import type { ChartSpec } from '../../src/charts/chart.ts';
import { isFact } from '../../src/charts/figures-csv.ts';
import { parseShown, shownText } from '../../src/charts/footing.ts';
import { measureOverTime } from '../../src/charts/measure-over-time.ts';
import { chartSections } from '../../src/charts/sections.ts';
import { type Issuer, readIssuer, site } from '../../src/data/index.ts';
import { type Decimal, formatPlain, timesDecimal, ZERO } from '../../src/model/decimal.ts';
import type { PeriodRecord } from '../../src/model/document.ts';
import { type Fact, factKey } from '../../src/model/fact.ts';
import { findFinerRate } from '../../src/model/finer-rate.ts';
import { formatFact } from '../../src/model/format.ts';
import { formatFigure, type Highlight } from '../../src/model/highlight.ts';
import { type BalanceRow, findBalances } from '../../src/view/balances.ts';
import { listSeries } from '../../src/view/checks-measure.ts';
import { listMeasures } from '../../src/view/measures.ts';
import { periodView } from '../../src/view/period.ts';
import { textSource } from '../text-source.ts';

/** Every page of every release there is to try: the project's own, and invented ones in the style of several countries. */
const FOLDERS = ['../../documents/', '../documents/cases/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const DATA = mkdtempSync(join(tmpdir(), 'tieout-pages-'));
afterAll(() => rmSync(DATA, { recursive: true }));

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[^/]+\/\d{4}-[^/]+\.(?:txt|md)$/.test(path))
    .sort()
    .map((path) => {
      const issuer = path.split('/').at(-2) ?? '';
      return textSource(issuer, basename(path), readFileSync(join(folder, path), 'utf8'));
    }),
);
writeSiteData(DATA, await convertCorpus(sources, 'published'), effects);
process.env['TIEOUT_DATA'] = DATA;
const issuers = site().issuers.map(readIssuer);

/** One that tells of a misprint sets the wrong figure beside the right one. */
const isSettled = ({ kind }: Highlight): boolean => kind !== 'correction';

/** A figure as a page tells it, outside the tables that it takes over from documents. */
interface Shown {
  readonly fact: Fact;
  readonly text: string;
  /** Power of ten in which it is told. */
  readonly scale: number;
  readonly where: string;
}

const pages = issuers.flatMap((issuer) =>
  issuer.record.periods.map((period) => ({
    page: `${issuer.record.slug}/${period.slug}`,
    issuer,
    charts: chartSections(issuer.facts, period, issuer.record).flatMap(({ rows }) => rows.flat()),
    shown: shownOn(issuer, period),
  })),
);

function shownOn(issuer: Issuer, period: PeriodRecord): Shown[] {
  const { figures, statements } = periodView(issuer, period);
  const told = (where: string, fact: Fact | undefined, scale: number, places: number): Shown[] =>
    fact ? [{ where, fact, scale, text: formatFact(fact, scale, places) }] : [];
  const sections = chartSections(issuer.facts, period, issuer.record);
  return [
    ...[...figures.large, ...figures.small].flatMap(({ fact, before, scale, places }) => [
      ...told('key figures', fact, scale, places),
      ...told('key figures', before, scale, places),
    ]),
    ...(issuer.highlights[period.slug] ?? []).filter(isSettled).flatMap(({ parts }) =>
      parts.flatMap((part): Shown[] => {
        const fact = typeof part === 'string' ? undefined : issuer.facts.byId(part.fact);
        if (typeof part === 'string' || !fact || fact.qualifier !== 'exact') return [];
        return [{ where: 'highlights', fact, scale: part.form.scale, text: formatFigure(fact, part.form) }];
      }),
    ),
    ...sections.flatMap(({ rows }) => rows.flat().flatMap(inChart)),
    ...statements.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell) =>
          cell.told ? told('derived statement', cell.told.fact, cell.told.scale, cell.told.places) : [],
        ),
      ),
    ),
  ];
}

function inChart({ name, table }: ChartSpec): Shown[] {
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell): Shown[] => {
      if (typeof cell === 'string' || !isFact(cell)) return [];
      const scale = /^(?!ADS$)[A-Z]{3}$/.test(cell.unit) ? table.scale : 0;
      return [{ where: name, fact: cell, scale, text: shownText(cell, table) }];
    }),
  );
}

describe('every page', () => {
  test('tells each fact by its best statement', () => {
    const others = pages.flatMap(({ page, issuer, shown }) =>
      shown
        .filter(({ fact }) => issuer.facts.listStatements(fact)[0]?.id !== fact.id)
        .map(({ where, fact }) => `${page}, ${where}: ${fact.id}`),
    );
    expect(others).toEqual([]);
  });

  test('tells each fact as one number at one rounding', () => {
    const parted = pages.flatMap(({ page, shown }) =>
      [...Map.groupBy(shown, ({ fact }) => factKey(fact))].flatMap(([key, list]) => {
        const told = new Map(list.map((one) => [sizeOf(one), one]));
        return told.size > 1
          ? [
              `${page}: ${key}: ${[...told.values()].map(({ where, text }) => `${text} (${where})`).join(', ')}`,
            ]
          : [];
      }),
    );
    expect(parted).toEqual([]);
  });
});

test('no growth is told more coarsely than under another name of the same amounts', () => {
  const coarse = pages.flatMap(({ page, issuer: { facts }, shown }) =>
    shown
      .filter(({ fact }) => fact.aspect === 'changePercent' && fact.compared !== '')
      .flatMap(({ fact, text, where }) => {
        const { concept, dimensions, period, compared } = fact;
        const [now, before] = [period, compared].map((at) => facts.find({ concept, dimensions, period: at }));
        const places = parseShown(text)?.places ?? 0;
        const finer = now && before && places < 1 && findFinerRate(facts, [now, before], places);
        return finer ? [`${page}, ${where}: ${text} is ${finer.value} of ${finer.id}`] : [];
      }),
  );
  expect(coarse).toEqual([]);
});

test('every balance sheet foots in the order in which it is shown', () => {
  const unfooted = issuers.flatMap((issuer) => {
    const balances = findBalances(issuer);
    return (balances?.dates ?? []).flatMap(({ name }, date) =>
      findUnfooted(balances?.rows ?? [], date).map((row) => `${issuer.record.slug}, ${name}: ${row}`),
    );
  });
  expect(unfooted).toEqual([]);
});

test('a measure is told in one unit, by its table and by its chart', () => {
  const told = issuers.flatMap((issuer) =>
    listMeasures(issuer).flatMap((concept) => {
      const chart = measureOverTime(issuer.facts, concept, issuer.record);
      const [series] = listSeries(issuer, concept);
      const isMoney = /^[A-Z]{3} [a-z]+$/.test(series?.unit ?? '');
      if (!chart || !series || !isMoney) return [];
      return chart.unit.includes(series.unit) ? ['the same'] : [`${chart.unit} over ${series.unit}`];
    }),
  );
  expect(new Set(told)).toEqual(new Set(['the same']));
});

/** Names of totals that the rows above them, which no other has closed, do not come to as shown; one without rows is a line. */
function findUnfooted(rows: readonly BalanceRow[], date: number): string[] {
  const shown = ({ cells, rest }: BalanceRow): number => {
    const cell = cells[date];
    const text = rest ? (rest[date] ?? '') : cell ? formatFact(cell.fact, cell.scale, cell.places) : '';
    return Number(formatPlain(parseShown(text) ?? ZERO));
  };
  let open: BalanceRow[] = [];
  return rows.flatMap((row) => {
    const counts = [...open.keys()].map((index) => open.length - index).reverse();
    const closed = row.isSum
      ? counts.find((count) => {
          const sum = open.slice(-count).reduce((all, one) => all + shown(one), 0);
          return Math.abs(sum - shown(row)) < 1e-6;
        })
      : undefined;
    const hasLines = open.some(({ isSum }) => !isSum);
    const isUnfooted = row.isSum && hasLines && closed === undefined && row.cells[date] !== undefined;
    open = [...open.slice(0, open.length - (closed ?? 0)), row];
    return isUnfooted ? [row.name] : [];
  });
}

/** The number that is shown, in base units and without its sign, which words may tell. */
function sizeOf({ text, scale }: Shown): string {
  const number: Decimal | undefined = parseShown(text);
  if (!number) return text;
  const unit = timesDecimal(number, { digits: 10n ** BigInt(scale), places: 0 });
  return formatPlain(unit).replace('-', '');
}
