import { fileURLToPath } from 'node:url';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { Fact } from '../../src/model/fact.ts';
import { describeCases } from '../suite.ts';
import { sourcesIn } from '../text-source.ts';

/** Releases of an invented issuer, and every amount and ratio that is worked out from what they print. */
describeCases('worked out from', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const { issuers } = await convertCorpus(sourcesIn(one), 'published');
  const derived = issuers.flatMap(({ facts }) => facts.filter(({ origin }) => origin === 'derived'));
  const levels = derived.filter(({ aspect }) => aspect === 'amount' || aspect === 'ratio');
  await one.expectFile('derived.txt', levels.map(describe).sort().join(''));
});

const describe = ({ concept, period, value, unit }: Fact): string =>
  `${concept} ${period} ${value} ${unit}\n`;
