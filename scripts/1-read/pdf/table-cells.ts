/** A node of a page's structure as pdf.js tells it: an element by its role, or a marked content by its id. */
export interface StructNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** Fewer cells than this lay out a page. */
const FEWEST = 4;

/** The cell of a table, by number, that each marked content of a page stands in. Nothing of a page without tables. */
export function cellsOfMarks(root: StructNode | null): ReadonlyMap<number, number> {
  const cells = new Map<number, number>();
  const stack: { readonly node: StructNode; readonly cell: number | undefined }[] = [];
  if (root) stack.push({ node: root, cell: undefined });
  let count = 0;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top;
    const cell = node.role === 'TD' || node.role === 'TH' ? ++count : top.cell;
    const mark = /_mc(\d+)$/.exec(node.id ?? '')?.[1];
    if (mark !== undefined && cell !== undefined) cells.set(Number(mark), cell);
    for (const child of node.children ?? []) stack.push({ node: child, cell });
  }
  return count < FEWEST ? new Map() : cells;
}
