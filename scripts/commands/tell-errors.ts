import { formatCounted } from '../../src/model/format.ts';
import type { Effects } from '../effects.ts';
import type { Contradiction, IssuerBrief } from '../output/issuer-brief.ts';
import { visible } from './code-frame.ts';

/** Errors that a list names one by one. */
const LISTED = 10;

/** One line for each error or slip that a check found in a document, with the lines of its reading text around it. */
export function showErrors(
  errors: readonly Contradiction[],
  tell: (line: string) => void,
  more?: (error: Contradiction) => string,
): void {
  for (const error of errors) {
    tell(formatError(error));
    if (more) tell(visible(more(error)));
    for (const shown of error.frame) tell(shown);
  }
}

/** The first errors, one line each, and how to see the rest of them. */
export function listErrors(errors: readonly Contradiction[], { say }: Pick<Effects, 'say'>): void {
  for (const error of errors.slice(0, LISTED)) say(formatError(error));
  const left = errors.length - LISTED;
  if (left > 0)
    say(
      `and ${formatCounted(left, 'more finding')}, all in checks.csv; tieout build --strict shows each with its lines`,
    );
}

/** Documents that can hardly be read, one line each, and how to see what was understood. */
export function listHardlyRead(issuers: readonly IssuerBrief[], { say }: Pick<Effects, 'say'>): void {
  for (const { file, facts, unread } of issuers.flatMap(({ hardlyRead }) => hardlyRead))
    say(
      visible(
        `${file}: ${formatCounted(unread, 'number')} left unread, ${formatCounted(facts, 'figure')} read; tieout convert --text ${file} shows how its text was understood`,
      ),
    );
}

function formatError({ finding, file }: Contradiction): string {
  const { issuer, line, column, rule, verdict, message } = finding;
  const what = verdict === 'slip' ? 'slip: ' : '';
  return visible(`${file === undefined ? issuer : `${file}:${line}:${column}`}: ${what}${rule}: ${message}`);
}
