import {
  carried,
  type FoundMeasure,
  isCountBefore,
  isFiller,
  type MeasureSearch,
  named,
} from './measure-search.ts';
import { findMargin, type Measure, type Measures, unknownMeasure } from './measures.ts';
import type { Story } from './story.ts';

/** `17.2% of the $17.4 billion market`. */
export function marketMeasure({ figure, behind, masked, context }: MeasureSearch): Measure | undefined {
  if (figure.kind === 'money')
    return /^\s+(?:(?!and\b|or\b)[\p{L}-]+\s+){0,3}market(?=\s*(?:$|[,.;:()]|(?:for|in|of|by|and|that|which|is|was)\b))/u.test(
      behind,
    )
      ? context.measures.find('market size', 'money', [])
      : undefined;
  return /^\s+of\s+(?:the|a)\s+[^,;]{0,60}\bmarket\b/.test(masked.slice(figure.end, figure.end + 90))
    ? context.measures.find('market share', 'percent', [])
    : undefined;
}

/** `Gross margin was 45.2% of revenue`, `R&D was 12% of net sales`, `Tubes accounted for 31% of sales`. */
export function shareOfRevenue(search: MeasureSearch): Measure | undefined {
  const { figure, behind, phrase, role, story, context } = search;
  if (figure.kind !== 'percent' || role.name === 'change') return undefined;
  if (
    !/^\s+of\s+(?:the\s+|our\s+)?(?:total\s+|net\s+|consolidated\s+)*(?:revenues?|sales|turnover)\b/i.test(
      behind,
    )
  )
    return undefined;
  if (role.name === 'level' && isFiller(phrase.name) && story.last?.figure.kind === 'points')
    return undefined;
  const told = story.last;
  if (isFiller(phrase.name) && role.name === 'comparison' && told?.measure.label.endsWith(OF_REVENUE))
    return told.measure;
  const amount = story.lastLike('money')?.measure;
  const name = isFiller(phrase.name) ? (amount?.label ?? '') : phrase.name;
  if (!name || isCountBefore(name, search)) return undefined;
  const part = context.parts.find((one) => one.name === name.replace(/^the | (?:segment|division)$/gi, ''));
  const revenues = part && context.measures.find('revenues', 'money', []);
  if (revenues) return { ...revenues, label: name, dimensions: { segment: part.member } };
  const measure = context.measures.find(name, undefined, context.enclosing);
  return (
    context.measures.find(name, 'percent', context.enclosing) ??
    (measure && findMargin(measure)) ??
    unknownMeasure([], `${name}${OF_REVENUE}`)
  );
}
const OF_REVENUE = ' to revenues';

/** `…, $0.21 per diluted share`, right behind an amount. */
const OF_LAST = /^[\s,]*(?:or|\()?\s*$/;

/** `Net income included $54.0 million, or $10.52 per diluted share`: that is of what was included. */
const INCLUDES = /\binclud(?:ed|es|ing)\s+(?:approximately\s+|about\s+)?$/i;

/** Earnings have an amount per share; of a charge or a benefit that is its effect. */
const isEarned = ({ id, concept, label }: Measure): boolean =>
  !(concept === undefined && OPERATING_EARNINGS.test(label)) &&
  (/(?:Net|Operating|Comprehensive)Income|ProfitLoss|IncomeLoss|Dividend/.test(id) ||
    /\b(?:net|operating|comprehensive|adjusted|core) (?:\p{L}+ ){0,2}(?:income|earnings|loss|profit)|^(?:(?:reported|diluted|basic|total|consolidated) )*(?:earnings|profit)\b|\bdividends?\b/iu.test(
      label,
    ));

/** What insurers call so is left after tax, and told per share. */
export const OPERATING_EARNINGS = /^(?:(?:net|consolidated|total) )?operating earnings$/i;

/** `FFO was $49.3 million, or $1.40 per share`: that amount per share. */
const ofOneShare = (label: string, which: string, measures: Measures): Measure =>
  measures.find(`${label} per ${which} share`, 'perShare', []) ??
  measures.find(`${label} per share`, 'perShare', []) ??
  unknownMeasure([], `${label} per share`);

/** `non-GAAP net income of $2.9 million or $0.10 per basic and $0.09 per diluted share`: all are told in one way. */
function wayOfBefore(last: Story['last'], gap: string): string {
  const { label = '', dimensions: { variant = '' } = {} } = last?.measure ?? {};
  if (/\b(?:adjusted|non-GAAP)\b/i.test(label)) return variant === 'non-gaap' ? variant : 'adjusted';
  if (/\bcore\b/i.test(label)) return 'core';
  return OF_EARNINGS.has(variant) && GOES_ON.test(gap) ? variant : '';
}
const OF_EARNINGS: ReadonlySet<string> = new Set(['adjusted', 'non-gaap', 'core', 'pro-forma']);
const GOES_ON = /^[\s,]*(?:\(|(?:and|or|(?:up |down )?from|against|versus|compared (?:to|with))\s)?\s*$/i;

/** `Net income from continuing operations was $3.0 million, or $0.22 per share`: of the same operations. */
const OF_OPERATIONS: Readonly<Record<string, string>> = {
  IncomeLossFromContinuingOperations: ' from continuing operations',
  IncomeLossFromDiscontinuedOperationsNetOfTax: ' from discontinued operations',
};

const SAYS_WHICH = /\b(?:basic and (?:fully[- ])?diluted|diluted|basic)\b/i;

/** `or $0.52 per diluted share`: what is per share follows from the income told before. */
export function perShare(
  { figure, masked, context, phrase, role, gap }: MeasureSearch,
  last: Story['last'],
): FoundMeasure | undefined {
  const { measures } = context;
  const says = SAYS_WHICH.exec(`${figure.remark} ${phrase.name}`)?.[0]
    .toLowerCase()
    .replace(/fully[- ]/, '');
  if (role.name !== 'amount' && last?.measure.concept?.kind === 'perShare' && !says) return undefined;
  const isDividend =
    /\bdividends?\b/i.test(masked.slice(0, figure.start)) &&
    !/\b(?:earnings|income|loss)\b/i.test(masked.slice(0, figure.start));
  if (isDividend) return named(measures.find('dividend per share', 'perShare', []));
  const isPart = last !== undefined && INCLUDES.test(masked.slice(0, last.figure.start));
  if (last?.figure.kind === 'money' && OF_LAST.test(gap) && (isPart || !isEarned(last.measure)))
    return (last.doubt === '' ? named : carried)(ofOneShare(last.measure.label, says ?? '', measures));
  if (!/\b(?:earnings|income|loss|profit|EPS)\b/i.test(masked)) return undefined;
  const which = says ?? 'basic';
  const way = wayOfBefore(last, gap);
  const of = OF_LAST.test(gap) ? (OF_OPERATIONS[last?.measure.concept?.id ?? ''] ?? '') : '';
  const found = measures.find(`${way} ${which} earnings per share${of}`, 'perShare', []);
  const label = `${says ? `${says} ` : ''}earnings per share${of}`;
  return named(found && { ...found, label, sense: last?.measure.sense ?? 1 });
}
