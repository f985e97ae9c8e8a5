import { conceptById } from '../../src/concepts/index.ts';
import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import { isPrinted, type Printed } from '../../src/model/fact.ts';

/** What was read of some documents, one line each. Notation: README.md. */
export interface Told {
  readonly figures: readonly string[];
  readonly others: readonly string[];
}

export function tellReading({ issuers, leftOut }: Corpus): Told {
  return {
    figures: issuers.flatMap((issuer) => issuer.facts.filter(isPrinted).map(figureLine)),
    others: [
      ...leftOut.map(
        ({ found, expected, mend }) => `left out: found ${found}; expected ${expected}; ${mend}`,
      ),
      ...issuers.flatMap(otherLines),
    ],
  };
}

/** `L11.2 Cost of revenue | 2024 | CostOfRevenue | 37510000 USD | 2024-07-01/2024-09-30 | segment=x | unsure`. */
function figureLine(fact: Printed): string {
  const { label, header, concept, value, unit, aspect, basis, period, compared, dimensions } = fact;
  const place = fact.cell === null ? `L${fact.line}:${fact.raw}` : `L${fact.line}.${fact.cell}`;
  return [
    `${place} ${label}`,
    header.join(' > '),
    conceptById.has(concept) ? concept : '?',
    `${value === '' ? 'nil' : value} ${unit}`,
    compared ? `${period} vs ${compared}` : period,
    [
      dimensions,
      aspect === 'amount' ? '' : aspect,
      basis === 'target' ? basis : '',
      fact.qualifier === 'exact' ? '' : fact.qualifier,
      fact.polarity < 0 ? 'turned' : '',
    ]
      .filter(Boolean)
      .join(' '),
    fact.doubt === '' ? '' : 'unsure',
  ]
    .join(' | ')
    .replace(/[ |]+$/, '');
}

/** Who and what the document is, and how much of it is unsure, unread, or held against it. */
function otherLines({ issuer, documents, facts, findings, coverage }: IssuerData): string[] {
  const printed = facts.filter(isPrinted);
  return [
    `issuer ${issuer.name}`,
    ...documents.map(({ title, periodSlug }) => `title ${title} | ${periodSlug}`),
    `facts ${printed.length}, unsure ${printed.filter(({ doubt }) => doubt !== '').length}`,
    ...findings
      .filter(({ verdict }) => /^(?:error|slip|doubt)$/.test(verdict))
      .map(
        ({ verdict, rule, line, cell }) => `${verdict} ${rule} L${line}${cell === null ? '' : `.${cell}`}`,
      ),
    ...Object.values(coverage).flatMap(({ unread }) =>
      unread.map(({ line, column, text, reason = '' }) => `unread ${line}:${column} ${text} | ${reason}`),
    ),
  ];
}
