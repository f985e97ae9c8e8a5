import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';

/** A head text, and which cell of its row it stands in: cells that reach over several columns are shared by these. */
export interface HeadLine {
  readonly text: string;
  readonly index: number;
}

/**
 * Heads that are broken over several rows, each column on its own, are one text: `Net losses | and loss | expenses`. A
 * line that begins small, or that ends in the middle, shows it of all heads of these rows.
 */
export function joinWrapped(paths: readonly (readonly (HeadLine | undefined)[])[]): string[][] {
  const rows = Math.max(0, ...paths.map(({ length }) => length));
  const isOwn = Array.from({ length: rows }, (_, row) => {
    const cells = paths.flatMap((path) => path[row]?.index ?? []);
    return new Set(cells).size === cells.length;
  });
  const joined = Array.from({ length: rows }, (_, row) => row > 0 && Boolean(isOwn[row] && isOwn[row - 1]));
  for (let from = 0; from < rows; from++) {
    let to = from + 1;
    while (joined[to]) to++;
    const isBroken = paths.some((path) => breaksOff(path.slice(from, to)));
    if (!isBroken) joined.fill(false, from, to);
    from = to - 1;
  }
  return paths.map((path) => joinLines(path, joined));
}

/** Some line of a head goes on in the one below it. */
const breaksOff = (lines: readonly (HeadLine | undefined)[]): boolean =>
  lines.some((line, i) => {
    const above = lines[i - 1];
    return (
      isWords(line) && isWords(above) && (/^\p{Ll}{2}/u.test(line.text) || OPEN_END.test(above.text.trim()))
    );
  });

const OPEN_END = /(?:[,/&-]|\b(?:and|or|of|for|in|to|on|per|net of))$/i;

const isWords = (line: HeadLine | undefined): line is HeadLine =>
  line !== undefined && line.text !== '' && !isTimeOnly(line.text) && !isUnitOnly(line.text);

function joinLines(path: readonly (HeadLine | undefined)[], joined: readonly boolean[]): string[] {
  const texts: string[] = [];
  let open = false;
  path.forEach((line, row) => {
    if (!joined[row]) open = false;
    if (!line || line.text === '') return;
    if (open && isWords(line)) texts.push(`${texts.pop()} ${line.text}`);
    else texts.push(line.text);
    open = isWords(line);
  });
  return texts;
}
