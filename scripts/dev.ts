import { devWith } from './commands/dev.ts';
import { runProgram } from './commands/program.ts';
import { convertCorpus } from './convert-corpus.ts';
import { effects, exitWith } from './effects.ts';
import { serveSite } from './serve-site.ts';

/** documents ─ convert ▶ src/data/generated ─ Astro ▶ preview, again and again as documents are saved */
await exitWith((args) => runProgram(devWith(convertCorpus, serveSite), args, effects));
