import type { PeriodRecord } from '../../src/model/document.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import { type Derived, type Fact, isPrinted } from '../../src/model/fact.ts';
import { hedge } from '../../src/model/format.ts';
import type { Highlight, HighlightExplanation, HighlightPart } from '../../src/model/highlight.ts';
import type { Settled } from '../../src/model/settled.ts';
import type { DerivedExplanation } from '../../src/model/verification.ts';
import { choose } from './choose.ts';
import { narrators } from './kinds/index.ts';
import { measureName, memberName } from './names.ts';
import { type Background, type Context, makeContext } from './narrator.ts';
import type { Draft, ToldFigure, Words } from './sentence.ts';
import { workedExplanation } from './worked-facts.ts';

/** What is told about each period, and the facts that were worked out to tell it. */
export interface Narration {
  /** By slug of the period; the most telling first. */
  readonly highlights: Readonly<Record<string, readonly Highlight[]>>;
  readonly worked: readonly WorkedOut[];
}

/** A derived fact and how it came about. */
export interface WorkedOut {
  readonly fact: Derived;
  readonly explanation: DerivedExplanation;
}

/** Phase 7: sentences whose numbers are facts, for every period that has a page. */
export function narrate(facts: Settled, background: Background): Narration {
  const context = makeContext(facts, background);
  const worked = new Map<string, Derived>();
  const highlights = context.issuer.periods.map((period): [string, Highlight[]] => {
    const drafts = choose(makeDrafts(facts, period, context));
    for (const { words } of drafts) {
      for (const { fact } of figuresIn(words))
        if (!isPrinted(fact) && !facts.byId(fact.id)) worked.set(fact.id, fact);
    }
    return [period.slug, finishedPage(drafts, facts, context.explanations)];
  });
  return {
    highlights: Object.fromEntries(highlights),
    worked: [...worked.values()].map((fact) => ({ fact, explanation: workedExplanation(fact) })),
  };
}

const makeDrafts = (facts: Settled, period: PeriodRecord, context: Context): Draft[] =>
  narrators.flatMap((narrator) => narrator(facts, period, context) ?? []);

const figuresIn = (words: Words): ToldFigure[] =>
  words.filter((word): word is ToldFigure => typeof word !== 'string');

interface Explained {
  readonly explanation: Explanation;
  readonly fact: Fact;
}

/** The highlights of one page; what the company says is told once, beside the first that it accounts for. */
function finishedPage(drafts: readonly Draft[], facts: Settled, explanations: Said): Highlight[] {
  const told = new Set<Explanation>();
  return drafts.map((draft) => {
    const explained = findExplanation(draft.about, facts, explanations, told);
    if (explained) told.add(explained.explanation);
    return finished(draft, explained, facts);
  });
}

type Said = Context['explanations'];

const finished = (
  { kind, title, words, weight }: Draft,
  explained: Explained | undefined,
  facts: Settled,
): Highlight => ({
  kind,
  title,
  parts: splitParts(words),
  sources: [...new Set(figuresIn(words).map(({ fact }) => fact.id))],
  ...(explained && { explanation: cited(explained, facts) }),
  weight: Math.round(weight * 1000) / 1000,
});

/** Words and figures with their units; a currency is named at the first amount of a scale only. */
function splitParts(words: Words): HighlightPart[] {
  const named = new Set<string>();
  const parts = words.flatMap((word): HighlightPart[] => {
    if (typeof word === 'string') return [word];
    const { fact, form, currency, unit } = word;
    const isNew = currency !== '' && !named.has(currency + unit);
    named.add(currency + unit);
    return [hedge(fact, form.scale), isNew ? currency : '', { fact: fact.id, form }, unit];
  });
  return joined(parts);
}

/** Neighbouring words as one. */
function joined(parts: readonly HighlightPart[]): HighlightPart[] {
  const result: HighlightPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** The company's reason for the first of the facts for which it gives one, a plain reason before a quote. */
function findExplanation(
  about: readonly Fact[],
  facts: Settled,
  said: Said,
  told: ReadonlySet<Explanation>,
): Explained | undefined {
  for (const kind of ['reason', 'quote'] as const) {
    for (const fact of about) {
      const ids = new Set([fact.id, ...facts.listStatements(fact).map(({ id }) => id)]);
      const all = [...ids].flatMap((id) => said.get(id) ?? []);
      const explanation = all.filter((one) => one.kind === kind && !told.has(one)).sort(latestFirst)[0];
      if (explanation) return { explanation, fact };
    }
  }
  return undefined;
}

const latestFirst = (a: Explanation, b: Explanation): number =>
  a.document === b.document ? b.line - a.line : a.document < b.document ? 1 : -1;

const cited = ({ explanation, fact }: Explained, facts: Settled): HighlightExplanation => ({
  text: explanation.text,
  about: fact.dimensions
    ? `${memberName(fact, facts)} ${measureName(fact.concept)}`
    : measureName(fact.concept),
  document: explanation.document,
  line: explanation.line,
  speaker: explanation.speaker,
});
