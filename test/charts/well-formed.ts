/** Why a text is no well-formed XML element, or nothing: tags that match, attributes in quotes, characters escaped. */
export function wellFormed(xml: string): string {
  const open: string[] = [];
  let rest = xml.trim();
  while (rest !== '') {
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag) {
      const [whole, closes, name = '', attributes = '', empty] = tag;
      if (badText(attributes)) return `attributes of ${name}: ${attributes}`;
      if (closes && open.pop() !== name) return `</${name}> closes nothing`;
      if (!closes && !empty) open.push(name);
      rest = rest.slice(whole.length);
      if (open.length === 0 && rest.trim() !== '') return `text after the end: ${rest.slice(0, 40)}`;
      continue;
    }
    const text = /^[^<]+/.exec(rest)?.[0];
    if (text === undefined) return `no tag: ${rest.slice(0, 40)}`;
    if (badText(text)) return `text: ${text}`;
    rest = rest.slice(text.length);
  }
  return open.length > 0 ? `not closed: ${open.join(', ')}` : '';
}

const badText = (text: string): boolean =>
  /&(?!(amp|lt|gt|quot|#\d+);)/.test(text) ||
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/u.test(text.replace(/[\u{10000}-\u{10ffff}]/gu, ''));
