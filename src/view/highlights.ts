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
export const highlightsOf = (issuer: Issuer, { slug }: PeriodRecord): HighlightView[] =>
  (issuer.highlights[slug] ?? []).map((highlight) => viewOf(issuer, highlight));

const viewOf = (issuer: Issuer, { title, parts, explanation }: Highlight): HighlightView => ({
  title,
  parts: parts.map((part) => partOf(issuer, part)),
  explanation: explanation && saidBy(issuer, explanation, explanation.about),
});

function partOf({ facts }: Issuer, part: HighlightPart): HighlightView['parts'][number] {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? { fact, text: formatFigure(fact, part.form) } : '';
}
