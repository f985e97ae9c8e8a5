/** Grounds on which the accent stands, as `src/styles/props.css` sets them. */
const GROUNDS = {
  light: ['#ffffff', '#f1f6f1', '#e2ece3'],
  dark: ['#0f1613', '#17201b', '#222e27'],
} as const;
/** Least contrast of text (WCAG 2, success criterion 1.4.3). */
const LEGIBLE = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** The least contrast of a colour with what it stands on. */
export const leastContrast = (colour: string, scheme: keyof typeof GROUNDS): number =>
  Math.min(...GROUNDS[scheme].map((ground) => contrast(parse(colour), parse(ground))));

export const isLegible = (colour: string, scheme: keyof typeof GROUNDS): boolean =>
  leastContrast(colour, scheme) >= LEGIBLE;

/** The colour with as little white in it as makes it legible on a dark screen. */
export function lightened(colour: string): string {
  const rgb = parse(colour);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = format(rgb.map((value) => value + (255 - value) * part) as unknown as Rgb);
    if (isLegible(mixed, 'dark')) return mixed;
  }
  return '#ffffff';
}

const parse = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

const format = (rgb: Rgb): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2). */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
