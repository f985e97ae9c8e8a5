import type { Concept } from '../../src/model/concept.ts';
import type { Aspect } from '../../src/model/fact.ts';
import type { UnitPhrase } from '../grammar/units.ts';

/** Unit and scale of one figure; unit is `unknown` where no evidence names one. */
export interface FactUnit {
  readonly unit: string;
  readonly scale: number;
}

/** What is said of a figure's unit, nearest first: its cell, its row's label, its column's head, the table's captions. */
export interface UnitEvidence {
  readonly cell: UnitPhrase | undefined;
  readonly cellScale: number | undefined;
  readonly row: UnitPhrase | undefined;
  readonly column: UnitPhrase | undefined;
  readonly caption: UnitPhrase | undefined;
  /** Unit that other figures of the same row print. */
  readonly neighbour: UnitPhrase | undefined;
  readonly aspect: Aspect;
  readonly concept: Concept | undefined;
  /** The label, which tells what a per-share figure is per. */
  readonly label: string;
}

/** Settles the unit: what is printed beats what the measure is known to be counted in, and that beats a caption. */
export function unitOfFact(evidence: UnitEvidence): FactUnit {
  const { aspect, concept, cell, row, column } = evidence;
  if (aspect === 'changePercent' || cell?.measure === 'percent') return plain('percent');
  if (cell?.measure === 'points') return plain('points');
  const nearest = [cell, row, column, evidence.neighbour].filter((unit): unit is UnitPhrase => unit !== undefined);
  const kind = concept?.kind ?? kindOf(nearest, evidence);
  switch (kind) {
    case 'percent':
      return plain(aspect === 'change' ? 'points' : 'percent');
    case 'shares':
      return counted(evidence, nearest.find(({ measure }) => measure === 'ADS') || /\bADSs?\b|\bADS equivalents?\b/i.test(evidence.label) ? 'ADS' : 'shares');
    case 'perShare':
      return plain(`${currencyOf(nearest, evidence)}/${perOf(nearest, evidence.label)}`);
    case 'count':
      return counted(evidence, concept?.counted ?? 'units');
    case 'bandwidth':
      return plain(nearest.find(({ measure }) => measure !== undefined)?.measure ?? 'unknown');
    case 'rate':
      return plain(currencyOf(nearest, evidence));
    case 'monetary':
      return { unit: currencyOf(nearest, evidence), scale: scaleOf(evidence) };
    default:
      return plain('unknown');
  }
}

const plain = (unit: string): FactUnit => ({ unit, scale: 0 });

/** Kind of a measure that the vocabulary does not know, told by the units around it. */
function kindOf(nearest: readonly UnitPhrase[], { caption, label }: UnitEvidence): Concept['kind'] | undefined {
  const found = nearest.find(({ measure, currency, per }) => measure !== undefined || currency !== undefined || per !== undefined);
  if (found?.per !== undefined || (found?.currency !== undefined && /\bper (?:\w+ )?(?:share|ADS)\b/i.test(label))) return 'perShare';
  if (found?.measure === 'percent' || found?.measure === 'points') return 'percent';
  if (found?.measure === 'shares' || found?.measure === 'ADS') return 'shares';
  if (found?.measure !== undefined) return 'bandwidth';
  if (found?.currency !== undefined) return 'monetary';
  if (/\bper (?:\w+ )?(?:share|ADS)\b/i.test(label) && caption?.currency !== undefined) return 'perShare';
  return caption?.currency !== undefined || caption?.scale !== undefined || nearest.some(({ scale }) => scale !== undefined) ? 'monetary' : undefined;
}

function currencyOf(nearest: readonly UnitPhrase[], { caption }: UnitEvidence): string {
  return nearest.find(({ currency }) => currency !== undefined)?.currency ?? caption?.currency ?? 'unknown';
}

const perOf = (nearest: readonly UnitPhrase[], label: string): string =>
  nearest.find(({ per }) => per !== undefined)?.per ?? (/\bADSs?\b|\bADR\b/.test(label) ? 'ADS' : 'share');

/** A scale printed with the figure wins; one of a head or caption holds for money unless the cell prints its own currency. */
function scaleOf({ cell, cellScale, row, column, caption }: UnitEvidence): number {
  if (cellScale !== undefined) return cellScale;
  return row?.scale ?? column?.scale ?? (cell?.currency !== undefined && column?.currency === undefined ? undefined : caption?.scale) ?? 0;
}

/** Shares and counts are scaled only where their own head says so, or a caption that does not except them. */
function counted({ cellScale, row, column, caption }: UnitEvidence, unit: string): FactUnit {
  const own = cellScale ?? [row, column].find((phrase) => phrase?.currency === undefined && phrase?.scale !== undefined)?.scale;
  if (own !== undefined) return { unit, scale: own };
  const holds = unit === 'shares' && caption?.except !== undefined && !caption.except.includes('shares');
  return { unit, scale: holds ? (caption?.scale ?? 0) : 0 };
}
