import { shortenHash } from '../../src/model/printout.ts';

const NAMED = /<meta name="tieout:inputs" content="([0-9a-f]+)">/;

/** A page without the hash of what it was made from: any document changes that, and few of them what is printed. */
export function withoutInputs(html: string): string {
  const [, inputs = ''] = NAMED.exec(html) ?? [];
  return inputs === '' ? html : html.replaceAll(inputs, '').replaceAll(shortenHash(inputs), '');
}
