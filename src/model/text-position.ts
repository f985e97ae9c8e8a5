/** A place in a text, both 1-based, the column in Unicode code points. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Where a UTF-16 offset of a text is. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
