import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { concepts } from '../../src/concepts/index.ts';
import { isPrinted } from '../../src/model/fact.ts';
import type { Highlight, HighlightFigure } from '../../src/model/highlight.ts';
import { Settled } from '../../src/model/settled.ts';
import { textSource } from '../text-source.ts';
import { type Told, tellCase } from './parse-case.ts';
import { buildOf, sentenceOf } from './sentences.ts';

const CASES = fileURLToPath(new URL('cases/', import.meta.url));
const INVENTED = fileURLToPath(new URL('../documents/cases/', import.meta.url));
const DOCUMENTS = fileURLToPath(new URL('../../documents/', import.meta.url));

/** Every page there is to try: of the cases, of invented releases in the style of several countries, of the project's own. */
const told = [
  ...readdirSync(CASES).map((name) => ({ name, told: tellFolder(join(CASES, name)) })),
  ...(await Promise.all(
    readdirSync(INVENTED).map(async (name) => ({ name, told: await tellDocuments(join(INVENTED, name)) })),
  )),
  { name: 'documents', told: await tellDocuments(DOCUMENTS) },
];
const pages = told.flatMap(({ name, told }) =>
  Object.entries(told.highlights).map(([slug, highlights]) => ({
    page: `${name} ${slug}`,
    highlights,
    facts: told.facts,
  })),
);
const all = pages.flatMap(({ page, highlights, facts }) =>
  highlights.map((highlight) => ({ page, highlight, facts })),
);

function tellFolder(folder: string): Told {
  const files = readdirSync(folder);
  const release = files.includes('release.txt')
    ? readFileSync(join(folder, 'release.txt'), 'utf8').split('\n')
    : [];
  return tellCase(readFileSync(join(folder, 'facts.csv'), 'utf8'), release);
}

async function tellDocuments(folder: string): Promise<Told> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^[^/]+\/[^/]+\.(?:txt|md)$/.test(path) && !/README/.test(path),
  );
  const sources = paths
    .sort()
    .map((path) =>
      textSource(path.split('/')[0] ?? '', basename(path), readFileSync(join(folder, path), 'utf8')),
    );
  const { issuers } = await convertCorpus(sources, 'published');
  return {
    highlights: Object.assign({}, ...issuers.map(({ highlights }) => highlights)),
    facts: new Settled(
      issuers.flatMap(({ facts }) => facts),
      issuers.flatMap(({ settled }) => settled),
    ),
  };
}

const figuresOf = ({ parts }: Highlight): HighlightFigure[] =>
  parts.filter((part) => typeof part !== 'string');
const firstWords = (text: string): string => text.split(/\s+/).slice(0, 2).join(' ').toLowerCase();
const twice = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

describe('every highlight', () => {
  test('tells numbers that are facts', () => {
    const unknown = all.flatMap(({ page, highlight, facts }) =>
      figuresOf(highlight)
        .filter(({ fact }) => !facts.byId(fact))
        .map(({ fact }) => `${page}: ${fact}`),
    );
    expect(unknown).toEqual([]);
  });

  test('tells no digit that is not known but the noughts of what was worked out', () => {
    const invented = all.flatMap(({ page, highlight, facts }) =>
      figuresOf(highlight)
        .filter(({ fact, form }) => {
          const { decimals, origin } = facts.byId(fact) ?? {};
          const places = (decimals ?? 0) + form.scale;
          return form.places > places && !(origin === 'derived' && form.places === 0 && places > -3);
        })
        .map(({ fact, form }) => `${page}: ${fact} with ${form.places} places`),
    );
    expect(invented).toEqual([]);
  });

  test('names its sources in the order of its numbers', () => {
    for (const { highlight } of all)
      expect(highlight.sources).toEqual([...new Set(figuresOf(highlight).map(({ fact }) => fact))]);
  });

  /** How many periods were looked at: a count of ours, which no release states. */
  const COUNT = /\b\d+ (?=quarters|halves|years|periods)/g;
  test('has no number in its words but dates, years, names and counts of periods', () => {
    const numbers = all.flatMap(({ page, highlight }) => {
      const words = [highlight.title, buildOf(highlight).replaceAll('#', '')].join(' ');
      return /\d/.test(withoutNames(words).replaceAll(COUNT, '')) ? [`${page}: ${words}`] : [];
    });
    expect(numbers).toEqual([]);
  });

  test('rests, where it was worked out, on facts that are printed', () => {
    const open = all.flatMap(({ highlight, facts }) =>
      figuresOf(highlight)
        .flatMap(({ fact }) => facts.byId(fact) ?? [])
        .flatMap((fact) => (isPrinted(fact) ? [] : fact.inputs))
        .filter((id) => !facts.byId(id) || facts.byId(id)?.origin === 'derived'),
    );
    expect(open).toEqual([]);
  });

  test('opens with a finding of two to eight words and ends in a full stop', () => {
    for (const { highlight, facts } of all) {
      expect(highlight.title.split(' ').length, highlight.title).toBeGreaterThan(1);
      expect(highlight.title.split(' ').length, highlight.title).toBeLessThan(9);
      expect(sentenceOf({ ...highlight, explanation: undefined } as unknown as Highlight, facts)).toMatch(
        /^[A-Z].*[a-z)\d]\. [A-Z\d].*[A-Za-z\d%)]\.$/s,
      );
    }
  });

  test('reads clean: no doubled spaces or words, no empty phrase', () => {
    const odd = all
      .map(({ highlight, facts }) => sentenceOf(highlight, facts))
      .filter((text) =>
        / {2}| ,|\b(\w+) \1\b|undefined|NaN|\b(?:significant|robust|strong|notabl)/.test(text),
      );
    expect(odd).toEqual([]);
  });
});

describe('every page', () => {
  test('tells at most eight things', () => {
    for (const { highlights } of pages) expect(highlights.length).toBeLessThanOrEqual(8);
  });

  test('begins no two alike and builds no two alike', () => {
    const alike = pages.flatMap(({ page, highlights }) =>
      [
        ...twice(highlights.map(({ title }) => firstWords(title))),
        ...twice(highlights.map((highlight) => firstWords(buildOf(highlight)))),
        ...twice(highlights.map(buildOf)),
      ].map((words) => `${page}: ${words}`),
    );
    expect(alike).toEqual([]);
  });

  test('gives each reason of the company once', () => {
    for (const { highlights } of pages)
      expect(twice(highlights.flatMap(({ explanation }) => explanation?.text ?? []))).toEqual([]);
  });

  test('tells five to eight things where there is a year to compare with, else what was found without one', () => {
    const hasYearBefore = (page: string) => /^documents (?:fy\d+|\w+12)$/.test(page);
    const few = pages
      .filter(
        ({ page, highlights }) =>
          /^documents /.test(page) && highlights.length < (hasYearBefore(page) ? 5 : 1),
      )
      .map(({ page }) => page);
    expect(few).toEqual([]);
  });
});

test('the same facts are told in the same words', () => {
  const folder = join(CASES, 'growth-from-several-sides');
  expect(tellFolder(folder).highlights).toEqual(tellFolder(folder).highlights);
});

/** Days, names of periods, and measures that have a number in their name. */
function withoutNames(words: string): string {
  const names = concepts.map(({ label }) => label).filter((label) => /\d/.test(label));
  const rest = names.reduce(
    (text, name) => text.replace(new RegExp(name.replace(/[()]/g, '\\$&'), 'gi'), ''),
    words,
  );
  return rest.replace(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b(?:FY\d{4}|[1-4][QH]\d{2}|9M\d{2})\b/g, '');
}
