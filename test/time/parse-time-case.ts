import type { ConvertedDocument } from '../../scripts/convert-document.ts';
import type { Printed } from '../../src/model/fact.ts';

/** What a case expects of figures, or of the document (`main`, `departure`). Notation: README.md. */
export interface Expected {
  readonly where: string;
  readonly words: readonly string[];
}

export interface TimeCase {
  readonly issuer: string;
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

export function parseTimeCase(source: string): TimeCase {
  const [head = '', text = '', times = ''] = source.split(/^---.*\n/m);
  const [issuer = '', name = ''] = head.trim().split('/');
  const expected = times
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [where = '', ...words] = line.split(' ');
      return { where, words };
    });
  return { issuer, name, text, expected };
}

/** Why an expectation is not met; nothing where it is. */
export function explain({ where, words }: Expected, converted: ConvertedDocument): string[] {
  if (where === 'main') return differ(where, words.join(' '), converted.record.periodSlug);
  if (where === 'released') return differ(where, words.join(' '), converted.record.released);
  if (where === 'departure')
    return differ(where, words.join(' '), converted.departures.map(({ rule }) => rule).join(' '));
  const facts = factsAt(where, converted.facts);
  if (words[0] === 'unread') return facts.map((fact) => `${placeOf(fact)} ${fact.raw} is read`);
  if (facts.length === 0) return [`${where}: nothing is read`];
  return facts.flatMap((fact) => differ(placeOf(fact), words.join(' '), timeOf(fact)));
}

const differ = (where: string, wanted: string, got: string): string[] =>
  wanted === got ? [] : [`${where}: ${got || 'none'}, not ${wanted}`];

const placeOf = ({ id }: Printed): string => id.split('#')[1] ?? '';

/** An unsure figure tells no time. */
function timeOf({ period, compared, basis, doubt }: Printed): string {
  if (doubt !== '' && !OTHER_DOUBT.test(doubt)) return 'unsure';
  return [period, compared && `vs ${compared}`, basis === 'target' ? 'target' : ''].filter(Boolean).join(' ');
}

/** Doubts that have nothing to do with time: the cases are too short to name a currency or a measure. */
const OTHER_DOUBT = /dollars|unit|measures?|thousands or millions|power of ten|percentage of/;

/** `15-22.1`: a column of some lines; `7:$380.2`: a number of a line's words. */
function factsAt(where: string, facts: readonly Printed[]): readonly Printed[] {
  const [, from = '', to = from, cell, raw] = /^(\d+)(?:-(\d+))?(?:\.(\d+)|:(.+))?$/.exec(where) ?? [];
  return facts.filter(
    (fact) =>
      fact.line >= Number(from) &&
      fact.line <= Number(to) &&
      (cell === undefined || fact.cell === Number(cell)) &&
      (raw === undefined || fact.raw === raw),
  );
}
