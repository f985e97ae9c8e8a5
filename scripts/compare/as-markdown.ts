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

/** Words of a document stay words: no markup, mention, reference or row of theirs takes effect. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#|~!&]/g, (mark) => `&#${mark.codePointAt(0)};`)
    .replace(/@/g, '@\u2060')
    .replace(/:\/\//g, ':\u2060//');
