/** A stretch of a text by UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Digits of any script with the separators between them and an exponent behind them. It asks nothing of what they mean
 * and shares nothing with the readers of numbers, so that it finds what they miss.
 */
const RUN = /\p{Nd}+(?:[.,'’．，٬٫]\p{Nd}+)*(?:[eE][-+]?\p{Nd}+)?/gu;

/** Every number of a text, as a stretch that no reader may divide. */
export const findDigitRuns = (text: string): Stretch[] =>
  [...text.matchAll(RUN)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
