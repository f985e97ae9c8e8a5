import type { Download, Issuer } from '../data/index.ts';

/** Files of one kind and issuer that are listed folded. */
export interface FileGroup {
  readonly issuer: Issuer['record'];
  readonly kind: string;
  readonly bytes: number;
  readonly files: readonly Download[];
  /** They are so many on this site that they are only counted; each is linked from the page of its period. */
  readonly isCounted: boolean;
}

/** Links that the page of the data may have for files of periods. */
const MOST = 1_000;

export const concernsPeriod = ({ kind }: Download): boolean => kind.includes('<period>');

/** Files of periods by their issuers. */
export function groupFiles(
  files: readonly Download[],
  issuers: readonly Pick<Issuer, 'record'>[],
): FileGroup[] {
  const listed = files.filter(concernsPeriod);
  return issuers.flatMap(({ record }) => {
    const own = listed.filter(({ name }) => name.startsWith(`${record.slug}/`));
    const [first] = own;
    if (!first) return [];
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    return [{ issuer: record, kind: first.kind, bytes, files: own, isCounted: listed.length > MOST }];
  });
}
