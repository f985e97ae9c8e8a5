import { centred, dodge, fold, type Label, measure } from './labels.ts';
import type { ColumnPlace, ColumnsRoom, Slot } from './lay-columns.ts';
import { spread } from './places.ts';

type Placed = Slot & ColumnPlace;

/** What stands under the columns, line by line: names, the figures beneath them, the word where one was worked out, groups. */
export function labelsUnder(
  columns: readonly Placed[],
  base: number,
  { left = 0, right, head = '' }: Partial<ColumnsRoom> & { readonly right: number; readonly head?: string },
): { readonly labels: readonly Label[]; readonly height: number } {
  const labels = columns.map(({ label, pitch, middle }) => {
    const name = fold(label, pitch - 3, 'small', 3);
    return centred(name, middle, base + 15 + (name.length - 1) * 7.5, 'small');
  });
  let y = base + 15 * Math.max(1, ...labels.map(({ text }) => text.length));
  /** A line of texts, the last first, as many as have room. */
  const addLine = (texts: readonly Label[]): void => {
    y = texts[0]?.y ?? y;
    labels.push(...dodge(texts.toReversed(), [], columns.at(-1)?.right ?? 0));
  };
  if (head !== '') {
    labels.push({ x: left, y: y + 22, text: head, style: 'smallQuiet' });
    addLine(columns.map(({ beneath = '', middle }) => centred(beneath, middle, y + 22, 'small')));
  }
  const derived = columns.filter((column) => column.derived);
  addLine(derived.map(({ middle }) => centred('derived', middle, y + 16, 'derived')));
  const groups = groupLabels(columns, y + 20, right);
  return { labels: [...labels, ...groups.labels], height: y - base + 10 + groups.height };
}

/** No name of a group is folded narrower than this. */
const LEAST_GROUP = 60;
/** `Income before income taxes`, a word a line. */
const MOST_GROUP_LINES = 4;

/** The name of each group under the middle of its columns. */
function groupLabels(
  columns: readonly Placed[],
  y: number,
  right: number,
): { readonly labels: readonly Label[]; readonly height: number } {
  const groups = [...Map.groupBy(columns, ({ group = '' }) => group)].flatMap(([group, members]) => {
    const [start, end] = [members[0]?.left ?? 0, members.at(-1)?.right ?? 0];
    const text = fold(group, Math.max(end - start, LEAST_GROUP), 'smallStrong', MOST_GROUP_LINES);
    return group === '' ? [] : [{ text, at: (start + end) / 2, size: measure(text, 'smallStrong') + 8 }];
  });
  return {
    labels: spread(groups, -4, right + 4).map(({ text, place }) =>
      centred(text, place, y + (text.length - 1) * 7.5, 'smallStrong'),
    ),
    height: groups.length > 0 ? 7 + 15 * Math.max(...groups.map(({ text }) => text.length)) : 0,
  };
}
