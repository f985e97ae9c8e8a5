import { expect, test } from 'vitest';
import { decodeHtml } from '../../../scripts/1-read/html/decode-html.ts';
import { bytesOf } from './reading-proof.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['UTF-8 without a declaration', bytesOf('<p>“5 €”</p>'), '<p>“5 €”</p>'],
  ['UTF-8 with a byte order mark', bytesOf('\ufeff<p>5 €</p>'), '<p>5 €</p>'],
  [
    'UTF-8 that calls itself another',
    bytesOf('<meta charset="windows-1252"><p>5 €</p>'),
    '<meta charset="windows-1252"><p>5 €</p>',
  ],
  ['windows-1252 without a declaration', latin('<p>\x935 \x80\x94</p>'), '<p>“5 €”</p>'],
  [
    'windows-1252 that calls itself Latin-1',
    latin('<meta charset="iso-8859-1"><p>\x96</p>'),
    '<meta charset="iso-8859-1"><p>–</p>',
  ],
  [
    'windows-1252 that calls itself UTF-8',
    latin('<meta charset=utf-8><p>\x96 caf\xe9</p>'),
    '<meta charset=utf-8><p>– café</p>',
  ],
  ['Shift JIS', latin('<meta charset="shift_jis"><p>\x89~</p>'), '<meta charset="shift_jis"><p>円</p>'],
  [
    'an encoding that nobody knows',
    latin('<meta charset="klingon"><p>\xa35</p>'),
    '<meta charset="klingon"><p>£5</p>',
  ],
  ['windows-1252 taken for Latin-1 on its way into UTF-8', bytesOf('<p>\u0095 5</p>'), '<p>• 5</p>'],
  ['UTF-16 without a byte order mark', latin(`${[...'<p>5</p>'].join('\0')}\0`), '<p>5</p>'],
  ['line ends of any kind', latin('<p>1\r\n2\r3</p>'), '<p>1\n2\n3</p>'],
])('%s is read', (_, bytes, text) => {
  expect(decodeHtml(bytes)).toBe(text);
});
