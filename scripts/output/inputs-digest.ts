import { type Hashes, sha256 } from './receipt-json.ts';

/**
 * One hash for the inputs of an issuer, or for all: SHA-256 of what `sha256sum` prints of them in the order of their paths.
 * Empty where there are none.
 */
export function digestInputs(inputs: Hashes, issuer?: string): string {
  const own = Object.entries(inputs).filter(
    ([path]) => issuer === undefined || path.startsWith(`${issuer}/`),
  );
  if (own.length === 0) return '';
  const lines = own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hash]) => `${hash}  ${path}\n`);
  return sha256(lines.join(''));
}
