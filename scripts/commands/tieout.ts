import type { Effects } from '../effects.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { findNearest } from './nearest.ts';
import { EXIT, type ExitStatus, type Program, runProgram } from './program.ts';

/** A command of the command line: `tieout <name>`. */
export interface Command {
  readonly name: string;
  /** What it does, in a few words. */
  readonly does: string;
  /** Loads the program with all that it needs, only when it is called. */
  readonly load: () => Promise<Program>;
}

/** Runs the command that the first argument names; `help` and `--version` are understood before and after it. */
export async function runTieout(
  commands: readonly Command[],
  [name = '', ...args]: readonly string[],
  effects: Effects,
): Promise<ExitStatus> {
  if (name === '--version' || name === '-v' || args.includes('--version')) {
    effects.say(`tieout ${PROGRAM_VERSION}`);
    return EXIT.done;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    effects.say(describeCommands(commands));
    return EXIT.done;
  }
  const [wanted = '', rest] = name === 'help' ? [args[0], ['--help']] : [name, args];
  const command = commands.find((one) => one.name === wanted);
  if (command) return runProgram(await command.load(), rest, effects);
  effects.complain(describeUnknownCommand(wanted, commands));
  return EXIT.wrongUsage;
}

function describeUnknownCommand(wanted: string, commands: readonly Command[]): string {
  if (wanted === '') return describeCommands(commands);
  const what = wanted.startsWith('-') ? `a command comes before ${wanted}` : `there is no command ${wanted}`;
  const nearest = findNearest(wanted, [...commands.map(({ name }) => name), '--help', '--version']);
  return `${what}.${nearest ? ` Did you mean ${nearest}?` : ''}\n\n${describeCommands(commands)}`;
}

function describeCommands(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: tieout <command> [arguments]',
    '',
    'Turns a folder of earnings releases into a report site in which every figure leads to its line.',
    '',
    ...commands.map(({ name, does }) => `  ${name.padEnd(width)}  ${does}`),
    '',
    'tieout <command> --help tells its arguments, tieout --version which Tieout this is.',
  ].join('\n');
}
