import type { PlacedRun } from './places.ts';

/** Text that knows where its stretches stand in the file; offsets of the runs are those of the text. */
export interface PositionedText {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

export const NO_TEXT: PositionedText = { text: '', runs: [] };

/** Texts as one, empty ones left out. */
export function joinTexts(texts: readonly PositionedText[], separator: string): PositionedText {
  const filled = texts.filter(({ text }) => text !== '');
  const [only] = filled;
  if (filled.length < 2) return only ?? NO_TEXT;
  let text = '';
  const runs: PlacedRun[] = [];
  for (const part of filled) {
    if (text !== '') text += separator;
    runs.push(...moveRuns(part.runs, text.length));
    text += part.text;
  }
  return { text, runs };
}

export const moveRuns = (runs: readonly PlacedRun[], by: number): PlacedRun[] =>
  by === 0 ? [...runs] : runs.map((run) => ({ ...run, start: run.start + by, end: run.end + by }));

/** A part of a text, from one UTF-16 offset up to but without another. */
export function sliceText({ text, runs }: PositionedText, from: number, to: number): PositionedText {
  if (from <= 0 && to >= text.length) return { text, runs };
  return {
    text: text.slice(from, to),
    runs: runs
      .filter(({ start, end }) => start < to && end > from)
      .map((run) => partOfRun(run, Math.max(from, run.start), Math.min(to, run.end)))
      .map((run) => ({ ...run, start: run.start - from, end: run.end - from })),
  };
}

/** A run cut to a part of it; within a literal run the place moves along. */
function partOfRun(run: PlacedRun, start: number, end: number): PlacedRun {
  const { place } = run;
  if (place.kind !== 'text' || !run.isLiteral) return { ...run, start, end };
  return { ...run, start, end, place: { ...place, column: place.column + start - run.start } };
}
