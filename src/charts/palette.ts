import charts from '../styles/charts.css?raw';
import props from '../styles/props.css?raw';

/**
 * The light colours of the stylesheets, which come first in them, for a picture that stands by itself: it is opened in
 * programs that know no custom properties, and has to carry its own.
 */
const COLOURS: ReadonlyMap<string, string> = new Map(
  [...`${props}${charts}`.matchAll(/--([a-z0-9-]+): (#[0-9a-f]+);/g)]
    .map(([, name = '', colour = '']) => [name, colour] as const)
    .reverse(),
);

export const lightColour = (name: string): string => COLOURS.get(name) ?? 'currentColor';

/** A drawing with colours in place of custom properties. */
export const coloured = (svg: string): string =>
  svg.replace(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => lightColour(name));
