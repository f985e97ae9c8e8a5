import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Effects } from '../effects.ts';
import { sha256 } from '../output/receipt-json.ts';
import type { Results } from './results.ts';

/** The digests that an entry begins with: of what its result was made from, and of the rest of the entry. */
const DIGEST = 64;

/**
 * Keeps results in a folder that may be removed at any time: one file for whatever a result is of, so that it grows no
 * further than what there is. What was made from other inputs, and what is not as it was written, counts for nothing.
 */
export function keepResults(folder: string, effects: Effects): Results {
  const resultKey = (of: string, inputs: unknown): string => sha256(serialize([of, inputs]));
  return {
    find<T>(of: string, inputs: unknown) {
      const file = join(folder, of);
      if (effects.kindOf(file) !== 'file') return undefined;
      try {
        const entry = effects.readBytes(file);
        const body = entry.subarray(2 * DIGEST);
        const head = Buffer.from(entry.subarray(0, 2 * DIGEST)).toString('latin1');
        if (head !== resultKey(of, inputs) + sha256(body)) return undefined;
        return { result: deserialize(zstdDecompressSync(body)) as T };
      } catch {
        return undefined;
      }
    },
    /** A folder that cannot be written to keeps nothing; that is no reason to stop. */
    keep(of, inputs, result) {
      const file = join(folder, of);
      const body = zstdCompressSync(serialize(result));
      const fresh = `${file}.${effects.processId}.tmp`;
      try {
        effects.writeBytes(
          fresh,
          Buffer.concat([Buffer.from(resultKey(of, inputs) + sha256(body), 'latin1'), body]),
        );
        effects.move(fresh, file);
      } catch {
        effects.remove(fresh);
      }
    },
  };
}
