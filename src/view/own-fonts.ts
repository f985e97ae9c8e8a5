import { linkTo } from '../model/links.ts';
import type { FontRole, OwnFont, SiteSettings } from '../model/site-settings.ts';

type Fonts = SiteSettings['fonts'];

/** What is asked for where a file lacks a letter. */
const FALLBACKS: Readonly<Record<FontRole, string>> = {
  serif: 'Charter,Georgia,serif',
  sans: "'Segoe UI','Helvetica Neue',Arial,sans-serif",
};
const FORMATS: Readonly<Record<string, string>> = {
  woff2: 'woff2',
  woff: 'woff',
  ttf: 'truetype',
  otf: 'opentype',
};
/** Boxes at the edge of a printed page, which know no variables. */
const EDGES = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

export const rolesIn = ({ files }: Fonts): Set<FontRole> => new Set(files.map(({ role }) => role));

export const linkToFont = ({ file }: OwnFont): string => linkTo(`fonts/${file}`);

/** Rules that set a site, and what is printed of it, in the typefaces of its owner. */
export function fontRules(fonts: Fonts): string {
  const roles = [...rolesIn(fonts)];
  if (roles.length === 0) return '';
  const families = roles.map((role) => `--font-${role}:${familyName(role)}`);
  const narrow = roles.includes('serif') ? [`--font-serif-narrow:${familyName('serif')}`] : [];
  const printed = roles.map((role) => `--${role}:${familyName(role)}`);
  const edges = EDGES.map((edge) => `@${edge}{font-family:${familyName('sans')} !important}`);
  return [
    ...fonts.files.map(writeFace),
    `:root{${[...families, ...narrow].join(';')}}`,
    `@media print{:root{${printed.join(';')}}}`,
    ...(roles.includes('sans') ? [`@page{${edges.join('')}}`] : []),
    '',
  ].join('\n');
}

const familyName = (role: FontRole): string => `'Own ${role}',${FALLBACKS[role]}`;

const writeFace = (font: OwnFont): string =>
  `@font-face{font-family:'Own ${font.role}';src:url('${linkToFont(font)}') format('${fontFormat(font)}');font-weight:${font.weight};font-style:${font.style};font-display:optional}`;

const fontFormat = ({ file }: OwnFont): string => FORMATS[extensionOf(file)] ?? 'woff2';

/** The media type of a font file, by its name. */
export const fontType = (file: string): string => `font/${extensionOf(file)}`;

const extensionOf = (file: string): string => file.split('.').at(-1)?.toLowerCase() ?? '';
