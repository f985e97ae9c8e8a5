import type { NumberTag } from '../../1-read/raw-document.ts';
import type { Departure } from '../../3-context/departures.ts';
import { columnAt, isNil, scanNumbers } from '../../grammar/numbers.ts';
import { scaleOfTag } from './tagged-value.ts';

const WORDS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Fewer tags of a table tell nothing of its scale. */
const FEWEST = 5;
const MOST_ODD = 0.1;

/** Tags that speak of another number than is printed, or of another power of ten than is printed beside or around it. */
export function findContradictions(
  tags: readonly NumberTag[],
  lines: readonly string[],
): Map<NumberTag, Departure> {
  const found = new Map<NumberTag, Departure>();
  const odd = oddScales(tags, lines);
  for (const tag of tags) {
    const line = lines[tag.line - 1] ?? '';
    const raw = line.slice(tag.start, tag.end);
    const why = whyOther(tag, raw, line.slice(tag.end)) ?? (odd.has(tag) ? OTHER_SCALE : undefined);
    if (why) found.set(tag, contradiction(tag, raw, columnAt(line, tag.start), why));
  }
  return found;
}

const OTHER_SCALE = 'where the other tags of its table have another scale';

function whyOther({ value, unit }: NumberTag, raw: string, behind: string): string | undefined {
  if (isNil(raw)) return Number(value) === 0 ? undefined : 'where nil is printed';
  if (scanNumbers(raw).length !== 1) return undefined;
  const scale = scaleOfTag(value, raw);
  if (value === '' || scale === undefined) return 'whose digits are not those printed';
  const word = /^\s?(thousand|million|billion|trillion)\b/i.exec(behind)?.[1]?.toLowerCase() ?? '';
  return word !== '' && unit !== 'percent' && WORDS[word] !== scale && Number(value) !== 0
    ? `where “${word}” is printed behind it`
    : undefined;
}

/** Tags of whole amounts whose scale is not that of nearly all others on lines of the same table with their unit. */
function oddScales(tags: readonly NumberTag[], lines: readonly string[]): Set<NumberTag> {
  const odd = new Set<NumberTag>();
  for (const own of Map.groupBy(tags, (tag) => tableKey(tag, lines)).values()) {
    const scales = Map.groupBy(own, (tag) => scaleOfTag(tag.value, taggedText(tag, lines)));
    const [usual] = [...scales.values()].sort((a, b) => b.length - a.length);
    const others = own.filter((tag) => !usual?.includes(tag) && Number(tag.value) !== 0);
    if (own.length >= FEWEST && others.length <= own.length * MOST_ODD)
      for (const tag of others) odd.add(tag);
  }
  return odd;
}

/** Lines with tabs one after the other are a table. */
function tableKey({ line, unit }: NumberTag, lines: readonly string[]): string {
  let first = line;
  while (first > 1 && lines[first - 2] !== '') first--;
  return (lines[line - 1] ?? '').includes('\t') ? `${first} ${unit}` : `${line} sentence`;
}

const taggedText = ({ line, start, end }: NumberTag, lines: readonly string[]): string =>
  (lines[line - 1] ?? '').slice(start, end);

export const contradiction = (
  { line, element, value }: NumberTag,
  raw: string,
  column: number,
  why: string,
): Departure => ({
  rule: 'tag-contradicts',
  line,
  column,
  cell: null,
  expected: raw,
  actual: value === '' ? 'nil' : value,
  message: `The tag ${element} of “${raw}” says ${value === '' ? 'nil' : value}, ${why}.`,
});
