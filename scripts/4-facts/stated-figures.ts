import { conceptById } from '../../src/concepts/index.ts';
import { type Fact, formatDimensions, parseDimensions } from '../../src/model/fact.ts';
import type { StatedWords } from '../../src/model/overrides.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { StatedFigure } from '../3-context/stated-sentences.ts';
import { withPlainDigits } from '../grammar/digits.ts';
import { regularNumbers } from '../grammar/number-style.ts';
import { columnAt, offsetAt, scanNumbers, shiftDecimal } from '../grammar/numbers.ts';
import type { Figure } from './prose/figure.ts';
import { readFigures } from './prose/figures.ts';
import type { ProseFacts } from './prose/prose-facts.ts';
import { statedKinds, withStatedPart, withStatedUnit } from './stated.ts';

interface Read {
  readonly lines: readonly string[];
  readonly context: DocumentContext;
  /** Of the overrides, for messages. */
  readonly file: string;
}

/**
 * The statements of sentences, with what a person says of their numbers. A figure that was read keeps what is not said of
 * it, and its doubt ends; a number that nobody read becomes an amount, if measure, period and unit are said.
 */
export function withStatedFigures(
  read: ProseFacts,
  figures: readonly StatedFigure[],
  { lines, context, file }: Read,
): ProseFacts & { readonly problems: readonly Problem[] } {
  if (figures.length === 0) return { ...read, problems: [] };
  const problems: Problem[] = [];
  const said = new Map<Fact, Fact>();
  const added: Fact[] = [];
  for (const stated of figures) {
    const known = read.facts.filter((fact) => isAt(fact, fact.raw.length, stated, lines));
    const number = numberAt(stated, lines, context);
    for (const fact of known) said.set(fact, withWords(fact, number, stated.words));
    if (known.length > 0) continue;
    const made = number && newFact(number, stated, lines, context);
    if (made) added.push(made);
    else problems.push(tellLacks(stated, number, file));
  }
  const isSettled = (place: { readonly line: number; readonly column: number }, length: number) =>
    figures.some((stated) => isAt(place, length, stated, lines));
  return {
    ...read,
    facts: [...read.facts.map((fact) => said.get(fact) ?? fact), ...added].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    untold: read.untold.filter((one) => !isSettled(one, one.text.length)),
    other: read.other.filter((one) => !isSettled(one, 1)),
    problems,
  };
}

/** Whether what is printed at a place overlaps the number. */
function isAt(
  place: { readonly line: number; readonly column: number },
  length: number,
  stated: StatedFigure,
  lines: readonly string[],
): boolean {
  if (place.line !== stated.line) return false;
  const start = offsetAt(lines[place.line - 1] ?? '', place.column);
  return start < stated.end && start + length > stated.start;
}

/** The number with its unit words. */
function numberAt(
  { line, start, end }: StatedFigure,
  lines: readonly string[],
  { proseNumbers }: DocumentContext,
): Figure | undefined {
  const text = regularNumbers(withPlainDigits(lines[line - 1] ?? ''), proseNumbers);
  return readFigures(text, scanNumbers(text), []).figures.find(
    (figure) => figure.start < end && figure.start + figure.raw.length > start,
  );
}

/** A scale or unit that is said takes the place of that in the sentence. */
function withWords(fact: Fact, number: Figure | undefined, words: StatedWords): Fact {
  const scale = number?.scale ?? 0;
  const to = withStatedUnit({ unit: fact.unit, scale }, words);
  return {
    ...fact,
    concept: words.measure ?? fact.concept,
    period: words.period ?? fact.period,
    dimensions: formatDimensions(withStatedPart(parseDimensions(fact.dimensions), words)),
    unit: to.unit,
    ...(to.scale !== scale && {
      value: shiftDecimal(fact.value, to.scale - scale),
      decimals: fact.decimals === null ? null : fact.decimals - (to.scale - scale),
    }),
    doubt: '',
    stated: statedKinds(undefined, to.unit, words),
  };
}

function newFact(
  number: Figure,
  { line, section, words }: StatedFigure,
  lines: readonly string[],
  { issuer, id }: DocumentContext,
): Fact | undefined {
  const { measure, period } = words;
  if (!measure || !period) return undefined;
  const { unit, scale } = withStatedUnit(number, words);
  if (!unit) return undefined;
  const source = lines[line - 1] ?? '';
  const column = columnAt(source, number.start);
  const value = shiftDecimal(number.digits, scale);
  return {
    id: `${issuer}/${id}#L${line}@${column}:1`,
    ...{ issuer, document: id, origin: 'prose', line, column, cell: null, table: '', section },
    label: conceptById.get(measure)?.label ?? measure,
    header: [],
    concept: measure,
    aspect: unit === 'percent' ? 'ratio' : 'amount',
    basis: 'reported',
    dimensions: formatDimensions(withStatedPart({}, words)),
    ...{ period, compared: '', unit },
    value: number.isNegative && value !== '0' ? `-${value}` : value,
    polarity: 1,
    qualifier: 'exact',
    decimals: number.places - scale,
    raw: source.slice(number.start, number.start + number.raw.length),
    ...{ inputs: [], place: '', doubt: '' },
    stated: statedKinds(undefined, unit, words),
  };
}

function tellLacks({ said, words }: StatedFigure, number: Figure | undefined, file: string): Problem {
  const lacks = [
    !words.measure && 'measure',
    !words.period && 'period',
    !(words.unit ?? number?.unit) && 'unit',
  ].filter((lack) => lack !== false);
  return {
    file,
    line: said.line,
    column: said.column,
    found: `a number that nobody has read, in "${said.name}"`,
    expected: number
      ? `its ${lacks.join(' and ')} as well`
      : 'a number written as numbers are written in this document',
    mend: number ? 'say all of measure, period and unit' : 'take the entry out, or mend the document',
  };
}
