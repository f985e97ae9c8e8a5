import { foldLabel } from '../../../src/concepts/fold-label.ts';
import { conceptById } from '../../../src/concepts/index.ts';
import type { DocumentRecord, TableBlock, TableRow, TextBlock } from '../../../src/model/document.ts';
import type { Printed } from '../../../src/model/fact.ts';
import type { Relation } from '../../5-derive/relation.ts';
import {
  listTables,
  shownWords,
  type TextCheck,
  type TextEvidence,
  type WordComparison,
} from './text-finding.ts';

/** A note that says what a line holds: `Depreciation includes impairment`. */
const HOLDS = /^(.+?)\b(?:includes?|comprises?|contains?|covers?|is inclusive of)\b(.+)$/is;
const DENIED = /\b(?:not|no longer|neither|never)\s*$/i;

/** A footnote's claim, matched with two rows of the table that it belongs to. */
interface Claim {
  readonly line: number;
  readonly table: TableBlock;
  readonly whole: TableRow;
  readonly part: TableRow;
}

/**
 * What a note says a line includes is not counted a second time in a row of its own. Where the table that the note
 * belongs to counts both and adds up, note and table speak of different things; where another total counts both with
 * the same figures, the note is wrong.
 */
export const definitions: TextCheck = {
  rule: 'note-definition',
  *compare(document, _, evidence) {
    for (const block of document.blocks) {
      if (block.kind !== 'footnote' && block.kind !== 'note') continue;
      for (const claim of readClaims(document, block)) yield makeComparison(document, claim, evidence);
    }
  },
  example: {
    text: `Adjusted EBITDA

| | FY2019 | FY2020 |
| | JPY millions | JPY millions |
| Adjusted EBITDA | 13,534 | 15,309 |
| Depreciation and Amortization ¹ | (7,144) | (7,508) |
| Impairment loss on other intangible assets | (37) | (48) |
| Operating Income ² | 6,353 | 7,753 |

¹ Depreciation and amortization includes amortization of leased assets and impairment loss on other intangible assets.

² Operating income includes depreciation and amortization.`,
    finds:
      'The note in line 18 says that "Depreciation and Amortization" includes "Impairment loss on other intangible assets"; the table from line 11 lists both (lines 14 and 15) and adds up only with both: the figure there is without it.',
  },
};

function* readClaims(document: DocumentRecord, note: TextBlock): Generator<Claim> {
  const [first] = note.lines;
  const words = shownWords(document, note.lines);
  for (const sentence of words.replace(/^\P{L}*/u, '').split(/[.;](?=\s|$)/)) {
    const [, subject = '', object = ''] = HOLDS.exec(sentence) ?? [];
    if (object === '' || DENIED.test(subject)) continue;
    for (const table of listTables(document)) {
      const whole = table.rows.find((row) => isMeant(note, table, row) && isNamed(subject, row));
      const part = whole && table.rows.find((row) => row !== whole && isListed(object, row));
      if (whole && part) yield { line: first, table, whole, part };
    }
  }
}

/** The row bears the footnote's mark; a note without one speaks of the table above it. */
const isMeant = ({ kind, mark, lines }: TextBlock, { notes }: TableBlock, { marks }: TableRow): boolean =>
  kind === 'footnote' && mark !== '' ? marks.includes(mark) : notes.some(([first]) => first === lines[0]);

const isNamed = (subject: string, { label, concept }: TableRow): boolean =>
  concept !== '' && startsWith(foldLabel(subject).text, foldLabel(label).text);

/** The row's label begins the list of what is included, or one of its items. */
function isListed(object: string, { label, concept }: TableRow): boolean {
  const folded = foldLabel(label).text;
  if (concept === '' || !folded.includes(' ')) return false;
  const starts = [0, ...[...object.matchAll(/,\s*|\band\b\s*/gi)].map((gap) => gap.index + gap[0].length)];
  return starts.some((at) => startsWith(foldLabel(object.slice(at)).text, folded));
}

const startsWith = (text: string, label: string): boolean =>
  label !== '' && (text === label || text.startsWith(`${label} `));

function makeComparison(
  document: DocumentRecord,
  claim: Claim,
  { factsAt, sums }: TextEvidence,
): WordComparison {
  const { line, table, whole, part } = claim;
  const [first, last] = table.lines;
  const own = ({ document: id, line: at }: Printed): boolean =>
    id === document.id && at >= first && at <= last;
  const both = sums.filter(
    (sum) => sum.target.document === document.id && countsBoth(sum, whole.concept, part.concept),
  );
  const here = both.filter(({ target }) => own(target));
  const elsewhere = here.flatMap(({ target }) =>
    both.filter((other) => other.target.period === target.period && other.target.concept !== target.concept),
  );
  const verdict = here.length === 0 ? 'exact' : elsewhere.length > 0 ? 'slip' : 'basis';
  return {
    verdict,
    line,
    expected:
      here.length === 0 ? `${whole.label} with ${part.label}` : `${whole.label} without ${part.label}`,
    actual: `${whole.label} with ${part.label}`,
    message: writeMessage(claim, here, elsewhere),
    facts: [whole, part].flatMap((row) => factsAt(document.id, row.line)),
  };
}

/** Both lines enter the sum the same way, and both as costs or both as gains: taking back what is included is no slip. */
function countsBoth({ inputs, weights = [] }: Relation, whole: string, part: string): boolean {
  const [a, b] = [whole, part].map((id) =>
    inputs.findIndex(({ concept, dimensions }) => concept === id && dimensions === ''),
  );
  return (
    a !== undefined &&
    b !== undefined &&
    a >= 0 &&
    b >= 0 &&
    weights[a] === weights[b] &&
    conceptById.get(whole)?.nonNegative === conceptById.get(part)?.nonNegative
  );
}

function writeMessage(
  { line, table, whole, part }: Claim,
  here: readonly Relation[],
  elsewhere: readonly Relation[],
): string {
  const says = `The note in line ${line} says that "${whole.label}" includes "${part.label}"`;
  if (here.length === 0) return `${says}, and no sum of the table from line ${table.lines[0]} counts both.`;
  const counts = `the table from line ${table.lines[0]} lists both (lines ${whole.line} and ${part.line}) and adds up only with both`;
  const [other] = elsewhere;
  if (!other) return `${says}; ${counts}: the figure there is without it.`;
  return `${says}; ${counts}. So does ${totalName(other.target)} in line ${other.target.line}, with the same figures: the first does not include the second.`;
}

const totalName = ({ concept, label }: Printed): string => {
  const name = conceptById.get(concept)?.label ?? label;
  return name.charAt(0).toLowerCase() + name.slice(1);
};
