import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/document.ts';
import { Finder } from '../../src/scripts/finder.ts';
import { BuiltSite, type Page } from '../built/built-site.ts';

/** Two issuers made up for this: one with hostile text and a single period, one with odd tables and long names. */
const DATA = fileURLToPath(new URL('fixture/', import.meta.url));
const site = new BuiltSite(DATA);
afterAll(() => site.remove());

const documentPage = (issuer: string, id: string) => site.page(`${issuer}/documents/${id}/`);
const figures = (page: Page) => [...page.document.querySelectorAll('a > data')];

test('the addresses of the contract', () => {
  const addresses = site.pages.map(({ address }) => address);
  expect(addresses.filter((address) => !/\/measures\/(?!Rev|Operating)/.test(address)).sort()).toEqual([
    '',
    '404.html',
    'data/',
    'measures/',
    'measures/Revenues/',
    'norrland/',
    'norrland/checks/',
    'norrland/checks/2023-08-22-fy2023/',
    'norrland/documents/',
    'norrland/documents/2023-08-22-fy2023/',
    'norrland/fy2022/',
    'norrland/fy2022/tables/',
    'norrland/fy2023/',
    'norrland/fy2023/tables/',
    'norrland/measures/OperatingIncomeLoss/',
    'norrland/measures/OperatingMarginRatio/',
    'norrland/measures/Revenues/',
    'norrland/search/',
    'search/',
    'solo/',
    'solo/1h23/',
    'solo/1h23/tables/',
    'solo/checks/',
    'solo/checks/2024-02-09-1h-fy2023/',
    'solo/documents/',
    'solo/documents/2024-02-09-1h-fy2023/',
    'solo/measures/Revenues/',
    'solo/search/',
  ]);
});

test('what opens a figure is less than 3 kB of script, and how to cite it comes when it is asked for', () => {
  const { document } = site.page('norrland/fy2023/');
  const own = [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '');
  const loaded = new Map<string, string>();
  const load = (address: string): void => {
    if (loaded.has(address)) return;
    const text = site.read(address.slice(site.base.length));
    loaded.set(address, text);
    for (const [, file] of text.matchAll(/\bfrom\s*"\.\/([^"]+)"/g)) load(join(address, '..', file ?? ''));
  };
  for (const address of own) load(address);
  const scripts = [...loaded.values()];
  expect(own).toHaveLength(1);
  expect(scripts.join()).toMatch(/import\([`"]\.\/cite-figure/);
  expect(scripts.join()).not.toContain('@misc');
  expect(scripts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(3000);
});

test('a figure that was worked out is told to be rough where its last noughts are not known', () => {
  const rough = site.page('norrland/fy2023/').document.querySelectorAll('.key:has(.hedge)');
  expect([...rough].map((key) => key.querySelector('.v')?.textContent?.trim())).toEqual(['roughly 120']);
});

test('a change that was worked out says what it is told in, where its text does not', () => {
  const cells = site.page('norrland/fy2023/').document.querySelectorAll('td a[data-of]');
  const told = [...cells].map((cell) => [cell.textContent?.trim(), cell.getAttribute('data-unit')]);
  expect(told).toContainEqual(['(25)', 'EUR millions']);
  expect(told).toContainEqual(['(4.4)', '%']);
});

describe('search over all issuers', () => {
  const read: string[] = [];
  const finder = new Finder('', async (file) => {
    read.push(file);
    return site.hasFile(file) ? JSON.parse(site.read(file)) : undefined;
  });
  const QUERIES: readonly [query: string, first: string][] = [
    ['revenues', 'Revenues'],
    ['solo', 'Solo'],
    ['Solo revenues 1H23', 'Solo: Revenues, 1H23'],
    ['Aktiebolag', 'Norrland'],
    ['FY2023', 'FY2023, Norrland'],
  ];
  test.each(QUERIES)('%s', async (query, first) => {
    const { figures, names } = await finder.find(query);
    const found = [
      ...figures.map(({ text }) => text),
      ...names.map(({ title, of }) => [title, of].filter(Boolean).join(', ')),
    ];
    expect(found[0]).toBe(first);
  });

  test('each figure is found by its digits, and says whose it is', async () => {
    const [{ raw = '' } = {}] = readFacts('solo');
    const { figures } = await finder.find(raw);
    expect(figures.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Solo: /));
  });

  test('a query reads no names of one issuer', () => {
    expect(read).toContain('search/words/re.json');
    expect(read.filter((file) => file.endsWith('names.json'))).toEqual([]);
  });
});

const readFacts = (slug: string): readonly { raw: string }[] =>
  JSON.parse(readFileSync(join(DATA, slug, 'facts.json'), 'utf8'));

test('every link leads somewhere', () => {
  const broken = site.pages.flatMap((page) =>
    [...page.document.querySelectorAll('[href], [src]')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter((href) => !/^(https?:|mailto:|data:)/.test(href) && site.follow(page, href) === null)
      .map((href) => `${page.address}: ${href}`),
  );
  expect(broken).toEqual([]);
});

test('no page loads anything from another host, needs a script or sets a style of its own', () => {
  for (const { address, document } of site.pages) {
    const loads = [
      ...document.querySelectorAll(
        'link:not([rel=canonical]), img, script:not([type="application/ld+json"]), iframe, source, object',
      ),
    ]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? element.tagName)
      .filter((href) => !href.startsWith(site.base) && !href.startsWith('data:'));
    expect(loads, address).toEqual([]);
    expect(
      document.querySelectorAll(
        '[style], [onclick], [onerror], script:not([src], [type="application/ld+json"])',
      ).length,
      address,
    ).toBe(0);
  }
});

test('the policy of a page lets in scripts that are files of the site, and no others', () => {
  for (const { address, document } of site.pages) {
    const policy = document
      .querySelector('meta[http-equiv="content-security-policy"]')
      ?.getAttribute('content');
    const sources = /script-src ([^;]*)/.exec(policy ?? '')?.[1]?.trim();
    expect(sources, address).toBe("'self'");
  }
});

test('the pages are valid HTML', async () => {
  const validator = new HtmlValidate(
    JSON.parse(readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8')),
  );
  for (const { address, html } of site.pages) {
    const report = await validator.validateString(html, `${address}index.html`);
    const messages = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(messages, address).toEqual([]);
  }
});

test('each page names a feed, its issuer’s where it has one; the issuer’s pages have its colour', () => {
  for (const { address, document, html } of site.pages) {
    const feed = document.querySelector('link[type="application/atom+xml"]')?.getAttribute('href');
    const [, issuer = ''] = /^(norrland\/|solo\/)/.exec(address) ?? [];
    expect(feed, address).toBe(`/reports/${issuer}feed.xml`);
    expect(html.includes('--accent:#7a1f3d'), address).toBe(issuer === 'norrland/');
  }
});

test('headings go down one level at a time, and each page has one title', () => {
  for (const { address, document } of site.pages) {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1).length, address).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `${address}, heading ${index}`).toBeLessThanOrEqual(1);
    });
  }
});

test('each figure states the value that its place states', () => {
  for (const page of site.pages) {
    for (const figure of figures(page)) {
      const href = figure.parentElement?.getAttribute('href') ?? '';
      const place = site.follow(page, href);
      if (!/#L\d/.test(href)) continue;
      const values = [...(place?.querySelectorAll('data') ?? []), ...(place?.matches('data') ? [place] : [])];
      expect(
        values.map((one) => one.getAttribute('value')),
        `${page.address} ${href}`,
      ).toContain(figure.getAttribute('value'));
    }
  }
});

test('each figure of a statement or a note stands as it is printed', () => {
  for (const page of site.pages.filter(({ address }) => /\/(fy\d+|1h\d+)\/(tables\/)?$/.test(address))) {
    for (const figure of page.document.querySelectorAll(
      '.statement a:not(.derived) > data, .notes a > data',
    )) {
      const href = figure.parentElement?.getAttribute('href') ?? '';
      expect(site.follow(page, href)?.textContent, href).toContain(figure.textContent);
    }
  }
});

test('every row of the tables of a period stands among the tables as released', () => {
  const page = site.page('norrland/fy2023/tables/');
  const lines = [...page.document.querySelectorAll('td.ln')].map(({ textContent }) => textContent?.trim());
  expect(lines).toEqual([12, 13, 14, 15, 16, 17, 18, 26, 27, 29, 30, 31, 32, 39, 40, 41, 46, 47].map(String));
});

for (const [issuer, id] of [
  ['norrland', '2023-08-22-fy2023'],
  ['solo', '2024-02-09-1h-fy2023'],
] as const) {
  const { lines } = JSON.parse(
    readFileSync(join(DATA, issuer, 'documents', `${id}.json`), 'utf8'),
  ) as DocumentRecord;
  test(`${id} is complete, line for line and field for field`, () => {
    const { document } = documentPage(issuer, id);
    lines.forEach((line, index) => {
      const element = document.getElementById(`L${index + 1}`);
      expect(shown(element), `line ${index + 1}`).toBe(printed(line));
      const fields = line.split('\t');
      if (fields.length > 1)
        fields.forEach((_, field) => {
          expect(document.getElementById(`L${index + 1}.${field}`), `field ${field}`).not.toBeNull();
        });
    });
  });
}

test('every page says what edition it was built from', () => {
  for (const { address, document } of site.pages)
    expect(document.querySelector('footer')?.textContent, address).toMatch(
      / transcriptions of .* own releases/,
    );
});

test('a release offers its file, or its files, and its reading text', () => {
  const links = (issuer: string, id: string) =>
    [...documentPage(issuer, id).document.querySelectorAll('.meta a')]
      .map((link) => [link.getAttribute('href')?.split('/').at(-1), link.getAttribute('type')])
      .filter(([, type]) => type);
  expect(links('norrland', '2023-08-22-fy2023')).toEqual([
    ['1-income.csv', 'text/csv'],
    ['2-balance-sheet.csv', 'text/csv'],
    ['reading.txt', 'text/plain'],
  ]);
  expect(links('solo', '2024-02-09-1h-fy2023')).toEqual([
    ['2024-02-09-1h-fy2023.pdf', 'application/pdf'],
    ['reading.txt', 'text/plain'],
  ]);
});

test('each page of a PDF begins with a link to it', () => {
  const marks = [...documentPage('solo', '2024-02-09-1h-fy2023').document.querySelectorAll('a.leaf')];
  const places = marks.map((mark) => [
    mark.closest('[id^=L]')?.id,
    mark.getAttribute('href')?.split('/').at(-1),
  ]);
  expect(places).toEqual([
    ['L1', '2024-02-09-1h-fy2023.pdf#page=1'],
    ['L8', '2024-02-09-1h-fy2023.pdf#page=2'],
  ]);
});

test('a number in a sentence has a place of its own', () => {
  const { document } = documentPage('norrland', '2023-08-22-fy2023');
  expect(document.getElementById('L6@96')?.textContent).toBe('EUR1,204');
  expect(document.getElementById('L29@4')?.textContent).toBe('EUR 1,911');
});

test('hostile text is text', () => {
  for (const page of site.pages.filter(({ address }) => address.startsWith('solo/') || address === '')) {
    expect(
      page.document.querySelectorAll('script:not([src], [type="application/ld+json"]), img, iframe, svg')
        .length,
      page.address,
    ).toBe(0);
    const links = [...page.document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');
    expect(links.filter((href) => /^\s*(javascript|data|vbscript):/i.test(href))).toEqual([]);
  }
  const { document } = documentPage('solo', '2024-02-09-1h-fy2023');
  const text = document.querySelector('.doc')?.textContent ?? '';
  for (const part of [
    '<script>alert("title")</script>',
    '{{ evil }}',
    '<img src=x onerror=alert(1)>',
    '$' + '{process.env}',
    '{1+1} <Astro.slot />',
    '](javascript:alert(2))',
  ])
    expect(text).toContain(part);
});

/** What a reader sees of a line: no line number, no label repeated from the line above. */
function shown(line: Element | null): string {
  const copy = line?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('.vh, .no, .leaf') ?? []) hidden.remove();
  return squeeze(copy?.textContent ?? 'no such line');
}

/** The line with Markdown's emphasis and escapes taken off, as the page promises, and a dash for nil. */
function printed(line: string): string {
  const isProse = !line.includes('\t');
  const text = isProse ? line.replaceAll('**', '').replace(/\\(?=[!-/:-@[-`{-~])/g, '') : line;
  const unwrapped = text.replace(/<((?:https?:\/\/|mailto:)[^\s<>"']+)>/g, '$1');
  return squeeze(unwrapped.replace(/\t-(?=\t|$)/g, '\t–'));
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
