import type { SourceText } from '../../src/model/corpus.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import { withRaisedMarks } from './flat-marks.ts';
import { FORMATS, type Format } from './formats.ts';
import type { RawDocument } from './raw-document.ts';

/** What a user may ask of all readers. */
export interface ReadingChoices {
  /** Reads inline XBRL as if its numbers had no tags, to measure what the reader itself understands. */
  readonly ignoresTags?: boolean;
}

/** Reads a document by what it is; that its name says otherwise is noted. Throws an `InputError` where it is useless. */
export async function readSource(
  source: SourceText,
  { ignoresTags = false }: ReadingChoices = {},
): Promise<RawDocument> {
  const raw = await readAsItIs(source);
  return ignoresTags ? { ...raw, tags: [] } : raw;
}

async function readAsItIs(source: SourceText): Promise<RawDocument> {
  if (source.pin) return source.pin as RawDocument;
  if (source.parts) return readDelimited(source);
  const extension = source.name.split('.').at(-1)?.toLowerCase() ?? '';
  const format = findFormat(source.bytes, extension);
  const raw = withRaisedMarks(await format.read(source));
  if (format.extensions.includes(extension)) return raw;
  const note = `Read as ${format.name}, which it is, although its name ends with .${extension}.`;
  return { ...raw, notes: [note, ...(raw.notes ?? [])] };
}

/** What nothing else is; a name that says no more than text says nothing against another format. */
const TEXT = FORMATS.at(-1) as Format;
const PLAIN: readonly string[] = ['txt', 'text'];

/** Of the formats that the content allows, the one that the name says, else the first. */
function findFormat(bytes: Uint8Array, extension: string): Format {
  const fitting = FORMATS.filter((format) => format.isFormat(bytes));
  const named = fitting.find(({ extensions }) => extensions.includes(extension));
  const isPlain = named === TEXT && PLAIN.includes(extension);
  return (isPlain ? undefined : named) ?? fitting[0] ?? TEXT;
}
