import { addDays, firstDay, isInstant, lastDay } from '../../src/model/period.ts';

/** What a case expects of one figure; fields that it leaves open are missing. Notation: cases/README.md. */
export interface ExpectedFact {
  /** `line.cell:n`. */
  readonly place: string;
  /** Id of the vocabulary, or `?name` for a line item it does not know. */
  readonly concept?: string;
  readonly value: number | '';
  readonly unit?: string;
  readonly period?: string;
  readonly compared?: string;
  readonly aspect?: string;
  readonly basis?: string;
  readonly qualifier?: string;
  readonly dimensions?: string;
}

interface Words {
  unit?: string;
  scale?: number;
  period?: string;
  compared?: string;
  aspect?: string;
  basis?: string;
  concept?: string;
  moment?: 'open' | 'close';
  dimensions: string[];
  isOpen?: boolean;
}

/** Reads a case's expectations, one entry per figure. */
export function parseExpectedFacts(source: string): ExpectedFact[] {
  const facts: ExpectedFact[] = [];
  let columns = new Map<number, Words>();
  for (const line of source.split('\n')) {
    if (line === '') columns = new Map();
    else if (line.startsWith('col ')) {
      const [, cell, ...words] = line.split(' ');
      columns.set(Number(cell), parseWords(words));
    } else facts.push(...parseRow(line, columns));
  }
  return facts;
}

function parseRow(line: string, columns: ReadonlyMap<number, Words>): ExpectedFact[] {
  const [row = '', ...notes] = line.split(' | ');
  const [number = '', concept = '', ...values] = row.split(' ');
  const whole: Words[] = [];
  const byCell = new Map<number, Words>();
  for (const note of notes) {
    const [first = '', ...rest] = note.split(' ');
    if (/^\d+$/.test(first)) byCell.set(Number(first), parseWords(rest));
    else whole.push(parseWords([first, ...rest]));
  }
  const all = merge(whole);
  return [...columns].flatMap(([cell, column], i) => {
    const words = merge([{ concept, dimensions: [] }, column, forColumn(all, column), byCell.get(cell)]);
    return (values[i] ?? '.')
      .split('&')
      .flatMap((value, n) => (value === '.' ? [] : [factAt(`${number}.${cell}:${n + 1}`, value, words)]));
  });
}

/** What a row says of its unit and aspect does not hold for the column of its changes. */
function forColumn(row: Words, column: Words): Words {
  if (!column.aspect?.startsWith('change')) return row;
  const { unit: _unit, scale: _scale, aspect: _aspect, ...rest } = row;
  return rest;
}

const merge = (parts: readonly (Words | undefined)[]): Words => ({
  ...Object.assign({}, ...parts),
  dimensions: parts.flatMap((part) => part?.dimensions ?? []),
});

function factAt(place: string, printed: string, words: Words): ExpectedFact {
  const [qualifier, digits] = printed.includes(':') ? printed.split(':') : ['exact', printed];
  const { unit = '', aspect = 'amount', concept = '' } = words;
  const isMoney = /^[A-Z]{3}$/.test(unit);
  const scale = isMoney || unit === 'shares' ? (words.scale ?? 0) : 0;
  const value: ExpectedFact['value'] = digits === 'nil' ? '' : Number(`${digits}e${scale}`);
  if (words.isOpen) return { place, value };
  return {
    place,
    concept,
    value,
    ...(unit && !unit.startsWith('?') && { unit }),
    ...(words.period && { period: momentOf(words.period, words.moment) }),
    ...(words.compared &&
      aspect.startsWith('change') && { compared: momentOf(words.compared, words.moment) }),
    aspect,
    basis: words.basis ?? 'reported',
    qualifier: qualifier ?? 'exact',
    dimensions: [...words.dimensions].sort().join(';'),
  };
}

function momentOf(period: string, moment: Words['moment']): string {
  if (moment === undefined || isInstant(period)) return period;
  return moment === 'close' ? lastDay(period) : addDays(firstDay(period), -1);
}

function parseWords(words: readonly string[]): Words {
  const result: Words = { dimensions: [] };
  for (const [i, word] of words.entries()) {
    if (words[i - 1] === 'vs') result.compared = word;
    else if (/^\d{4}-/.test(word)) result.period = word;
    else if (/^e\d+$/.test(word)) result.scale = Number(word.slice(1));
    else if (/^(?:change|changePercent|ratio)$/.test(word)) result.aspect = word;
    else if (word === 'target') result.basis = word;
    else if (word === 'open' || word === 'close') result.moment = word;
    else if (word === 'skip') result.isOpen = true;
    else if (word.includes('=')) result.dimensions.push(word);
    else if (/^\?|^(?![TGMK]bps$)[A-Z][A-Za-z]{3,}$/.test(word) && word !== 'vs') result.concept = word;
    else if (word !== 'vs') {
      result.unit = word;
      if (result.scale === undefined && !/^[A-Z]{3}$/.test(word)) result.scale = 0;
    }
  }
  return result;
}
