/** `[a b c d e f]` of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Left, top, right, bottom; y grows downwards. */
export type Box = readonly [number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` and then `outer` do. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const transformX = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4];
export const transformY = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5];

/** The box around a box after a transformation. */
export function transformBox(m: Matrix, [left, top, right, bottom]: Box): Box {
  const xs = [left, right].flatMap((x) => [transformX(m, x, top), transformX(m, x, bottom)]);
  const ys = [left, right].flatMap((x) => [transformY(m, x, top), transformY(m, x, bottom)]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const intersect = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

export const boxAround = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

export const holdsCentre = ([left, top, right, bottom]: Box, inner: Box): boolean => {
  const x = (inner[0] + inner[2]) / 2;
  const y = (inner[1] + inner[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** How text runs on a page as shown: to the right, downwards, to the left (upside down), upwards; undefined where slanted. */
export type Direction = 0 | 1 | 2 | 3;

/** Of the direction of a baseline; a scan's text may be off by a few degrees. */
export function directionFrom(dx: number, dy: number): Direction | undefined {
  const turns = Math.atan2(dy, dx) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) > 0.06 ? undefined : (((nearest + 4) % 4) as Direction);
}

/** The box in a frame turned so that text of a direction runs to the right. */
export const turned = ([l, t, r, b]: Box, direction: Direction): Box =>
  direction === 0
    ? [l, t, r, b]
    : direction === 1
      ? [t, -r, b, -l]
      : direction === 2
        ? [-r, -b, -l, -t]
        : [-b, l, -t, r];

/** The inverse of `turned`. */
export const turnedBack = (box: Box, direction: Direction): Box =>
  turned(box, ((4 - direction) % 4) as Direction);
