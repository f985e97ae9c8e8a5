import { join } from 'node:path';
import { expect } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { describeCases } from '../suite.ts';
import { sourcesIn } from '../text-source.ts';
import { tellReading } from './tell-reading.ts';

/**
 * Layouts, wordings and slips at which readers stumble, each in a small release: what the figures state, which are unsure
 * or unread, and whom the release is held against for. What `expected` does not name may be read in any way that is sure.
 */
describeCases('nothing is misread in', join(import.meta.dirname, 'traps'), async (one) => {
  const corpus = await convertCorpus(sourcesIn(one), 'published');
  const ids = corpus.issuers.flatMap(({ facts }) => facts.map(({ id }) => id));
  expect(new Set(ids).size, 'each figure is told once').toBe(ids.length);
  const told = tellReading(corpus);
  const expected = one.read('expected').split('\n').filter(Boolean);
  const figures = expected.filter((line) => /^(?:\w[^#]*#)?L/.test(line));
  expect(told.figures.filter((line) => figures.includes(line))).toEqual(figures);
  expect(told.others).toEqual(expected.filter((line) => !figures.includes(line)));
});
