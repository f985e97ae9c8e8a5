import { type ChartSpec, WIDTHS } from './chart.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { wrap } from './grammar/text.ts';
import { SMALL } from './grammar/type.ts';
import { coloured, lightColour } from './palette.ts';
import { draw } from './render.ts';
import { escapeText, serialise } from './serialise.ts';

const SANS = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const SERIF = "'Source Serif 4', Charter, Georgia, serif";
const EDGE = 24;
const TITLE = { size: 21, line: 27 };
/** Serif letters are wider than those that are measured. */
const SERIF_WIDTH = 1.1;

/**
 * A picture that stands by itself: its colours, hatches and letters are its own, and it says what it shows, for whom and
 * where from. Light, since a file cannot know what it will be laid on.
 */
export function standaloneChart(spec: ChartSpec, credit: readonly string[]): string {
  const width = WIDTHS[spec.size];
  const drawing = draw(spec.plot(width));
  const height = Number(drawing.getAttribute('height'));
  const body = serialise(drawing, {
    prefix: spec.name,
    isSolid: spec.isSolid,
    attributes: {},
  }).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const title = wrap(spec.title, width / SERIF_WIDTH, TITLE.size, 'strong', 4);
  const unit = wrap(
    spec.isSolid ? `${spec.unit}; worked out from other periods` : spec.unit,
    width,
    15,
    'regular',
    4,
  );
  const head = EDGE + title.length * TITLE.line + unit.length * 20 + 14;
  const foot = credit.flatMap((text) => wrap(text, width, SMALL, 'regular', 4));
  const end = Math.ceil(head + height);
  const total = [width + 2 * EDGE, end + 26 + foot.length * 18] as const;
  const content = [
    lines(title, EDGE + 20, TITLE.line, `font-family="${SERIF}" font-size="${TITLE.size}" font-weight="600"`),
    lines(unit, EDGE + title.length * TITLE.line + 16, 20, `font-size="15" fill="${lightColour('ink-2')}"`),
    `<g transform="translate(${EDGE},${head})" text-anchor="middle" font-variant-numeric="tabular-nums lining-nums">${coloured(body).replaceAll('class="derived"', `font-family="${SERIF}"`)}</g>`,
    lines(foot, end + 28, 18, `font-size="${SMALL}" fill="${lightColour('ink-3')}"`),
  ].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total[0]} ${total[1]}" width="${total[0]}" height="${total[1]}" role="img" font-family="${SANS}" fill="currentColor" color="${lightColour('ink')}">`,
    `<title>${escapeText(spec.title)}</title><desc>${escapeText(spec.summary)}</desc>`,
    `<style>${embeddedFonts(content)}</style>`,
    `<rect width="100%" height="100%" fill="${lightColour('paper')}"/>`,
    content,
    '</svg>\n',
  ].join('\n');
}

const lines = (texts: readonly string[], top: number, pitch: number, attributes: string): string =>
  texts
    .map(
      (text, index) =>
        `<text transform="translate(${EDGE},${top + index * pitch})" ${attributes}>${escapeText(text)}</text>`,
    )
    .join('');
