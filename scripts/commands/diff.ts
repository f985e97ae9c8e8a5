import { formatAsJson } from '../compare/as-json.ts';
import { formatAsMarkdown } from '../compare/as-markdown.ts';
import { countChanges, formatAsText } from '../compare/as-text.ts';
import { type Comparison, compareOutputs } from '../compare/changes.ts';
import { openOutput } from '../compare/open-output.ts';
import type { Effects } from '../effects.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import { EXIT, type Program } from './program.ts';

const USAGE = `Usage: tieout diff OLD NEW [--json | --markdown]

Tells which published figures changed, appeared or went between two outputs, and why: another document, another
reading of the same one, or a restatement.

  OLD, NEW    a site, a folder of data files, or a facts.csv
  --json      every change, for programs
  --markdown  a table, for a comment on a pull request`;

/** Changes that are listed for a person. */
const MOST = 200;

/** The program `diff`: two outputs in, what differs out. */
export const diff: Program = {
  usage: USAGE,
  async run(args, effects) {
    const { operands, switches } = parseArguments(args, { values: [], switches: ['json', 'markdown'] });
    const [old, now, ...more] = operands;
    if (old === undefined || now === undefined || more.length > 0)
      throw new UsageError(`two outputs are expected, not ${operands.length}`);
    if (switches.size > 1) throw new UsageError('either --json or --markdown is expected, not both');
    const comparison = compareOutputs(openOutput(old, effects), openOutput(now, effects));
    if (switches.has('json')) effects.say(formatAsJson(comparison));
    else if (switches.has('markdown')) for (const line of formatAsMarkdown(comparison)) effects.say(line);
    else tellChanges(comparison, `Compared ${old} with ${now}`, effects);
    return EXIT.done;
  },
};

function tellChanges(comparison: Comparison, what: string, effects: Effects): void {
  for (const line of formatAsText(comparison, MOST)) effects.say(visible(line));
  const [old, now] = comparison.figures.map((count) => count.toLocaleString('en-US'));
  effects.say(`${what}: ${old} and ${now} figures, ${countChanges(comparison)}`);
}
