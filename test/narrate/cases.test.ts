import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { describeCases } from '../suite.ts';
import { type Told, tellCase } from './parse-case.ts';
import { sentenceOf } from './sentences.ts';

/** `fy2024 growth: Title. Sentence.` or `fy2024 turn: none`. Kinds of a period that are not named are not looked at. */
const EXPECTED = /^(\S+) (\w+): (.+)$/;

describeCases('sentences about facts', fileURLToPath(new URL('cases/', import.meta.url)), (one) => {
  const told = tellCase(
    one.read('facts.csv'),
    one.has('release.txt') ? one.read('release.txt').split('\n') : [],
  );
  const expected = one
    .read('expected.txt')
    .trim()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const asked = new Set(expected.map((line) => EXPECTED.exec(line)?.slice(1, 3).join(' ') ?? line));
  expect([...asked].flatMap((key) => linesOf(told, key))).toEqual(expected);
});

function linesOf({ highlights, facts }: Told, key: string): string[] {
  const [slug = '', kind = ''] = key.split(' ');
  const found = (highlights[slug] ?? []).filter((highlight) => highlight.kind === kind);
  return found.length === 0
    ? [`${key}: none`]
    : found.map((highlight) => `${key}: ${sentenceOf(highlight, facts)}`);
}
