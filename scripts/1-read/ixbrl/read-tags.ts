import { shiftDecimal } from '../../grammar/numbers.ts';
import { type Element, findAttribute } from '../html/parse-tree.ts';
import type { NumberTag } from '../raw-document.ts';
import { readContext, readUnitElement, type TagContext } from './contexts.ts';
import { transformNumber } from './transforms.ts';

/** A tag, and from where to where in the source the number stands that it speaks of. */
export interface SourceTag extends Omit<NumberTag, 'line' | 'start' | 'end'> {
  readonly from: number;
  readonly to: number;
}

/** What the elements of a page say by inline XBRL of its numbers. */
export function readTags(elements: readonly Element[], textIn: (element: Element) => string): SourceTag[] {
  const numbers = elements.filter(({ tagName }) => tagName === 'ix:nonfraction');
  if (numbers.length === 0) return [];
  const contexts = new Map<string, TagContext>();
  const units = new Map<string, string>();
  for (const element of elements) {
    const isContext = /(?:^|:)context$/.test(element.tagName);
    if (!isContext && !/(?:^|:)unit$/.test(element.tagName)) continue;
    const id = findAttribute(element, 'id') ?? '';
    const context = isContext ? readContext(element) : undefined;
    if (context) contexts.set(id, context);
    if (!isContext) units.set(id, readUnitElement(element));
  }
  const shown = shownAt(elements);
  return numbers.flatMap((element) => readTag(element, { contexts, units, shown, textIn }) ?? []);
}

/** Elements that show the number of a hidden tag, by the tag's id: `-sec-ix-hidden:f-123`. */
function shownAt(elements: readonly Element[]): Map<string, Element> {
  const shown = new Map<string, Element>();
  for (const element of elements) {
    const style = findAttribute(element, 'style');
    const id = style?.includes('-ix-hidden') ? /-ix-hidden:\s*([\w.-]+)/.exec(style)?.[1] : undefined;
    if (id) shown.set(id, element);
  }
  return shown;
}

interface Known {
  readonly contexts: ReadonlyMap<string, TagContext>;
  readonly units: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, Element>;
  readonly textIn: (element: Element) => string;
}

function readTag(element: Element, { contexts, units, shown, textIn }: Known): SourceTag | undefined {
  const context = contexts.get(findAttribute(element, 'contextref') ?? '');
  const name = findAttribute(element, 'name');
  const { sourceCodeLocation: at } = shown.get(findAttribute(element, 'id') ?? '') ?? element;
  const number = numberIn(element, textIn);
  if (!context || !name || !at || number === undefined) return undefined;
  const scale = Number(findAttribute(element, 'scale') ?? 0);
  const unit = units.get(findAttribute(element, 'unitref') ?? '') ?? '';
  const isPercent = unit === '' && scale === -2;
  const value = number === '' || isPercent ? number : shiftDecimal(number, scale);
  const isNegative = findAttribute(element, 'sign') === '-' && value !== '' && value !== '0';
  const decimals = findAttribute(element, 'decimals');
  return {
    element: name,
    ...context,
    unit: isPercent ? 'percent' : unit,
    value: isNegative ? `-${value}` : value,
    decimals: decimals && /^-?\d+$/.test(decimals) ? Number(decimals) - (isPercent ? 2 : 0) : null,
    from: at.startTag?.endOffset ?? at.startOffset,
    to: at.endTag?.startOffset ?? at.endOffset,
  };
}

/** Empty for nil; undefined where the text is no number of its format. */
function numberIn(element: Element, textIn: (element: Element) => string): string | undefined {
  const nil = findAttribute(element, 'xsi:nil');
  return nil === 'true' || nil === '1'
    ? ''
    : transformNumber(findAttribute(element, 'format'), textIn(element));
}
