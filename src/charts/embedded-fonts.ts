import sans from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?inline';
import sansStrong from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?inline';
import serifItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff?inline';
import serifStrong from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?inline';
import { openFont } from './subset-font.ts';

/** A typeface that a picture brings along, and what a picture has where texts are set in it. */
interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly source: string;
  readonly texts: RegExp;
}

/** The faces that charts are set in. Latin letters: for others the fonts of whoever opens the picture step in. */
const FACES: readonly Face[] = [
  { family: 'Source Sans 3', weight: 400, style: 'normal', source: sans, texts: /(?:)/ },
  { family: 'Source Sans 3', weight: 600, style: 'normal', source: sansStrong, texts: /font-weight="600"/ },
  {
    family: 'Source Serif 4',
    weight: 600,
    style: 'normal',
    source: serifStrong,
    texts: /Serif[^>]*font-weight="600"/,
  },
  {
    family: 'Source Serif 4',
    weight: 400,
    style: 'italic',
    source: serifItalic,
    texts: /font-style="italic"/,
  },
];

/** The rules that bring a picture's typefaces along, each with the letters that the picture needs of it. */
export function embeddedFonts(svg: string): string {
  const letters = new Set(`<>${svg.replaceAll(/<[^>]*>/g, '')}`);
  return FACES.filter(({ texts }) => texts.test(svg))
    .map((face) => {
      const { family, weight, style } = face;
      const font = Buffer.from(openFace(face)(letters)).toString('base64');
      return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(data:font/woff;base64,${font})}`;
    })
    .join('');
}

const cutters = new Map<Face, ReturnType<typeof openFont>>();

/** A font is unpacked once, not for each picture. */
function openFace(face: Face): ReturnType<typeof openFont> {
  const cut = cutters.get(face) ?? openFont(decode(face.source));
  cutters.set(face, cut);
  return cut;
}

const decode = (dataUrl: string): Uint8Array =>
  Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
