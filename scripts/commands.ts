import type { Compile } from './commands/convert-documents.ts';
import type { Command } from './commands/tieout.ts';
import type { PrintSite } from './print/print-site.ts';
import type { Render } from './render-site.ts';
import type { Serve } from './serve-site.ts';

/** What takes long to load is loaded when it is first needed, so that help and mistakes are told at once. */
const compile: Compile = async (...given) => (await import('./convert-corpus.ts')).convertCorpus(...given);
const render: Render = async (...given) => (await import('./render-site.ts')).renderSite(...given);
const serve: Serve = async (...given) => (await import('./serve-site.ts')).serveSite(...given);
const print: PrintSite = async (...given) => (await import('./print/print-site.ts')).printSite(...given);

/** Every command, in the order in which `tieout --help` lists them. A new command is a row here. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'init',
    does: 'a new folder of reports, with a first release if you name one',
    load: async () => (await import('./init/command.ts')).initWith(compile),
  },
  {
    name: 'build',
    does: 'the whole site: pages, data files and printouts',
    load: async () => (await import('./commands/build.ts')).buildWith(compile, render, print),
  },
  {
    name: 'merge',
    does: 'the whole site of the parts that builds with --shard made',
    load: async () => (await import('./commands/merge.ts')).mergeWith(compile, render, print),
  },
  {
    name: 'convert',
    does: 'the data files alone, or what was read in one release',
    load: async () => (await import('./commands/convert.ts')).convertWith(compile),
  },
  {
    name: 'check',
    does: 'what cannot be right in the releases, with an exit status for machines',
    load: async () => (await import('./commands/check.ts')).checkWith(compile),
  },
  {
    name: 'dev',
    does: 'a preview on this machine that follows what you save',
    load: async () => (await import('./commands/dev.ts')).devWith(compile, serve),
  },
  {
    name: 'print',
    does: 'the PDFs alone, of a site that is built',
    load: async () => (await import('./print/command.ts')).printWith(print),
  },
  {
    name: 'explain',
    does: 'all that is known of one figure: its line, its reading, its checks',
    load: async () => (await import('./commands/explain.ts')).explainWith(compile),
  },
  {
    name: 'verify',
    does: 'that a site is what its receipt says, and its documents give it',
    load: async () => (await import('./commands/verify.ts')).verifyWith({ compile, render, print }),
  },
  {
    name: 'diff',
    does: 'which published figures differ between two outputs, and why',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
];
