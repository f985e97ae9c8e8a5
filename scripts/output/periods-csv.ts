import { firstDay, lastDay } from '../../src/model/period.ts';
import type { ReportedPeriod } from '../../src/model/reported-period.ts';
import type { CsvColumn } from './csv.ts';
import { joinedTable } from './joined-file.ts';

const PERIODS: readonly CsvColumn<ReportedPeriod & { readonly issuer: string }>[] = [
  ['issuer', ({ issuer }) => issuer],
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['fiscal_year', ({ fiscalYear }) => fiscalYear],
  ['fiscal_part', ({ fiscalPart }) => fiscalPart],
  ['start', ({ period }) => firstDay(period)],
  ['end', ({ period }) => lastDay(period)],
];

/** `periods.csv`: every period of every issuer's figures. */
export const PERIODS_CSV = joinedTable('periods.csv', PERIODS, ({ issuer, periods }) =>
  periods.map((period) => ({ ...period, issuer: issuer.slug })),
);
