import { conceptById } from '../../src/concepts/index.ts';
import { formatCounted } from '../../src/model/format.ts';
import { firstDay, isInstant, lastDay } from '../../src/model/period.ts';
import { formatMarkdownTable } from '../output/markdown-table.ts';
import { type Against, HELD_AS, type Held } from './against.ts';
import { formatValue } from './in-words.ts';

/** One line for each figure that differs or is missing, those that differ first, at most so many, the rest counted. */
export function formatAgainst(against: Against, most: number): string[] {
  const told = listNotable(against);
  const lines = told.slice(0, most).map((one) => {
    const value = `${one.given.value}${one.fact ? `, here ${formatValue(one.fact)} (${one.fact.id})` : ''}`;
    return `${one.outcome}: ${nameGiven(one)}: ${value}`;
  });
  const more = told.length - lines.length;
  return more > 0 ? [...lines, `and ${more.toLocaleString('en-US')} more; --json lists all`] : lines;
}

/** `120 agree, 2 differ, 30 are missing; 4 figures of parts that no release here tells of`. */
export function countAgainst({ held, apart }: Against): string {
  const counts = HELD_AS.map(
    (outcome) =>
      `${held.filter((one) => one.outcome === outcome).length.toLocaleString('en-US')} ${COUNTED[outcome]}`,
  );
  const parts = apart > 0 ? `; ${formatCounted(apart, 'figure')} of parts that no release here tells of` : '';
  return `${counts.join(', ')}${parts}`;
}

const COUNTED = { agrees: 'agree', differs: 'differ', missing: 'are missing here' } as const;

const HEADS = ['| | figure | there | here | |', '| --- | --- | ---: | ---: | --- |'];

/** A heading, the counts, and a table of what does not agree, for a comment on a pull request. */
export const formatAgainstMarkdown = (against: Against): string[] => [
  '### Figures from elsewhere',
  '',
  `${countAgainst(against)}.`,
  ...formatMarkdownTable(HEADS, listNotable(against), (one) => [
    one.outcome,
    nameGiven(one),
    one.given.value,
    one.fact ? formatValue(one.fact) : '',
    one.fact?.id ?? '',
  ]),
];

/** Every figure, for programs. */
export function formatAgainstJson({ held, apart }: Against): string {
  const counts = Object.fromEntries(
    HELD_AS.map((outcome) => [outcome, held.filter((one) => one.outcome === outcome).length]),
  );
  const figures = held.map(({ given, outcome, fact }) => ({
    outcome,
    name: given.name,
    start: firstDay(given.period),
    end: lastDay(given.period),
    unit: given.unit,
    value: given.value,
    here: fact ? { fact: fact.id, value: fact.value, polarity: fact.polarity, unit: fact.unit } : null,
  }));
  return JSON.stringify({ schema: 1, counts: { ...counts, apart }, figures }, null, 1);
}

const listNotable = ({ held }: Against): Held[] =>
  (['differs', 'missing'] as const).flatMap((outcome) => held.filter((one) => one.outcome === outcome));

/** `Revenues (us-gaap:Revenues), 2012-04-01 to 2013-03-31, JPY`. */
function nameGiven({ given: { name, period, unit, members }, fact }: Held): string {
  const label = fact && conceptById.get(fact.concept)?.label;
  return [
    label && label !== name ? `${label} (${name})` : name,
    isInstant(period) ? period : period.replace('/', ' to '),
    ...Object.entries(members).map(([axis, member]) => `${axis}=${member}`),
    unit || 'pure',
  ].join(', ');
}
