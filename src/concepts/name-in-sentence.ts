import { conceptById } from './index.ts';

/** Name of a concept within a sentence: `operating income`, `foreign currency result` of an id made of words. */
export function nameInSentence(concept: string): string {
  const label = conceptById.get(concept)?.label;
  if (label === undefined) return concept.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
