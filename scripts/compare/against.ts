import type { IssuerData } from '../../src/model/corpus.ts';
import { type Fact, isPrinted, parseDimensions } from '../../src/model/fact.ts';
import { meets, printedQuantity, scaled } from '../../src/model/quantity.ts';
import { findShortening } from '../5-derive/shortening.ts';
import { issuerSeries } from '../output/series-csv.ts';
import { measuredIn } from '../output/xbrl/units.ts';
import { foldAxis, formatSubject, type GivenFigure, ofForecast, subjectOf } from './read-given.ts';

/** What became of a figure from elsewhere: releases tell the same, another number, or nothing of it. */
export const HELD_AS = ['agrees', 'differs', 'missing'] as const;
export type HeldAs = (typeof HELD_AS)[number];

export interface Held {
  readonly given: GivenFigure;
  readonly outcome: HeldAs;
  /** What the releases say in its place. */
  readonly fact: Fact | undefined;
}

export interface Against {
  /** In the order of the data. */
  readonly held: readonly Held[];
  /** Figures of parts that no release here tells of: their axes are others'. */
  readonly apart: number;
}

/**
 * Holds figures from elsewhere against what the releases of an issuer say. They agree where the intervals that their
 * digits stand for meet.
 */
export function holdAgainst(data: IssuerData, given: readonly GivenFigure[]): Against {
  const said = new Map(issuerSeries(data).map(({ fact }) => [subjectKey(fact), fact]));
  const shortening = findShortening(data.documents, data.facts.filter(isPrinted));
  const axes = new Set(['resultforecast', ...[...said.values()].flatMap(foldedAxes)]);
  const comparable = given.filter((figure) =>
    Object.keys(figure.members).every((axis) => axes.has(foldAxis(axis))),
  );
  const told = new Set(given.map(({ name }) => name));
  const held = comparable.map((figure): Held => {
    const fact = said.get(subjectOf(figure, told));
    return { given: figure, fact, outcome: !fact ? 'missing' : agrees(figure, fact) ? 'agrees' : 'differs' };
  });
  return { held, apart: given.length - comparable.length };

  function agrees({ quantity }: GivenFigure, fact: Fact): boolean {
    const own = printedQuantity(fact, isPrinted(fact) ? shortening(fact) : 'rounded');
    return meets(quantity, scaled(own, 10 ** measuredIn(fact.unit).shift));
  }
}

function subjectKey(fact: Fact): string {
  const { concept, period, unit, dimensions, basis, qualifier } = fact;
  const members = { ...parseDimensions(dimensions), ...(basis === 'target' && ofForecast(qualifier)) };
  return formatSubject({ concept, period, unit: measuredIn(unit).unit, members });
}

const foldedAxes = ({ dimensions }: Fact): string[] => Object.keys(parseDimensions(dimensions)).map(foldAxis);
