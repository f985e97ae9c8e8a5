import { expect, test } from 'vitest';
import { markDrawing } from '../../scripts/print/pdf/mark-artifacts.ts';

const P = '/P <</MCID 0 >>BDC';
const lines = (text: string): string => `${text.split(' | ').join('\n')}\n`;

test.each([
  ['text of its own', 'BT | (a) Tj | ET', '/Artifact BMC | BT | (a) Tj | ET | EMC'],
  ['text in the structure', `${P} | BT | (a) Tj | ET | EMC`, `${P} | BT | (a) Tj | ET | EMC`],
  [
    'a span in text of its own',
    'BT | /Span <<>> BDC | (a) Tj | EMC | ET',
    '/Artifact BMC | BT | /Span <<>> BDC | (a) Tj | EMC | ET | EMC',
  ],
  ['a tint', 'q | 0 0 1 1 re | f | Q', 'q | /Artifact BMC | 0 0 1 1 re | f | EMC | Q'],
  ['a rule', '0 0 m | 1 1 l | S', '/Artifact BMC | 0 0 m | 1 1 l | S | EMC'],
  ['a clip', '0 0 1 1 re | W* n | q', '0 0 1 1 re | W* n | q'],
  ['a picture', '/X1 Do', '/Artifact BMC | /X1 Do | EMC'],
  [
    'what follows the structure',
    `${P} | /X1 Do | EMC | 0 0 1 1 re | f`,
    `${P} | /X1 Do | EMC | /Artifact BMC | 0 0 1 1 re | f | EMC`,
  ],
])('%s', (_, drawing, expected) => {
  expect(markDrawing(lines(drawing))).toBe(lines(expected));
});
