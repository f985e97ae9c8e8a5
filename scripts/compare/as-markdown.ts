import { escapeMarkdown } from '../output/escape-markdown.ts';
import { countChanges } from './as-text.ts';
import type { Comparison } from './changes.ts';
import { formatStep, nameFigure } from './in-words.ts';

/** A comment on a pull request holds 65,536 characters; a reader fewer. */
const MOST = 100;

/** A heading, the counts, and a table of the changes, for a comment on a pull request. */
export function formatAsMarkdown(comparison: Comparison): string[] {
  const { figures, changes } = comparison;
  const [old, now] = figures.map((count) => count.toLocaleString('en-US'));
  const head = ['### Published figures', '', `${old} before, ${now} now: ${countChanges(comparison)}.`];
  if (changes.length === 0) return head;
  const rows = changes.slice(0, MOST).map((change) => {
    const { kind, why, says } = change;
    return `| ${[kind, nameFigure(change), formatStep(change), why, says].map(escapeMarkdown).join(' | ')} |`;
  });
  const more = changes.length - rows.length;
  return [
    ...head,
    '',
    '| | figure | value | why | |',
    '| --- | --- | ---: | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', `And ${more.toLocaleString('en-US')} more.`] : []),
  ];
}
