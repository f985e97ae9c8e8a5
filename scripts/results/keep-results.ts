import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Effects } from '../effects.ts';
import type { Results } from './results.ts';

/** The digests that an entry begins with: of what its result was made from, and of the rest of the entry. */
const DIGEST = 64;

/**
 * Keeps results in a folder that may be removed at any time: one file for whatever a result is of, so that it grows no
 * further than what there is. What was made from other inputs or by another program, and what is not as it was written,
 * counts for nothing.
 *
 * @param program What tells this program from any other that may have written to the folder.
 */
export function keepResults(folder: string, program: string, effects: Effects): Results {
  return {
    async get<T>(of: string, inputs: unknown, work: () => T | Promise<T>): Promise<T> {
      const file = join(folder, of);
      const key = sha256(serialize([program, of, inputs]));
      const kept = findResult(file, key, effects);
      if (kept) return kept.result as T;
      const result = await work();
      keepResult(file, key, result, effects);
      return result;
    },
  };
}

function findResult(file: string, key: string, effects: Effects): { readonly result: unknown } | undefined {
  if (effects.kindOf(file) !== 'file') return undefined;
  try {
    const entry = effects.readBytes(file);
    const body = entry.subarray(2 * DIGEST);
    const head = Buffer.from(entry.subarray(0, 2 * DIGEST)).toString('latin1');
    if (head !== key + sha256(body)) return undefined;
    return { result: deserialize(inflateRawSync(body)) };
  } catch {
    return undefined;
  }
}

/** A folder that cannot be written to keeps nothing; that is no reason to stop. */
function keepResult(file: string, key: string, result: unknown, effects: Effects): void {
  const body = deflateRawSync(serialize(result), { level: 1 });
  const fresh = `${file}.${effects.processId}.tmp`;
  try {
    effects.writeBytes(fresh, Buffer.concat([Buffer.from(key + sha256(body), 'latin1'), body]));
    effects.move(fresh, file);
  } catch {
    effects.remove(fresh);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
