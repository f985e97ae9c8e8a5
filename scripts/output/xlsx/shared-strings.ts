import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { HEAD, MAIN } from './namespaces.ts';

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/** White space that XML would have a reader trim. */
const SPACED = /^\s|\s$|[\t\n\r]/;

/** The texts of a workbook, each written once: most cells say what others say. */
export class SharedStrings {
  /** By text, how a cell of it ends: most cells end like others. */
  readonly #ends = new Map<string, string>();

  /** What follows the place and the style of a cell with a text. */
  endOfCell(text: string): string {
    const known = this.#ends.get(text);
    if (known !== undefined) return known;
    const end = `" t="s"><v>${this.#ends.size}</v></c>`;
    this.#ends.set(text, end);
    return end;
  }

  /** `sharedStrings.xml`. */
  *format(): Generator<string> {
    yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.#ends.size}">`;
    for (const text of this.#ends.keys()) {
      const shown = text.length > LONGEST ? text.slice(0, LONGEST) : text;
      yield `<si><t${SPACED.test(shown) ? ' xml:space="preserve"' : ''}>${escapeXml(shown)}</t></si>`;
    }
    yield '</sst>';
  }
}
