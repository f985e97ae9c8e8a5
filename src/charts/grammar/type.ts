/** A number as a picture shows it. */
export interface ShownAmount {
  readonly value: number;
  readonly text: string;
  /** Worked out: hatched or hollow. */
  readonly derived: boolean;
}

/** A measure over a line of periods, one amount for each; undefined where nothing is known. */
export interface Series {
  readonly label: string;
  readonly amounts: readonly (ShownAmount | undefined)[];
}

/** Sizes of text in a chart, in pixels at every width: charts are drawn again for a narrow screen, never shrunk. */
export const TEXT = 14;
export const SMALL = 12.5;
/** From one line of a text to the next, in sizes of it, and of text in pixels. */
export const LINE_HEIGHT = 1.2;
export const LINE = TEXT * LINE_HEIGHT;

/** Colours by role; a custom property each, so that one picture serves both themes and print. */
export const INK = 'var(--ink)';
export const QUIET = 'var(--ink-3)';
export const PAPER = 'var(--paper)';
export const RULE = 'var(--rule)';
export const tone = (name: string): string => `var(--${name})`;

/** Fill of a derived value: the hatch of its tone. The renderer draws every hatch that a chart refers to. */
export const hatch = (name: string): string => `url(#hatch-${name})`;
export const barFill = (name: string, derived: boolean): string => (derived ? hatch(name) : tone(name));

const MOST_TONES = 6;

/**
 * Tones of the parts of a stack, from the largest at the foot upwards: dark and light take turns, so that neighbours
 * differ on a grey printer too. Named in the stylesheet, never after what they stand for.
 */
export const partTone = (index: number): string => `part-${Math.min(index, MOST_TONES - 1) + 1}`;
