import { escapeXml } from '../xbrl/taxonomy-xml.ts';
import { HEAD, MAIN } from './namespaces.ts';

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

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
  format(): string {
    const items = [...this.#places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(text.slice(0, LONGEST))}</t></si>`,
    );
    return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
