/** A child of an element; what is not there is left out. */
export type Part = Node | string | false | undefined;

export function isShown(part: Part): part is Node | string {
  return !!part;
}

/** An element with properties and children; text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly Part[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(isShown));
  return made;
}
