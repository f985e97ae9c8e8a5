/** A spot or box of the original file. Lines and columns are 1-based; boxes are in points from the page's top left. */
export type Place =
  | { readonly kind: 'text'; readonly line: number; readonly column: number }
  | {
      readonly kind: 'box';
      readonly page: number;
      readonly box: readonly [left: number, top: number, right: number, bottom: number];
    }
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'paragraph'; readonly paragraph: number };

/** A stretch of a reading line, UTF-16 offsets from `start` up to but without `end`, and where it stands in the file. */
export interface PlacedRun {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  /** The stretch stands in the file character for character, so that a place within it can be counted. */
  readonly isLiteral?: boolean;
}

/**
 * The place of a part of a line, as the contract's column `place` has it: `58:13`, `p7@72.0,540.2,118.4,549.1`,
 * `Sheet1!C12` or `¶12`; empty where no run holds it. Of a box the part's share of its width is taken, since runs of a PDF have
 * no boxes for their characters; parts in several boxes of a page get the box around them.
 */
export function formatPlace(runs: readonly PlacedRun[], start: number, end: number): string {
  const held = runs.filter((run) => run.start < Math.max(end, start + 1) && run.end > start);
  const [first] = held;
  if (!first) return '';
  if (first.place.kind === 'cell') return `${first.place.sheet}!${first.place.cell}`;
  if (first.place.kind === 'paragraph') return `¶${first.place.paragraph}`;
  if (first.place.kind === 'text') {
    const inside = first.isLiteral ? Math.max(0, start - first.start) : 0;
    return `${first.place.line}:${first.place.column + inside}`;
  }
  const { page } = first.place;
  const boxes = held.flatMap((run) =>
    run.place.kind === 'box' && run.place.page === page ? [boxPart(run, start, end)] : [],
  );
  const box = [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
  return `p${page}@${box.map((side) => side.toFixed(1)).join(',')}`;
}

type Box = readonly [number, number, number, number];

function boxPart(run: PlacedRun, start: number, end: number): Box {
  if (run.place.kind !== 'box') return [0, 0, 0, 0];
  const [left, top, right, bottom] = run.place.box;
  const width = (right - left) / (run.end - run.start);
  const from = Math.max(0, start - run.start);
  const to = Math.min(run.end, end) - run.start;
  return [left + from * width, top, left + to * width, bottom];
}
