import { type Element, findAttribute } from './parse-tree.ts';

/** Declarations by simple selector: `p`, `.note`, `p.note`, `#top`. */
export type Stylesheet = ReadonlyMap<string, string>;

/** Longer sheets belong to the site around a release; what they say beyond this is not asked. */
const LONGEST_SHEET = 500_000;

/** Properties that this reader knows. */
const KNOWN =
  /^(?:display|visibility|content-visibility|font|font-size|font-weight|color|background|background-color|vertical-align|opacity|position|float|left|top|bottom|clip|clip-path|transform|overflow|(?:max-|min-)?(?:width|height)|white-space|text-align|padding|padding-left|margin|margin-left|text-indent|page-break-before|page-break-after)$/;

/**
 * What the sheets of a page say by simple selectors; rules for print or for a state of the page (`.tab.open`) are not
 * followed. A class that some rule shows again is not taken for hidden.
 */
export function readStylesheet(sheets: readonly string[]): Stylesheet {
  const rules = new Map<string, string>();
  const shown = new Set<string>();
  const text = sheets.join('\n').slice(0, LONGEST_SHEET);
  for (const { selectors, body } of readRules(text)) {
    const declarations = keepDeclarations(body);
    if (declarations === '') continue;
    for (const selector of selectors.split(',').map((one) => one.trim().toLowerCase())) {
      if (SIMPLE.test(selector)) rules.set(selector, `${rules.get(selector) ?? ''}${declarations};`);
      if (SHOWS.test(declarations)) for (const [name] of selector.matchAll(/[.#][\w-]+/g)) shown.add(name);
    }
  }
  for (const [selector, declarations] of rules) {
    const name = /[.#][\w-]+$/.exec(selector)?.[0];
    if (name && shown.has(name)) rules.set(selector, declarations.replace(HIDES, ''));
  }
  return rules;
}

const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/;
const SHOWS =
  /\bdisplay\s*:(?!\s*none)|\bvisibility\s*:\s*visible|\bopacity\s*:\s*(?:0?\.)?[1-9]|\bheight\s*:\s*(?!0)/;
const HIDES =
  /\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0|(?:max-)?height\s*:\s*0)[^;]*;?/g;

/** Rules outside `@media` and the like, which are passed over with all they hold. */
function* readRules(text: string): Generator<{ selectors: string; body: string }> {
  const css = withoutComments(text);
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    const selectors = css.slice(at, open).trim();
    const close = selectors.startsWith('@') ? endOfBlock(css, open) : css.indexOf('}', open);
    if (close < 0) return;
    if (!selectors.startsWith('@')) yield { selectors, body: css.slice(open + 1, close) };
    at = close + 1;
  }
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('/*', at);
    parts.push(text.slice(at, open < 0 ? text.length : open));
    const close = open < 0 ? -1 : text.indexOf('*/', open + 2);
    if (close < 0) break;
    at = close + 2;
  }
  return parts.join(' ').replace(/<!--|-->/g, ' ');
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

const keepDeclarations = (body: string): string =>
  body
    .split(';')
    .filter((declaration) => KNOWN.test(declaration.split(':', 1)[0]?.trim().toLowerCase() ?? ''))
    .join(';');

/** All declarations that hold for an element, the strongest last. */
export function declarationsFor(element: Element, sheet: Stylesheet): string {
  const own = findAttribute(element, 'style') ?? '';
  if (sheet.size === 0) return own;
  const tag = element.tagName;
  const found = [sheet.get(tag)];
  for (const name of (findAttribute(element, 'class') ?? '').toLowerCase().split(/\s+/))
    if (name !== '') found.push(sheet.get(`.${name}`), sheet.get(`${tag}.${name}`));
  const id = findAttribute(element, 'id')?.toLowerCase();
  if (id) found.push(sheet.get(`#${id}`), sheet.get(`${tag}#${id}`));
  return [...found.filter(Boolean), own].join(';');
}
