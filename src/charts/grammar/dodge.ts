import type { Rectangle } from './frame.ts';
import { type Label, measure, styleSetting } from './labels.ts';

/** A label that may move away from its place, by whole steps of `away` pixels: up where negative. */
export interface Movable {
  readonly label: Label;
  readonly away: number;
}

const STEPS = 3;
/** Room between a text and what stands beside it. */
const AIR = 2;

/**
 * Finds each label a place, the first first, where it touches no label before it and nothing drawn; one that finds
 * none within three steps is left out: its figure stands in the table.
 */
export function dodge(movables: readonly Movable[], drawn: readonly Rectangle[]): Label[] {
  const taken: Rectangle[] = [];
  return movables.flatMap(({ label, away }) => {
    for (let step = 0; step <= STEPS; step += 1) {
      const moved = { ...label, y: label.y + step * away };
      const box = labelBox(moved);
      if (box.top < 0 || [...taken, ...drawn].some((other) => meet(box, other))) continue;
      taken.push(box);
      return [moved];
    }
    return [];
  });
}

/** The room that a label takes. */
export function labelBox({ x, y, text, anchor = 'start', style }: Label): Rectangle {
  const width = measure(text, style);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const half = styleSetting(style).size * 0.45;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right + AIR && b.left < a.right + AIR && a.top < b.bottom && b.top < a.bottom;
