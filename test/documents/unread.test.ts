import { fileURLToPath } from 'node:url';
import { describeCases } from '../suite.ts';
import { convertText } from '../text-source.ts';
import { documentOf } from './one-document.ts';

/** What a table leaves open is never guessed, and stops nothing else: its figures are unread, each with its reason. */
describeCases('figures are unread in', fileURLToPath(new URL('unread/', import.meta.url)), async (one) => {
  const { coverage } = convertText(documentOf(one));
  const unread = coverage.unread.map(
    ({ line, column, text, reason = '?' }) => `${line}:${column} ${text}: ${reason}\n`,
  );
  await one.expectFile('unread.txt', unread.join(''));
});
