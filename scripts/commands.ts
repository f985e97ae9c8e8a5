import type { Command } from './commands/tieout.ts';

const compiler = async () => (await import('./convert-corpus.ts')).convertCorpus;

/** Every command, in the order in which `tieout --help` lists them. A new command is a row here. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    does: 'the whole site: pages, data files and printouts',
    async load() {
      const [{ buildWith }, compile, { renderSite }, { printSite }] = await Promise.all([
        import('./commands/build.ts'),
        compiler(),
        import('./render-site.ts'),
        import('./print/print-site.ts'),
      ]);
      return buildWith(compile, renderSite, printSite);
    },
  },
  {
    name: 'convert',
    does: 'the data files alone, or what was read in one release',
    load: async () => (await import('./commands/convert.ts')).convertWith(await compiler()),
  },
  {
    name: 'dev',
    does: 'a preview on this machine that follows what you save',
    async load() {
      const [{ devWith }, compile, { serveSite }] = await Promise.all([
        import('./commands/dev.ts'),
        compiler(),
        import('./serve-site.ts'),
      ]);
      return devWith(compile, serveSite);
    },
  },
  {
    name: 'print',
    does: 'the PDFs alone, of a site that is built',
    async load() {
      const [{ printWith }, { printSite }] = await Promise.all([
        import('./print/command.ts'),
        import('./print/print-site.ts'),
      ]);
      return printWith(printSite);
    },
  },
];
