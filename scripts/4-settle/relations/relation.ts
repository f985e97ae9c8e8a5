import type { TableFigure } from './figures.ts';

/** How rows, columns or tables hang together by their digits. */
export type Kind =
  | 'sum'
  | 'equal'
  | 'difference'
  | 'signed'
  | 'change'
  | 'growth'
  | 'across'
  | 'ratio'
  | 'recurrence';

/** One column of a relation between rows, one row of a relation between columns: what is compared with what. */
export interface Instance {
  readonly result: TableFigure;
  readonly terms: readonly TableFigure[];
  /** Of the printed figures, sign included; empty where they are not added up. */
  readonly weights: readonly number[];
  /** What the terms make of the result. */
  readonly expected: number;
  readonly outcome: 'exact' | 'near' | 'broken';
}

/**
 * A relation that digits show by themselves. `strong`: chance is out of the question. `weak`: it supports a reading but
 * decides nothing.
 */
export interface DigitRelation {
  readonly kind: Kind;
  readonly strength: 'strong' | 'weak';
  readonly instances: readonly Instance[];
}

export const holds = ({ outcome }: Instance): boolean => outcome !== 'broken';
