/** A comment on a pull request holds 65,536 characters, of two tables and more; a reader fewer. */
const MOST = 100;
const MOST_CHARACTERS = 25_000;

/** Cells of a row, a word or sentence each. */
type Row = readonly string[];

/**
 * A table for a comment on a pull request, an empty line before it, and how many rows it has no room for; nothing where
 * there are none.
 *
 * @param heads The row of heads and the one below it, as Markdown.
 */
export function formatMarkdownTable<T>(
  heads: Row,
  records: readonly T[],
  cellsOf: (record: T) => Row,
): string[] {
  if (records.length === 0) return [];
  let left = MOST_CHARACTERS;
  const rows: string[] = [];
  for (const record of records.slice(0, MOST)) {
    const row = `| ${cellsOf(record).map(escapeMarkdown).join(' | ')} |`;
    left -= row.length;
    if (left < 0) break;
    rows.push(row);
  }
  const more = records.length - rows.length;
  return ['', ...heads, ...rows, ...(more > 0 ? ['', `And ${more.toLocaleString('en-US')} more.`] : [])];
}

/** Words of a document stay words: no markup, mention, reference or row of theirs takes effect. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#|~!&]/g, (mark) => `&#${mark.codePointAt(0)};`)
    .replace(/@/g, '@\u2060')
    .replace(/:\/\//g, ':\u2060//');
