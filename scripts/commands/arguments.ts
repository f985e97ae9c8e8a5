import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { findNearest } from './nearest.ts';

/** The command line cannot be understood, or asks for what must not be done. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The user asked how to call the program; not an error. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
}

/** Which flags a program knows: those with a value and those without. */
export interface Flags<Value extends string, Switch extends string> {
  readonly values: readonly Value[];
  readonly switches: readonly Switch[];
}

export interface Arguments<Value extends string, Switch extends string> {
  /** What was given to the flags that take a value. */
  readonly values: Readonly<Partial<Record<Value, string>>>;
  /** The flags without a value that are set; one that may have a word is another with it: `strict=slip`. */
  readonly switches: ReadonlySet<Switch>;
  /** What is no flag. */
  readonly operands: readonly string[];
}

/** Parses a command line strictly: a flag unknown, without its value or with an empty one is a `UsageError`. */
export function parseArguments<Value extends string, Switch extends string>(
  args: readonly string[],
  flags: Flags<Value, Switch>,
): Arguments<Value, Switch> {
  const worded = flags.switches.filter((name) => name.includes('=') && args.includes(`--${name}`));
  const { values, positionals } = parseStrictly(
    args.filter((arg) => !worded.some((name) => arg === `--${name}`)),
    flags,
  );
  const given = Object.entries(values);
  if (given.some(([name]) => name === 'help')) throw new HelpWanted();
  const empty = given.find(([, value]) => value === '');
  if (empty) throw new UsageError(`--${empty[0]} needs a value`);
  return {
    values: Object.fromEntries(given.filter(([, value]) => typeof value === 'string')) as Record<
      Value,
      string
    >,
    switches: new Set([...worded, ...flags.switches.filter((name) => values[name] === true)]),
    operands: positionals,
  };
}

function parseStrictly(args: readonly string[], flags: Flags<string, string>) {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const name of flags.values) options[name] = { type: 'string' };
  for (const name of flags.switches) options[name] = { type: 'boolean' };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(describe(error as Error, Object.keys(options)));
  }
}

/** What Node found wrong; for a flag that there is not, the one that was probably meant. */
function describe({ message }: Error, names: readonly string[]): string {
  const unknown = /^Unknown option '(-+([^']*))'/.exec(message);
  if (!unknown) return firstSentence(message);
  const [, flag, name = ''] = unknown;
  const nearest = findNearest(name, names);
  return `there is no flag ${flag}${nearest ? `; did you mean --${nearest}?` : ''}`;
}

/** Node adds advice on `--` that makes no sense behind `npm run`. */
const firstSentence = (message: string): string => message.split(/\. |\n/, 1)[0] ?? message;
