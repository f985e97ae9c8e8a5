/** Reads CSV by the grammar of RFC 4180, written apart from the code that writes it. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    do {
      const [field, end] = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at);
      row.push(field);
      at = end + 1;
    } while (text[at - 1] === ',');
    if (text.slice(at - 1, at + 1) !== '\r\n') throw new Error(`no CRLF at ${at - 1}`);
    rows.push(row);
    at += 1;
  }
  return rows;
}

function readPlain(text: string, start: number): [field: string, end: number] {
  const length = text.slice(start).search(/[,\r]/);
  return [text.slice(start, start + length), start + length];
}

function readQuoted(text: string, start: number): [field: string, end: number] {
  let end = text.indexOf('"', start);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return [text.slice(start, end).replaceAll('""', '"'), end + 1];
}
