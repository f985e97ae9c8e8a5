import type { DocumentRecord, TextBlock } from '../../../src/model/document.ts';
import type { TextCheck } from './text-finding.ts';

const NUMBERED = /^Note\s?(\d+)$/;

/** Below one heading `(Note2)` comes after `(Note1)`. Each note with a number above one is one check. */
export const noteNumbers: TextCheck = {
  rule: 'note-numbers',
  *compare(document) {
    for (const notes of notesBySection(document)) {
      for (const [index, note] of notes.entries()) {
        const number = markNumber(note);
        const before = notes[index - 1];
        if (number < 2 || !before) continue;
        const isCounted = notes
          .slice(0, index)
          .some((other) => numbersIn(document, other).includes(number - 1));
        yield {
          line: note.lines[0],
          expected: `Note ${isCounted ? number : markNumber(before) + 1}`,
          actual: `Note ${number}`,
          message: writeMessage(note, before, isCounted),
        };
      }
    }
  },
  example: {
    text: `Operating Results Summary

| | FY2019 | FY2020 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |

(Note) Amounts are rounded.

(Note2) Amounts of the year before were reclassified.

Other Results

| | FY2019 | FY2020 |
| | JPY millions | JPY millions |
| Operating income | 10,300 | 11,908 |

(Note1) Amounts are rounded.

(Note2) Amounts of the year before were reclassified.`,
    finds: 'The note in line 17 is numbered 2; the one before it, in line 15, has no number.',
  },
};

function notesBySection({ blocks }: DocumentRecord): TextBlock[][] {
  const notes = blocks.filter((block): block is TextBlock => block.kind === 'note');
  return [...Map.groupBy(notes, ({ section }) => section.join(' > ')).values()];
}

const markNumber = ({ mark }: TextBlock): number => Number(NUMBERED.exec(mark)?.[1] ?? 0);

/** A note may have run on into the next: `Note 2: … stock. Note 3: …`. */
const numbersIn = ({ lines }: DocumentRecord, note: TextBlock): number[] => [
  markNumber(note),
  ...lines
    .slice(note.lines[0] - 1, note.lines[1])
    .flatMap((line) => [...line.matchAll(RUN_ON)].map(([, number]) => Number(number))),
];

const RUN_ON = /[.;:)]\s+\(?Note\s?(\d+)\s?[:.)]/g;

function writeMessage(note: TextBlock, before: TextBlock, isCounted: boolean): string {
  const here = `The note in line ${note.lines[0]} is numbered ${markNumber(note)}`;
  if (isCounted) return `${here}, after one that is numbered ${markNumber(note) - 1}.`;
  const number = markNumber(before);
  return `${here}; the one before it, in line ${before.lines[0]}, ${number > 0 ? `is numbered ${number}` : 'has no number'}.`;
}
