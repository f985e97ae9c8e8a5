import { type Issuer, site } from '../data/index.ts';
import type { DocumentRecord, TableBlock } from '../model/document.ts';
import { type Fact, factKey, type Printed, standpoint } from '../model/fact.ts';
import { formatDate, formatFact, ownValue, unitBehind, upperFirst } from '../model/format.ts';
import type {
  InspectedFact,
  InspectedFigure,
  InspectedMeasure,
  InspectedRelease,
  InspectedRow,
  SeriesPoint,
} from '../model/inspected.ts';
import { inspectedIn, linkToFact, linkToLine, linkToMeasure, statementId } from '../model/links.ts';
import { rememberLast } from '../model/remember.ts';
import { listSeries, listStatements, printsFigure, type StatementView } from './checks-measure.ts';
import { VERDICT_WORDS } from './checks-verdicts.ts';
import { findReleaseOfFact } from './citation.ts';
import type { MeasureView } from './measures.ts';
import { partOfFact } from './names.ts';
import { reasonsOfMeasure } from './said.ts';

/** All that the inspector shows of the figures of one measure, or of one page of a long one. */
export const inspectMeasure = (issuer: Issuer, measure: MeasureView, page = ''): InspectedMeasure =>
  new Inspection(issuer, measure, page).result();

/** What all pages of a measure are made from. */
const tellAll = rememberLast(({ concept }: MeasureView, issuer: Issuer) => ({
  reasons: reasonsOfMeasure(issuer, concept),
  series: listSeries(issuer, concept),
}));

class Inspection {
  readonly #issuer: Issuer;
  readonly #measure: MeasureView;
  readonly #page: string;
  readonly #reasons;
  readonly #series: SeriesPoint[][] = [];
  readonly #seriesByFact = new Map<string, number>();
  readonly #rows = new Listed<InspectedRow>();
  readonly #releases = new Listed<InspectedRelease>();
  readonly #facts = new Listed<InspectedFact>();

  constructor(issuer: Issuer, measure: MeasureView, page: string) {
    this.#issuer = issuer;
    this.#measure = measure;
    this.#page = page;
    this.#reasons = tellAll(measure, issuer).reasons;
    this.#collectSeries();
  }

  result(): InspectedMeasure {
    const { concept, label, derived } = this.#measure;
    const figures = [
      ...listStatements(this.#issuer, concept, this.#isShown).map(
        (view) => [view.id, this.#printed(view)] as const,
      ),
      ...derived
        .filter(({ fact }) => this.#isShown(fact))
        .map((one) => [statementId(one.fact), this.#derived(one)] as const),
    ];
    return {
      schema: 1,
      name: label,
      page: linkToMeasure(this.#issuer.record.slug, concept, this.#page),
      author: this.#issuer.record.name,
      publisher: site().settings.title,
      releases: this.#releases.list,
      figures: Object.fromEntries(figures),
      facts: this.#facts.list,
      rows: this.#rows.list,
      series: this.#series,
    };
  }

  readonly #isShown = (fact: Fact): boolean => (fact.page ?? '') === this.#page;

  #printed({ fact, period, says, release, verified, checks }: StatementView): InspectedFigure {
    return {
      fact: this.#addFact(fact, { is: [period, says].filter(Boolean).join(', ') }),
      ...this.#placeInRow(fact, release),
      ...this.#shown(fact, fact.raw),
      ...(verified && { verified }),
      ...(checks.length > 0 && {
        checks: checks.map(({ title, href, verdict }) => ({
          text: title,
          href,
          verdict: VERDICT_WORDS[verdict].mark,
        })),
      }),
    };
  }

  #derived({ fact, period, words, inputs }: MeasureView['derived'][number]): InspectedFigure {
    const is = [upperFirst(period), partOfFact(this.#issuer.facts, fact)].filter(Boolean).join(', ');
    return {
      fact: this.#addFact(fact, {
        is,
        ...(words && { how: upperFirst(words) }),
        inputs: inputs.map(({ fact: input, words: text }) => ({
          text,
          printed: formatFact(input),
          value: input.value,
          href: linkToFact(input),
          measure: inspectedIn(input),
        })),
      }),
      ...this.#shown(fact, formatFact(fact)),
    };
  }

  #shown(fact: Fact, printed: string): Omit<InspectedFigure, 'fact'> {
    const from = findReleaseOfFact(this.#issuer, fact);
    const release =
      from &&
      this.#releases.indexOf(from.id, () => ({
        title: from.title,
        released: from.released,
        on: formatDate(from.released),
      }));
    return {
      printed,
      value: fact.value,
      unit: unitBehind(fact, printed),
      href: linkToFact(fact),
      ...(release !== undefined && { release }),
    };
  }

  #addFact(fact: Fact, known: Omit<InspectedFact, 'stated' | 'series' | 'said'>): number {
    return this.#facts.indexOf(`${factKey(fact)}|${known.is}`, () => {
      const series = this.#seriesByFact.get(factKey(fact));
      const [reason] = this.#reasons.about([fact]);
      return {
        ...known,
        stated: this.#issuer.facts
          .listStatements(fact)
          .filter(printsFigure)
          .toSorted(byPlace)
          .map(statementId),
        ...(series !== undefined && { series }),
        ...(reason && {
          said: {
            who: reason.said.who,
            text: reason.said.parts.map((part) => (reason.said.isVerbatim ? `“${part}”` : part)).join(' … '),
            href: linkToLine(fact.issuer, reason.said.document, reason.said.line),
          },
        }),
      };
    });
  }

  #placeInRow(fact: Printed, release: string): Pick<InspectedFigure, 'row' | 'cell' | 'column'> {
    const document = this.#issuer.documents.find(({ id }) => id === fact.document);
    const text = document?.lines[fact.line - 1] ?? '';
    const at = fact.cell === null ? `@${fact.column}` : '';
    const row = this.#rows.indexOf(`${fact.document}#${fact.line}${at}`, () => ({
      place: `${release}, line ${fact.line}`,
      heads: listHeads(fact, document),
      cells: fact.cell === null ? cutAround(text, fact) : text.split('\t'),
    }));
    const column = fact.header.map((head) => head.replace(/,\s*$/, '')).join(', ');
    return { row, cell: fact.cell ?? 1, ...(column && { column }) };
  }

  #collectSeries(): void {
    for (const { spans } of tellAll(this.#measure, this.#issuer).series)
      for (const { rows } of spans) {
        const own = rows.findIndex(({ fact }) => this.#isShown(fact));
        if (rows.length < 2 || own < 0) continue;
        for (const { fact } of rows) this.#seriesByFact.set(factKey(fact), this.#series.length);
        this.#series.push(
          rows
            .slice(own, own + PERIODS)
            .reverse()
            .map(({ period, fact, scale, places }) => ({
              period,
              printed: formatFact(fact, scale, places),
              value: Number(ownValue(fact)),
            })),
        );
      }
  }
}

/** Periods of a series that the inspector draws, the latest that the page tells of. */
const PERIODS = 8;

/** In the order of the releases and of their lines. */
function byPlace(a: Fact, b: Fact): number {
  const [one, other] = [standpoint(a), standpoint(b)];
  const documents = Number(one.document > other.document) - Number(one.document < other.document);
  return documents || one.line - other.line || one.column - other.column;
}

/** The title of its table, the headings within it and the row: not what a release sets above it, such as whom to call. */
function listHeads({ line, table, section, label }: Printed, document: DocumentRecord | undefined): string[] {
  const block = document?.blocks.find(
    (one): one is TableBlock => one.kind === 'table' && one.lines[0] <= line && line <= one.lines[1],
  );
  const heads = block
    ? [
        table || (block.section.at(-1) ?? ''),
        ...section.filter((heading) => !block.section.includes(heading)),
      ]
    : section.slice(-1);
  return [...heads, label].filter(Boolean);
}

/** Characters of a sentence kept on each side of a figure. */
const BESIDE = 200;

/** A figure of a sentence, and what is before and behind it. */
function cutAround(text: string, { column, raw }: Printed): string[] {
  const characters = [...text];
  const before = characters.slice(0, column - 1);
  const after = characters.slice(column - 1 + [...raw].length);
  return [
    before.length > BESIDE ? `…${before.slice(-BESIDE).join('')}` : before.join(''),
    raw,
    after.length > BESIDE ? `${after.slice(0, BESIDE).join('')}…` : after.join(''),
  ];
}

/** Things by a key, each once, and named by their index. */
class Listed<T> {
  readonly list: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(key: string, make: () => T): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.list.push(make()) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}
