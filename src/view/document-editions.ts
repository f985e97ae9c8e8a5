import type { Issuer } from '../data/index.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { EditionDifference } from '../model/edition.ts';
import type { Printed } from '../model/fact.ts';
import { formatCount, formatCounted, formatDate, upperFirst } from '../model/format.ts';
import { conceptLabel, dimensionLabel } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** Another edition of a release and in what it differs from the one that is read. */
export interface EditionView {
  readonly id: string;
  /** What it is and how much it differs, a sentence. */
  readonly says: string;
  readonly rows: readonly EditionRow[];
}

export interface EditionRow {
  readonly words: string;
  /** As the other edition prints it, with its line; empty where it does not. */
  readonly before: string;
  readonly beforeLine: number;
  /** As this one states it. */
  readonly now: Printed | undefined;
}

/** Editions in whose place a document is read, the latest first. */
export const listEditions = (issuer: Issuer, { id }: DocumentRecord): EditionView[] =>
  issuer.replaced
    .filter(({ document }) => document === id)
    .toReversed()
    .map(({ id: other, file, released, isSame, differences }) => ({
      id: other,
      says: `${isSame ? `The same release in another form, ${file}` : `This release takes the place of the edition of ${formatDate(released)}, ${file}`}. ${formatDifferences(differences)}`,
      rows: differences.map((difference) => makeRow(issuer, id, difference)),
    }));

function formatDifferences(differences: readonly EditionDifference[]): string {
  const changed = differences.filter(({ before, now }) => before && now).length;
  const added = differences.filter(({ before }) => !before).length;
  const withdrawn = differences.filter(({ now }) => !now).length;
  const counts = [
    [changed, 'changed'],
    [added, 'added'],
    [withdrawn, 'withdrawn'],
  ] as const;
  const told = counts.filter(([count]) => count > 0);
  if (told.length === 0) return 'Their figures are the same.';
  const words = told.map(([count, word], index) =>
    index === 0 ? `${formatCounted(count, 'figure')} ${word}` : `${formatCount(count)} ${word}`,
  );
  return `${upperFirst(words.join(', '))}.`;
}

function makeRow(
  issuer: Issuer,
  document: string,
  { concept, label, dimensions, period, before, now }: EditionDifference,
): EditionRow {
  const names = [
    conceptLabel(concept, label),
    dimensionLabel(dimensions),
    shortPeriodName(issuer.record, period),
  ];
  return {
    words: names.filter(Boolean).join(', '),
    before: before?.raw ?? '',
    beforeLine: before?.line ?? 0,
    now: now ? issuer.factsAt(document, now.line).find(({ id }) => id === now.fact) : undefined,
  };
}
