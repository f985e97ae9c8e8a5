import { expect, test } from 'vitest';
import { indexRows } from '../../scripts/print/attached-rows.ts';
import { offerIn } from '../../scripts/print/offer-printouts.ts';
import { mendAddress, shortenNames } from '../../scripts/print/pdf/links.ts';
import { formatRunningHead } from '../../src/model/running-head.ts';

const CSV = 'id,issuer,label\n1,a,plain\n2,b,"said ""so"", twice"\n3,a,"over\ntwo lines"\n';
const rows = (where: Record<string, string>[]) => ({ file: 'x.csv', name: 'x.csv', where });

test.each([
  ['one column', [{ issuer: 'a' }], 'id,issuer,label\n1,a,plain\n3,a,"over\ntwo lines"\n'],
  [
    'several columns',
    [{ label: 'over\ntwo lines', issuer: 'a' }],
    'id,issuer,label\n3,a,"over\ntwo lines"\n',
  ],
  [
    'any of several',
    [{ issuer: 'b' }, { label: 'plain' }],
    'id,issuer,label\n1,a,plain\n2,b,"said ""so"", twice"\n',
  ],
  ['quotes in quotes', [{ label: 'said "so", twice' }], 'id,issuer,label\n2,b,"said ""so"", twice"\n'],
  ['nothing', [{ issuer: 'c' }], 'id,issuer,label\n'],
])('rows found by %s are as they stand', (_, where, expected) => {
  expect(indexRows(CSV, [rows(where)])(rows(where))).toBe(expected);
});

test.each([
  ['within the site', 'http://printout.invalid/x/iij/documents/d/#L5', '', '../documents/d/#L5'],
  ['to a page above', 'http://printout.invalid/x/iij/', '', '../'],
  [
    'where the site is known',
    'http://printout.invalid/x/iij/',
    'https://example.org',
    'https://example.org/x/iij/',
  ],
  ['elsewhere', 'https://example.com/a', 'https://example.org', 'https://example.com/a'],
])('a link %s', (_, address, site, expected) => {
  const origin = 'http://printout.invalid';
  expect(mendAddress(address, { origin, site, path: '/x/iij/fy2012/iij-fy2012.pdf' })).toBe(expected);
});

test('no name can end the style that it is printed by', () => {
  const css = formatRunningHead({ headLeft: '"}</style><script>\\', headRight: 'é\n日本', footLeft: '' });
  expect(css).not.toMatch(/<|[^\x20-\x7e]/);
  expect(css).toContain('content:"\\22 \\7d \\3c /style\\3e \\3c script\\3e \\5c "');
});

test('a link is offered once, and again with what is new', () => {
  const page = '<dl><template data-printout="a.pdf"> <dd>{pages}, {size}</dd> </template></dl>';
  const offered = (html: string, pages: number) =>
    offerIn(html, () => ({ file: 'a.pdf', pages, bytes: 12_345 }));
  expect(offered(page, 1)).toContain('</template><!--printout--><dd>1 page, 12 kB</dd><!--/printout--></dl>');
  expect(offered(offered(page, 1), 2)).toBe(offered(page, 2));
  expect(offerIn(page, () => undefined)).toBe(page);
});

test('places within the file have names of at most 127 bytes', () => {
  const long = `/worked-${'x'.repeat(120)}`;
  const objects = [
    [1, '<</Type /Catalog /Dests 2 0 R>>'],
    [2, `<</short [3 0 R /Fit] ${long} [4 0 R /Fit] ${long}y [5 0 R /Fit]>>`],
    [6, `<</Subtype /Link /Dest ${long}y>>`],
    [7, '<</Subtype /Link /Dest /short>>'],
  ] as const;
  const file = {
    objects: new Map(objects.map(([number, value]) => [number, { number, value }])),
    root: 1,
    info: 1,
  };
  shortenNames(file);
  expect([...file.objects.values()].map(({ value }) => value)).toEqual([
    '<</Type /Catalog /Dests 2 0 R>>',
    '<</short [3 0 R /Fit] /place-1 [4 0 R /Fit] /place-2 [5 0 R /Fit]>>',
    '<</Subtype /Link /Dest /place-2>>',
    '<</Subtype /Link /Dest /short>>',
  ]);
});
