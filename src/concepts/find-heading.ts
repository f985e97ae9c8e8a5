import type { Member, Section } from '../model/concept.ts';
import { foldedReadings } from './fold-issuer.ts';
import { foldLabel } from './fold-label.ts';
import { type LabelContext, NOWHERE } from './label-context.ts';
import { LabelIndex } from './label-index.ts';
import { members } from './members.ts';
import { sections } from './sections.ts';

const sectionIndex = new LabelIndex<Section>();
for (const section of sections) {
  for (const alias of section.aliases) sectionIndex.add(foldLabel(alias).text, section);
}

/** Folded openings, the longest first, so that the more telling one wins. */
const openings = sections
  .flatMap((section) => (section.prefixes ?? []).map((prefix) => ({ text: foldLabel(prefix).text, section })))
  .sort((a, b) => b.text.length - a.text.length);

const around = new Map(sections.map(({ id, of }) => [id, of]));

/** A section and those that it is always a part of, from the inside out. */
export function sectionsAround(id: string): string[] {
  const outer = around.get(id);
  return outer ? [id, ...sectionsAround(outer)] : [id];
}

const memberIndex = new LabelIndex<Member>();
for (const member of members) {
  for (const alias of member.aliases) memberIndex.add(foldLabel(alias).text, member);
}

/** A longer text is no heading. */
const LONGEST_HEADING = 200;

const NUMBERING = /^\s*(?:\(\d+\)|\d+[.)])\s*/;

/** What a title has beside its subject: remarks, period, state of audit, scope. Brackets may hold brackets. */
const TRIMMINGS = [
  /\([^()]*\)/g,
  /\([^()]*\)/g,
  /\b(?:for the|as of|as at|at|in the)\b.*$/i,
  /\b(?:first|second|third|fourth|1st|2nd|3rd|4th|[1-4])[ -]?(?:quarter|half)(?: of)?\b/gi,
  /\b(?:FY|fiscal(?: year)?) ?'?\d{2,4}\b|\b[1-4][QH](?:FY)?'?\d{0,4}\b|\b(?:19|20)\d\d\b/gi,
  /\b(?:un)?audited\b|\bquarterly\b|\bconsolidated\b|\bcondensed\b|\binterim\b|\bfull[- ]year\b/gi,
  /\b(?:for|of|in)\s*$/i,
];

/** The heading that a label is, or undefined. Titles are matched without numbering, period and state of audit. */
export function findSection(label: string, context: LabelContext): Section | undefined {
  const title = label.replace(NUMBERING, '');
  const called = sectionCalled(title, context) ?? sectionCalled(withoutTrimmings(title), context);
  if (called || title.length > LONGEST_HEADING) return called;
  const { text } = foldLabel(title);
  return openings.find((opening) => text.startsWith(opening.text))?.section;
}

/** Of sections of one name that which divides what stands right above: `Attributable to`, below comprehensive income. */
function sectionCalled(
  label: string,
  { issuerNames, enclosing: [above] }: LabelContext,
): Section | undefined {
  const { text } = foldLabel(label);
  for (const reading of foldedReadings(text, issuerNames)) {
    const exact = sectionIndex.exact(reading);
    const section =
      exact.find(({ total }) => total !== undefined && total === above) ??
      exact[0] ??
      only(sectionIndex.near(reading));
    if (section) return section;
  }
  return undefined;
}

const withoutTrimmings = (label: string): string =>
  TRIMMINGS.reduce((text, pattern) => text.replace(pattern, ' '), label);

/** The member of an axis that a label names, or undefined. */
export function findMember(
  axis: string,
  label: string,
  issuerNames: readonly string[] = NOWHERE.issuerNames,
): Member | undefined {
  const { text } = foldLabel(label);
  for (const reading of foldedReadings(text, issuerNames)) {
    const found = memberIndex.exact(reading).filter((member) => member.axis === axis);
    const member = found[0] ?? only(memberIndex.near(reading).filter((near) => near.axis === axis));
    if (member) return member;
  }
  return undefined;
}

function only<T>(list: readonly T[]): T | undefined {
  const [first, ...rest] = new Set(list);
  return rest.length === 0 ? first : undefined;
}
