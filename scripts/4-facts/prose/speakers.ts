/** Who speaks in a block, and as what. */
export interface Speaker {
  readonly name: string;
  readonly role: string;
}

const SAID = '(?:said|added|continued|concluded|commented|stated|noted|remarked|explained|announced|says)';
const NAME =
  "((?:(?:Mr|Ms|Mrs|Dr)\\.? )?\\p{Lu}[\\p{L}'’-]+(?: (?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+|de|van|von)){0,3})";
const BEHIND_QUOTE = new RegExp(`["”]\\s*${SAID}\\s+${NAME}(?:,\\s*([^."“”]{3,120}?))?(?=[."“”]|$)`, 'u');
const QUOTE_BEHIND = new RegExp(`["”]\\s*${NAME}(?:,\\s*([^."“”]{3,120}?),?)?\\s+${SAID}\\b`, 'u');
const INDIRECT = new RegExp(`^${NAME},\\s*([^."“”]{3,120}?),\\s+${SAID}\\b`, 'u');
const SHORT = new RegExp(`(?:^|[.,;] )${NAME}\\s+${SAID}\\b|\\b${SAID}\\s+${NAME}\\b`, 'u');

interface SpokenBlock {
  readonly text: string;
  readonly isQuote: boolean;
  /** Footnotes and tables stand between the paragraphs of a quote without ending it. */
  readonly isBetween: boolean;
}

/** The speaker of each block of a text, undefined where nobody speaks: a quote goes on over paragraphs. */
export function findSpeakers(blocks: readonly SpokenBlock[]): (Speaker | undefined)[] {
  const known: Speaker[] = [];
  const found = blocks.map(({ text }) => speakerIn(text, known));
  return blocks.map(
    (block, i) =>
      found[i] ??
      (block.isQuote ? (neighbour(blocks, found, i, -1) ?? neighbour(blocks, found, i, 1)) : undefined),
  );
}

function speakerIn(text: string, known: Speaker[]): Speaker | undefined {
  const full = BEHIND_QUOTE.exec(text) ?? QUOTE_BEHIND.exec(text) ?? INDIRECT.exec(text);
  if (full) {
    const speaker = { name: full[1] ?? '', role: (full[2] ?? '').trim().replace(/^the /i, '') };
    const same = known.find(({ name }) => isSame(name, speaker.name));
    if (same) return same;
    known.push(speaker);
    return speaker;
  }
  const short = SHORT.exec(text);
  const name = short?.[1] ?? short?.[2];
  const same = name ? known.find((speaker) => isSame(speaker.name, name)) : undefined;
  return same;
}

/** A family name stands for the full one. */
const isSame = (full: string, name: string): boolean => full === name || full.endsWith(` ${name}`);

function neighbour(
  blocks: readonly SpokenBlock[],
  found: readonly (Speaker | undefined)[],
  from: number,
  step: 1 | -1,
): Speaker | undefined {
  for (let i = from + step; i >= 0 && i < blocks.length; i += step) {
    if (found[i]) return found[i];
    if (!blocks[i]?.isQuote && !blocks[i]?.isBetween) return undefined;
  }
  return undefined;
}

/** What is said in a sentence, by its offsets: without the quotation marks and without who says it. */
export function quotedWords(text: string): { readonly start: number; readonly end: number } {
  const start = text.length - text.replace(SAYS_FIRST, '').replace(/^[\s"“]+/, '').length;
  const said = WHO_SAYS.exec(text.slice(start));
  const end = text.slice(0, said ? start + said.index : text.length).replace(/[\s,"”]+$/, '').length;
  return { start, end };
}

const SAYS_FIRST = new RegExp(`^[^"“”]{0,200}\\b${SAID}[,:]\\s*(?=["“])`, 'u');
const WHO_SAYS = new RegExp(`["”]\\s+(?:${SAID}\\b|${NAME}(?:,[^."“”]{3,120})?,?\\s+${SAID}\\b)`, 'u');
