import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { upperFirst } from '../model/format.ts';
import { formatFigure, type Highlight, type HighlightPart } from '../model/highlight.ts';
import { type Said, saidBy } from './said.ts';

/** A highlight as its page tells it. */
export interface HighlightView {
  readonly title: string;
  readonly parts: readonly (string | { readonly fact: Fact; readonly text: string })[];
  readonly explanation: Said | undefined;
  readonly sources: readonly SourceLines[];
}

/** Lines of one release that a highlight rests on. */
export interface SourceLines {
  readonly document: string;
  /** `FY2012 release`. */
  readonly label: string;
  readonly lines: readonly number[];
}

/** Lines of a release that are listed; the figures lead to all of them. */
const MOST_LINES = 6;

/** The highlights of a period, in order; none where it is not told. */
export const highlightsOf = (issuer: Issuer, { slug }: PeriodRecord): HighlightView[] =>
  (issuer.highlights[slug] ?? []).map((highlight) => viewOf(issuer, highlight));

const viewOf = (issuer: Issuer, { title, parts, explanation, sources }: Highlight): HighlightView => ({
  title,
  parts: parts.map((part) => partOf(issuer, part)),
  explanation: explanation && saidBy(issuer, explanation, explanation.about),
  sources: sourceLines(issuer, sources),
});

function partOf({ facts }: Issuer, part: HighlightPart): HighlightView['parts'][number] {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? { fact, text: formatFigure(fact, part.form) } : '';
}

/** Where its printed facts stand, and those that the derived ones were worked out from. */
function sourceLines({ facts, documents, record }: Issuer, ids: readonly string[]): SourceLines[] {
  const printed = ids.flatMap((id) => {
    const fact = facts.byId(id);
    return fact?.origin === 'derived'
      ? fact.inputs.flatMap((input) => facts.byId(input) ?? [])
      : (fact ?? []);
  });
  return documents.flatMap(({ id, periodSlug }) => {
    const lines = [...new Set(printed.filter(({ document }) => document === id).map(({ line }) => line))];
    if (lines.length === 0) return [];
    const label = record.periods.find(({ slug }) => slug === periodSlug)?.label ?? upperFirst(id);
    return [
      { document: id, label: `${label} release`, lines: lines.sort((a, b) => a - b).slice(0, MOST_LINES) },
    ];
  });
}
