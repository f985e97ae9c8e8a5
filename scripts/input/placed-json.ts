import { positionAt, type TextPosition } from '../../src/model/text-position.ts';

/** Keys and indexes that lead to a value of a JSON text. */
export type JsonPath = readonly PropertyKey[];

/** A JSON text, and where each of its values begins: what a message about one of them needs. */
export class PlacedJson {
  readonly value: unknown;
  /** Where the text is no JSON: why. */
  readonly fault: string | undefined;
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    try {
      this.value = JSON.parse(text);
    } catch (error) {
      this.fault = (error as Error).message.replace(/ in JSON at position.*$/s, '');
    }
    try {
      this.#scan([]);
    } catch {
      this.#offsets.set('[]', Math.min(this.#at, text.length));
    }
  }

  /** 1-based line and column of the value, or of the nearest one around it that is there. */
  placeOf(path: JsonPath): TextPosition {
    let offset: number | undefined;
    for (let length = path.length; offset === undefined && length >= 0; length--)
      offset = this.#offsets.get(JSON.stringify(path.slice(0, length)));
    return positionAt(this.#text, offset ?? 0);
  }

  #scan(path: JsonPath): void {
    this.#take(/\s*/y);
    this.#offsets.set(JSON.stringify(path), this.#at);
    if (this.#has('{'))
      this.#members('}', () => {
        const start = this.#at;
        const key = JSON.parse(this.#take(STRING)) as string;
        this.#take(/\s*:/y);
        this.#scan([...path, key]);
        if (this.fault === undefined) this.#offsets.set(JSON.stringify([...path, key]), start);
      });
    else if (this.#has('[')) this.#members(']', (index) => this.#scan([...path, index]));
    else this.#take(SCALAR);
    this.#take(/\s*/y);
  }

  #members(end: string, scan: (index: number) => void): void {
    this.#take(/[[{]\s*/y);
    for (let index = 0; !this.#has(end); index++) {
      if (index > 0) this.#take(/,\s*/y);
      scan(index);
    }
    this.#at++;
  }

  #has(character: string): boolean {
    return this.#text[this.#at] === character;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) throw new SyntaxError('no JSON');
    this.#at += found[0].length;
    return found[0];
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
