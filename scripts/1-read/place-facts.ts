import type { Printed } from '../../src/model/fact.ts';
import { offsetAt } from '../grammar/numbers.ts';
import { formatPlace } from './places.ts';
import type { RawDocument } from './raw-document.ts';

/** Gives each fact its place in the file: its line and column where the reading text is the file. */
export function placeFacts(facts: readonly Printed[], { lines, places }: RawDocument): Printed[] {
  return facts.map((fact) => {
    if (!places) return { ...fact, place: `${fact.line}:${fact.column}` };
    const start = offsetAt(lines[fact.line - 1] ?? '', fact.column);
    return { ...fact, place: formatPlace(places[fact.line - 1] ?? [], start, start + fact.raw.length) };
  });
}
