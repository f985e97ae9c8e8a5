import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFigure, type Highlight, type HighlightKind, type HighlightPart } from '../model/highlight.ts';
import type { LeadPart } from './lead.ts';
import { type Said, saidBy } from './said.ts';

/** A highlight as its page tells it. */
export interface HighlightView {
  readonly kind: HighlightKind;
  readonly title: string;
  readonly parts: readonly (string | { readonly fact: Fact; readonly text: string })[];
  readonly explanation: Said | undefined;
}

/** The highlights of a period, in order; none where it is not told. */
export const listHighlights = (issuer: Issuer, { slug }: PeriodRecord): HighlightView[] =>
  (issuer.highlights[slug] ?? []).map((highlight) => makeView(issuer, highlight));

/** Those that tell what the sentences above them do not. */
export function listFurtherHighlights(
  issuer: Issuer,
  period: PeriodRecord,
  lead: readonly LeadPart[],
): HighlightView[] {
  const told = new Set(lead.flatMap(findSubject));
  return listHighlights(issuer, period).filter((highlight) => {
    const figures = highlight.parts.flatMap(findSubject);
    return isMoreThanFigures(highlight) || figures.length === 0 || figures.some((one) => !told.has(one));
  });
}

/** It is news, although each of its figures is told: that one is misprinted, that no other period had more. */
const isMoreThanFigures = ({ kind, parts }: HighlightView): boolean =>
  kind === 'correction' ||
  (kind === 'record' && !parts.some((part) => typeof part !== 'string' && part.fact.qualifier === 'over'));

/** What a number of a sentence states, printed or worked out: one change may be both. */
function findSubject(part: LeadPart | HighlightView['parts'][number]): string[] {
  if (typeof part === 'string') return [];
  if ('fact' in part)
    return [subjectKey(part.fact, part.fact.unit === 'points' ? 'points' : part.fact.aspect)];
  const { now, unit } = part.derived;
  return [subjectKey(now, unit === 'percent' ? 'changePercent' : unit)];
}

const subjectKey = ({ concept, dimensions, period, basis, qualifier }: Fact, kind: string): string =>
  [concept, dimensions, period, basis, qualifier, kind].join('|');

const makeView = (issuer: Issuer, { kind, title, parts, explanation }: Highlight): HighlightView => ({
  kind,
  title,
  parts: parts.map((part) => makePart(issuer, part)),
  explanation: explanation && saidBy(issuer, explanation, explanation.about),
});

function makePart({ facts }: Issuer, part: HighlightPart): HighlightView['parts'][number] {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? { fact, text: formatFigure(fact, part.form) } : '';
}
