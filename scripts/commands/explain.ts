import { join } from 'node:path';
import type { Corpus } from '../../src/model/corpus.ts';
import { type Fact, standpoint } from '../../src/model/fact.ts';
import { statementId } from '../../src/model/links.ts';
import { readConfig } from '../config/read-config.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { describeFigure } from '../output/describe-figure.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { formatCodeFrame, visible } from './code-frame.ts';
import { type Compile, type Converted, convertDocuments } from './convert-documents.ts';
import { EXIT, type Program } from './program.ts';

const USAGE = `Usage: tieout explain FIGURE [--documents DIR] [--config FILE]

Tells all that is known of one figure: its line, how it was read and why, its checks, and who else states it.

  FIGURE           an id of facts.csv, or an address of the site, as in
                   acme/2026-02-12-4q2025#L58.2, https://example.org/acme/documents/2026-02-12-4q2025/#L58;
                   addresses on pages of measures too
  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --config FILE    settings of the site (default: tieout.config.ts, if there is one)`;

/** The program `explain`: a figure's id or address in, what is known of it out. */
export const explainWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const flags = { values: ['documents', 'config'], switches: [] } as const;
    const { values, operands } = parseArguments(args, flags);
    const [figure, ...more] = operands;
    if (figure === undefined || more.length > 0) throw new UsageError('one FIGURE is expected');
    const { config } = await readConfig(reportsPath('.'), effects, values.config);
    const documents = values.documents ?? config.documents ?? reportsPath('documents');
    const converted = await convertDocuments(documents, { ...effects, say: () => {} }, compile);
    const found = findFigures(figure, converted.corpus);
    for (const fact of found) tell(fact, converted, documents, effects);
    if (found.length > 0) return EXIT.done;
    effects.complain(`There is no figure ${visible(figure)}. The ids of all are in facts.csv.`);
    return EXIT.failed;
  },
});

/** The figure of an id, or those of a line or a cell. */
export function findFigures(figure: string, { issuers }: Corpus): Fact[] {
  const facts = issuers.flatMap((data) => data.facts);
  const [, issuer, fragment = ''] = /([^/]+)\/measures\/[^#]+#(.+)$/.exec(figure) ?? [];
  if (issuer !== undefined)
    return facts.filter((fact) => fact.issuer === issuer && statementId(fact) === decodeURI(fragment));
  const id = idOfAddress(figure);
  const exact = facts.filter((fact) => fact.id === id);
  if (exact.length > 0) return exact;
  return facts.filter((fact) => fact.id.startsWith(id) && /^[.:@]/.test(fact.id.slice(id.length)));
}

/** `https://example.org/base/acme/documents/<id>/#L58.2` as `acme/<id>#L58.2`; an id stays as it is. */
function idOfAddress(figure: string): string {
  const [, issuer, document, place] = /([^/]+)\/documents\/([^/#]+)\/?#(.+)$/.exec(figure) ?? [];
  return issuer ? `${issuer}/${document}#${decodeURI(place ?? '')}` : figure;
}

function tell(fact: Fact, { corpus, sources }: Converted, folder: string, { say }: Effects): void {
  const data = corpus.issuers.find(({ issuer }) => issuer.slug === fact.issuer);
  if (!data) return;
  const { issuer } = fact;
  const { document, line, column } = standpoint(fact);
  const source = sources.find((one) => one.issuer === issuer && one.id === document);
  const lines = data.documents.find(({ id }) => id === document)?.lines ?? [];
  say(visible(source ? `${source.file}:${line}:${column}` : join(folder, issuer)));
  for (const shown of formatCodeFrame(lines, { line, column })) say(shown);
  for (const described of describeFigure(fact, data)) say(visible(described));
  say('');
}
