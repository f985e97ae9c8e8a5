import type { IsoDate } from './period.ts';

/** What others cite: a page of the site, or one figure. */
export interface Cited {
  /** Name of the entry in a list of references, of letters, digits and hyphens. */
  readonly key: string;
  /** Who answers for the figures: the issuer. */
  readonly author: string;
  readonly title: string;
  /** The release that tells it, and where in it: `line 58`; left out where the release itself is cited. */
  readonly release?: string | undefined;
  readonly place?: string | undefined;
  /** When the figures were released; the only date that a page has. */
  readonly released: IsoDate;
  /** The same day as the site writes it. */
  readonly on: string;
}

export interface Citation extends Cited {
  /** Title of the site. */
  readonly publisher: string;
  readonly url: string;
}

/** As a note in a text. */
export function formatCitation({ author, title, release, place, on, publisher, url }: Citation): string {
  const where = [release && `“${release}”`, place].filter(Boolean).join(', ');
  return `${author}: ${title}. ${where ? `${where}, released` : 'Released'} ${on}. ${publisher}, ${url}`;
}

/** A form in which programs that keep references take a citation. */
export interface CitationFormat {
  readonly name: string;
  readonly format: (citation: Citation) => string;
}

export const CITATION_FORMATS: readonly CitationFormat[] = [
  { name: 'BibTeX', format: formatBibtex },
  { name: 'RIS', format: formatRis },
  { name: 'CSL-JSON', format: formatCsl },
];

/** An entry of BibTeX. A name of a company is one author: the second braces keep it from being parted. */
function formatBibtex({ key, author, title, release, place, released, publisher, url }: Citation): string {
  const [year, month] = released.split('-');
  const fields = [
    ['author', `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['year', year],
    ['month', String(Number(month))],
    ['publisher', escapeTex(publisher)],
    ['howpublished', escapeTex(release ?? '')],
    ['note', escapeTex(place ?? '')],
    ['url', url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** A record of RIS: a tag of two characters, two spaces, a hyphen and a space begin each line. */
function formatRis({ author, title, release = '', place = '', released, publisher, url }: Citation): string {
  const fields = [
    ['TY', 'RPRT'],
    ['AU', author],
    ['TI', title],
    ['T2', release],
    ['SE', place],
    ['PY', released.slice(0, 4)],
    ['DA', released.replaceAll('-', '/')],
    ['PB', publisher],
    ['UR', url],
    ['ER', ''],
  ];
  return fields
    .filter(([tag, value]) => tag === 'ER' || value !== '')
    .map(([tag, value = '']) => `${`${tag}  - ${value.replace(/\s+/g, ' ')}`.trimEnd()}\n`)
    .join('');
}

/** A list of one item of CSL-JSON 1.0.2. */
function formatCsl({ key, author, title, release, place, released, publisher, url }: Citation): string {
  const item = {
    id: key,
    type: 'report',
    author: [{ literal: author }],
    title,
    ...(release && { 'container-title': release }),
    ...(place && { section: place }),
    issued: { 'date-parts': [released.split('-').map(Number)] },
    publisher,
    URL: url,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
