import { expect, test } from 'vitest';
import { findConcept, findMeasure, findSection, type LabelContext } from '../../src/concepts/vocabulary.ts';
import { formatDimensions } from '../../src/model/fact.ts';
import { readCases } from './cases.ts';

/**
 * A case is a row: the table's title, the headings and parent rows above the label (outermost first), the label, and
 * the concept, dimensions and sense that an accountant would give it. No concept: the label must stay unknown.
 */
const ISSUERS: Readonly<Record<string, readonly string[]>> = {
  'labels.tsv': ['Internet Initiative Japan Inc.', 'IIJ'],
  'labels-of-others.tsv': ['Acme Holdings plc', 'Acme'],
};

for (const [file, issuerNames] of Object.entries(ISSUERS)) {
  for (const [table = '', path = '', label = '', concept = '', dimensions = '', sense = ''] of readCases(
    file,
  )) {
    test(`${[table, path, label].filter(Boolean).join(' > ')} is ${concept || 'unknown'}`, () => {
      expect(read(table, path, label, issuerNames)).toEqual({
        concept,
        dimensions,
        sense: Number(sense || 1),
      });
    });
  }
}

/** Walks the path from the outside in, as a reader of the table does, and then looks the label up. */
function read(table: string, path: string, label: string, issuerNames: readonly string[]) {
  let enclosing: readonly string[] = [];
  let dimensions = '';
  for (const heading of [table, ...path.split(' > ')].filter(Boolean)) {
    const context: LabelContext = { enclosing, issuerNames };
    const section = findSection(heading, context);
    const parent = section ? undefined : findConcept(heading, context);
    if (parent?.member) dimensions = `${parent.member.axis}=${parent.member.id}`;
    const id = section?.id ?? parent?.concept.id;
    if (id) enclosing = [id, ...enclosing];
  }
  const match = findMeasure(label, { enclosing, issuerNames });
  if (match?.member) dimensions = `${match.member.axis}=${match.member.id}`;
  else if (match) dimensions ||= formatDimensions(match.dimensions);
  return { concept: match?.concept.id ?? '', dimensions, sense: match?.sense ?? 1 };
}
