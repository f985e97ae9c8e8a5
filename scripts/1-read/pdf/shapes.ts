import type { Box, Matrix } from './geometry.ts';
import { transformX, transformY } from './geometry.ts';

/** Kinds of segments in a path's data, as pdf.js writes them, each with the count of its numbers. */
const NUMBERS = [2, 2, 6, 4, 0];
const CLOSE = 4;

/** A part of a path: the box around it as shown, and whether it is a rectangle or a straight line. */
export interface Shape {
  readonly box: Box;
  readonly isStraight: boolean;
}

/** The parts of a path. Curves count by their ends and handles, which is never too small. */
export function shapesIn(data: ArrayLike<number>, matrix: Matrix): Shape[] {
  const shapes: Shape[] = [];
  let points: [number, number][] = [];
  let isStraight = true;
  const finish = (): void => {
    if (points.length > 1) shapes.push(shapeAround(points, isStraight));
    points = [];
    isStraight = true;
  };
  for (let at = 0; at < data.length; ) {
    const kind = data[at++] ?? CLOSE;
    const count = NUMBERS[kind];
    if (count === undefined) break;
    if (kind === 0) finish();
    if (kind === 2 || kind === 3) isStraight = false;
    for (let end = at + count; at < end; at += 2) {
      const [x = 0, y = 0] = [data[at], data[at + 1]];
      points.push([transformX(matrix, x, y), transformY(matrix, x, y)]);
    }
  }
  finish();
  return shapes;
}

function shapeAround(points: readonly (readonly [number, number])[], isStraight: boolean): Shape {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  const isOnEdges = points.every(
    ([x, y]) => (isNear(x, box[0]) || isNear(x, box[2])) && (isNear(y, box[1]) || isNear(y, box[3])),
  );
  return { box, isStraight: isStraight && points.length <= 6 && isOnEdges };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.2;
