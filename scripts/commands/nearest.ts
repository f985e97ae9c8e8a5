import { countEdits } from '../../src/model/count-edits.ts';

/** The name that someone who typed `word` most likely meant, if one is near enough. */
export function findNearest(word: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: name.startsWith(word) && word !== '' ? 0 : countEdits(word, name) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return nearest?.name;
}

/** The name that was most likely meant, as the end of what a message expects. */
export function likely(word: string, names: readonly string[]): string {
  const nearest = findNearest(word, names);
  return nearest === undefined ? '' : `, likely ${nearest}`;
}
