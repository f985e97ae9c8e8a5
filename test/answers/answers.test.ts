import { describe, expect, test } from 'vitest';
import { alikeItems, DOCUMENTS, type ExpectedRow, expectedRows, itemOf } from './expand.ts';

const rows = DOCUMENTS.flatMap(expectedRows);

describe('the answer key', () => {
  test('reads as many statements as were counted by hand', () => {
    expect(DOCUMENTS.map((document) => expectedRows(document).length)).toEqual([1022, 1137]);
  });

  test('names each statement once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('gives `raw` the place it stands at', () => {
    expect(rows.find(({ id }) => id === 'iij/2013-05-15-fy2012#L22.2:1')).toMatchObject({
      column: 31,
      raw: '$1,128.4',
      value: '1128400000',
      decimals: -5,
    });
  });

  test('knows the item of each statement', () => {
    expect(itemOf('iij/2013-05-15-fy2012#L336.3:1')).not.toBe(itemOf('iij/2013-05-15-fy2012#L369.3:1'));
  });

  test('calls alike only what it names', () => {
    const names = new Set(rows.map(({ item }) => item));
    expect(
      alikeItems()
        .flat()
        .filter((name) => !names.has(name)),
    ).toEqual([]);
  });

  test.each(byItem())('%s is a balance or a flow, and in one kind of unit', (_, group) => {
    expect(new Set(group.map(({ period_start }) => period_start === '')).size).toBe(1);
    const amounts = group.filter(({ aspect }) => aspect !== 'changePercent');
    expect(new Set(amounts.map(({ unit }) => unit.replace(/^(?:JPY|USD)/, 'money'))).size).toBe(1);
  });
});

function byItem(): [string, ExpectedRow[]][] {
  return Object.entries(Object.groupBy(rows, ({ item }) => item)).map(([item, group]) => [item, group ?? []]);
}
