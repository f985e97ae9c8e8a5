import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { formatDate, formatPeriod } from '../model/format.ts';
import { type IsoDate, lastDay } from '../model/period.ts';
import type { MeasureView } from './measures.ts';
import { findRelease, latestReleaseDay } from './periods.ts';

/** What a page is of, as others cite it. */
export interface Cited {
  /** Name of the entry in a list of references, of letters, digits and hyphens. */
  readonly key: string;
  /** Who answers for the figures: the issuer. */
  readonly author: string;
  readonly title: string;
  /** When the figures were released; the only date that a page has. */
  readonly released: IsoDate;
}

export interface Citation extends Cited {
  /** Title of the site. */
  readonly publisher: string;
  readonly url: string;
}

export const citePeriod = (issuer: Issuer, period: PeriodRecord): Cited => ({
  key: `${issuer.record.slug}-${period.slug}`,
  author: issuer.record.name,
  title: `${period.name} (${formatPeriod(period.period)})`,
  released: findRelease(issuer, period)?.released ?? lastDay(period.period),
});

/** A measure has its latest figures from the latest release. */
export const citeMeasure = (issuer: Issuer, { concept, label }: MeasureView): Cited => ({
  key: `${issuer.record.slug}-${concept.replace(/[^A-Za-z0-9]+/g, '-')}`,
  author: issuer.record.name,
  title: label,
  released: latestReleaseDay(issuer),
});

export const citeRelease = ({ record }: Issuer, { id, title, released }: DocumentRecord): Cited => ({
  key: `${record.slug}-${id}`,
  author: record.name,
  title,
  released,
});

/** As a note in a text. */
export const formatCitation = ({ author, title, released, publisher, url }: Citation): string =>
  `${author}: ${title}. Released ${formatDate(released)}. ${publisher}, ${url}`;

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
function formatBibtex({ key, author, title, released, publisher, url }: Citation): string {
  const [year, month] = released.split('-');
  const fields = [
    ['author', `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['year', year],
    ['month', String(Number(month))],
    ['publisher', escapeTex(publisher)],
    ['url', url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ].map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${fields.join(',\n')}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** A record of RIS: a tag of two characters, two spaces, a hyphen and a space begin each line. */
function formatRis({ author, title, released, publisher, url }: Citation): string {
  const fields = [
    ['TY', 'RPRT'],
    ['AU', author],
    ['TI', title],
    ['PY', released.slice(0, 4)],
    ['DA', released.replaceAll('-', '/')],
    ['PB', publisher],
    ['UR', url],
    ['ER', ''],
  ];
  return fields
    .map(([tag, value = '']) => `${`${tag}  - ${value.replace(/\s+/g, ' ')}`.trimEnd()}\n`)
    .join('');
}

/** A list of one item of CSL-JSON 1.0.2. */
function formatCsl({ key, author, title, released, publisher, url }: Citation): string {
  const item = {
    id: key,
    type: 'report',
    author: [{ literal: author }],
    title,
    issued: { 'date-parts': [released.split('-').map(Number)] },
    publisher,
    URL: url,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
