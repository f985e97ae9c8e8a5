/** A stretch of a text node, UTF-16 offsets in its value, and where it stands in the source. */
export interface LiteralPart {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Character for character as in the source. */
  readonly isLiteral: boolean;
}

/** What stands in the source of a text otherwise than in its value: references, and tags that were passed over. */
const OTHER = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][a-z\d]{1,31});?|<[^>]*>/gi;

/** Cuts the value of a text node where its source has a reference (`&nbsp;`) or a stray tag. */
export function literalParts(value: string, source: string, start: number, end: number): LiteralPart[] {
  if (value.length === end - start) return [{ from: 0, to: value.length, offset: start, isLiteral: true }];
  const parts: LiteralPart[] = [];
  const text = source.slice(start, end);
  let from = 0;
  let at = 0;
  const add = (length: number, isLiteral: boolean): void => {
    if (length > 0) parts.push({ from, to: from + length, offset: start + at, isLiteral });
    from += length;
  };
  for (const { 0: other, index } of text.matchAll(OTHER)) {
    if (!value.startsWith(text.slice(at, index), from)) break;
    add(index - at, true);
    at = index;
    add(lengthAt(other, value, from), false);
    at = index + other.length;
  }
  const isRest = value.slice(from) === text.slice(at);
  add(value.length - from, isRest);
  return parts;
}

/** How much of the value a reference or tag became. */
function lengthAt(other: string, value: string, from: number): number {
  if (other.startsWith('<')) return value.startsWith(other, from) ? other.length : 0;
  if (value.startsWith(other, from)) return other.length;
  return (value.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
}
