import { lowerFirst } from '../model/format.ts';
import { conceptById } from './index.ts';

/** Name of a concept within a sentence: `operating income`, `foreign currency result` of an id made of words. */
export function nameInSentence(concept: string): string {
  const label = conceptById.get(concept)?.label;
  if (label === undefined) return concept.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return lowerFirst(label);
}
