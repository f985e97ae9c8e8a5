import { basename } from 'node:path';
import type { Problem } from '../../src/model/problem.ts';
import { positionAt, type TextPosition } from '../../src/model/text-position.ts';
import type { ConfigEntry } from './schema.ts';

export const MEND = 'correct the entry or take it out';

/** A file of settings, JSON or TypeScript, as messages point into it. */
export class SettingsText {
  readonly file: string;
  readonly text: string;
  readonly #tokens: readonly Token[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#tokens = tokenize(text);
  }

  /** Where it names an entry, or a value that is behind it; the beginning where it names neither. */
  placeOf(entry: string, within: readonly PropertyKey[] = [], value?: unknown): TextPosition {
    let index = this.#findKey(entry, 0);
    for (const key of within)
      if (typeof key === 'string') index = Math.max(index, this.#findKey(key, index + 1));
    const said = this.#tokens.findIndex((token, at) => at > index && token.isQuoted && token.word === value);
    return this.#position(this.#tokens[typeof value === 'string' && said >= 0 ? said : index]?.offset);
  }

  /** An entry at fault. */
  problem(entry: ConfigEntry, found: string, expected: string, value?: unknown): Problem {
    const place = this.placeOf(entry, [], value);
    return { file: this.file, ...place, found: `${entry} ${found}`, expected, mend: MEND };
  }

  /** Where a program failed, as its engine's trace tells: a line with marks below it, or `file:line:column`. */
  placeOfFailure({ message, stack = '' }: Error): TextPosition {
    const name = basename(this.file).replace(/[^\w]/g, '\\$&');
    const [, line, column] = RegExp(`${name}(?:\\?[\\d.]*)?:(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
    const marks = /\n( *)\^+\n/.exec(stack)?.[1];
    if (line !== undefined) return { line: Number(line), column: Number(column ?? (marks ?? '').length + 1) };
    const named = this.#tokens.find(({ isQuoted, word }) => isQuoted && endsAlike(message, word));
    return this.#position(named?.offset);
  }

  /** The outermost of that name is meant. */
  #findKey(name: string, from: number): number {
    const found = this.#tokens
      .map((token, index) => ({ token, index, next: this.#tokens[index + 1]?.word ?? '' }))
      .filter(({ token, index, next }) => index >= from && token.word === name && /^[:,}]$/.test(next))
      .sort((a, b) => a.token.depth - b.token.depth);
    return found[0]?.index ?? -1;
  }

  #position(offset = 0): TextPosition {
    return positionAt(this.text, offset);
  }
}

interface Token {
  /** What stands between its quotation marks, if it is quoted. */
  readonly word: string;
  readonly isQuoted: boolean;
  readonly offset: number;
  /** Brackets that are open around it. */
  readonly depth: number;
}

/** Words, strings and brackets; what a comment says is none of them. */
function tokenize(text: string): Token[] {
  let depth = 0;
  return [...text.matchAll(TOKEN)].flatMap(({ 0: all, 1: quote, index }): Token[] => {
    if (all.startsWith('//') || all.startsWith('/*')) return [];
    if (/^[)}\]]$/.test(all)) depth--;
    const word = quote ? all.slice(1, -1) : all;
    const token = { word, isQuoted: quote !== undefined, offset: index, depth };
    if (/^[({[]$/.test(all)) depth++;
    return [token];
  });
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'`])(?:\\.|(?!\1)[^\\])*\1|[\w$-]+|[^\s\w]/g;

/** A module that cannot be found is named by its whole path. */
const endsAlike = (message: string, path: string): boolean =>
  message.includes(`'${path}'`) || message.includes(`/${path.replace(/^(?:\.\.?\/)+/, '')}'`);
