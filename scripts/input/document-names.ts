import { isRealDate } from '../../src/model/period.ts';

/** Says with one word what the texts of a documents folder are. */
export const EDITION_FILE = 'EDITION';

/** A name that can be a part of an address and of a path on every system. */
export const isSafeName = (name: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/.test(name) && !RESERVED.test(name);

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Addresses of the site itself, beside which no issuer's pages can stand. */
export const TAKEN_ADDRESSES = ['about', 'data', 'measures', 'search', '404', 'pagefind', '_astro'];

/** Whether the site has, or may come to have, a file or folder of that name beside the issuers. */
export const isTakenAddress = (issuer: string): boolean =>
  TAKEN_ADDRESSES.includes(issuer.toLowerCase()) ||
  /\.(?:html?|json|xml|txt|csv|js|mjs|css|svg|png|ico|pdf|webmanifest)$/i.test(issuer);

/** `2013-05-15-fy2012` and what follows. */
export function isDatedName(name: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})-[A-Za-z0-9]/.exec(name) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
}

/** A file name without its extension. */
export const readDocumentId = (name: string): string =>
  name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;

export const readExtension = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** READMEs, hidden files, and what editors, office programs and systems leave in a folder while it is open. */
export const isPassedOver = (name: string): boolean =>
  /^\.|^readme|^~\$|^#.*#$|~$|\.(?:sw[opx]|tmp|bak|crdownload|part)$|^(?:thumbs\.db|desktop\.ini)$/i.test(
    name,
  );

/** What a person says of one document, or how it was read once. */
export const isOwnWord = (name: string): boolean => OWN_WORD.test(name);

/** Id of the document that such a file is beside. */
export const readCompanionId = (name: string): string => name.replace(OWN_WORD, '');

const OWN_WORD = /\.(?:overrides|reading)\.json$/i;

/** What stands beside documents and is none: settings of the issuer, answers to findings, words and pins of a document. */
export const isCompanion = (name: string): boolean =>
  /^(?:issuer\.json|answers\.csv)$/i.test(name) || isOwnWord(name);
