import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { IssuerData, SourceText } from '../../src/model/corpus.ts';
import type { Fact } from '../../src/model/fact.ts';

/** One invented company's releases, in every form in which people have them; `tsv` is what the others are held to. */
const FORMS = ['tsv-dollarcells', 'browser-copy', 'md', 'html', 'word', 'spaced', 'pdftotext-layout', 'pdf'];
const RELEASES = ['2025-07-31-2q2025', '2025-10-30-3q2025', '2026-02-12-4q2025'];

const read = new Map<string, Promise<IssuerData>>();

/** A release in a form, converted once. */
function readForm(form: string, release: string): Promise<IssuerData> {
  const known = read.get(`${form}/${release}`) ?? convertForm(form, release);
  read.set(`${form}/${release}`, known);
  return known;
}

async function convertForm(form: string, release: string): Promise<IssuerData> {
  const { issuers, leftOut } = await convertCorpus([sourceOf(form, release)], 'published');
  const [data] = issuers;
  if (!data) throw new Error(leftOut.map(({ found }) => found).join('\n'));
  return data;
}

function sourceOf(form: string, id: string): SourceText {
  const folder = join(import.meta.dirname, form, form === 'csv' ? '' : 'norwell');
  const name = readdirSync(folder).find((entry) => entry.startsWith(id)) ?? '';
  const file = join(folder, name);
  const parts = statSync(file).isDirectory()
    ? readdirSync(file)
        .sort()
        .map((part) => ({ name: part, bytes: readFileSync(join(file, part)) }))
    : undefined;
  const bytes = parts ? new Uint8Array() : readFileSync(file);
  return { issuer: 'norwell', id, file: name, name, bytes, ...(parts && { parts }) };
}

const meaning = ({
  concept,
  aspect,
  basis,
  dimensions,
  period,
  compared,
  unit,
  value,
  origin,
}: Fact): string => [origin, concept, aspect, basis, dimensions, period, compared, unit, value].join(' | ');

const stated = ({ facts }: IssuerData): string[] =>
  facts
    .filter(({ origin }) => origin !== 'derived')
    .map(meaning)
    .sort();

const checked = ({ findings }: IssuerData): string[] =>
  findings
    .map(({ rule, verdict, expected, actual }) => [rule, verdict, expected, actual].join(' | '))
    .sort();

/** What the tables of a release alone are checked by. */
function withoutProse(data: IssuerData): IssuerData {
  const inTables = new Set(data.facts.filter(({ origin }) => origin === 'table').map(({ id }) => id));
  const findings = data.findings.filter(({ facts }) => facts.length > 0 && facts.every((id) => inTables.has(id)));
  return { ...data, findings };
}

describe.each(RELEASES)('%s', (release) => {
  test.each(FORMS)('%s says the same', async (form) => {
    const [data, other] = await Promise.all([readForm('tsv', release), readForm(form, release)]);
    expect(stated(other)).toEqual(stated(data));
    expect(checked(other)).toEqual(checked(data));
    expect(Object.values(other.coverage).flatMap(({ unread }) => unread)).toEqual([]);
  });

  test('the tables of a folder of CSV files say the same', async () => {
    const [data, other] = await Promise.all([readForm('tsv', release), readForm('csv', release)]);
    const inTables = (one: IssuerData) => stated(one).filter((fact) => fact.startsWith('table'));
    expect(inTables(other)).toEqual(inTables(data));
    expect(checked(withoutProse(other))).toEqual(checked(withoutProse(data)));
    expect(Object.values(other.coverage).flatMap(({ unread }) => unread)).toEqual([]);
  });
});
