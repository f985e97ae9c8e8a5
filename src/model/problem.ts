/** What is wrong with an input, in one grammar: where it is, what was found, what was expected, how to mend it. */
export interface Problem {
  /** File as the user named it. */
  readonly file: string;
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** What is wrong with a file, before it is said which. */
export type Complaint = Omit<Problem, 'file'>;

/** An input cannot be converted. Carries every problem found, so that a user mends them in one go. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** `file:line:column: found …; expected …. To mend: …` */
export function formatProblem({ file, line, column, found, expected, mend }: Problem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place}: found ${found}; expected ${expected}. To mend: ${mend}.`;
}
