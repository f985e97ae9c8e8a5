/** Words of a document stay words: no markup, mention, reference or row of theirs takes effect. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#|~!&]/g, (mark) => `&#${mark.codePointAt(0)};`)
    .replace(/@/g, '@\u2060')
    .replace(/:\/\//g, ':\u2060//');
