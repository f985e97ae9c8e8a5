import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWith } from '../../scripts/commands/check.ts';
import { convertDocuments } from '../../scripts/commands/convert-documents.ts';
import { readConfig } from '../../scripts/config/read-config.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { perform } from '../programs/stage.ts';

const ROOT = import.meta.dirname;
const versions = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(versions)('files of $name', ({ name }) => {
  const folder = join(ROOT, name);
  const documents = join(folder, 'documents');

  test('settings are taken', async () => {
    const { config, settings } = await readConfig(folder, effects);
    expect(config).toMatchObject({ base: '/reports/', paper: 'letter', site: 'https://acme.example' });
    expect(settings).toMatchObject({
      title: 'Acme results',
      headline: 'What we earned',
      intro: '<p>Read <strong>on</strong>.</p>',
      about: { title: 'Who we are', body: '<p>Acme.</p>' },
      footer: '<p><a href="https://acme.example">Imprint</a></p>',
      nameplate: expect.stringContaining('<svg'),
      css: expect.stringMatching(/#7a1f3d[\s\S]*#f2b8c8[\s\S]*\.lead/),
      head: '<meta name="author" content="Acme">',
      publish: 'figures',
      draft: true,
      withoutCharts: ['revenue-mix'],
    });
  });

  test('documents, and what stands beside them, give what they gave', async () => {
    const quiet = { ...effects, say: () => undefined };
    const { corpus } = await convertDocuments(documents, quiet, convertCorpus);
    expect(corpus).toMatchObject({ leftOut: [], notices: [] });
    const [data] = corpus.issuers;
    expect(data?.issuer).toMatchObject({ name: 'Acme Works Corporation', website: 'https://acme.example' });
    expect(data?.replaced).toMatchObject([{ id: '2025-02-10-fy2024' }]);
    const printed = data?.facts.filter(({ origin }) => origin !== 'derived');
    expect(printed?.map(({ id, concept, period, value }) => [id, concept, period, value])).toEqual(
      FIGURES.map(([place, ...rest]) => [`acme/2025-02-12-fy2024#${place}:1`, ...rest]),
    );
  });

  test('findings that were answered are', async () => {
    const { status, said } = await perform(checkWith(convertCorpus), ['--documents', documents], { folder });
    expect(said).toMatch(/0 open, 1 answered/);
    expect(status).toBe(0);
  });
});

const [NOW, BEFORE] = ['2024-01-01/2024-12-31', '2023-01-01/2023-12-31'];
const FIGURES = [
  ['L8.1', 'Revenues', NOW, '1200000000'],
  ['L8.2', 'Revenues', BEFORE, '1000000000'],
  ['L9.1', 'CostOfRevenue', NOW, '700000000'],
  ['L9.2', 'CostOfRevenue', BEFORE, '600000000'],
  ['L10.1', 'GrossProfit', NOW, '500000000'],
  ['L10.2', 'GrossProfit', BEFORE, '400000000'],
  ['L11.1', 'ChurnRate', NOW, '4.5'],
  ['L11.2', 'ChurnRate', BEFORE, '4.7'],
  ['L13@19', 'GrossProfit', NOW, '52'],
  ['L13@28', 'GrossProfit', NOW, '500000000'],
] as const;
