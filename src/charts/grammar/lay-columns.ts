/** A place for a column on a line of periods. */
export interface Slot {
  readonly label: string;
  /** What several neighbours have in common, such as their fiscal year; empty or left out where nothing. */
  readonly group?: string;
  readonly derived?: boolean;
  /** A figure under its name, such as a ratio. */
  readonly beneath?: string;
}

/** A period that has a name of its own too: `2Q12`. */
export interface NamedSlot extends Slot {
  readonly name: string;
}

export interface ColumnPlace {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** From the middle of one column to that of the next. */
  readonly pitch: number;
}

/** The width that columns share. */
export interface ColumnsRoom {
  readonly left: number;
  readonly right: number;
  /** Width that no column exceeds. */
  readonly most?: number;
  /** Share of its room that a column fills. */
  readonly fill?: number;
}

const GROUP_GAP = 14;
const FILL = 0.86;
const MOST = 112;

/** Divides a width among columns, from edge to edge, with a gap where one group ends and the next begins. */
export function layColumns<Of extends Slot>(
  slots: readonly Of[],
  { left, right, most = MOST, fill = FILL }: ColumnsRoom,
): (Of & ColumnPlace)[] {
  const gapBefore = ({ group }: Slot, index: number): number =>
    index > 0 && group !== slots[index - 1]?.group ? GROUP_GAP : 0;
  const room = right - left - slots.map(gapBefore).reduce((sum, gap) => sum + gap, 0);
  const pitch = Math.min(most / fill, room / Math.max(1, slots.length - 1 + fill));
  const half = (pitch * fill) / 2;
  let middle = left + half - pitch;
  return slots.map((slot, index) => {
    middle += gapBefore(slot, index) + pitch;
    return { ...slot, left: middle - half, right: middle + half, middle, pitch };
  });
}
