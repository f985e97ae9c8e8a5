import { runProgram } from './commands/program.ts';
import { effects, exitWith } from './effects.ts';
import { printWith } from './print/command.ts';
import { printSite } from './print/print-site.ts';

/** dist ─ browser ▶ PDFs ─ finish ▶ dist with printouts and links to them */
await exitWith((args) => runProgram(printWith(printSite), args, effects));
