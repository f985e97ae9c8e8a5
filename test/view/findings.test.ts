import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { setHouseStyle, USUAL_STYLE } from '../../src/model/house-style.ts';
import { documentChecks } from '../../src/view/checks-page.ts';
import { makeStory } from '../../src/view/checks-stories.ts';
import { issuerFromText } from '../pages/issuer-from-text.ts';

/** The total of current assets has two digits changed about: neither what it adds up nor what it is added to agrees. */
const RELEASE = `# Acme Instruments plc

Results for the year ended 31 December 2025

## Condensed consolidated balance sheet

USD thousands	31 December 2025	31 December 2024
Cash and cash equivalents	88,410	71,233
Accounts receivable, net	64,015	60,870
Inventories	51,644	49,902
Total current assets	204,096	182,005
Property, plant and equipment, net	97,330	95,118
Goodwill	40,000	40,000
Total assets	341,399	317,123
`;

afterEach(() => setHouseStyle(USUAL_STYLE));

test.each(['(1,234.5)', '-1 234.5'] as const)(
  'where numbers are %s stand as releases print them',
  async (numbers) => {
    const issuer = await issuerFromText('2026-02-12-fy2025.md', RELEASE);
    setHouseStyle({ ...USUAL_STYLE, numbers });
    const [release] = issuer.documents;
    if (!release) throw new Error('no release was read');
    const { lead, sections } = documentChecks(issuer, release);
    const versions = sections.flatMap(({ stories }) => stories.map((story) => story.versions));
    const words = (stretches: readonly { readonly text: string }[] = []) =>
      stretches.map(({ text }) => text).join('|');
    expect(versions.map((one) => [words(one?.printed), words(one?.expected)])).toEqual([
      ['204,0|96', '204,0|69'],
      ['204,0|96', '204,0|69'],
    ]);
    expect(lead).toContain(' 1 figure cannot be right as printed.');
  },
);

test('a figure that its finding leaves in doubt is named, and told as it is printed', async () => {
  const folder = join(import.meta.dirname, '../check/cases/margins-and-steps-that-were-rounded/larkmoor');
  const name = '2026-08-05-q2.txt';
  const issuer = await issuerFromText(name, readFileSync(join(folder, name), 'utf8'));
  const [doubt] = issuer.findings.filter(({ verdict }) => verdict === 'doubt');
  if (!doubt) throw new Error('nothing is in doubt');
  const { title, versions } = makeStory(issuer, doubt);
  expect(title).toBe('Adjusted EBITDA margin, 2Q26');
  expect(versions?.printed.map(({ text }) => text).join('')).toBe('9.8');
});
