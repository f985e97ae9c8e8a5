import { expect, test } from 'vitest';
import { formatRecords, readRecords } from '../../scripts/output/joined-file.ts';

test('records of a share are read alike, wherever its pieces are cut', () => {
  const records = [{ label: 'Umsatzerlöse – netto' }, ['売上高', 1], 'a\nb'];
  const bytes = new TextEncoder().encode([...formatRecords(records)].join(''));
  for (const size of [1, 2, 7, bytes.length]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    );
    const issuer = {} as Parameters<typeof readRecords>[0]['issuer'];
    expect([...readRecords({ issuer, read: () => pieces })]).toEqual(records);
  }
});
