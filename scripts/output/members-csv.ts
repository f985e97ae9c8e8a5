import { type CsvColumn, formatCsv } from './csv.ts';
import { formatRecords, type JoinedFile, readRecords } from './joined-file.ts';
import { memberNames } from './member-names.ts';

const MEMBERS: readonly CsvColumn<{ readonly axis: string; readonly id: string; readonly label: string }>[] =
  [
    ['axis', ({ axis }) => axis],
    ['id', ({ id }) => id],
    ['label', ({ label }) => label],
  ];

/** `members.csv`: every member of every axis that the figures have, as the first issuer that has it prints it. */
export const MEMBERS_CSV: JoinedFile = {
  name: 'members.csv',
  makeShare: (data) => formatRecords(memberNames(data)),
  join(shares) {
    const labels = new Map<string, string>();
    for (const share of shares)
      for (const [pair, label] of readRecords<[pair: string, label: string]>(share))
        if (!labels.has(pair)) labels.set(pair, label);
    return formatCsv(
      MEMBERS,
      [...labels].sort(byFirst).map(([pair, label]) => {
        const [axis = '', id = ''] = pair.split('=');
        return { axis, id, label };
      }),
    );
  },
};

const byFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;
