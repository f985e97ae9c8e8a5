import { formatFigure, type Highlight, type HighlightPart } from '../../src/model/highlight.ts';
import type { Settled } from '../../src/model/settled.ts';

/** A highlight as a reader sees it. */
export const sentenceOf = ({ title, parts, explanation }: Highlight, facts: Settled): string =>
  `${title}. ${parts.map((part) => textOf(part, facts)).join('')}${explanation ? ` [${explanation.about}: ${explanation.text}]` : ''}`;

const textOf = (part: HighlightPart, facts: Settled): string => {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? formatFigure(fact, part.form) : `(${part.fact} is no fact)`;
};

/** Its words without its numbers, in which its build shows. */
export const buildOf = ({ parts }: Highlight): string =>
  parts.map((part) => (typeof part === 'string' ? part : '#')).join('');
