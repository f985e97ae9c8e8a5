import { tone } from './grammar/type.ts';

export interface Serialising {
  /** Begins every id, so that charts on one page do not share one. */
  readonly prefix: string;
  /** Without hatches and the words that name them. */
  readonly isSolid?: boolean | undefined;
  /** Attributes of the root beside its size. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the renderer of the chart leaves that a page must not have: a page's policy forbids styles, axe inner labels. */
const DROPPED_ELEMENTS = new Set(['style', 'script']);
const DROPPED_ATTRIBUTES = /^(style|aria-.*|role|xmlns.*|on.*|href|tabindex)$/;

const HATCH = /url\(#hatch-([a-z0-9-]+)\)/g;

/** Writes an svg element as well-formed, compact text in which ids depend on this chart alone. */
export function serialise(svg: Element, { prefix, isSolid = false, attributes }: Serialising): string {
  const ids = new Map<string, string>();
  const shown = isSolid ? withoutWord(svg) : svg;
  const written = [...shown.childNodes].map((node) => write(node, ids, prefix)).join('');
  const body = isSolid ? written.replace(HATCH, (_, name: string) => tone(name)) : written;
  const width = svg.getAttribute('width') ?? '';
  const height = svg.getAttribute('height') ?? '';
  const root = {
    ...attributes,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    fill: 'currentColor',
    'text-anchor': 'middle',
  };
  const hatches = [...new Set([...body.matchAll(HATCH)].map((match) => match[1] as string))];
  const defs =
    hatches.length > 0 ? `<defs>${hatches.map((name) => gradient(name, prefix)).join('')}</defs>` : '';
  const drawn = body.replace(HATCH, `url(#${prefix}-hatch-$1)`);
  return `<svg${writeAttributes(root)}>${defs}${drawn}</svg>`;
}

/** The drawing without the word `derived` beside its marks. */
function withoutWord(svg: Element): Element {
  for (const element of [...svg.querySelectorAll('.derived')]) element.remove();
  return svg;
}

/** A hatch is a repeating gradient: patterns print blurred. */
function gradient(name: string, prefix: string): string {
  const stop = (offset: number, colour: string) => `<stop offset="${offset}" stop-color="${colour}"/>`;
  const stripes = [
    stop(0, tone(name)),
    stop(0.48, tone(name)),
    stop(0.48, tone('paper')),
    stop(1, tone('paper')),
  ];
  return `<linearGradient id="${prefix}-hatch-${name}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="3.2" y2="3.2" spreadMethod="repeat">${stripes.join('')}</linearGradient>`;
}

function write(node: ChildNode, ids: Map<string, string>, prefix: string): string {
  if (node.nodeType === 3) return escapeText(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (DROPPED_ELEMENTS.has(name)) return '';
  const content = [...element.childNodes].map((child) => write(child, ids, prefix)).join('');
  if (name === 'g' && content === '') return '';
  const kept = [...element.attributes]
    .filter(({ name: key }) => !DROPPED_ATTRIBUTES.test(key))
    .map(({ name: key, value }): [string, string] => [key, rename(key, round(key, value), ids, prefix)]);
  const tag = `${name}${writeAttributes(Object.fromEntries(kept))}`;
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

/** Ids that Plot counts through the whole process become numbers within this chart. */
function rename(key: string, value: string, ids: Map<string, string>, prefix: string): string {
  const own = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `${prefix}-${ids.size + 1}`);
    return ids.get(id) as string;
  };
  if (key === 'id') return own(value);
  return value.replace(/url\(#(?!hatch-)([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`);
}

/** Coordinates to a tenth of a pixel. */
const round = (key: string, value: string): string =>
  /^(x|y|[xyr][12]?|width|height|d|transform|cx|cy|points)$/.test(key)
    ? value.replace(/-?\d+\.\d+(?![\d.]*em)/g, (number) => String(Math.round(Number(number) * 10) / 10 || 0))
    : value;

const writeAttributes = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');

/** Text as XML: control characters and halves of pairs, which XML cannot hold, are left out. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (/\s/.test(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
