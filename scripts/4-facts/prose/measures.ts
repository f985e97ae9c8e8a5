import { OTHERS, PARTS } from '../../../src/concepts/fold-issuer.ts';
import { foldLabel } from '../../../src/concepts/fold-label.ts';
import { concepts } from '../../../src/concepts/index.ts';
import { findConcept, makeConceptId, makeMemberId, readTelling } from '../../../src/concepts/vocabulary.ts';
import type { Concept, ConceptKind } from '../../../src/model/concept.ts';
import { countEdits } from '../../../src/model/count-edits.ts';
import { withoutLegalForm } from '../../grammar/legal-forms.ts';
import { wordsIn } from '../../grammar/plain-words.ts';
import type { Figure, FigureKind } from './figure.ts';
import { aliasesLike, findNames, holdsWithin, isWordOfNames } from './measure-index.ts';

/** What a number is said to measure. */
export interface Measure {
  readonly concept: Concept | undefined;
  readonly id: string;
  /** The words that name it. */
  readonly label: string;
  /** -1 where the words speak of the concept's opposite: a loss, cash used, a tax benefit. */
  readonly sense: 1 | -1;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Things counted that the vocabulary does not know; a flow was done over the period: stores opened. */
  readonly counts?: 'stock' | 'flow';
  /** What an unknown measure counts, where its name says so: `cards`. */
  readonly noun?: string;
  /** It may be of the whole: only a heading says of which part it is. */
  readonly isGuess?: true;
  /** It is what something did to a measure, told by its own name: nothing later is held against it. */
  readonly isEffect?: true;
  /** Measures that the words name side by side, for numbers side by side: `revenue and operating income`. */
  readonly alternatives?: readonly Measure[];
}

/** What the figure needs the measure to be: undefined where any kind will do, as for a rate of change. */
export type Needed = FigureKind | 'bigMoney' | undefined;

/** Millions are no amount per share. */
export const neededBy = ({ kind, scale }: Figure): Needed =>
  kind === 'money' && scale >= 3 ? 'bigMoney' : kind;

const FITS: Readonly<Record<Exclude<Needed, undefined>, readonly ConceptKind[]>> = {
  money: ['monetary', 'perShare', 'rate'],
  bigMoney: ['monetary'],
  perShare: ['perShare'],
  percent: ['percent'],
  points: ['percent'],
  shares: ['shares'],
  count: ['count', 'shares'],
  times: ['percent', 'rate'],
  split: ['rate'],
  rate: ['rate'],
  bandwidth: ['bandwidth'],
  bare: ['count', 'shares', 'bandwidth', 'percent', 'perShare'],
};

/** Words that are tried behind a name where the figure is of another kind than the plain name means. */
const COMPLETIONS: Readonly<Partial<Record<Exclude<Needed, undefined>, readonly string[]>>> = {
  percent: [' ratio', ' margin', ' to total revenues', ' growth'],
  points: [' ratio', ' margin', ' to total revenues'],
  perShare: [' per share'],
};

/** Not the outside shareholders of subsidiaries, and not parts of the business. */
const ATTRIBUTABLE = new RegExp(
  `\\b((?:attributable|available) to) (?!(?:the )?(?:${OTHERS}|(?:each )?common)\\b)(?![^,;]*\\b${PARTS}\\s*$)(?:(?!\\bper\\b)[^,;])+?(?=\\s+per\\b|$)`,
  'i',
);

/** `attributable to Larch Data, Inc. common stockholders`. */
const HOLDERS_OF =
  /\b((?:attributable|available) to) (?:\p{Lu}[\p{L}&.,'’-]*\s){1,6}(?=common (?:stock|share)holders)/u;

/** Finds measures by the words that name them; remembers what it found, since texts repeat themselves. */
export class Measures {
  readonly #issuerNames: readonly string[];
  readonly #shortNames: readonly string[];
  readonly #wordsOfNames: ReadonlySet<string>;
  readonly #found = new Map<string, Measure | null>();

  constructor(issuerNames: readonly string[]) {
    this.#issuerNames = issuerNames;
    const firstWords = issuerNames.flatMap(
      (name) => /^(\p{Lu}[\p{L}\p{N}]{3,})(?= \p{Lu})/u.exec(name)?.[1] ?? [],
    );
    this.#shortNames = [
      ...issuerNames.filter((name) => /^[\p{L}\p{N}-]+$/u.test(name)),
      ...firstWords.filter((word) => !isWordOfNames(word)),
    ].map((name) => name.toLowerCase());
    this.#wordsOfNames = new Set(wordsIn(issuerNames.join(' ')));
  }

  /** Whether a word, in small letters, names the issuer or is one of its names' words. */
  isOfIssuer = (word: string): boolean => this.#wordsOfNames.has(word) || this.isIssuer(word);

  /** Whether a word names the issuer, a slip of the pen allowed. */
  isIssuer = (word: string): boolean => {
    const lower = word.toLowerCase().replace(/['’]s?$/, '');
    return this.#shortNames.some(
      (name) =>
        name === lower ||
        (name.length >= 3 &&
          lower.length >= 2 &&
          Math.abs(name.length - lower.length) < 2 &&
          countEdits(name, lower) === 1),
    );
  };

  /** Whether a phrase is nothing but a name of the issuer, or a word that stands for it. */
  isSelf(phrase: string): boolean {
    const bare = phrase
      .trim()
      .replace(/['’]s?$/, '')
      .replace(/^(?:and|the|our)\s+/i, '');
    return (
      /^(?:we|it|its|our|us|this|that|they|he|she|which|company|group|issuer|management|board|board of directors|corporation|business|year|quarter|period)?$/i.test(
        bare,
      ) ||
      this.#issuerNames.some(
        (name) => withoutLegalForm(name).toLowerCase() === withoutLegalForm(bare).toLowerCase(),
      ) ||
      this.isIssuer(bare)
    );
  }

  /** The measure that a phrase names for certain. */
  find(phrase: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    const text = phrase.trim();
    if (text === '' || text.length > 200) return undefined;
    const key = `${needed ?? ''}|${enclosing.join(' ')}|${text}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known ?? undefined;
    const found =
      this.#search(text, needed, enclosing) ??
      this.#told(text, needed, enclosing) ??
      this.#lost(text, needed, enclosing);
    this.#found.set(key, found ?? null);
    return found;
  }

  /** `Non-GAAP operating income`: a known measure, told in another way than the accounts do. */
  #told(text: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    const telling = readTelling(text);
    const rest = telling?.rest.replace(/^total\s+/i, '');
    const found = rest ? this.#search(rest, needed, enclosing) : undefined;
    return (
      found &&
      telling && { ...found, label: text, dimensions: { ...found.dimensions, ...telling.dimensions } }
    );
  }

  /** `Adjusted EBITDA loss`: a known measure below zero. */
  #lost(text: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    for (const rest of [text.replace(/\s+loss(?:es)?$/i, ''), text.replace(/\bloss\b/i, 'profit')]) {
      const found = rest === text ? undefined : this.find(rest, needed, enclosing);
      if (found) return { ...found, label: text, sense: -1 };
    }
    return undefined;
  }

  /** Names of measures within a phrase, in order. */
  namesIn = (phrase: string) => findNames(phrase, this.isIssuer);

  #search(text: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    for (const spelling of new Set([text, text.replace(/\s*\([^)]*\)/g, '')])) {
      const found = this.#reordered(spelling, needed, enclosing);
      if (found) return found;
    }
    for (const more of (needed && COMPLETIONS[needed]) ?? []) {
      const found = this.#reordered(`${text}${more}`, needed, enclosing);
      if (found) return { ...found, label: text };
    }
    return undefined;
  }

  /** A misspelt name: a last resort, since looking for one takes long. */
  findMisspelt(phrase: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    return phrase.length < 12 ? undefined : this.#known(phrase, phrase, needed, enclosing);
  }

  /** The words as they are, then with the issuer's names as `{issuer}`. */
  #reordered(text: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    const found = this.#byAlias(text, text, needed, enclosing);
    if (found) return found;
    const named = this.#withIssuer(text);
    return named === text ? undefined : this.#byAlias(named, text, needed, enclosing);
  }

  /** Aliases that say the same words, the one that says them as they stand first. */
  #byAlias(words: string, label: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    const kinds = needed && FITS[needed];
    const aliases = aliasesLike(words).filter(
      (alias) => (!kinds || kinds.includes(alias.kind)) && holdsWithin(alias, enclosing),
    );
    const lower = words.toLowerCase();
    const verbatim = aliases.find((alias) => alias.text === lower);
    for (const alias of verbatim ? [verbatim, ...aliases] : aliases) {
      const found = this.#known(alias.text, label, needed, enclosing);
      if (found) return found;
    }
    return undefined;
  }

  /** Names of the issuer, and whoever else its income is attributable to, as aliases write them. */
  #withIssuer(text: string): string {
    let named = text.replace(HOLDERS_OF, '$1 ').replace(ATTRIBUTABLE, '$1 {issuer}');
    for (const name of this.#issuerNames)
      if (named.includes(name)) named = named.replaceAll(name, '{issuer}');
    return named.replace(/[\p{L}\p{N}-]+(?![\p{L}}])/gu, (word) => (this.isIssuer(word) ? '{issuer}' : word));
  }

  #known(name: string, label: string, needed: Needed, enclosing: readonly string[]): Measure | undefined {
    const kinds = needed ? FITS[needed] : [undefined];
    for (const kind of kinds) {
      const match =
        findConcept(name, { enclosing, issuerNames: this.#issuerNames, kind }) ??
        (enclosing.length > 0
          ? findConcept(name, { enclosing: [], issuerNames: this.#issuerNames, kind })
          : undefined);
      if (!match || (kind !== undefined && match.concept.kind !== kind)) continue;
      if (needed === 'times' && /\bpercent\b/i.test(match.concept.definition)) continue;
      const dimensions = match.member ? { [match.member.axis]: match.member.id } : {};
      return {
        concept: match.concept,
        id: match.concept.id,
        label,
        sense: readSense(label, match.concept),
        dimensions,
      };
    }
    return undefined;
  }
}

/** The ratio of a measure to revenues, where the vocabulary knows one: the margin. */
export function findMargin({ concept, sense }: Measure): Measure | undefined {
  const margin =
    concept &&
    concepts.find(
      ({ kind, ratio }) => kind === 'percent' && ratio?.of === concept.id && ratio.to === 'Revenues',
    );
  return margin && { concept: margin, id: margin.id, label: margin.label, sense, dimensions: {} };
}

/** A measure that the vocabulary does not know: its id is made of the words that name it. */
export function unknownMeasure(path: readonly string[], label: string): Measure {
  const name = label.replace(BELOW_ZERO, '');
  const sense = name === label ? foldLabel(label).sense : -1;
  return { concept: undefined, id: makeConceptId(path, name), label, sense, dimensions: {} };
}
/** `Segment adjusted EBITDA loss`. */
const BELOW_ZERO = /(?<=\bEBITDA\w*) loss(?:es)?$/i;

export const withDimension = (measure: Measure, axis: string, member: string): Measure => ({
  ...measure,
  dimensions: { ...measure.dimensions, [axis]: makeMemberId(member) },
});

/** What cannot be below zero is told as it is; for the rest, words of loss and use turn the sign. */
function readSense(label: string, concept: Concept): 1 | -1 {
  if (
    /\b(?:benefits?|credit)\b/i.test(label) &&
    !/\b(?:salar(?:y|ies)|wages?|employee|staff|personnel|compensation|retirement|pension)\b/i.test(label) &&
    /\bexpense/i.test(concept.label) &&
    !/\bexpense/i.test(label)
  )
    return -1;
  if (concept.nonNegative) return 1;
  return (foldLabel(label).sense * foldLabel(concept.label).sense) as 1 | -1;
}
