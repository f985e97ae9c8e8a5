import type { Comparison } from './changes.ts';
import type { Output } from './output.ts';
import type { StatedFact } from './read-facts.ts';

/**
 * The statements that differ between two outputs beside those that were published as the best, a line each: a figure that
 * other statements win over is data all the same.
 */
export function describeStatements(old: Output, now: Output, { changes }: Comparison): string[] {
  const told = new Set(changes.flatMap((change) => [change.old?.id, change.now?.id]));
  const [was, is] = [old, now].map(({ facts }) => new Map(facts.map((fact) => [fact.id, fact])));
  if (!was || !is) return [];
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((id) => !told.has(id))
    .flatMap((id) => describeOne(id, was.get(id), is.get(id)));
}

function describeOne(id: string, was: StatedFact | undefined, is: StatedFact | undefined): string[] {
  if (!was) return [`statement appeared: ${id}: ${is?.value}`];
  if (!is) return [`statement went: ${id}: ${was.value}`];
  const columns = (Object.keys(was) as (keyof StatedFact)[]).filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
  const steps = columns.map((name) => `${name} ${formatField(was[name])} → ${formatField(is[name])}`);
  return steps.length > 0 ? [`statement changed: ${id}: ${steps.join(', ')}`] : [];
}

/** Shortened, so that a line stays one. */
const formatField = (value: unknown): string => {
  const text = Array.isArray(value) ? value.join(' > ') : String(value ?? '');
  return text === '' ? 'nothing' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
const LONGEST = 60;
