import { foldLabel, plainLabel } from '../../src/concepts/fold-label.ts';
import {
  findMeasure,
  findMember,
  findSection,
  makeMemberId,
  readTelling,
} from '../../src/concepts/vocabulary.ts';
import type { GridRow } from '../2-tables/grid.ts';
import { withoutLegalForm } from '../grammar/legal-forms.ts';
import { namesNoPart } from '../grammar/part-names.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';
import { isPlaceName } from './divisions.ts';
import type { DocumentContext } from './document-context.ts';
import { possibleNames } from './label-words.ts';

/**
 * Whose measure a row states, where its label says so before a dash or colon, `Northern Rail - Revenues`, or behind it,
 * `Revenues: Europe`.
 */
export interface RowOwner {
  readonly axis: 'segment' | 'region';
  /** Id of the part; undefined where it is the issuer itself. */
  readonly member: string | undefined;
  /** What the label says of the measure. */
  readonly measure: string;
}

interface Prefixed {
  readonly row: GridRow;
  readonly owner: string;
  readonly measure: string;
  readonly concept: string | undefined;
}

/**
 * The owners of rows. A prefix is one where it is the name of the issuer or of a part that the document tells apart, or
 * where the table has one known measure behind several prefixes; then it is one in each of its rows.
 */
export function readRowOwners(
  rows: readonly GridRow[],
  context: DocumentContext,
): ReadonlyMap<GridRow, RowOwner> {
  const prefixed = rows.flatMap((row) => splitLabel(row, context));
  const isOwner = (owner: string): boolean =>
    isIssuer(owner, context) || context.parts.has(foldLabel(owner).text) || isOneOfSeveral(owner, prefixed);
  const owners = new Set(prefixed.map(({ owner }) => owner).filter(isOwner));
  const owned = prefixed.filter(({ owner }) => owners.has(owner));
  return new Map([
    ...placesOf(rows, context),
    ...owned.map(({ row, owner, measure }): [GridRow, RowOwner] => [
      row,
      { axis: 'segment', member: memberNamed(owner, context), measure },
    ]),
  ]);
}

/** Rows of one measure that are told of places, and of the world: `Revenues: Global`, `Revenues: Europe`. */
function placesOf(rows: readonly GridRow[], context: DocumentContext): ReadonlyMap<GridRow, RowOwner> {
  const lookup = { enclosing: [], issuerNames: context.issuerNames };
  const found = rows.flatMap((row) => {
    const [, measure = '', place = ''] = (row.role === 'item' && PREFIX.exec(plainLabel(row.label))) || [];
    const isWhole = WORLD.test(place);
    if (!isWhole && !isPlaceName(place)) return [];
    if (!possibleNames(measure).some((name) => findMeasure(name, lookup))) return [];
    const member = isWhole ? undefined : (findMember('region', place)?.id ?? makeMemberId(place));
    return [{ row, measure, member }];
  });
  const parted = new Set(found.filter(({ member }) => member).map(({ measure }) => measure));
  return new Map(
    found
      .filter(({ measure }) => parted.has(measure))
      .map(({ row, measure, member }) => [row, { axis: 'region', member, measure }]),
  );
}

const WORLD = /^(?:global|worldwide|total(?: company)?|consolidated)$/i;

const PREFIX = /^(\p{L}.{1,58}?)(?:\s+[-–—]\s*|\s*[–—-]\s+|:\s+)(\p{L}.+)$/u;

function splitLabel(row: GridRow, context: DocumentContext): Prefixed[] {
  const [, owner = '', measure = ''] = (row.role === 'item' && PREFIX.exec(plainLabel(row.label))) || [];
  if (owner === '' || !(isIssuer(owner, context) || canOwn(owner, context))) return [];
  const lookup = { enclosing: [], issuerNames: context.issuerNames };
  const found = possibleNames(measure).map((name) => findMeasure(name, lookup)?.concept);
  const concept = found.find((one) => one?.periodType === 'duration' || one?.kind === 'perShare')?.id;
  return [{ row, owner, measure, concept }];
}

/** The words name no measure, time or way of telling. */
const canOwn = (words: string, { issuerNames }: DocumentContext): boolean =>
  !isTimeOnly(words) &&
  !isUnitOnly(words) &&
  !readTelling(words) &&
  (findMember('segment', words) !== undefined || !namesNoPart(foldLabel(words).text)) &&
  !findMeasure(words, { enclosing: [], issuerNames }) &&
  !findSection(words, { enclosing: [], issuerNames });

/** A measure of its rows is told behind other prefixes too. */
const isOneOfSeveral = (owner: string, prefixed: readonly Prefixed[]): boolean =>
  prefixed.some(
    (one) =>
      one.owner === owner &&
      one.concept !== undefined &&
      prefixed.some((other) => other.owner !== owner && other.concept === one.concept),
  );

const isIssuer = (words: string, { issuerNames }: DocumentContext): boolean =>
  OWN.test(words) ||
  issuerNames.some(
    (name) => foldLabel(withoutLegalForm(name)).text === foldLabel(withoutLegalForm(words)).text,
  );

const OWN = /^(?:total )?(?:consolidated|(?:the )?(?:company|group))$/i;

const memberNamed = (owner: string, context: DocumentContext): string | undefined =>
  isIssuer(owner, context) ? undefined : (findMember('segment', owner)?.id ?? makeMemberId(owner));
