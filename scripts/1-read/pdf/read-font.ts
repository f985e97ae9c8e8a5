import type { Font } from './paint-state.ts';

/** Of pdf.js's font object, what is read here. */
interface LoadedFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly ascent?: number;
  readonly descent?: number;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

const BOLD = /bold|black|heavy|demi(?!light)|semibd|[-,_ ](?:bd|bld|b)(?:$|[-_ ,])|(?:^|[-+])\w*-w[6-9]\b/i;
const NOT_BOLD = /(?:un|non)bold/i;

/** Type 3 fonts and broken files tell nothing of their height; letters are about so high. */
const USUAL_ASCENT = 0.88;
const USUAL_DESCENT = -0.21;

export function readFont(id: string, loaded: unknown): Font {
  const font = (loaded ?? {}) as LoadedFont;
  const name = font.name ?? '';
  return {
    id,
    name,
    isBold: font.bold === true || font.black === true || (BOLD.test(name) && !NOT_BOLD.test(name)),
    ascent: isUsual(font.ascent, 0.5, 1.2) ? font.ascent : USUAL_ASCENT,
    descent: isUsual(font.descent, -0.5, -0.05) ? font.descent : USUAL_DESCENT,
    unit: Math.abs(font.fontMatrix?.[0] ?? 0.001) || 0.001,
    isVertical: font.vertical === true,
  };
}

const isUsual = (value: number | undefined, least: number, most: number): value is number =>
  value !== undefined && value >= least && value <= most;
