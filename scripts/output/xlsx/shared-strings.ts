import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { HEAD, MAIN } from './namespaces.ts';

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/** White space that XML would have a reader trim. */
const SPACED = /^\s|\s$|[\t\n\r]/;

/** The texts of a workbook, each written once: most cells say what others say. */
export class SharedStrings {
  readonly #places = new Map<string, number>();

  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  /** `sharedStrings.xml`. */
  *format(): Generator<string> {
    yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) {
      const shown = text.length > LONGEST ? text.slice(0, LONGEST) : text;
      yield `<si><t${SPACED.test(shown) ? ' xml:space="preserve"' : ''}>${escapeXml(shown)}</t></si>`;
    }
    yield '</sst>';
  }
}
