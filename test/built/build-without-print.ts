import { buildWith } from '../../scripts/commands/build.ts';
import { runProgram } from '../../scripts/commands/program.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects, exitWith } from '../../scripts/effects.ts';
import { renderSite } from '../../scripts/render-site.ts';

/** The program `build` without a printer: what is on paper has tests of its own. */
await exitWith((args) => runProgram(buildWith(convertCorpus, renderSite), args, effects));
