/** What declarations of CSS say of how an element looks, as far as it matters to a reader. */
export interface CssLook {
  readonly isHidden: boolean;
  /** Undefined where nothing is declared and the kind of element decides. */
  readonly isBlock: boolean | undefined;
  /** What is in it stands side by side, each as a block. */
  readonly holdsBlocks: boolean;
  /** Has room of its own although it is no block. */
  readonly isBox: boolean;
  readonly hasWidth: boolean;
  /** Its room is nothing, so that nothing in it shows. */
  readonly isCutOff: boolean;
  readonly tablePart: PartOfTable | undefined;
  readonly isBold: boolean | undefined;
  /** Raised like a footnote mark. */
  readonly isRaised: boolean;
  /** Blanks and line ends stand as they are in the source. */
  readonly keepsSpaces: boolean | undefined;
  /** How far its first line is set in, in points. */
  readonly indent: number;
  /** Colours as written, lower case; `transparent` where there is none. */
  readonly colour: string | undefined;
  readonly background: string | undefined;
  /** A new printed page begins before or after it. */
  readonly breaksPage: 'before' | 'after' | undefined;
}

export type PartOfTable = 'table' | 'group' | 'row' | 'cell' | 'caption';

/** Values of `display` that make parts of tables. */
const TABLE_PARTS: Readonly<Record<string, PartOfTable>> = {
  table: 'table',
  'inline-table': 'table',
  'table-row-group': 'group',
  'table-header-group': 'group',
  'table-footer-group': 'group',
  'table-row': 'row',
  'table-cell': 'cell',
  'table-caption': 'caption',
};

/** Ways to keep text from a reader's eye, by property. */
const HIDING: Readonly<Record<string, RegExp>> = {
  display: /^none/,
  visibility: /^(?:hidden|collapse)/,
  opacity: /^0+(?:\.0*)?%?$|^\.0+$/,
  'font-size': /^0+(?:\.0*)?(?:px|pt|em|rem|%)?$|^0*\.\d+(?:px|pt)$/,
  left: /^-\d{4,}|^-999/,
  top: /^-\d{4,}|^-999/,
  'text-indent': /^-\d{4,}|^-999/,
  clip: /^rect\(\s*(\d+(?:px)?)(?:[\s,]+\1){3}\s*\)/,
  'clip-path': /^inset\(\s*(?:[5-9]\d|100)%/,
  transform: /^scale\(\s*0\s*[,)]/,
  color: /^transparent\b|^(?:rgb|hsl)a\([^)]*[\s,/](?:0+(?:\.0*)?|\.0+)%?\s*\)/,
  'content-visibility': /^hidden/,
  'mso-hide': /^all/,
};

const looks = new Map<string, CssLook>();
/** Styles repeat from cell to cell; a page that makes up ever new ones gets no larger memory. */
const MOST_KEPT = 4000;

export function readLook(declarations: string): CssLook {
  const known = looks.get(declarations);
  if (known) return known;
  if (looks.size >= MOST_KEPT) looks.clear();
  const look = makeLook(propertiesIn(declarations));
  looks.set(declarations, look);
  return look;
}

function propertiesIn(declarations: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
      .replace(/\s*!important$/, '');
    properties.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return properties;
}

function makeLook(properties: ReadonlyMap<string, string>): CssLook {
  const display = properties.get('display');
  return {
    isHidden: [...properties].some(([name, value]) => HIDING[name]?.test(value)),
    isCutOff: isCutOff(properties),
    isBlock: display === undefined ? undefined : !/^(?:inline|contents)/.test(display),
    holdsBlocks: /^(?:inline-)?(?:flex|grid)/.test(display ?? ''),
    isBox:
      /^inline-/.test(display ?? '') ||
      /^(?:left|right)/.test(properties.get('float') ?? '') ||
      /^(?:absolute|fixed)/.test(properties.get('position') ?? ''),
    hasWidth: ['width', 'min-width'].some((name) => /^[1-9]/.test(properties.get(name) ?? '')),
    tablePart: TABLE_PARTS[display ?? ''],
    isBold: boldIn(properties),
    isRaised: isRaised(properties),
    keepsSpaces: properties.has('white-space') ? /^pre/.test(properties.get('white-space') ?? '') : undefined,
    indent: indentIn(properties),
    colour: properties.get('color'),
    background: backgroundIn(properties),
    breaksPage: PAGE_BREAKS.find((side) =>
      BREAKS.test(properties.get(`page-break-${side}`) ?? properties.get(`break-${side}`) ?? ''),
    ),
  };
}

const PAGE_BREAKS = ['before', 'after'] as const;
const BREAKS = /^(?:always|page|left|right)/;

function boldIn(properties: ReadonlyMap<string, string>): boolean | undefined {
  const weight =
    properties.get('font-weight') ?? /\b(?:bold|normal|[1-9]00)\b/.exec(properties.get('font') ?? '')?.[0];
  return weight === undefined ? undefined : /^(?:bold|[6-9]00)/.test(weight);
}

const isCutOff = (properties: ReadonlyMap<string, string>): boolean =>
  /^(?:hidden|clip)/.test(properties.get('overflow') ?? '') &&
  ['height', 'max-height', 'width', 'max-width'].some((name) =>
    /^[01](?:px|pt)?$/.test(properties.get(name) ?? ''),
  );

/** Small print set at the top of its line, or moved up, is raised as well as `super`. */
function isRaised(properties: ReadonlyMap<string, string>): boolean {
  const align = properties.get('vertical-align') ?? '';
  if (/^super/.test(align)) return true;
  const isMovedUp =
    properties.get('position') === 'relative' &&
    (/^-/.test(properties.get('top') ?? '') || /^(?!0)\d/.test(properties.get('bottom') ?? ''));
  return (isMovedUp || /^(?:text-)?top/.test(align)) && pointsIn(properties.get('font-size') ?? '', 10) < 8;
}

function indentIn(properties: ReadonlyMap<string, string>): number {
  const left = ['padding', 'margin'].map(
    (name) => properties.get(`${name}-left`) ?? leftSide(properties.get(name) ?? ''),
  );
  return [...left, properties.get('text-indent') ?? '']
    .map((length) => pointsIn(length, 0))
    .reduce((sum, points) => sum + points, 0);
}

/** The left side of `0pt 4pt 1pt 8pt`. */
function leftSide(sides: string): string {
  const lengths = sides.split(/\s+/);
  return lengths[3] ?? lengths[1] ?? lengths[0] ?? '';
}

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  em: 10,
  rem: 10,
  in: 72,
  cm: 28.35,
  mm: 2.835,
};

function pointsIn(length: string, otherwise: number): number {
  const found = /^(-?\d*\.?\d+)(pt|px|r?em|in|cm|mm)\b/.exec(length);
  return found ? Number(found[1]) * (POINTS[found[2] ?? ''] ?? 0) : otherwise;
}

function backgroundIn(properties: ReadonlyMap<string, string>): string | undefined {
  const background = properties.get('background-color') ?? properties.get('background');
  return background === '' || background === 'none' ? undefined : background;
}

/** `#FFF`, `white`, `rgb(255, 255, 255)`. */
export const isWhite = (colour: string | undefined): boolean =>
  colour !== undefined && /^(?:white\b|#fff(?:fff)?\b|rgba?\(\s*255\s*[, ]\s*255\s*[, ]\s*255)/.test(colour);
