import type { Overrides, StatedSentence, StatedWords } from '../../src/model/overrides.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { OutlineBlock } from '../1-read/outline-block.ts';
import { columnAt } from '../grammar/numbers.ts';
import { numbersIn } from '../grammar/numbers-in.ts';
import type { Departure } from './departures.ts';
import { pickSaid, unmatched, wordDeparture } from './overrides.ts';

/** A number of which a person says what it means. */
export interface StatedFigure {
  /** 1-based line of the reading text, and UTF-16 offsets in it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly section: readonly string[];
  readonly words: StatedWords;
  readonly said: StatedSentence;
}

export interface StatedSentences {
  readonly figures: readonly StatedFigure[];
  readonly problems: readonly Problem[];
  readonly departures: readonly Departure[];
}

const NONE: StatedSentences = { figures: [], problems: [], departures: [] };

/** Finds the figures that a person speaks of by the words around them, and the words that fit none. */
export function findStatedFigures(
  blocks: readonly OutlineBlock[],
  lines: readonly string[],
  overrides: Overrides | undefined,
): StatedSentences {
  const sentences = overrides?.sentences ?? [];
  if (sentences.length === 0) return NONE;
  const texts = blocks.flatMap((block) =>
    block.kind === 'table'
      ? listLines(block).map(
          (line) => new TextOfLines({ lines: [line, line], section: block.section }, lines),
        )
      : [new TextOfLines(block, lines)],
  );
  const problems: Problem[] = [];
  const figures = sentences.flatMap((said): StatedFigure[] => {
    const source = { file: overrides?.file ?? '' };
    const places = texts.flatMap((text) => text.find(said.name));
    const meant = said.nth === undefined ? places : places.slice(said.nth - 1, said.nth);
    if (meant.length === 0) {
      problems.push(
        unmatched(
          source,
          said,
          'text',
          texts.flatMap(({ shown }) => shown),
        ),
      );
      return [];
    }
    const found = meant.map((numbers) =>
      numbers.filter(({ raw }) => said.figure === undefined || digitsIn(raw) === digitsIn(said.figure)),
    );
    const unclear = found.find((numbers) => numbers.length !== 1);
    if (unclear) {
      problems.push({
        ...source,
        line: said.line,
        column: said.column,
        found: `${unclear.length === 0 ? 'no number' : `${unclear.length} numbers`}${said.figure === undefined ? '' : ` "${said.figure}"`} in "${said.name}"`,
        expected: 'one number',
        mend: 'write the words around the number as they are printed, and the number as "figure"',
      });
      return [];
    }
    return found.flat().map(({ line, start, end, section }) => ({
      ...{ line, start, end, section },
      words: pickSaid(said),
      said,
    }));
  });
  const departures = figures.map(({ said, line, start }) => ({
    ...wordDeparture(said, `"${said.name}"`, line),
    column: columnAt(lines[line - 1] ?? '', start),
  }));
  return { figures, problems, departures };
}

const listLines = ({ lines: [first, last] }: OutlineBlock): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const digitsIn = (text: string): string => text.replace(/\P{Nd}+/gu, ' ').trim();

/** Characters of a text that a message shows. */
const LONGEST = 90;

interface PlacedNumber extends Pick<StatedFigure, 'line' | 'start' | 'end' | 'section'> {
  readonly raw: string;
}

/** A text of one or more lines, and the numbers in it. */
class TextOfLines {
  readonly text: string;
  readonly #numbers: readonly (PlacedNumber & { readonly at: number })[];

  constructor(
    { lines: [first, last], section }: Pick<OutlineBlock, 'lines' | 'section'>,
    all: readonly string[],
  ) {
    const own = all.slice(first - 1, last);
    let at = 0;
    this.#numbers = own.flatMap((source, index) => {
      const from = at;
      at += source.length + 1;
      return numbersIn(source).map(({ raw, start, end }) => ({
        ...{ raw, start, end, section },
        line: first + index,
        at: from + start,
      }));
    });
    this.text = own.join(' ');
  }

  /** As a message offers it, if it has numbers. */
  get shown(): string[] {
    if (this.#numbers.length === 0) return [];
    const text = this.text.replaceAll('\t', ' ').trim();
    return [text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text];
  }

  /** The numbers of each stretch that has these words, whatever stands between them. */
  find(words: string): PlacedNumber[][] {
    const parts = words.match(/[\p{L}\p{N}%]+/gu) ?? [];
    if (parts.length === 0) return [];
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}%]+')}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    return [...this.text.matchAll(pattern)].map(({ index, 0: { length } }) =>
      this.#numbers.filter(({ at, raw }) => at < index + length && at + raw.length > index),
    );
  }
}
