/** A stretch of a text, and whether the other text has something else in its place. */
export interface TextStretch {
  readonly text: string;
  readonly differs: boolean;
}

/** Two versions of one text, each cut where they part. */
export interface Versions {
  readonly printed: readonly TextStretch[];
  readonly expected: readonly TextStretch[];
}

/** Numbers digit by digit from the right where they are equally long, else as wholes. */
export function compareNumbers(printed: string, expected: string): Versions {
  if (printed.length !== expected.length) return { printed: whole(printed), expected: whole(expected) };
  return byCharacter(printed, expected);
}

/**
 * Words one by one, and within two that are much alike the letters by which they differ; case does not count.
 * Texts without a word in common are not cut.
 */
export function compareWords(printed: string, expected: string): Versions {
  const [a, b] = [printed.split(/(?<= )/), expected.split(/(?<= )/)];
  const kept = longestCommon(a, b);
  const left = { printed: [] as TextStretch[], expected: [] as TextStretch[] };
  let [i, j] = [0, 0];
  for (const [nextA, nextB] of [...kept, [a.length, b.length] as const]) {
    const parted = compareRun(a.slice(i, nextA).join(''), b.slice(j, nextB).join(''));
    left.printed.push(...parted.printed, ...same(a[nextA]));
    left.expected.push(...parted.expected, ...same(b[nextB]));
    [i, j] = [nextA + 1, nextB + 1];
  }
  if (left.printed.every(({ differs }) => differs))
    return { printed: same(printed), expected: same(expected) };
  return { printed: joined(left.printed), expected: joined(left.expected) };
}

const whole = (text: string): TextStretch[] => (text === '' ? [] : [{ text, differs: true }]);
const same = (text: string | undefined): TextStretch[] => (text ? [{ text, differs: false }] : []);

function byCharacter(printed: string, expected: string): Versions {
  const stretches = (text: string, other: string) =>
    joined([...text].map((char, index) => ({ text: char, differs: char !== [...other][index] })));
  return { printed: stretches(printed, expected), expected: stretches(expected, printed) };
}

/** Two runs of words that take each other's place: by their letters where most of these are the same. */
function compareRun(a: string, b: string): Versions {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  const most = Math.min(x.length, y.length);
  let start = 0;
  while (start < most && x[start] === y[start]) start++;
  let end = 0;
  while (end < most - start && x.at(-1 - end) === y.at(-1 - end)) end++;
  if (2 * (start + end) < Math.max(x.trim().length, y.trim().length)) [start, end] = [0, spaces(x, y)];
  const cut = (text: string) => [
    ...same(text.slice(0, start)),
    ...whole(text.slice(start, text.length - end)),
    ...same(text.slice(text.length - end)),
  ];
  return { printed: cut(a), expected: cut(b) };
}

const spaces = (a: string, b: string): number => (a.endsWith(' ') && b.endsWith(' ') ? 1 : 0);

/** Index pairs of the words that both texts have, in order and as many as possible. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const fold = (word: string | undefined) => word?.trim().toLowerCase();
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] = fold(a[i]) === fold(b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (fold(a[i]) === fold(b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: readonly TextStretch[]): TextStretch[] {
  const result: TextStretch[] = [];
  for (const { text, differs } of stretches) {
    const last = result.at(-1);
    if (last?.differs === differs) result[result.length - 1] = { text: last.text + text, differs };
    else result.push({ text, differs });
  }
  return result;
}
