import { formatMarkdownTable } from '../output/markdown-table.ts';
import { countChanges } from './as-text.ts';
import type { Comparison } from './changes.ts';
import { formatStep, nameFigure } from './in-words.ts';

const HEADS = ['| | figure | value | why | |', '| --- | --- | ---: | --- | --- |'];

/** A heading, the counts, and a table of the changes, for a comment on a pull request. */
export function formatAsMarkdown(comparison: Comparison): string[] {
  const { figures, changes } = comparison;
  const [old, now] = figures.map((count) => count.toLocaleString('en-US'));
  return [
    '### Published figures',
    '',
    `${old} before, ${now} now: ${countChanges(comparison)}.`,
    ...formatMarkdownTable(HEADS, changes, (change) => [
      change.kind,
      nameFigure(change),
      formatStep(change),
      change.why,
      change.says,
    ]),
  ];
}
