import { derive } from '../../scripts/5-derive/derive.ts';
import { check } from '../../scripts/6-check/check.ts';
import { joinStatements } from '../../scripts/convert-corpus.ts';
import { convertText } from '../../test/text-source.ts';
import { readCorpus } from '../corpus.ts';
import { type Bench, medianTimes } from '../measure.ts';

/** Deriving and checking should take no longer than reading the documents. */
export const deriveAgainstReading: Bench = {
  name: 'derive-against-reading',
  async run() {
    const { sources } = readCorpus();
    const read = () => sources.map((source) => convertText(source));
    const [first] = sources;
    const statements = joinStatements(first?.issuer ?? '', read());
    const derivation = derive(statements);
    const times = await medianTimes({
      read,
      derive: () => derive(statements).conclude(),
      check: () => check(statements, derivation, []).tell().verify(derivation.conclude()),
    });
    return [
      { what: `reading ${sources.length} documents, median`, value: times.read, unit: 'ms' },
      { what: `deriving from ${statements.facts.length} facts, median`, value: times.derive, unit: 'ms' },
      { what: `checking ${derivation.relations.length} relations, median`, value: times.check, unit: 'ms' },
      {
        what: 'both against reading',
        value: (times.derive + times.check) / times.read,
        unit: 'times',
        atMost: 1,
      },
    ];
  },
};
