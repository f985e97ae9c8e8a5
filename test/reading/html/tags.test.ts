import { describe, expect, test } from 'vitest';
import { convertCorpus } from '../../../scripts/convert-corpus.ts';
import { bytesOf } from './reading-proof.ts';

const context = (id: string, year: number, member = ''): string =>
  `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="x">1</xbrli:identifier>${
    member &&
    `<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">${member}</xbrldi:explicitMember></xbrli:segment>`
  }</xbrli:entity><xbrli:period><xbrli:startDate>${year}-01-01</xbrli:startDate><xbrli:endDate>${year}-12-31</xbrli:endDate></xbrli:period></xbrli:context>`;

const tag = (name: string, contextRef: string, digits: string, more = 'scale="6" decimals="-6"'): string =>
  `<ix:nonFraction name="us-gaap:${name}" contextRef="${contextRef}" unitRef="usd" format="ixt:num-dot-decimal" ${more}>${digits}</ix:nonFraction>`;

/** A report whose labels say little: its tags tell what its numbers are. */
const report = (said = ''): Uint8Array =>
  bytesOf(`<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><head><title>Nordvik</title></head><body>
<div style="display:none"><ix:header><ix:hidden>${tag('Assets', 'c23', '999')}</ix:hidden><ix:resources>
${context('c23', 2023)}${context('c22', 2022)}${context('n23', 2023, 'nvk:NorthMember')}
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="segment"><xbrli:measure>nvk:segment</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p>Nordvik Industries Inc.</p><p>Annual report for the fiscal year ended December 31, 2023</p>
<p>What came and went (in millions)</p>
<table><tr><td></td><td>2023</td><td>2022</td></tr>
<tr><td>What came in</td><td>${tag('Revenues', 'c23', '1,234')}</td><td>${tag('Revenues', 'c22', '1,100')}</td></tr>
<tr><td>Of which North</td><td>${tag('Revenues', 'n23', '400')}</td><td></td></tr>
<tr><td>What was left</td><td>(${tag('NetIncomeLoss', 'c23', '7', 'scale="6" decimals="-6" sign="-"')})</td><td>${tag('NetIncomeLoss', 'c22', '55')}</td></tr>
</table>${said}</body></html>`);

async function convert(bytes: Uint8Array, ignoresTags = false) {
  const source = {
    issuer: 'nordvik',
    id: '2024-02-01-10k',
    file: 'x.htm',
    name: '2024-02-01-10k.htm',
    bytes,
  };
  const { issuers } = await convertCorpus([source], 'published', { ignoresTags });
  const [data] = issuers;
  return {
    facts: (data?.facts ?? [])
      .filter(({ origin }) => origin === 'table')
      .map(({ concept, period, dimensions, value, unit, doubt }) =>
        [concept, period, dimensions, value, unit, doubt && 'unsure'].filter(Boolean).join(' '),
      ),
    told: (data?.facts ?? [])
      .filter(({ origin }) => origin === 'prose')
      .map(({ concept, value, unit, decimals }) => `${concept} ${value} ${unit}, decimals ${decimals}`),
    found: (data?.findings ?? []).flatMap(({ rule, message }) =>
      rule === 'tag-contradicts' ? [message] : [],
    ),
  };
}

describe('tags of inline XBRL', () => {
  test('tell measure, period, part, unit, scale and sign', async () => {
    expect(await convert(report())).toMatchObject({
      facts: [
        'Revenues 2023-01-01/2023-12-31 1234000000 USD',
        'Revenues 2022-01-01/2022-12-31 1100000000 USD',
        'Revenues 2023-01-01/2023-12-31 segment=north 400000000 USD',
        'NetIncomeLoss 2023-01-01/2023-12-31 -7000000 USD',
        'NetIncomeLoss 2022-01-01/2022-12-31 55000000 USD',
      ],
      found: [],
    });
  });

  test('tell a number in words, to its last digit where they call it exact', async () => {
    const words = tag('NumberOfReportableSegments', 'c23', 'two', 'scale="0" decimals="INF"')
      .replace('ixt:num-dot-decimal', 'ixt-sec:numwordsen')
      .replace('"usd"', '"segment"');
    const { told } = await convert(report(`<p>The group has ${words} reportable segments.</p>`));
    expect(told).toContain('NumberOfReportableSegments 2 segments, decimals 0');
  });

  test('are left alone where that is asked', async () => {
    const { facts } = await convert(report(), true);
    expect(facts.filter((fact) => /^(?:Revenues|NetIncomeLoss) /.test(fact))).toEqual([]);
    expect(facts).toHaveLength(5);
  });

  test('that say another number than is printed are told', async () => {
    const wrong = tag('Revenues', 'n23', '400', 'scale="3" decimals="-3"');
    const { found } = await convert(report(`<p>In the North $${wrong} million came in.</p>`));
    expect(found).toEqual([
      'The tag us-gaap:Revenues of “400” says 400000, where “million” is printed behind it.',
    ]);
  });

  test('that say another year or scale than heads and captions are told, and what is printed holds', async () => {
    const row = (label: string, first: string, second: string) =>
      `<tr><td>${label}</td><td>${first}</td><td>${second}</td></tr>`;
    const table = `<p>Statements of income (in millions of dollars)</p><table>${row('', '2023', '2022')}${row(
      'Gross profit',
      tag('GrossProfit', 'c22', '700'),
      tag('GrossProfit', 'c22', '600'),
    )}${row('Operating income', tag('OperatingIncomeLoss', 'c23', '90', 'scale="3" decimals="-3"'), tag('OperatingIncomeLoss', 'c22', '80'))}</table>`;
    const { facts, found } = await convert(report(table));
    expect(found).toEqual([
      'The tag us-gaap:GrossProfit of “700” says 700000000, for a time up to 2022-12-31, where its column is up to 2023-12-31.',
      'The tag us-gaap:OperatingIncomeLoss of “90” says 90000, where what is printed around it makes it 90000000.',
    ]);
    expect(facts).toContain('GrossProfit 2023-01-01/2023-12-31 700000000 USD');
    expect(facts).toContain('OperatingIncomeLoss 2023-01-01/2023-12-31 90000000 USD');
  });
});
