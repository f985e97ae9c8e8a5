import type { Issuer } from '../data/index.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Fact } from '../model/fact.ts';
import { lowerFirst } from '../model/format.ts';
import { closing, type Period } from '../model/period.ts';
import { figureNames } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** What management says about a figure, and whose words these are. */
export interface Said {
  /** `The company on systems construction`, `Jane Doe, Chief Executive, on revenues`. */
  readonly who: string;
  /** Stretches of it, one behind the other. */
  readonly parts: readonly string[];
  /** The words stand so in the document, so that they may stand in quotation marks. */
  readonly isVerbatim: boolean;
  readonly document: string;
  readonly line: number;
}

type Words = Pick<Explanation, 'text' | 'speaker' | 'document' | 'line'> & { readonly role?: string };

/** A transcription gives what a release says in other words: it is reported, without quotation marks. */
export function saidBy(issuer: Issuer, said: Words, about: string): Said {
  const { text, speaker, role = '', document, line } = said;
  const edition = issuer.documents.find(({ id }) => id === document)?.edition;
  const isVerbatim = edition === 'published';
  const name = [speaker || 'The company', role].filter(Boolean).join(', ');
  return {
    who: `${name}${role ? ',' : ''} on ${about}`,
    parts: isVerbatim ? spokenParts(text) : [text],
    isVerbatim,
    document,
    line,
  };
}

/** Words that a quote gives, without its marks and without what says whose they are: that is told beside them. */
export function spokenParts(text: string): string[] {
  const [first] = /[“”"]/.exec(text) ?? [];
  const at = first === undefined ? -1 : text.indexOf(first);
  const begins = at === 0;
  const endsFirst = first === '”' || (first === '"' && /[,.!?…]$/.test(text.slice(0, at)));
  if (!begins && !endsFirst) return [text];
  const stretches = text.split(/[“”"]/).filter((_, index) => index % 2 === (begins ? 1 : 0));
  return stretches.map((words) => words.trim().replace(/,$/, '')).filter(Boolean);
}

/** An explanation with a number of its own on a page. */
export interface NumberedReason {
  readonly id: string;
  /** `a`, `b`: what stands at the figures that it is about. */
  readonly mark: string;
  readonly said: Said;
}

/** What is said about figures, each numbered for the page that shows it. */
export class Reasons {
  readonly list: readonly NumberedReason[];
  readonly #byFact = new Map<string, NumberedReason[]>();
  readonly #issuer: Issuer;

  constructor(issuer: Issuer, explanations: readonly Explanation[]) {
    this.#issuer = issuer;
    this.list = explanations.map((explanation, index) => {
      const facts = explanation.facts.flatMap((id) => issuer.facts.byId(id) ?? []);
      const said = saidBy(issuer, explanation, describeSubject(issuer, facts));
      const reason = { id: `reason-${index + 1}`, mark: formatLetter(index), said };
      for (const { id } of facts) this.#byFact.set(id, [...(this.#byFact.get(id) ?? []), reason]);
      return reason;
    });
  }

  /** Those about any of some figures, or other statements of them. */
  about(facts: readonly Fact[]): readonly NumberedReason[] {
    const ids = facts.flatMap((fact) => [
      fact.id,
      ...this.#issuer.facts.listStatements(fact).map(({ id }) => id),
    ]);
    return [...new Set(ids.flatMap((id) => this.#byFact.get(id) ?? []))];
  }
}

/** What is said about figures of a period or of the day at its end. */
export const reasonsOfPeriod = (issuer: Issuer, period: Period): Reasons =>
  reasonsWhere(issuer, (fact) => fact.period === period || fact.period === closing(period));

/** What is said about a measure, in all periods or of some of its facts. */
export const reasonsOfMeasure = (
  issuer: Issuer,
  concept: string,
  isMeant: (fact: Fact) => boolean = () => true,
): Reasons => reasonsWhere(issuer, (fact) => fact.concept === concept && isMeant(fact));

const reasonsWhere = (issuer: Issuer, isMeant: (fact: Fact) => boolean): Reasons =>
  new Reasons(
    issuer,
    issuer.explanations.filter(({ facts }) =>
      facts.some((id) => {
        const fact = issuer.facts.byId(id);
        return fact !== undefined && isMeant(fact);
      }),
    ),
  );

/** `Systems construction revenue, FY2012`: of several figures the first. */
function describeSubject({ record, facts }: Issuer, [fact]: readonly Fact[]): string {
  if (!fact) return 'its figures';
  return [lowerFirst(figureNames(facts, fact).join(', ')), shortPeriodName(record, fact.period)]
    .filter(Boolean)
    .join(', ');
}

/** `a` to `z`, then `aa`. */
const formatLetter = (index: number): string =>
  (index >= 26 ? formatLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
