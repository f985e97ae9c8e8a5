/** What was worked out before. Whoever asks says what a result is of, and all that it depends on beside the program. */
export interface Results {
  /** A result that was made of just these inputs. */
  find<T>(of: string, inputs: unknown): { readonly result: T } | undefined;
  keep(of: string, inputs: unknown, result: unknown): void;
}

/** Has everything worked out anew. */
export const NOTHING_KEPT: Results = { find: () => undefined, keep: () => {} };

/** A result as it was kept, else worked out now and kept. */
export async function keepOrMake<T>(
  results: Results,
  of: string,
  inputs: unknown,
  work: () => T | Promise<T>,
): Promise<T> {
  const kept = results.find<T>(of, inputs);
  if (kept) return kept.result;
  const result = await work();
  results.keep(of, inputs, result);
  return result;
}

/** Results of one program: those of any other count for nothing. */
export const madeBy = (program: string, results: Results): Results => ({
  find: (of, inputs) => results.find(of, [program, inputs]),
  keep: (of, inputs, result) => results.keep(of, [program, inputs], result),
});

/** Results looked for in several places, the first first; what is found or worked out is kept in all of `to`. */
export function joinResults(from: readonly Results[], to: readonly Results[]): Results {
  return {
    find<T>(of: string, inputs: unknown) {
      for (const place of from) {
        const kept = place.find<T>(of, inputs);
        if (!kept) continue;
        for (const other of to) if (other !== place) other.keep(of, inputs, kept.result);
        return kept;
      }
      return undefined;
    },
    keep(of, inputs, result) {
      for (const place of to) place.keep(of, inputs, result);
    },
  };
}
