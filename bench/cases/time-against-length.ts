import process from 'node:process';
import { InputError } from '../../src/model/problem.ts';
import { HOSTILE_TEXTS } from '../../test/hostile-texts.ts';
import { convertText, textSource } from '../../test/text-source.ts';
import { type Bench, median } from '../measure.ts';

const SIZE = 25_000;
const TIMES = 4;
const ROUNDS = 3;
/** What takes less is lost in the noise: milliseconds. */
const LEAST = 25;

/** Four times the text should take about four times as long, of the most hostile text too. */
export const timeAgainstLength: Bench = {
  name: 'time-against-length',
  run() {
    const growths = Object.entries(HOSTILE_TEXTS).map(([name, make]) => ({ name, growth: growthOf(make) }));
    const worst = growths.sort((a, b) => b.growth - a.growth).slice(0, 5);
    return worst.map(({ name, growth }) => ({
      what: `${TIMES} × the text, ${name.slice(0, 38)}`,
      value: growth,
      unit: 'times',
      atMost: 2 * TIMES,
    }));
  },
};

function growthOf(make: (size: number) => string): number {
  const [short, long] = [make(SIZE), make(TIMES * SIZE)];
  workOf(short);
  const once = Math.max(LEAST, median(Array.from({ length: ROUNDS }, () => workOf(short))));
  return median(Array.from({ length: ROUNDS }, () => workOf(long))) / once;
}

/** Milliseconds of the processor's time to read a document, or to refuse it. */
function workOf(text: string): number {
  const before = process.cpuUsage().user;
  try {
    convertText(textSource('acme', '2024-08-01-q2.txt', text));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return (process.cpuUsage().user - before) / 1000;
}
