import { isSafeName, isTakenAddress } from '../input/document-names.ts';

/** Words of a name that say of what legal form its bearer is, or that it is listed, folded. */
const FORMS =
  /^(?:the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|plc|ag|se|sa|nv|bv|ab|publ|asa|as|oyj|spa|srl|gmbh|kgaa|kk|pty|tbk|bhd|sab|group|holdings?)$/;

/** Longest part of an address that is made of a name. */
const LONGEST = 32;

/** `Rhône Verrière S.A.` as `rhone-verriere`; nothing where a name has no Latin letters or digits. */
export function findSlug(name: string): string | undefined {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FORMS.test(word));
  const slug = shorten(telling.length > 0 ? telling : words);
  if (!isSafeName(slug)) return undefined;
  return isTakenAddress(slug) ? `${slug}-reports` : slug;
}

/** As many whole words as fit, one at least. */
function shorten([first = '', ...words]: readonly string[]): string {
  let slug = first;
  for (const word of words) {
    if (slug.length + 1 + word.length > LONGEST) break;
    slug += `-${word}`;
  }
  return slug;
}
