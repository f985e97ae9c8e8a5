import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, type Citation, formatCitation } from '../../src/model/citation.ts';

const CITATION: Citation = {
  key: 'smith-4q25',
  author: 'Smith & Söhne {Holding}_1 Inc.',
  title: 'Fourth quarter, 100% of\nit',
  release: 'Smith & Söhne reports',
  place: 'lines 3 to 80',
  released: '2026-02-07',
  on: '7 February 2026',
  publisher: 'Tieout',
  url: 'https://example.com/smith/4q25/',
};
const [bibtex, ris, csl] = CITATION_FORMATS;

describe('a page is cited', () => {
  test('as a note', () => {
    const short = { ...CITATION, author: 'Smith Inc.', title: 'Fourth quarter' };
    expect(formatCitation(short)).toBe(
      'Smith Inc.: Fourth quarter. “Smith & Söhne reports”, lines 3 to 80, released 7 February 2026. Tieout, https://example.com/smith/4q25/',
    );
    expect(formatCitation({ ...short, release: undefined, place: undefined })).toBe(
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
        '  howpublished = {Smith \\& Söhne reports},',
        '  note = {lines 3 to 80},',
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
      'T2  - Smith & Söhne reports',
      'SE  - lines 3 to 80',
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
        'container-title': CITATION.release,
        section: CITATION.place,
        issued: { 'date-parts': [[2026, 2, 7]] },
        publisher: 'Tieout',
        URL: CITATION.url,
      },
    ]);
  });
});
