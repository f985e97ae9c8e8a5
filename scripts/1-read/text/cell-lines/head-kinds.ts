import { isChangeOnly, namesChange } from '../../../grammar/aspects.ts';
import { isOpenTime, isTimeOnly } from '../../../grammar/times.ts';
import { isUnitOnly, readUnit } from '../../../grammar/units.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

const LONGEST_HEAD = 80;
const LONGEST_SPANNER = 60;

/** Speaks of nothing but a time: `Quarter Ended June 30,`, `2025`, `As of`. */
export const isTimeHead = (cell: LineCell): boolean =>
  cell.kind === 'year' ||
  (cell.kind === 'text' &&
    seenTextIn(cell).length <= LONGEST_HEAD &&
    (isTimeOnly(seenTextIn(cell)) || isOpenHead(cell)));

export const isOpenHead = (cell: LineCell): boolean => isOpenTime(seenTextIn(cell));

/** A time without a year: it lacks something that stands beside, above or below it. */
export const isLooseTime = (cell: LineCell | undefined): boolean =>
  cell !== undefined && isTimeHead(cell) && !/\d{4}/.test(seenTextIn(cell));

export const tellsLength = (cell: LineCell): boolean =>
  /\b(?:months?|quarters?|weeks?|years?|halves|half|ttm|ltm|ytd)\b/i.test(seenTextIn(cell));

export const tellsDay = (cell: LineCell): boolean =>
  isTimeHead(cell) && /\p{L}{3}\.? \d{1,2}\b|\b\d{1,2}\.? \p{L}{3}/u.test(seenTextIn(cell));

/** `Previous Current Change`: heads of several columns, between which no blanks were left. */
const RUN_TOGETHER =
  /\b(?:previous|prior|last)\b.*\b(?:current|this)\b|\b(?:current|this)\b.*\b(?:previous|prior|last)\b/i;

export const isChangeHead = (cell: LineCell): boolean =>
  seenTextIn(cell).length <= LONGEST_SPANNER &&
  !RUN_TOGETHER.test(seenTextIn(cell)) &&
  (namesChange(seenTextIn(cell)) || /^[%Δ]/.test(seenTextIn(cell)) || isChangeOnly(seenTextIn(cell)));

/** `% of revenue`, beside the amounts of each time. */
export const isShareHead = (cell: LineCell): boolean =>
  seenTextIn(cell).length <= LONGEST_SPANNER &&
  /^(?:as )?(?:a )?(?:[%％]|percent(?:age)?|per cent) (?:of|to)\b/i.test(seenTextIn(cell));

/** A few words of any kind that may stand above a column. */
export const isWordHead = (cell: LineCell): boolean =>
  cell.kind === 'text' && seenTextIn(cell).length <= LONGEST_SPANNER && !/[.:;]$/.test(seenTextIn(cell));

/** `(unaudited)` says nothing that parts the columns. */
export const isRemark = (cell: LineCell): boolean =>
  /^\(?(?:un-?audited|audited|restated|revised|as (?:adjusted|restated|revised)|\*)\)?$/i.test(
    seenTextIn(cell),
  );

/** What stands above the labels, beside the heads: `(in millions)`, `(Revenue and net income in millions)`. */
export const isCorner = (cell: LineCell): boolean =>
  isUnitOnly(seenTextIn(cell)) ||
  isRemark(cell) ||
  (/^\(.*\)$/.test(seenTextIn(cell)) && readUnit(seenTextIn(cell))?.scale !== undefined);
