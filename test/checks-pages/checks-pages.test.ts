import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { RULE_ORDER } from '../../src/model/check-rules.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { InspectedMeasure } from '../../src/model/inspected.ts';
import { linkToFact, readStatementPair } from '../../src/model/links.ts';
import { significantDigits } from '../../src/model/searched.ts';
import { Finder } from '../../src/scripts/finder.ts';
import { type Page, WrittenSite } from '../built/built-site.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';
import { BASE, buildRepositorySite } from '../built/repository-site.ts';

/** The project's own documents: their misprints are as published. */
const corpus = await repositoryCorpus();
const site = new WrittenSite(await buildRepositorySite(), BASE);

const HEAVIEST = 150_000;
const isPass = ({ verdict }: Finding) => verdict === 'exact' || verdict === 'rounding';
const ids = (page: Page) => new Set([...page.document.querySelectorAll('[id]')].map(({ id }) => id));

describe.each(corpus.issuers)(
  '$issuer.slug',
  ({ issuer, findings, facts, verification, documents: documentsOf }) => {
    const { slug } = issuer;
    const checks = site.page(`${slug}/checks/`);
    const notable = findings.filter((finding) => !isPass(finding));
    const documents = site.pages.filter(({ address }) => address.startsWith(`${slug}/documents/`));

    test('every finding has one anchor, on the page of its document, and no pass has any', () => {
      for (const { id: document } of documentsOf) {
        const page = site.page(`${slug}/checks/${document}/`);
        const anchors = [...page.document.querySelectorAll('.found, .findings tr')].flatMap(
          ({ id }) => id || [],
        );
        const own = notable.filter((finding) => finding.document === document);
        expect(anchors.sort()).toEqual(own.map(({ id }) => id).sort());
      }
    });

    test('the counts of the releases and of the rules add up to all checks', () => {
      const sum = (table: string, rows: string) =>
        [...checks.document.querySelectorAll(`[aria-labelledby="${table}"] tbody tr${rows} td:last-child`)]
          .map(({ textContent }) => Number((textContent ?? '').replaceAll(',', '')))
          .reduce((all, count) => all + count, 0);
      expect(sum('releases-caption', '')).toBe(findings.length);
      expect(sum('rules-caption', ':not(.total)')).toBe(findings.length);
    });

    test('every rule has words', () => {
      expect(
        [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !RULE_ORDER.includes(rule)),
      ).toEqual([]);
    });

    test('what is no plain pass is marked in its document, and the mark leads to it', () => {
      const marks = new Set(
        documents.flatMap(({ document }) =>
          [...document.querySelectorAll('a.mk')].map((mark) => mark.getAttribute('href') ?? ''),
        ),
      );
      for (const { document, line } of notable) {
        const page = site.page(`${slug}/documents/${document}/`);
        expect(
          page.document.getElementById(`L${line}`)?.querySelector('a.mk'),
          `${document} ${line}`,
        ).not.toBeNull();
      }
      expect([...marks].filter((href) => site.follow(checks, href) === null)).toEqual([]);
    });

    test('a figure is marked wherever it is shown', () => {
      const marked = new Set(
        documents.flatMap(({ address, document }) =>
          [...document.querySelectorAll('td[id]:has(> a.mk), a[id]:has(+ a.mk)')].map(
            ({ id }) => `${address}#${id}`,
          ),
        ),
      );
      expect(marked.size).toBeGreaterThan(0);
      const bare: string[] = [];
      for (const page of site.pages.filter(({ address }) => /^[^/]+\/(fy|\d[hqm])\d+\/$/.test(address))) {
        for (const figure of page.document.querySelectorAll('.statement td > a:has(> data)')) {
          const href = figure.getAttribute('href')?.slice(site.base.length) ?? '';
          const isAlone = figure.parentElement?.querySelectorAll('data').length === 1;
          if (isAlone && marked.has(href) !== (figure.nextElementSibling?.matches('a.mk') ?? false))
            bare.push(href);
        }
      }
      expect(bare).toEqual([]);
    });

    test('an error of digits shows which ones', () => {
      const errors = notable.filter(
        ({ verdict, expected }) => verdict === 'error' && /^-?[\d.]+$/.test(expected),
      );
      for (const { id, document } of errors) {
        const story = site.page(`${slug}/checks/${document}/`).document.getElementById(id);
        expect(story?.querySelector('.versions .printed b')?.textContent, id).toBeTruthy();
        expect(story?.querySelector('.versions .expected b')?.textContent, id).toBeTruthy();
      }
    });

    test('every printed statement that is sure has its row on the page of its measure', () => {
      const pages = new Map(site.pages.map((page) => [page.address, ids(page)]));
      const missing = facts
        .filter(({ origin, doubt }) => origin !== 'derived' && doubt === '')
        .filter(
          ({ id, concept }) =>
            !pages.get(`${slug}/measures/${concept}/`)?.has(id.slice(slug.length + 1).replace('#', '/')),
        );
      expect(missing.map(({ id }) => id)).toEqual([]);
    });

    test('a figure of a document leads to what it was read as, an unsure one to its line', () => {
      const unsure = new Map(
        facts
          .filter(({ doubt }) => doubt !== '')
          .map((fact) => [linkToFact(fact).slice(1), fact.value] as const),
      );
      const values = new Map<string, string | null>();
      for (const { address, document } of site.pages.filter((page) =>
        page.address.startsWith(`${slug}/measures/`),
      ))
        for (const row of document.querySelectorAll('.stated tr[id]'))
          values.set(`${address}#${row.id}`, row.querySelector('data')?.getAttribute('value') ?? null);
      for (const { document } of documents) {
        for (const figure of document.querySelectorAll('.doc a > data')) {
          const href = decodeURI(figure.parentElement?.getAttribute('href') ?? '').slice(site.base.length);
          const isUnsure = unsure.has(href);
          expect(isUnsure ? unsure.get(href) : values.get(href), href).toBe(figure.getAttribute('value'));
        }
      }
    });

    test('every figure that names its measure is in the file that the inspector reads', () => {
      const known = new Map<string, InspectedMeasure>();
      const missing: string[] = [];
      for (const page of site.pages.filter(({ address }) => address.startsWith(slug)))
        for (const link of page.document.querySelectorAll('a[data-m]')) {
          const file = `${decodeURIComponent(link.getAttribute('data-m') ?? '')}.json`;
          const measure = known.get(file) ?? (JSON.parse(site.read(file)) as InspectedMeasure);
          known.set(file, measure);
          const href = link.getAttribute('href') ?? '';
          const keys = readStatementPair(link.getAttribute('data-of') ?? '');
          if (keys.length === 0) keys.push(decodeURI(href.split('#')[1] ?? ''));
          const isThere = keys.every((key) => key in measure.figures);
          if (!isThere && !Object.values(measure.figures).some((figure) => figure.href === href))
            missing.push(`${page.address}: ${href}`);
        }
      expect(known.size).toBeGreaterThan(10);
      expect([...new Set(missing)]).toEqual([]);
    });

    test('every target and every refusal is told', () => {
      const rows = checks.document.querySelectorAll('.ledger tbody tr');
      expect(rows.length).toBe(verification.ledger.length);
      const told = [...checks.document.querySelectorAll('.refusals summary')].map(({ textContent }) =>
        Number(/[\d,]+/.exec(textContent ?? '')?.[0].replace(',', '') ?? 0),
      );
      if (told.every((count) => count > 0))
        expect(told.reduce((sum, count) => sum + count, 0)).toBe(verification.refusals.length);
    });

    test('the pages stay light', () => {
      for (const { address, html } of site.pages.filter((page) => page.address.startsWith(slug)))
        expect(gzipSync(html).length, address).toBeLessThan(HEAVIEST);
    });
  },
);

describe('search', () => {
  const finder = new Finder('iij', async (file) =>
    site.hasFile(file) ? JSON.parse(site.read(file)) : undefined,
  );
  const QUERIES: readonly [query: string, figure: string, name: string][] = [
    ['106,248', 'Revenues, FY2012', ''],
    ['106248486', 'Revenues, FY2012', ''],
    ['operating margin 4Q12', 'Operating margin, 4Q12', '4Q12'],
    ['revenues FY2012', 'Revenues, FY2012', 'FY2012'],
    ['ATM', '', 'ATM operation business revenue'],
    ['fourth quarter', '', '4Q12'],
    ['15 May 2013', '', 'Release of 15 May 2013'],
  ];
  test.each(QUERIES)('%s', async (query, figure, name) => {
    const found = await finder.find(query);
    if (figure !== '') expect(found.figures.map(({ text }) => text).slice(0, 5)).toContain(figure);
    if (name !== '') expect(found.names.map(({ title }) => title)).toContain(name);
  });

  test('every printed figure is found by its digits', () => {
    const facts = corpus.issuers[0]?.facts.filter(({ value, doubt }) => Number(value) !== 0 && doubt === '');
    const sample = (facts ?? []).filter((_, index) => index % 50 === 0);
    expect(sample.length).toBeGreaterThan(20);
    for (const { value } of sample) {
      const digits = significantDigits(value);
      const file = `iij/search/${digits.slice(0, 2)}.json`;
      expect(Object.keys(JSON.parse(site.read(file))), value).toContain(digits);
    }
  });
});

test('the pages of checks and measures are valid HTML', async () => {
  const rules = JSON.parse(readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'));
  const validator = new HtmlValidate(rules);
  const kinds = [
    /\/checks\/$/,
    /\/checks\/[^/]+\/$/,
    /\/measures\/(Revenues|OperatingIncomeLoss)\/$/,
    /\/fy2012\/$/,
  ];
  for (const { address, html } of site.pages.filter((page) =>
    kinds.some((kind) => kind.test(page.address)),
  )) {
    const { results } = await validator.validateString(html, `${address}index.html`);
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line, message }) => `${line} ${ruleId} ${message}`),
    );
    expect(messages, address).toEqual([]);
  }
}, 120_000);

test('no class of a list is that of a cell', () => {
  const classesOf = (selector: string) =>
    new Set(
      site.pages.flatMap(({ document }) =>
        [...document.querySelectorAll(selector)].flatMap((one) => [...one.classList]),
      ),
    );
  expect([...classesOf('td, th').intersection(classesOf('ul, ol, dl'))]).toEqual([]);
});
