import { describe, expect, test } from 'vitest';
import { TEXT_CHECKS } from '../../scripts/6-check/texts/index.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { textSource } from '../text-source.ts';

/** The head of the release that each example is a passage of. */
const HEAD = `Nordvik Industries Inc.

For Immediate Release

**Nordvik Announces Full Year Results for the Fiscal Year Ended March 31, 2021**

Oslo, May 12, 2021 - Nordvik Industries Inc. ("NVK" NASDAQ:NVKI) today announced its results for the fiscal year ended March 31, 2021 ("FY2020").

`;

describe('each check of words finds the slip of its example, and no other', () => {
  test.each(TEXT_CHECKS.map((check) => [check.rule, check] as const))('%s', async (_, { example }) => {
    const { issuers } = await convertCorpus(
      [textSource('nordvik', '2021-05-12-fy2020.txt', HEAD + tabbed(example.text))],
      'published',
    );
    const slips = issuers.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict === 'slip' || verdict === 'basis'),
    );
    expect(slips.map(({ message }) => message)).toEqual([example.finds]);
  });
});

/** Rows of tables as lines of cells. */
const tabbed = (text: string): string =>
  text.replace(/^\|(.*)\|$/gm, (_, row: string) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  );
