import type { Problem } from '../../src/model/problem.ts';
import { findEntry } from './place-of-entry.ts';
import type { ConfigEntry } from './schema.ts';

/** An entry at fault, where a file of settings has it. */
export const problem = (
  file: string,
  text: string,
  name: ConfigEntry,
  found: string,
  expected: string,
): Problem => ({
  file,
  ...findEntry(text, name),
  found: `${name} ${found}`,
  expected,
  mend: 'correct the entry or take it out',
});
