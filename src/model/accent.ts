/** The colour of links and marks, on paper and on dark screens. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** Grounds of a site, as `src/styles/props.css` sets them: paper, and two tints of the accent. */
export const GROUNDS = {
  light: ['#ffffff', '#f1f6f1', '#e2ece3'],
  dark: ['#0f1613', '#17201b', '#222e27'],
} as const;

/** Rules that set it, with tints of it as light as those that they replace: what stands on them stays as legible. */
export const formatAccent = ({ light, dark }: Accent): string =>
  `:root{${formatColours(light, 'light')}}\n@media screen and (prefers-color-scheme:dark){:root{${formatColours(dark, 'dark')}}}\n`;

function formatColours(accent: string, scheme: keyof typeof GROUNDS): string {
  const [paper, tint, tint2] = GROUNDS[scheme];
  return `--accent:${accent};--tint:${makeTint(paper, accent, tint)};--tint-2:${makeTint(paper, accent, tint2)}`;
}

/** Paper with as much of a colour in it as makes it no less light, or no less dark, than another tint. */
function makeTint(paper: string, colour: string, other: string): string {
  const isFar = (tint: string) =>
    Math.abs(luminance(tint) - luminance(paper)) > Math.abs(luminance(other) - luminance(paper));
  let tint = paper;
  for (let part = 0.005; part <= 0.3; part += 0.005) {
    const next = mix(paper, colour, part);
    if (isFar(next)) break;
    tint = next;
  }
  return tint;
}

/** So much of the second colour in the first. */
export function mix(colour: string, other: string, part: number): string {
  const [a, b] = [parse(colour), parse(other)];
  return format(a.map((value, index) => value + ((b[index] ?? 0) - value) * part));
}

/** Contrast of two colours (WCAG 2). */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const parse = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const format = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parse(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
