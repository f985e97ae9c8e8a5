/** A rectangle of the picture, in pixels from its upper left corner. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The least and the greatest of some values and zero: bars start from zero. */
export const extentFromZero = (values: readonly number[]): [number, number] => [
  Math.min(0, ...values),
  Math.max(0, ...values),
];

/** From where to where a part of a stack reaches, in values. */
export interface Stacked {
  readonly from: number;
  readonly to: number;
}

/** Parts on top of each other: positive ones upwards from zero, negative ones downwards. */
export function stack<Of extends { readonly value: number }>(parts: readonly Of[]): (Of & Stacked)[] {
  const ends = { up: 0, down: 0 };
  return parts.map((part) => {
    const way = part.value < 0 ? 'down' : 'up';
    const from = ends[way];
    ends[way] += part.value;
    return { ...part, from, to: ends[way] };
  });
}

/** Something that wants to stand at `at` and needs `size` around it. */
export interface Wish {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves things along an axis until none overlaps and all lie between `low` and `high`, each as near to its wish as
 * the others allow: neighbours that touch form a block whose place is the mean of its wishes. The order stays. Where
 * there is not room for all, they start at `low` and run past `high`: the caller gives the room.
 */
export function spread<Of extends Wish>(
  wishes: readonly Of[],
  low: number,
  high: number,
): (Of & { readonly place: number })[] {
  const begin = ({ members, size, starts }: Block): number =>
    Math.max(low, Math.min(high - size, starts / members.length));
  const blocks: Block[] = [];
  for (const one of wishes.toSorted((a, b) => a.at - b.at)) {
    let block: Block = { members: [one], size: one.size, starts: one.at - one.size / 2 };
    for (let last = blocks.at(-1); last && begin(last) + last.size > begin(block); last = blocks.at(-1)) {
      block = join(last, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  const places = new Map<Wish, number>();
  for (const block of blocks) {
    let edge = begin(block);
    for (const one of block.members) {
      places.set(one, edge + one.size / 2);
      edge += one.size;
    }
  }
  return wishes.map((one) => ({ ...one, place: places.get(one) ?? one.at }));
}

interface Block {
  readonly members: readonly Wish[];
  readonly size: number;
  /** Sum over the members of where each would have the block start. */
  readonly starts: number;
}

const join = (first: Block, second: Block): Block => ({
  members: [...first.members, ...second.members],
  size: first.size + second.size,
  starts: first.starts + second.starts - second.members.length * first.size,
});
