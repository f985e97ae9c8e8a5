import type { SourceText } from '../../src/model/corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Effects } from '../effects.ts';
import { formatCodeFrame, visible } from './code-frame.ts';
import type { Converted } from './convert-documents.ts';
import { formatCount } from './summary.ts';

/** Errors that a list names one by one. */
const LISTED = 10;

/** One line for each error or slip that a check found in a document, with the lines of its reading text around it. */
export function showErrors(
  errors: readonly Finding[],
  { corpus, sources }: Converted,
  tell: (line: string) => void,
  more?: (error: Finding) => string,
): void {
  const find = finder(sources);
  const lines = new Map(
    corpus.issuers.flatMap(({ documents }) =>
      documents.map((record) => [`${record.issuer}/${record.id}`, record.lines] as const),
    ),
  );
  for (const error of errors) {
    tell(formatError(error, find(error)));
    if (more) tell(visible(more(error)));
    const read = lines.get(`${error.issuer}/${error.document}`) ?? [];
    for (const shown of formatCodeFrame(read, error)) tell(shown);
  }
}

/** The first errors, one line each, and how to see the rest of them. */
export function listErrors(
  errors: readonly Finding[],
  sources: readonly SourceText[],
  { say }: Pick<Effects, 'say'>,
): void {
  const find = finder(sources);
  for (const error of errors.slice(0, LISTED)) say(formatError(error, find(error)));
  const left = errors.length - LISTED;
  if (left > 0)
    say(
      `and ${formatCount(left, 'more finding')}, all in checks.csv; tieout build --strict shows each with its lines`,
    );
}

function formatError(error: Finding, source: SourceText | undefined): string {
  const { issuer, line, column, rule, verdict, message } = error;
  const what = verdict === 'slip' ? 'slip: ' : '';
  return visible(`${source ? `${source.file}:${line}:${column}` : issuer}: ${what}${rule}: ${message}`);
}

function finder(sources: readonly SourceText[]) {
  const byId = new Map(sources.map((source) => [`${source.issuer}/${source.id}`, source]));
  return ({ issuer, document }: Finding): SourceText | undefined => byId.get(`${issuer}/${document}`);
}
