import { captions } from './captions.ts';
import { columnPeriods } from './column-periods.ts';
import { definitions } from './definitions.ts';
import { emptyColumns } from './empty-columns.ts';
import { headingQuarters } from './heading-quarters.ts';
import { headings } from './headings.ts';
import { labelDirections } from './label-direction.ts';
import { labelWords } from './label-words.ts';
import { levels } from './levels.ts';
import { names } from './names.ts';
import { noteNumbers } from './note-numbers.ts';
import { outlooks } from './outlook.ts';
import { ranges } from './ranges.ts';
import { sentencePeriods } from './sentence-periods.ts';
import type { TextCheck } from './text-finding.ts';
import { tickers } from './tickers.ts';

/** A check of words is one file here and one line in this list. */
export const TEXT_CHECKS: readonly TextCheck[] = [
  captions,
  columnPeriods,
  definitions,
  emptyColumns,
  headingQuarters,
  headings,
  labelDirections,
  labelWords,
  levels,
  names,
  noteNumbers,
  outlooks,
  ranges,
  sentencePeriods,
  tickers,
];
