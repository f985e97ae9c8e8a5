import {
  type Box,
  directionFrom,
  intersect,
  type Matrix,
  multiply,
  transformBox,
  transformX,
  transformY,
  turned,
} from './geometry.ts';
import { glyphText } from './glyph-text.ts';
import type { Piece, Unseen } from './page-content.ts';
import { type Colour, type Font, initialState, type PaintState, startOfText } from './paint-state.ts';
import { shapesIn } from './shapes.ts';
import type { UnknownGlyphs } from './unknown-glyphs.ts';

/** The operators of a page as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** Numbers of the operators by name, as pdf.js exports them. */
export type OperatorNames = Readonly<Record<string, number>>;

/** A painted text with what is needed to tell whether it can be seen. */
export interface PaintedPiece extends Omit<Piece, 'unseen' | 'tableCell'> {
  /** Number of the marked content that holds it. */
  readonly mark: number | undefined;
  /** Place in the order of painting. */
  readonly order: number;
  readonly colour: Colour;
  /** A reason that needs no look at what else is painted. */
  readonly hidden: Unseen | undefined;
  /** Not painted, as programs put what they recognise on a picture. */
  readonly isUnpainted: boolean;
}

export interface PaintedShape {
  readonly box: Box;
  readonly order: number;
  readonly colour: Colour;
  /** Filled, with one colour that lets nothing through. */
  readonly isOpaque: boolean;
  readonly isRectangle: boolean;
}

export interface PaintedImage {
  readonly box: Box;
  readonly order: number;
}

export interface PaintedPage {
  readonly pieces: readonly PaintedPiece[];
  readonly shapes: readonly PaintedShape[];
  readonly images: readonly PaintedImage[];
}

/** What painting needs to know of the page. */
export interface Painting {
  readonly operators: Operators;
  readonly names: OperatorNames;
  /** From the page's own coordinates to those of the page as shown. */
  readonly view: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontAt: (id: string) => Font;
  readonly isLayerShown: (layer: unknown) => boolean;
  readonly unknown: UnknownGlyphs;
}

/** A gap of so many ems within a line of text is a space. */
const SPACE = 0.16;

/** Text smaller than this, in points, nobody reads. */
const TINY = 1;

interface Glyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
}

/** Follows the operators of a page and notes each text and each shape where it is painted. */
export function paintPage(painting: Painting): PaintedPage {
  return new Painter(painting).paint();
}

type Args = readonly never[];

/** Operators that may stand beside a picture within its frame. */
const SILENT = [
  'dependency',
  'setGState',
  'beginMarkedContent',
  'beginMarkedContentProps',
  'endMarkedContent',
];

class Painter {
  private readonly pieces: PaintedPiece[] = [];
  private readonly shapes: PaintedShape[] = [];
  private readonly images: PaintedImage[] = [];
  /** Nothing was painted since the frame was set. */
  private isBare = false;
  private readonly painting: Painting;
  private state: PaintState;
  private readonly stack: PaintState[] = [];
  private text = startOfText();
  private order = 0;
  private pendingClip = false;
  private readonly marks: { readonly id: number | undefined; readonly isHidden: boolean }[] = [];
  private isSpaced = false;

  constructor(painting: Painting) {
    this.painting = painting;
    this.state = initialState(painting.view, [0, 0, painting.width, painting.height]);
  }

  paint(): PaintedPage {
    const { operators, names } = this.painting;
    const steps = this.steps();
    const byNumber: ((args: Args) => void)[] = [];
    for (const [name, step] of Object.entries(steps))
      byNumber[names[name] ?? -1] = step as (args: Args) => void;
    const silent = new Set(SILENT.map((name) => names[name]));
    for (const [i, fn] of operators.fnArray.entries()) {
      this.order = i;
      if (fn === names['restore'] && this.isBare) this.addImage();
      if (!silent.has(fn)) this.isBare = fn === names['transform'];
      byNumber[fn]?.((operators.argsArray[i] ?? []) as Args);
    }
    return { pieces: this.pieces, shapes: this.shapes, images: this.images };
  }

  /** pdf.js lists no picture that it is not to decode: what is left is the frame set for its unit square. */
  private addImage(): void {
    const { matrix, clip } = this.state;
    this.images.push({ box: intersect(transformBox(matrix, [0, 0, 1, 1]), clip), order: this.order });
  }

  private steps() {
    const { painting } = this;
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (m: readonly number[]) => this.transform(m as unknown as Matrix),
      setGState: ([pairs]: [readonly (readonly [string, unknown])[]]) => this.setGState(pairs),
      setFillRGBColor: ([colour]: [string]) => {
        this.state.fill = colour;
      },
      setFillColorN: () => {
        this.state.fill = undefined;
      },
      setFillTransparent: () => {
        this.state.fill = undefined;
      },
      setStrokeRGBColor: ([colour]: [string]) => {
        this.state.stroke = colour;
      },
      setStrokeColorN: () => {
        this.state.stroke = undefined;
      },
      clip: () => {
        this.pendingClip = true;
      },
      eoClip: () => {
        this.pendingClip = true;
      },
      constructPath: ([paint, [data], bounds]: [number, [Float32Array | null], Float32Array | null]) =>
        this.paintPath(paint, data, bounds),
      shadingFill: () => {
        const { clip } = this.state;
        this.shapes.push({
          box: clip,
          order: this.order,
          colour: undefined,
          isOpaque: false,
          isRectangle: true,
        });
      },
      beginText: () => {
        this.text = startOfText();
      },
      setFont: ([id, size]: [string, number]) => this.setFont(id, size),
      setCharSpacing: ([spacing]: [number]) => {
        this.state.charSpacing = spacing;
      },
      setWordSpacing: ([spacing]: [number]) => {
        this.state.wordSpacing = spacing;
      },
      setHScale: ([scale]: [number]) => {
        this.state.scale = scale / 100;
      },
      setLeading: ([leading]: [number]) => {
        this.state.leading = -leading;
      },
      setTextRise: ([rise]: [number]) => {
        this.state.rise = rise;
      },
      setTextRenderingMode: ([mode]: [number]) => {
        this.state.mode = mode;
      },
      setTextMatrix: ([m]: [Matrix]) => {
        this.text = { ...startOfText(), matrix: m };
      },
      moveText: ([x, y]: [number, number]) => this.moveText(x, y),
      setLeadingMoveText: ([x, y]: [number, number]) => {
        this.state.leading = y;
        this.moveText(x, y);
      },
      nextLine: () => this.moveText(0, this.state.leading),
      showText: ([glyphs]: [readonly (Glyph | number)[]]) => this.showText(glyphs),
      beginMarkedContent: () => this.marks.push({ id: undefined, isHidden: false }),
      beginMarkedContentProps: ([tag, value]: [string, unknown]) =>
        this.marks.push(
          tag === 'OC'
            ? { id: undefined, isHidden: !painting.isLayerShown(value) }
            : { id: typeof value === 'number' ? value : undefined, isHidden: false },
        ),
      endMarkedContent: () => this.marks.pop(),
      paintFormXObjectBegin: ([matrix, bounds]: [Matrix | null, Box | null]) => {
        this.save();
        if (matrix) this.transform(matrix);
        if (bounds) this.clipTo(transformBox(this.state.matrix, bounds));
      },
      paintFormXObjectEnd: () => this.restore(),
      beginGroup: () => this.save(),
      endGroup: () => this.restore(),
      beginAnnotation: ([, rect, transform, matrix]: [string, Box | null, Matrix, Matrix]) => {
        this.save();
        this.state = initialState(painting.view, [0, 0, painting.width, painting.height]);
        if (rect) this.clipTo(transformBox(painting.view, rect));
        this.transform(transform);
        this.transform(matrix);
      },
      endAnnotation: () => this.restore(),
    };
  }

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(m: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, m);
  }

  private clipTo(box: Box): void {
    this.state.clip = intersect(this.state.clip, box);
  }

  private setFont(id: string, size: number): void {
    this.state.font = this.painting.fontAt(id);
    this.state.size = size;
  }

  private setGState(pairs: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of pairs) {
      if (key === 'ca') this.state.fillAlpha = Number(value);
      else if (key === 'CA') this.state.strokeAlpha = Number(value);
      else if (key === 'BM') this.state.isBlended = value !== 'source-over';
      else if (key === 'Font' && Array.isArray(value)) this.setFont(String(value[0]), Number(value[1]));
    }
  }

  private moveText(x: number, y: number): void {
    this.text.lineX += x;
    this.text.lineY += y;
    this.text.x = this.text.lineX;
    this.text.y = this.text.lineY;
  }

  private paintPath(paint: number, data: Float32Array | null, bounds: Float32Array | null): void {
    const { names } = this.painting;
    const box = bounds && bounds[0] !== Infinity ? (Array.from(bounds) as unknown as Box) : undefined;
    const isClip = this.pendingClip;
    this.pendingClip = false;
    if (paint !== names['endPath'] && data) this.addShapes(paint, data);
    if (isClip && box) this.clipTo(transformBox(this.state.matrix, box));
  }

  private addShapes(paint: number, data: Float32Array): void {
    const { names } = this.painting;
    const { state } = this;
    const isStroked = paint === names['stroke'] || paint === names['closeStroke'];
    const alpha = isStroked ? state.strokeAlpha : state.fillAlpha;
    const colour = isStroked ? state.stroke : state.fill;
    if (alpha === 0 || this.isInHiddenLayer()) return;
    for (const { box, isStraight } of shapesIn(data, state.matrix)) {
      const shown = intersect(box, state.clip);
      if (shown[2] < shown[0] || shown[3] < shown[1]) continue;
      const isOpaque = !isStroked && alpha === 1 && !state.isBlended && colour !== undefined;
      this.shapes.push({ box: shown, order: this.order, colour, isOpaque, isRectangle: isStraight });
    }
  }

  private isInHiddenLayer(): boolean {
    return this.marks.some(({ isHidden }) => isHidden);
  }

  /** One piece for each stretch without a space or a wide gap. */
  private showText(glyphs: readonly (Glyph | number)[]): void {
    const { state, text } = this;
    const { font } = state;
    if (!font) return;
    const size = Math.abs(state.size);
    const turn = state.size < 0 ? -1 : 1;
    const scale = state.scale * turn;
    const frame = multiply(multiply(state.matrix, text.matrix), [
      scale,
      0,
      0,
      turn,
      text.x,
      text.y + state.rise,
    ]);
    const line = lineFrame(frame, size, font);
    let at = 0;
    let word = '';
    let from = 0;
    let to = 0;
    const finish = (): void => {
      if (word !== '') this.addPiece(word, from, to, frame, line, font);
      word = '';
    };
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = ((font.isVertical ? 1 : -1) * glyph * size) / 1000;
        at += shift;
        if (shift > SPACE * size || shift < -size) finish();
        if (shift > SPACE * size) this.isSpaced = true;
        continue;
      }
      const shown =
        glyphText(glyph.unicode, font.name) ??
        this.painting.unknown.standInFor(font.id, glyph.originalCharCode);
      const width = font.isVertical
        ? -Math.abs((glyph.vmetric?.[0] ?? -1000) * size * 0.001)
        : glyph.width * font.unit * size;
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      if (/^\s+$/.test(shown)) {
        finish();
        this.isSpaced = true;
      } else if (shown !== '') {
        if (word === '') from = at;
        word += shown;
        to = at + Math.abs(width);
      }
      at += Math.abs(width) + spacing * turn;
    }
    finish();
    if (font.isVertical) text.y -= at;
    else text.x += at * scale;
  }

  private addPiece(word: string, from: number, to: number, frame: Matrix, line: LineFrame, font: Font): void {
    const box = transformBox(
      frame,
      font.isVertical ? [-line.size / 2, -to, line.size / 2, -from] : [from, line.descent, to, line.ascent],
    );
    const { direction } = line;
    const [x, y] = [transformX(frame, from, 0), transformY(frame, from, 0)];
    const isStroke = (this.state.mode & 3) === 1;
    this.pieces.push({
      text: word,
      box,
      base: direction === undefined ? y : turned([x, y, x, y], direction)[1],
      size: line.shownSize,
      direction,
      font: font.id,
      isBold: font.isBold || (this.state.mode & 3) === 2,
      isSpaced: this.isSpaced,
      mark: this.marks.findLast(({ id }) => id !== undefined)?.id,
      order: this.order,
      colour: isStroke ? this.state.stroke : this.state.fill,
      hidden: this.findReason(box, line.shownSize, isStroke),
      isUnpainted: this.state.mode === 3 || this.state.mode === 7,
    });
    this.isSpaced = false;
  }

  private findReason(box: Box, size: number, isStroke: boolean): Unseen | undefined {
    if (this.isInHiddenLayer()) return 'layer';
    if (this.state.mode === 3 || this.state.mode === 7) return 'invisible';
    if ((isStroke ? this.state.strokeAlpha : this.state.fillAlpha) < 0.02) return 'invisible';
    if (size < TINY) return 'tiny';
    const [left, top, right, bottom] = this.state.clip;
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    return x < left || x > right || y < top || y > bottom ? 'outside' : undefined;
  }
}

interface LineFrame {
  readonly size: number;
  readonly shownSize: number;
  readonly ascent: number;
  readonly descent: number;
  readonly direction: Piece['direction'];
}

function lineFrame(frame: Matrix, size: number, font: Font): LineFrame {
  const along = font.isVertical ? [-frame[2], -frame[3]] : [frame[0], frame[1]];
  return {
    size,
    shownSize: size * Math.hypot(frame[2], frame[3]),
    ascent: font.ascent * size,
    descent: font.descent * size,
    direction: directionFrom(along[0] ?? 0, along[1] ?? 0),
  };
}
