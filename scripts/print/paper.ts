/** Sizes of paper, by what the user calls them, as the browser does. */
export const PAPERS = { a4: 'A4', letter: 'Letter' } as const;

export type Paper = (typeof PAPERS)[keyof typeof PAPERS];
