import { convertWith } from './commands/convert.ts';
import { runProgram } from './commands/program.ts';
import { convertCorpus } from './convert-corpus.ts';
import { effects, exitWith } from './effects.ts';

/** documents ─ read ▶ texts ─ compile ▶ facts, findings, coverage ─ write ▶ dist/data */
await exitWith((args) => runProgram(convertWith(convertCorpus), args, effects));
