import { fileURLToPath } from 'node:url';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { type Issuer, site } from '../../src/data/index.ts';
import { isPrinted } from '../../src/model/fact.ts';
import { Settled } from '../../src/model/settled.ts';
import { textSource } from '../text-source.ts';

const FIXTURE = fileURLToPath(new URL('fixture/', import.meta.url));

/** An issuer of one release, as pages know it, on the site of the fixture: another file of tests may have named its own. */
export async function issuerFromText(name: string, text: string): Promise<Issuer> {
  process.env['TIEOUT_DATA'] = FIXTURE;
  site();
  const corpus = await convertCorpus([textSource('acme', name, text)], 'published');
  const [data] = corpus.issuers;
  if (!data) throw new Error('the release gave no issuer');
  const facts = data.facts.filter(({ doubt }) => doubt === '');
  return {
    ...data,
    record: data.issuer,
    facts: new Settled(facts, data.settled),
    factsAt: (document, line) =>
      data.facts
        .filter(isPrinted)
        .filter((fact) => fact.document === document && fact.line === line)
        .sort((a, b) => a.column - b.column),
  };
}
