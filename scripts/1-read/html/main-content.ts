import { UNSEEN_ELEMENTS } from './element-kinds.ts';
import type { Page } from './page.ts';
import { type Element, findAttribute, isElement, isText, type Node } from './parse-tree.ts';

/** How much of what stands in an element, all below included; signs, not words. */
interface Amounts {
  text: number;
  /** Of that, in links. */
  linked: number;
  /** Digits outside links. */
  digits: number;
  /** Cells of tables that hold digits. */
  cells: number;
}

/** Elements that only pages of a site have. */
const SITE_ELEMENTS: ReadonlySet<string> = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'main',
  'form',
  'menu',
  'dialog',
]);
const SURROUNDING: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'menu',
  'dialog',
  'search',
]);
const SITE_ROLES = /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|complementary|menu|menubar)$/;

/** Names that sites give to parts around a text. */
const SITE_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|gdpr|onetrust|share|sharing|social|sidebar|skip|newsletter|subscribe|modal|popup|related|pagination|toolbar|footer|banner)(?:$|[\s_-])/i;

/**
 * Leaves out the site around a release: menus, forms, banners, lists of links. What holds a table of figures or a good
 * part of the text stays, and so does all of a page that has no such parts.
 */
export function leaveOutSite(page: Page): void {
  if (!page.elements.some(({ tagName }) => SITE_ELEMENTS.has(tagName))) return;
  const amounts = amountsIn(page.root);
  const whole = amounts.get(page.root)?.text ?? 0;
  const outside = new Set<Node>();
  for (const element of page.elements) {
    const own = amounts.get(element);
    if (element.parentNode && outside.has(element.parentNode)) {
      outside.add(element);
      continue;
    }
    if (!own || own.text === 0 || own.cells > MOST_CELLS || own.text > whole * LARGE_PART) continue;
    if (!isSitePart(element, own)) continue;
    page.leaveOut(element);
    outside.add(element);
  }
}

/** A menu may be laid out as a table with a few numbers in it. */
const MOST_CELLS = 4;
const LARGE_PART = 0.3;
const MOST_LINKED = 0.6;

function isSitePart(element: Element, { text, linked, digits }: Amounts): boolean {
  const isLinks = linked > text * MOST_LINKED;
  const { tagName } = element;
  const role = findAttribute(element, 'role') ?? '';
  if (tagName === 'nav' || tagName === 'footer' || tagName === 'dialog' || SITE_ROLES.test(role)) return true;
  const isNamed = SITE_NAMES.test(
    `${findAttribute(element, 'class') ?? ''} ${findAttribute(element, 'id') ?? ''}`,
  );
  if (SURROUNDING.has(tagName) || isNamed) return isLinks || digits === 0;
  return isLinks && LISTS.has(tagName) && linked > text * ALL_LINKED;
}

/** Elements that hold lists of links; a paragraph that is one link may be an address of the release. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'header']);
const ALL_LINKED = 0.9;

/** Counts what stands in every element, without recursion: children are counted before what holds them. */
function amountsIn(root: Node): Map<Node, Amounts> {
  const amounts = new Map<Node, Amounts>();
  const stack: { readonly node: Node; readonly isLinked: boolean; next: number }[] = [
    { node: root, isLinked: false, next: 0 },
  ];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { node, isLinked } = top;
    const own = amounts.get(node) ?? { text: 0, linked: 0, digits: 0, cells: 0 };
    amounts.set(node, own);
    const child = 'childNodes' in node ? node.childNodes[top.next++] : undefined;
    if (child === undefined) {
      stack.pop();
      const around = stack.at(-1);
      if (around) addTo(amounts.get(around.node), own, node);
    } else if (isText(child)) countText(child.value, isLinked, own);
    else if (isElement(child) && !UNSEEN_ELEMENTS.has(child.tagName))
      stack.push({ node: child, isLinked: isLinked || child.tagName === 'a', next: 0 });
  }
  return amounts;
}

function countText(value: string, isLinked: boolean, own: Amounts): void {
  const text = value.replace(/\s+/g, '').length;
  own.text += text;
  if (isLinked) own.linked += text;
  else own.digits += value.match(/\d/g)?.length ?? 0;
}

function addTo(sum: Amounts | undefined, own: Amounts, node: Node): void {
  if (!sum) return;
  const isCell = isElement(node) && (node.tagName === 'td' || node.tagName === 'th');
  sum.text += own.text;
  sum.linked += own.linked;
  sum.digits += own.digits;
  sum.cells += own.cells + (isCell && own.cells === 0 && own.digits > 0 ? 1 : 0);
}
