/** What was worked out before. Whoever asks says what a result is of, and all that it depends on beside the program. */
export interface Results {
  /** A result as it was kept from the same `inputs`, else worked out now and kept. */
  get<T>(of: string, inputs: unknown, work: () => T | Promise<T>): Promise<T>;
}

/** Works everything out anew. */
export const NOTHING_KEPT: Results = { get: async (_of, _inputs, work) => work() };
