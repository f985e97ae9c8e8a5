/** What is known of files by their extension. */
export interface FileType {
  /** HTML is offered as text, so that nothing in it can run in the origin of the site. */
  readonly mediaType: string;
  /** A folder of such files can be one document, a statement each. */
  readonly isPart?: true;
  /** What parts its fields whatever they hold. */
  readonly delimiter?: '\t';
}

/**
 * The files that releases come in. Of one release in several forms the first of these is read: it keeps most of the
 * release, a page before a layout, before words, before tables alone.
 */
const FILE_TYPES = {
  html: { mediaType: 'text/plain' },
  htm: { mediaType: 'text/plain' },
  xhtml: { mediaType: 'text/plain' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { mediaType: 'application/pdf' },
  md: { mediaType: 'text/markdown' },
  txt: { mediaType: 'text/plain' },
  text: { mediaType: 'text/plain' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { mediaType: 'text/csv', isPart: true },
  tsv: { mediaType: 'text/tab-separated-values', isPart: true, delimiter: '\t' },
} as const satisfies Readonly<Record<string, FileType>>;

export type Extension = keyof typeof FILE_TYPES;

export const RICHEST_FIRST: readonly string[] = Object.keys(FILE_TYPES);

const TYPES: ReadonlyMap<string, FileType> = new Map(Object.entries(FILE_TYPES));

/** What is known of a file by its name; nothing of one that is no release. */
export const findFileType = (name: string): FileType | undefined =>
  TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
