import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WIDTHS } from '../../src/charts/chart.ts';
import type { Drawing } from '../../src/charts/grammar/frame.ts';
import { balanced, cases } from './forms.ts';
import { renderOptions } from './render-options.ts';
import { outside, overlaps, pictureOf } from './text-boxes.ts';
import { wellFormed } from './well-formed.ts';

/**
 * Every form of chart with whatever data may come: texts keep apart and stay inside, at every width. Labels are long,
 * short, hostile, without spaces, in other scripts; values are zero, negative, missing, tiny and huge.
 */
const RUNS = 60;

describe.each(Object.entries(cases))('%s', (name, arbitrary) => {
  test('keeps its texts apart and inside', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...Object.values(WIDTHS)), (draw: Drawing, width) => {
        const svg = renderOptions(draw(width));
        expect(wellFormed(svg)).toBe('');
        expect(/NaN|undefined|Infinity/.exec(svg.replace(/>[^<]*</g, '><'))?.[0]).toBeUndefined();
        const picture = pictureOf(svg);
        expect(overlaps(picture), `${name} at ${width}: texts that cover each other`).toEqual([]);
        expect(outside(picture), `${name} at ${width}: outside`).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20130515 },
    );
  });
});

test('all forms are tried', () => {
  expect(Object.keys(cases).sort()).toEqual(balanced);
});
