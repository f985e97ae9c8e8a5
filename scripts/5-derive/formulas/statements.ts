import type { Fact } from '../../../src/model/fact.ts';
import type { Book } from '../book.ts';
import type { Relation, Rule } from '../relation.ts';

/**
 * All statements of one fact agree: each is compared with the best one, so that n statements give n - 1 relations.
 * Those that `recomputed` names are compared with a computed number instead.
 */
export function statementRelations(book: Book, recomputed: ReadonlySet<string>): Relation[] {
  const relations: Relation[] = [];
  for (const statements of book.groups()) {
    const [first] = statements;
    if (!first || statements.length < 2) continue;
    const best = book.printed(book.subjectOf(first));
    if (!best?.fact) continue;
    for (const target of statements) {
      if (target === best.fact || recomputed.has(target.id)) continue;
      relations.push({
        rule: ruleOf(target, best.fact),
        target,
        expected: best.interval,
        inputs: [best.fact],
        words: wordsOf(target, best.fact),
        asPrinted: false,
      });
    }
  }
  return relations;
}

const wordsOf = (target: Fact, { raw, line, document }: Fact): string =>
  `the same as ${raw} in line ${line}${document === target.document ? '' : ` of ${document}`}`;

/** What the two statements differ in, the most telling first. */
function ruleOf(a: Fact, b: Fact): Rule {
  if (a.document !== b.document) return 'documents';
  if (a.origin !== b.origin) return 'prose';
  return a.decimals === b.decimals ? 'statements' : 'scale';
}
