import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceFiles } from './source-files.ts';

/**
 * Writes docs/rooms.md: every folder of the sources with its files, its lines and the folders that it imports, types
 * included. `node test/architecture/rooms.ts`
 */
const TARGET = join(import.meta.dirname, '../../docs/rooms.md');

interface Room {
  readonly files: number;
  readonly lines: number;
  readonly imports: ReadonlySet<string>;
}

const files = readSourceFiles(['src', 'scripts']);
const known = new Set(files.map(({ path }) => path));
const rooms = [...Map.groupBy(files, ({ path }) => roomAt(path))].map(([name, own]): [string, Room] => [
  name,
  {
    files: own.length,
    lines: own.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
    imports: new Set(
      own
        .flatMap(({ imports }) => imports.filter(({ target }) => known.has(target)))
        .map(({ target }) => roomAt(target))
        .filter((target) => target !== name),
    ),
  },
]);
writeFileSync(TARGET, describeRooms(rooms));

/** `scripts/1-read` of a file below it, `scripts` of a file in it. */
function roomAt(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, Math.min(2, parts.length - 1)).join('/');
}

function describeRooms(list: readonly (readonly [string, Room])[]): string {
  const rows = list.map(
    ([name, room]) =>
      `| \`${name}\` | ${room.files} | ${room.lines} | ${[...room.imports].sort().join(', ') || '–'} |`,
  );
  return `# Rooms

The folders of the sources as they are. \`node test/architecture/rooms.ts\` writes this file.

| folder | files | lines | imports |
| --- | --: | --: | --- |
${rows.sort().join('\n')}
`;
}
