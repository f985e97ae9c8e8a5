import { captions } from './captions.ts';
import { definitions } from './definitions.ts';
import { emptyColumns } from './empty-columns.ts';
import { labelDirections } from './label-direction.ts';
import { names } from './names.ts';
import type { TextCheck } from './text-finding.ts';

/** A check of words is one file here and one line in this list. */
export const TEXT_CHECKS: readonly TextCheck[] = [
  captions,
  definitions,
  emptyColumns,
  labelDirections,
  names,
];
