import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, type Citation, formatCitation } from '../../src/view/citation.ts';

const CITATION: Citation = {
  key: 'smith-4q25',
  author: 'Smith & Söhne {Holding}_1 Inc.',
  title: 'Fourth quarter, 100% of\nit',
  released: '2026-02-07',
  publisher: 'Tieout',
  url: 'https://example.com/smith/4q25/',
};
const [bibtex, ris, csl] = CITATION_FORMATS;

describe('a page is cited', () => {
  test('as a note', () => {
    expect(formatCitation({ ...CITATION, author: 'Smith Inc.', title: 'Fourth quarter' })).toBe(
      'Smith Inc.: Fourth quarter. Released 7 February 2026. Tieout, https://example.com/smith/4q25/',
    );
  });

  test('in BibTeX, whose signs lose their meaning', () => {
    expect(bibtex?.format(CITATION)).toBe(
      [
        '@misc{smith-4q25,',
        '  author = {{Smith \\& Söhne \\{Holding\\}\\_1 Inc.}},',
        '  title = {{Fourth quarter, 100\\% of\nit}},',
        '  year = {2026},',
        '  month = {2},',
        '  publisher = {Tieout},',
        '  url = {https://example.com/smith/4q25/}',
        '}\n',
      ].join('\n'),
    );
  });

  test('in RIS, a field on each line', () => {
    expect(ris?.format(CITATION).split('\n')).toEqual([
      'TY  - RPRT',
      'AU  - Smith & Söhne {Holding}_1 Inc.',
      'TI  - Fourth quarter, 100% of it',
      'PY  - 2026',
      'DA  - 2026/02/07',
      'PB  - Tieout',
      'UR  - https://example.com/smith/4q25/',
      'ER  -',
      '',
    ]);
  });

  test('in CSL-JSON', () => {
    expect(JSON.parse(csl?.format(CITATION) ?? '')).toEqual([
      {
        id: 'smith-4q25',
        type: 'report',
        author: [{ literal: CITATION.author }],
        title: CITATION.title,
        issued: { 'date-parts': [[2026, 2, 7]] },
        publisher: 'Tieout',
        URL: CITATION.url,
      },
    ]);
  });
});
