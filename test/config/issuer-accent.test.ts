import { expect, test } from 'vitest';
import { parseIssuerSettings } from '../../scripts/input/issuer-settings.ts';

const read = (accent: unknown) => parseIssuerSettings(JSON.stringify({ accent }), []);

test('an issuer has a colour of its own, which is lightened for dark screens', () => {
  expect(read('#7a1f3d')).toEqual({
    accent: { light: '#7a1f3d', dark: expect.stringMatching(/^#[0-9a-f]{6}$/) },
  });
  expect(read({ light: '#7a1f3d', dark: '#ffffff' })).toEqual({
    accent: { light: '#7a1f3d', dark: '#ffffff' },
  });
});

test.each(['red', '#eeddaa', { light: '#7a1f3d', dark: '#125a3e' }, { light: '#7a1f3d' }])(
  '%j is no colour that is legible',
  (accent) => {
    expect(read(accent)).toMatchObject({
      line: 1,
      found: expect.stringMatching(/^accent /),
      expected: expect.stringContaining('each legible on its ground'),
    });
  },
);
