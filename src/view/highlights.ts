import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFigure, type Highlight, type HighlightPart } from '../model/highlight.ts';
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
