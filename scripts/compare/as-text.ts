import { CHANGE_KINDS, type Comparison } from './changes.ts';
import { formatStep, nameFigure } from './in-words.ts';
import { REASONS } from './why.ts';

/** One line for each change, at most so many, the rest counted. */
export function formatAsText({ changes }: Comparison, most: number): string[] {
  const lines = changes
    .slice(0, most)
    .map(
      (change) =>
        `${change.kind}: ${nameFigure(change)}: ${formatStep(change)} (${change.why}: ${change.says})`,
    );
  const more = changes.length - lines.length;
  return more > 0 ? [...lines, `and ${more.toLocaleString('en-US')} more; --json lists all`] : lines;
}

/** `3 changed (2 document, 1 reading), 1 appeared (document), 0 went`. */
export const countChanges = ({ changes }: Comparison): string =>
  CHANGE_KINDS.map((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    const reasons = REASONS.map((why) => [own.filter((change) => change.why === why).length, why] as const)
      .filter(([count]) => count > 0)
      .map(([count, why]) => `${count.toLocaleString('en-US')} by ${why}`);
    return `${own.length.toLocaleString('en-US')} ${kind}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
  }).join(', ');
