import { members } from '../../src/concepts/index.ts';
import { type Fact, parseDimensions } from '../../src/model/fact.ts';
import { type CsvColumn, formatCsv } from './csv.ts';
import { formatRecords, type JoinedFile, readRecords } from './joined-file.ts';

const MEMBERS: readonly CsvColumn<{ readonly axis: string; readonly id: string; readonly label: string }>[] =
  [
    ['axis', ({ axis }) => axis],
    ['id', ({ id }) => id],
    ['label', ({ label }) => label],
  ];

/** `members.csv`: every member of every axis that the figures have. */
export const MEMBERS_CSV: JoinedFile = {
  name: 'members.csv',
  makeShare: ({ facts }) => formatRecords(new Set(facts.flatMap(dimensionPairs))),
  join(shares) {
    const pairs = new Set(shares.flatMap((share) => [...readRecords<string>(share)]));
    const known = new Map(members.map(({ axis, id, label }) => [`${axis}=${id}`, label]));
    return formatCsv(
      MEMBERS,
      [...pairs].sort().map((pair) => {
        const [axis = '', id = ''] = pair.split('=');
        return { axis, id, label: known.get(pair) ?? id.replaceAll('-', ' ') };
      }),
    );
  },
};

const dimensionPairs = ({ dimensions }: Fact): string[] =>
  Object.entries(parseDimensions(dimensions)).map(([axis, member]) => `${axis}=${member}`);
