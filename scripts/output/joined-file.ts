import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import type { IssuerRecord } from '../../src/model/document.ts';
import { type CsvColumn, formatHeader, formatRows } from './csv.ts';
import { encodePieces } from './output-file.ts';

/** A file of all issuers. Its share of each is worked out of the data of that one alone, and joined to the others later. */
export interface JoinedFile {
  readonly name: string;
  makeShare(data: IssuerData): Iterable<string>;
  join(shares: readonly Share[]): Iterable<string | Uint8Array>;
}

/** What one issuer has in a file; issuers come in the order of their slugs. */
export interface Share {
  readonly issuer: IssuerRecord;
  /** In pieces: the share of decades takes a hundred megabytes. */
  read(): Iterable<Uint8Array>;
}

/** A CSV file in which each row is of one issuer. */
export const joinedTable = <T>(
  name: string,
  columns: readonly CsvColumn<T>[],
  listRecords: (data: IssuerData) => Iterable<T>,
): JoinedFile => ({
  name,
  makeShare: (data) => formatRows(columns, listRecords(data)),
  *join(shares) {
    yield formatHeader(columns);
    for (const share of shares) yield* share.read();
  },
});

/** Records as a share keeps them for `readRecords`: JSON, a line each. */
export function* formatRecords(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

export function* readRecords<T>(share: Share): Generator<T> {
  const decoder = new TextDecoder();
  let begun = '';
  for (const piece of share.read()) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** A file of a corpus that is all in memory. */
export const formatJoined = ({ makeShare, join }: JoinedFile, { issuers }: Pick<Corpus, 'issuers'>) =>
  join(
    issuers.map((data) => ({
      issuer: data.issuer,
      read: () => encodePieces(makeShare(data)),
    })),
  );
