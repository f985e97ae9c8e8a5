import { runTieout } from './commands/tieout.ts';
import { COMMANDS } from './commands.ts';
import { effects, exitWith } from './effects.ts';

/** The command line: `tieout <command> …` ─ commands.ts ▶ program ─ run ▶ exit status */
await exitWith((args) => runTieout(COMMANDS, args, effects));
