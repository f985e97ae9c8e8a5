import type { DocumentRecord } from './document.ts';
import { findFileType } from './file-types.ts';

type Original = Pick<DocumentRecord, 'issuer' | 'id' | 'file' | 'parts'>;

/**
 * Where the site offers the file of a release, or each file of one that is a folder, below its base. HTML is offered as
 * text, so that nothing in it can run in the site's origin.
 */
export const originalPaths = ({ issuer, id, file, parts }: Original): string[] =>
  (parts ?? [/\.html?$/i.test(file) ? `${id}.html.txt` : fileName(file)]).map(
    (name) => `${issuer}/documents/${id}/${name}`,
  );

/** Where the site offers the reading text of a release, where it is not the file itself. */
export const readingTextPath = ({ issuer, id }: Pick<Original, 'issuer' | 'id'>): string =>
  `${issuer}/documents/${id}/reading.txt`;

/** Media type of a file that is offered, by its name. */
export const mediaType = (name: string): string => findFileType(name)?.mediaType ?? 'text/plain';

const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
