/** The colour of links and marks, on paper and on dark screens. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** Rules that set it. */
export const formatAccent = ({ light, dark }: Accent): string =>
  `:root{--accent:${light}}\n@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}\n`;
