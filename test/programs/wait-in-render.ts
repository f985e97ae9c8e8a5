import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWith } from '../../scripts/commands/build.ts';
import { runProgram } from '../../scripts/commands/program.ts';
import { effects, exitWith } from '../../scripts/effects.ts';
import { withWorkFolder } from '../../scripts/output/output-folder.ts';
import { compileStub } from './stubs.ts';

/** The program `build` with a renderer that never ends: started by a test, to be stopped. */
const build = buildWith(compileStub, async ({ out }) => {
  writeFileSync(join(out, 'index.html'), 'half a page');
  await withWorkFolder(join(out, '../../cache'), effects, async () => {
    effects.say('waiting');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });
});

await exitWith((args) => runProgram(build, args, effects));
