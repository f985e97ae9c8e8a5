import type { FactSet } from '../../src/model/fact-set.ts';
import { formatFigure, type Highlight, type HighlightPart } from '../../src/model/highlight.ts';

/** A highlight as a reader sees it. */
export const sentenceOf = ({ title, parts, explanation }: Highlight, facts: FactSet): string =>
  `${title}. ${parts.map((part) => textOf(part, facts)).join('')}${explanation ? ` [${explanation.about}: ${explanation.text}]` : ''}`;

const textOf = (part: HighlightPart, facts: FactSet): string => {
  if (typeof part === 'string') return part;
  const fact = facts.byId(part.fact);
  return fact ? formatFigure(fact, part.form) : `(${part.fact} is no fact)`;
};

/** Its words without its numbers, in which its build shows. */
export const buildOf = ({ parts }: Highlight): string =>
  parts.map((part) => (typeof part === 'string' ? part : '#')).join('');
