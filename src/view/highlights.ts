import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { type Fact, factKey } from '../model/fact.ts';
import { formatFigure, type Highlight, type HighlightPart } from '../model/highlight.ts';
import type { LeadPart } from './lead.ts';
import { type Said, saidBy } from './said.ts';

/** A highlight as its page tells it. */
export interface HighlightView {
  readonly title: string;
  readonly parts: readonly (string | { readonly fact: Fact; readonly text: string })[];
  readonly explanation: Said | undefined;
}

/** The highlights of a period, in order; none where it is not told. */
export const listHighlights = (issuer: Issuer, { slug }: PeriodRecord): HighlightView[] =>
  (issuer.highlights[slug] ?? []).map((highlight) => makeView(issuer, highlight));

/** Those that tell a figure which the sentences above them do not. */
export function listFurtherHighlights(
  issuer: Issuer,
  period: PeriodRecord,
  lead: readonly LeadPart[],
): HighlightView[] {
  const factIn = (part: LeadPart | HighlightView['parts'][number]) =>
    typeof part !== 'string' && 'fact' in part ? [factKey(part.fact)] : [];
  const told = new Set(lead.flatMap(factIn));
  return listHighlights(issuer, period).filter(({ parts }) => {
    const figures = parts.flatMap(factIn);
    return figures.length === 0 || figures.some((figure) => !told.has(figure));
  });
}

const makeView = (issuer: Issuer, { title, parts, explanation }: Highlight): HighlightView => ({
  title,
  parts: parts.map((part) => makePart(issuer, part)),
  explanation: explanation && saidBy(issuer, explanation, explanation.about),
});

function makePart({ facts }: Issuer, part: HighlightPart): HighlightView['parts'][number] {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? { fact, text: formatFigure(fact, part.form) } : '';
}
