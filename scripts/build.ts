import { buildWith } from './commands/build.ts';
import { runProgram } from './commands/program.ts';
import { convertCorpus } from './convert-corpus.ts';
import { effects, exitWith } from './effects.ts';
import { printSite } from './print/print-site.ts';
import { renderSite } from './render-site.ts';

/** documents ─ read ▶ texts ─ compile ▶ facts, findings ─ write ▶ the site's data ─ Astro ▶ pages ─ print ▶ PDFs ─ move ▶ dist */
await exitWith((args) => runProgram(buildWith(convertCorpus, renderSite, printSite), args, effects));
