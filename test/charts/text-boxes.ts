import { parseHTML } from 'linkedom';
import { textWidth } from '../../src/charts/grammar/text.ts';

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextBox[];
  /** Outlines of rectangles. */
  readonly shapes: readonly Omit<TextBox, 'text'>[];
}

/** What a reader of a drawing sees, worked out from the drawing alone. */
export function pictureOf(svg: string): Picture {
  const root = parseHTML(`<html><body>${svg}</body></html>`).document.querySelector(
    'svg',
  ) as unknown as Element;
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return {
    width,
    height,
    texts: [...root.querySelectorAll('text')].flatMap((text) => lineBoxes(text as unknown as Element)),
    shapes: [...root.querySelectorAll('rect')].map((rect) => outlineOf(rect as unknown as Element)),
  };
}

/** Pairs of texts that cover each other, as a message; none in a good picture. */
export function overlaps({ texts }: Picture): string[] {
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (meet(a, b) ? [`"${a.text}" and "${b.text}"`] : [])),
  );
}

/** What lies outside the picture, as a message. */
export function outside({ width, height, texts, shapes }: Picture): string[] {
  const beyond = (box: Omit<TextBox, 'text'>): boolean =>
    box.left < -SLACK || box.right > width + SLACK || box.top < -SLACK || box.bottom > height + SLACK;
  return [
    ...texts.filter(beyond).map(({ text }) => `"${text}"`),
    ...shapes.filter(beyond).map((box) => `rectangle ${JSON.stringify(box)}`),
  ];
}

const SLACK = 1;
const TOUCH = 0.5;
/** Height of the letters, without the room that fonts leave above and below them. */
const LETTERS = 0.8;

const meet = (a: TextBox, b: TextBox): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

/** The lines of a text around its place: elements of their own where there are several. */
function lineBoxes(element: Element): TextBox[] {
  const lines = [...element.querySelectorAll('tspan')];
  if (lines.length === 0) return [boxOf(element, element.textContent ?? '', 0)];
  const pitch = Number.parseFloat(lines[1]?.getAttribute('dy') ?? '0');
  return lines.map((line, index) =>
    boxOf(element, line.textContent ?? '', (index - (lines.length - 1) / 2) * pitch),
  );
}

/** A line so many times its size below the place of its text. */
function boxOf(element: Element, text: string, below: number): TextBox {
  const [x, top] = placeOf(element);
  const size = Number(inherited(element, 'font-size') ?? 10);
  const y = top + below * size;
  const weight = inherited(element, 'font-weight') === '600' ? 'strong' : 'regular';
  const width = textWidth(text, size, weight) / 1.02;
  const shift =
    { start: 0, middle: width / 2, end: width }[inherited(element, 'text-anchor') ?? 'start'] ?? 0;
  return {
    text,
    left: x - shift,
    right: x - shift + width,
    top: y - (size * LETTERS) / 2,
    bottom: y + (size * LETTERS) / 2,
  };
}

function outlineOf(rect: Element): Omit<TextBox, 'text'> {
  const of = (name: string): number => Number(rect.getAttribute(name) ?? 0);
  const [x, y] = placeOf(rect);
  return {
    left: x + of('x'),
    right: x + of('x') + of('width'),
    top: y + of('y'),
    bottom: y + of('y') + of('height'),
  };
}

/** Sum of the translations of an element and all around it. */
function placeOf(element: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const match = /translate\(([-\d.]+),([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '');
    x += Number(match?.[1] ?? 0);
    y += Number(match?.[2] ?? 0);
  }
  return [x, y];
}

function inherited(element: Element, name: string): string | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return undefined;
}
