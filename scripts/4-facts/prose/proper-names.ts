const WORDS = /(?<before>[\p{Ll}\d,)]\s)?(?<![\p{L}\p{N}’'-])(?<word>\p{L}[\p{L}\p{N}’'-]*)/gu;

/** Words that a document writes with a capital letter within its sentences, and nowhere with a small one. */
export class ProperNames {
  readonly #lines: readonly string[];
  #proper: ReadonlySet<string> | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  isProper(word: string): boolean {
    this.#proper ??= this.#read();
    return this.#proper.has(word);
  }

  #read(): ReadonlySet<string> {
    const [small, capital] = [new Set<string>(), new Set<string>()];
    for (const line of this.#lines)
      for (const { groups } of line.matchAll(WORDS)) {
        const word = groups?.['word'] ?? '';
        if (/^\p{Ll}/u.test(word)) small.add(word);
        else if (groups?.['before']) capital.add(word);
      }
    return new Set([...capital].filter((word) => !small.has(word.toLowerCase())));
  }
}
