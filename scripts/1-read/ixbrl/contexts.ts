import { type Element, findAttribute, isElement, isText, type Node } from '../html/parse-tree.ts';
import type { NumberTag } from '../raw-document.ts';

/** What a context says: when, and of what part. */
export type TagContext = Pick<NumberTag, 'period' | 'dimensions'>;

/** Names of XBRL, whatever prefix a file gives them; HTML has them in lower case. */
export const localTagName = ({ tagName }: Element): string => tagName.slice(tagName.indexOf(':') + 1);

export function readContext(context: Element): TagContext | undefined {
  let start = '';
  let end = '';
  const dimensions: Record<string, string> = {};
  for (const element of below(context)) {
    const name = localTagName(element);
    if (name === 'startdate') start = dayIn(element);
    if (name === 'enddate' || name === 'instant') end = dayIn(element);
    const axis = findAttribute(element, 'dimension');
    if (axis && (name === 'explicitmember' || name === 'typedmember')) dimensions[axis] = textBelow(element);
  }
  return end === '' ? undefined : { period: { start, end }, dimensions };
}

/** `2023-07-30`; a midnight that opens a day (`2023-07-31T00:00:00`) closes the one before. */
function dayIn(element: Element): string {
  const text = textBelow(element);
  const day = text.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return '';
  const isMidnight = /T00:00(?::00)?/.test(text) && localTagName(element) !== 'startdate';
  return isMidnight ? new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) : day;
}

/** `USD`, `USD/share`, `shares`; a noun where something is counted; empty for a plain number. */
export function readUnitElement(unit: Element): string {
  const numerators: string[] = [];
  const denominators: string[] = [];
  for (const element of below(unit)) {
    if (localTagName(element) !== 'measure') continue;
    const parent = element.parentNode;
    const isUnder = parent && 'tagName' in parent && localTagName(parent) === 'unitdenominator';
    (isUnder ? denominators : numerators).push(readMeasure(textBelow(element)));
  }
  const [over = ''] = numerators;
  const [under] = denominators;
  return under === undefined ? over : `${over}/${under === 'shares' ? 'share' : under}`;
}

function readMeasure(name: string): string {
  const [prefix = '', local = name] = name.split(':');
  if (prefix === 'iso4217') return local.toUpperCase();
  if (local.toLowerCase() === 'shares') return 'shares';
  if (local.toLowerCase() === 'pure') return '';
  return local.endsWith('s') ? local : `${local}s`;
}

export function* below(root: Element): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as Node);
  }
}

function textBelow(root: Element): string {
  const parts: string[] = root.childNodes.filter(isText).map(({ value }) => value);
  for (const element of below(root))
    parts.push(...element.childNodes.filter(isText).map(({ value }) => value));
  return parts.join('').trim();
}
