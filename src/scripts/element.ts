/** A child of an element; what is not there is left out. */
export type ElementPart = Node | string | false | undefined;

export function isShown(part: ElementPart): part is Node | string {
  return !!part;
}

/** An element with properties and children; text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly ElementPart[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(isShown));
  return made;
}
