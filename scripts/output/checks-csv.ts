import type { Finding } from '../../src/model/finding.ts';
import type { CsvColumn } from './csv.ts';
import { joinedTable } from './joined-file.ts';

/** The columns of `checks.csv`, a public format: names and order stay. */
export const CHECK_COLUMNS: readonly CsvColumn<Finding>[] = [
  ['id', (finding) => finding.id],
  ['rule', (finding) => finding.rule],
  ['verdict', (finding) => finding.verdict],
  ['issuer', (finding) => finding.issuer],
  ['document', (finding) => finding.document],
  ['line', (finding) => finding.line || null],
  ['column', (finding) => finding.column || null],
  ['cell', (finding) => finding.cell],
  ['expected', (finding) => finding.expected],
  ['actual', (finding) => finding.actual],
  ['difference', (finding) => finding.difference],
  ['tolerance', (finding) => finding.tolerance],
  ['message', (finding) => finding.message],
  ['facts', (finding) => finding.facts.join(' ')],
];

/** `checks.csv`: one row per check made, passes included. */
export const CHECKS_CSV = joinedTable('checks.csv', CHECK_COLUMNS, ({ findings }) => findings);
