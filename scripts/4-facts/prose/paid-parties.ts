import { enclosingNames, type MeasureSearch } from './measure-search.ts';
import { type Measure, type Needed, unknownMeasure, withDimension } from './measures.ts';

/** `amount paid to Alder for circuits`: to whom it is paid is a dimension, so that the amounts stay apart. */
export function paidMeasure(search: MeasureSearch, name: string, needed: Needed): Measure | undefined {
  const [party] = findParties(name);
  return party ? paidTo(search, name, party, needed) : undefined;
}

export function findParties(name: string): string[] {
  if (!/\bpaid\b/i.test(name)) return [];
  return [
    ...name.matchAll(
      /\bto\s+((?:the\s+)?\p{Lu}.*?)(?=,?\s+and\s+(?:that\s+)?to\s|\s+(?:for|related to|relating to)\s|,|$)/gu,
    ),
  ].map((match) => (match[1] ?? '').trim());
}

export function paidTo(
  search: MeasureSearch,
  name: string,
  party: string,
  needed: Needed,
): Measure | undefined {
  const purpose =
    /\b(for|related to|relating to)\s+(?:(?:the|their|its)\s+)?(.+?)(?=\s+to\s+\p{Lu}|,|$)/u.exec(name);
  const base = /^(.*?\bpaid)\b/i.exec(name)?.[1] ?? name;
  const find = (text: string) => search.context.measures.find(text, needed, enclosingNames(search));
  const found = purpose
    ? (find(`${base} ${purpose[1]} ${purpose[2]}`) ??
      find(`${base} ${purpose[1]} the ${purpose[2]}`) ??
      (/\bleas\w+/i.test(purpose[2] ?? '') ? find('amount paid to related parties for leases') : undefined))
    : undefined;
  return withDimension(
    found ?? unknownMeasure([], purpose ? `${base} for ${purpose[2]}` : base),
    'counterparty',
    party,
  );
}
