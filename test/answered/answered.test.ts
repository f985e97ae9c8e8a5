import { join } from 'node:path';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { checkWith } from '../../scripts/commands/check.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import { isPrinted } from '../../src/model/fact.ts';
import { perform } from '../programs/stage.ts';
import { describeCases } from '../suite.ts';

/**
 * Documents with what a person said beside them, and all that `check` says of it. `arguments.txt` holds further
 * arguments; `FILE` stands for the name of one document.
 */
describeCases('a person’s word', join(import.meta.dirname, 'cases'), async (one) => {
  const { folder } = one;
  const given = one.has('arguments.txt') ? one.read('arguments.txt').trim().split(/\s+/) : [];
  const [file] = given.filter((word) => word.startsWith('documents/'));
  const flags = given.filter((word) => word !== file);
  const args = file ? [join(folder, file)] : ['--documents', join(folder, 'documents')];
  const outcome = await perform(checkWith(convertCorpus), [...args, ...flags], { folder });
  const { status, said, complained } = outcome;
  await one.expectFile('outcome.txt', `${said}${complained}Status ${status}\n`);
  if (one.has('figures.txt'))
    await one.expectFile('figures.txt', await describeStated(join(folder, 'documents')));
});

/** The figures of which a person said something, and what they are now. */
async function describeStated(folder: string): Promise<string> {
  const { sources } = readDocuments(folder, { effects, extensions: EXTENSIONS });
  const { issuers } = await convertCorpus(sources, 'published');
  return issuers
    .flatMap(({ facts }) => facts.filter(isPrinted).filter(({ stated }) => stated))
    .map(({ raw, concept, period, dimensions, unit, value, stated, doubt }) =>
      [raw, concept, period, dimensions, unit, value, stated?.join(' and '), doubt].join(' | '),
    )
    .map((line) => `${line.trim()}\n`)
    .join('');
}
