import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../answers/expand.ts';
import { compareProse } from '../answers/prose/compare-prose.ts';
import { convertText, textSource } from '../text-source.ts';

/** The repository's transcriptions, and the published text where it lies beside the checkout. */
const EDITIONS = [
  ['transcription', new URL('../../documents/iij/', import.meta.url)],
  ['published', new URL('../../../shared/documents/iij/', import.meta.url)],
] as const;

describe.each(EDITIONS)('%s', (edition, folder) => {
  describe.skipIf(!existsSync(folder)).each(DOCUMENTS)('%s', (id) => {
    const read = () => {
      const name = `${id}.txt`;
      const text = readFileSync(new URL(name, folder), 'utf8');
      return convertText(textSource('iij', name, text), edition);
    };

    test('reads the prose as the answer key does, in every field', () => {
      expect(compareProse(read().facts, id, edition).differences).toEqual([]);
    });

    test('leaves no number unread', () => {
      expect(read().coverage.unread).toEqual([]);
    });

    test('keeps reasons with the facts they explain, in the words of the line they stand on', () => {
      const { explanations, facts, record } = read();
      const ids = new Set(facts.map((fact) => fact.id));
      expect(explanations.length).toBeGreaterThan(10);
      for (const { line, column, endColumn, endLine, text, facts: about } of explanations) {
        expect(about.length).toBeGreaterThan(0);
        expect(about.filter((fact) => !ids.has(fact))).toEqual([]);
        expect(endLine).toBe(line);
        expect([...(record.lines[line - 1] ?? '')].slice(column - 1, endColumn - 1).join('')).toBe(text);
      }
    });
  });
});
