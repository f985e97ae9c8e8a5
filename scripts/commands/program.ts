import { formatProblem, InputError, type Problem } from '../../src/model/problem.ts';
import type { Effects } from '../effects.ts';
import { HelpWanted, UsageError } from './arguments.ts';
import { formatCodeFrame, visible } from './code-frame.ts';

/** What the programs end with; 3 only with `--strict`, 4 only without. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, errorsFound: 3, documentsLeftOut: 4 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A command: arguments in, exit status out, all else through effects. */
export interface Program {
  readonly usage: string;
  run(args: readonly string[], effects: Effects): Promise<ExitStatus>;
}

/** Runs a program and puts whatever it throws into words for its user. */
export async function runProgram(
  program: Program,
  args: readonly string[],
  effects: Effects,
): Promise<ExitStatus> {
  try {
    return await program.run(args, effects);
  } catch (error) {
    if (error instanceof HelpWanted) return tellUsage(program, effects.say, EXIT.done);
    if (error instanceof UsageError) {
      effects.complain(`${error.message}${/[.?!]$/.test(error.message) ? '' : '.'}\n`);
      return tellUsage(program, effects.complain, EXIT.wrongUsage);
    }
    tellFailure(error, effects);
    return EXIT.failed;
  }
}

function tellUsage(program: Program, tell: (line: string) => void, status: ExitStatus): ExitStatus {
  tell(program.usage);
  return status;
}

/** Says why something could not be done. */
export function tellFailure(error: unknown, effects: Effects): void {
  if (error instanceof InputError) tellProblems(error, effects);
  else effects.complain(formatFailure(error));
}

function tellProblems({ problems }: InputError, effects: Effects): void {
  showProblems(problems, effects);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  effects.complain(`${count} found. Nothing was changed.`);
}

/** One line for each problem, with the lines of the document around it. */
export function showProblems(problems: readonly Problem[], effects: Effects): void {
  for (const problem of problems) {
    effects.complain(visible(formatProblem(problem)));
    if (problem.line === 0) continue;
    for (const line of formatCodeFrame(readLines(problem.file, effects), problem)) effects.complain(line);
  }
}

/** The lines of a file as well as they can be read: it may be the wrong encoding that is complained of. */
function readLines(file: string, effects: Effects): string[] {
  if (effects.kindOf(file) !== 'file') return [];
  return new TextDecoder().decode(effects.readBytes(file)).split(/\r\n?|\n/);
}

/** Disk full, no right to write: one line. Anything else is a defect, and its trace helps to mend it. */
function formatFailure(error: unknown): string {
  if (!(error instanceof Error)) return `failed: ${String(error)}`;
  if ('syscall' in error) return `failed: ${error.message}. Nothing was changed.`;
  return `failed: ${error.stack ?? error.message}\nNothing was changed.`;
}
