import type { Problem } from '../../src/model/problem.ts';
import type { Contradiction } from './issuer-brief.ts';

/** What cannot be right as GitHub takes it from the lines of a run, to show it at the lines of the releases. */
export const formatAnnotation = ({ finding, file }: Contradiction): string =>
  annotation(finding.verdict === 'error' ? 'error' : 'warning', {
    file: file ?? '',
    line: finding.line,
    column: finding.column,
    title: finding.rule,
    message: finding.message,
  });

/** What is wrong with an input, likewise. */
export const formatProblemAnnotation = ({ file, line, column, found, expected, mend }: Problem): string =>
  annotation('error', {
    ...{ file, line: Math.max(1, line), column: Math.max(1, column), title: 'input' },
    message: `Found ${found}; expected ${expected}. To mend: ${mend}.`,
  });

interface Annotation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly message: string;
}

const annotation = (level: string, { file, line, column, title, message }: Annotation): string =>
  `::${level} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(title)}::${escapeData(message)}`;

/** Words of a document can neither end the line, which would let them give commands, nor be taken for an escape. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
