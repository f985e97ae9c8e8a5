import { conceptById } from '../../src/concepts/index.ts';
import { factKey, type Printed } from '../../src/model/fact.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import { type Doubts, type Evidence, isPlain, powerBetween, rawDigits } from './evidence.ts';
import { holds } from './relations/relation.ts';
import { printedPower } from './units-by-sums.ts';

const FEWEST = 2;
const MARGIN = 3;

/** What bears out the scale of a table's amounts, and what another table or a sentence has a power of ten away. */
interface Scale {
  readonly facts: Printed[];
  agreements: number;
  readonly conflicts: Map<number, number>;
}

const SENTENCES = -1;

/**
 * Tests the scale in which amounts are read: by figures that other tables share, by sentences, and by the other terms of
 * a sum. Digits that agree but for a power of ten are one figure told in two scales.
 */
export function doubtScales(evidence: Evidence): Doubts {
  const doubts = new Map<string, string>();
  for (const fact of mixedInSums(evidence))
    doubts.set(fact.id, 'It is added to figures that are told in another scale or unit.');
  for (const fact of alikeInTwoScales(evidence))
    doubts.set(fact.id, 'Its row has figures of its size that were read in another scale.');
  for (const fact of brokenAmongWhole(evidence))
    if (!doubts.has(fact.id))
      doubts.set(fact.id, 'Its point may part thousands: the amounts around it are whole.');
  for (const [fact, reason] of [
    ...impossible(evidence),
    ...unnamedAmounts(evidence),
    ...centsAlone(evidence),
  ])
    if (!doubts.has(fact.id)) doubts.set(fact.id, reason);
  const left = evidence.without(doubts);
  const scales = gather(left);
  for (const [table, scale] of scales) {
    if (!isContradicted(scale) || isSpared(table, scales)) continue;
    for (const { id } of scale.facts)
      if (!doubts.has(id)) doubts.set(id, 'Other places give its figures a power of ten away.');
  }
  for (const [sentence, figure] of apart(left))
    if (!doubts.has(figure.id) && evidence.tableOf(sentence) < 0)
      doubts.set(sentence.id, 'A table gives this figure a power of ten away.');
  for (const { id } of withoutScale(left))
    if (!doubts.has(id)) doubts.set(id, 'Another sentence gives this figure in thousands or millions.');
  return doubts;
}

/** `89.661` among `120,703` and `19,795`: three digits behind the one point of a column of whole amounts. */
function brokenAmongWhole(evidence: Evidence): Printed[] {
  const money = evidence.facts.filter((fact) => evidence.tableOf(fact) >= 0 && isMoney(fact));
  return [...Map.groupBy(money, (fact) => `${evidence.tableOf(fact)}|${fact.unit}`).values()].flatMap(
    (table) => {
      const broken = table.filter(({ raw }) => LIKE_THOUSANDS.test(raw));
      const whole = table.filter(({ raw }) => GROUPED.test(raw));
      const isOdd = broken.length > 0 && whole.length >= MARGIN * broken.length;
      return isOdd && broken.length + whole.length >= FEWEST_WHOLE ? broken : [];
    },
  );
}

const LIKE_THOUSANDS = /^\D*\d{1,3}\.\d{3}\D*$/;
const GROUPED = /^\D*\d{1,3}(?:,\d{3})+\D*$/;
const FEWEST_WHOLE = 4;

/** What no company has: fewer than no employees, earnings of millions on each share. */
function impossible({ facts }: Evidence): readonly (readonly [Printed, string])[] {
  return facts.flatMap((fact): (readonly [Printed, string])[] => {
    const { kind, periodType } = conceptById.get(fact.concept) ?? {};
    const isOfThings = kind === 'count' || kind === 'shares';
    return isOfThings && periodType === 'instant' && fact.aspect === 'amount' && fact.value.startsWith('-')
      ? [[fact, REASONS.belowNil]]
      : fact.unit === 'points' && fact.aspect === 'ratio'
        ? [[fact, REASONS.points]]
        : /\/(?:share|ADS)$/.test(fact.unit) && Math.abs(Number(fact.value)) >= MOST_PER_SHARE
          ? [[fact, REASONS.perShareHuge]]
          : [];
  });
}

const MOST_PER_SHARE = 1_000_000;

const REASONS = {
  points: 'Points tell by how much a rate moved: it may be a change.',
  belowNil: 'A number of things is not below nil: it may be an amount.',
  perShareHuge: 'No amount per share is so large: it may be a number of shares.',
  perShare: 'Its name and heading do not say whether it is an amount, one per share or a number of shares.',
  cents: 'It has cents among amounts in a scale that have none: it may be an amount per share.',
  huge: 'It is far larger than every amount of its table that has a known name: it may be no money.',
};

/**
 * What has the scale that stands over its table and no name that says it is money: `Basic` under a heading that is not
 * understood, an amount with cents among whole ones, one that dwarfs all others.
 */
function unnamedAmounts(evidence: Evidence): readonly (readonly [Printed, string])[] {
  const money = evidence.facts.filter(
    (fact) =>
      evidence.tableOf(fact) >= 0 && isMoney(fact) && printedPower(fact) >= THOUSANDS && isPlain(fact),
  );
  return [...Map.groupBy(money, (fact) => evidence.tableOf(fact)).values()].flatMap((table) => {
    const known = table.filter(({ concept }) => conceptById.has(concept));
    const largest = Math.max(...known.map(({ value }) => Math.abs(Number(value))));
    const whole = table.filter(({ raw }) => !CENTS.test(raw));
    const areWhole = whole.length >= FEWEST_WHOLE && whole.length >= MARGIN * (table.length - whole.length);
    return table
      .filter((fact) => evidence.tiesOf(fact).strong === 0)
      .flatMap((fact): (readonly [Printed, string])[] =>
        areWhole && CENTS.test(fact.raw)
          ? [[fact, REASONS.cents]]
          : conceptById.has(fact.concept)
            ? []
            : OF_SHARES.test(fact.label.trim())
              ? [[fact, REASONS.perShare]]
              : known.length >= FEWEST_WHOLE && Math.abs(Number(fact.value)) > DWARFS * largest
                ? [[fact, REASONS.huge]]
                : [],
      );
  });
}

/** A table of nothing but cents, with names that nobody knows: amounts per share, it may be, of which its lead-in speaks. */
function centsAlone(evidence: Evidence): readonly (readonly [Printed, string])[] {
  const money = evidence.facts.filter(
    (fact) => evidence.tableOf(fact) >= 0 && isMoney(fact) && isPlain(fact),
  );
  return [...Map.groupBy(money, (fact) => evidence.tableOf(fact))].flatMap(([index, table]) => {
    if (evidence.tables[index]?.captions.unit?.exceptions) return [];
    const areCents = table.every(
      (fact) =>
        !conceptById.has(fact.concept) && CENTS.test(fact.raw) && Math.abs(Number(fact.value)) < MOST_OF_ONE,
    );
    const isOfPrices = table.some(({ label, table: title, section, concept }) =>
      PRICES.test([label, title, ...section, concept.replace(/(?=\p{Lu})/gu, ' ')].join(' ')),
    );
    return areCents && !isOfPrices && table.length >= FEWEST_WHOLE
      ? table.map((fact) => [fact, REASONS.perShare] as const)
      : [];
  });
}

const MOST_OF_ONE = 100;
const PRICES =
  /\b(?:prices?|rates?|per|average|averages|cost of|fees?|tickets?|arpu|adr|revpar|rents?|fares?|yields?)\b/i;

const THOUSANDS = 3;
const CENTS = /\d\.\d\d\D*$/;
const OF_SHARES = /^(?:[-–•]\s*)?(?:basic|diluted|basic and diluted)\b[^\p{L}]*$/iu;
/** No line of a statement is so much larger than those beside it. */
const DWARFS = 100;

/** Amounts of sentences without a word of scale that other sentences tell with one. */
function withoutScale(evidence: Evidence): Printed[] {
  const told = evidence.facts.filter((fact) => fact.origin === 'prose' && isMoney(fact) && isPlain(fact));
  return [...Map.groupBy(told, factKey).values()].flatMap((facts) =>
    facts.filter((open) =>
      facts.some(
        (other) =>
          printedPower(open) === 0 && printedPower(other) > 0 && (powerBetween(other, open) ?? 0) > 0,
      ),
    ),
  );
}

/** Sums whose terms are not of one scale and unit: those that most of them are not in. */
function mixedInSums(evidence: Evidence): Printed[] {
  const against = new Map<Printed, number>();
  for (const { kind, strength, instances } of evidence.relations) {
    if (strength !== 'strong' || (kind !== 'sum' && kind !== 'difference')) continue;
    for (const instance of instances.filter(holds)) {
      const facts = [instance.result, ...instance.terms].flatMap((figure) => evidence.factAt(figure) ?? []);
      const groups = [...Map.groupBy(facts, toldIn).values()].sort((a, b) => b.length - a.length);
      const [most = [], next = []] = groups;
      if (groups.length < 2 || most.length < 2 || most.length === next.length) continue;
      for (const fact of groups.slice(1).flat()) against.set(fact, (against.get(fact) ?? 0) + 1);
    }
  }
  return [...against.keys()];
}

/** What the figures of a row have in common grows or shrinks less than this from one column to the next. */
const ALIKE = 30;

/**
 * Amounts of one measure that stand beside each other in two scales though their printed figures are alike, in most of
 * the rows of a table: nobody tells one year in thousands and the next in full.
 */
function alikeInTwoScales(evidence: Evidence): Printed[] {
  const money = evidence.facts.filter(
    (fact) => evidence.tableOf(fact) >= 0 && isMoney(fact) && Number(fact.value) !== 0,
  );
  return [...Map.groupBy(money, (fact) => evidence.tableOf(fact)).values()].flatMap((table) => {
    const rows = [...Map.groupBy(table, rowAndMeasure).values()].filter(
      (row) => new Set(row.map(printedPower)).size > 1,
    );
    const alike = rows.filter(areAlike);
    return alike.length >= FEWEST && alike.length >= MARGIN * (rows.length - alike.length)
      ? alike.flat()
      : [];
  });
}

const rowAndMeasure = ({ line, concept, basis, dimensions, unit }: Printed): string =>
  [line, concept, basis, dimensions, unit].join('|');

function areAlike(row: readonly Printed[]): boolean {
  const printed = row.map((fact) => Math.abs(Number(fact.value)) / 10 ** printedPower(fact));
  return Math.max(...printed) <= ALIKE * Math.min(...printed);
}

/** Unit and power of ten of a printed number: the digits of a sum's terms are all told in one. */
const toldIn = (fact: Printed): string => `${fact.unit}|${printedPower(fact)}`;

function gather(evidence: Evidence): Map<number, Scale> {
  const scales = new Map<number, Scale>();
  for (const fact of evidence.facts) {
    const table = evidence.tableOf(fact);
    if (table < 0 || !isMoney(fact)) continue;
    const scale: Scale = scales.get(table) ?? { facts: [], agreements: 0, conflicts: new Map() };
    scale.facts.push(fact);
    scales.set(table, scale);
  }
  for (const [a, b] of sameFigures(evidence)) {
    const [ofA, ofB] = [evidence.tableOf(a), evidence.tableOf(b)];
    for (const [own, other] of [
      [ofA, ofB],
      [ofB, ofA],
    ] as const) {
      const scale = scales.get(own);
      if (!scale) continue;
      if (mayBeOneNumber(a, b)) scale.agreements++;
      else scale.conflicts.set(other, (scale.conflicts.get(other) ?? 0) + 1);
    }
  }
  return scales;
}

const isMoney = ({ unit, aspect }: Printed): boolean =>
  /^(?!ADS$)[A-Z]{3}$/.test(unit) && aspect === 'amount';

/** Figures of one fact, or of one label, with the same digits: in one scale or in two. */
function sameFigures(evidence: Evidence): (readonly [Printed, Printed])[] {
  const recurring = evidence.relations.flatMap(({ kind, strength, instances: [instance] }) => {
    if (kind !== 'recurrence' || strength !== 'strong' || !instance) return [];
    const [a, b] = [
      evidence.factAt(instance.result),
      instance.terms[0] && evidence.factAt(instance.terms[0]),
    ];
    return a && b && isMoney(a) && isMoney(b) && (mayBeOneNumber(a, b) || isPowerApart(a, b))
      ? [[a, b] as const]
      : [];
  });
  return [...recurring, ...apart(evidence), ...together(evidence)];
}

/** Statements of one fact that differ by a power of ten, the coarser first; every pair once. */
const apart = (evidence: Evidence): (readonly [Printed, Printed])[] =>
  pairsOfOneFact(evidence).filter(([a, b]) => !mayBeOneNumber(a, b) && isPowerApart(a, b));

const together = (evidence: Evidence): (readonly [Printed, Printed])[] =>
  pairsOfOneFact(evidence).filter(([a, b]) => rawDigits(a).length >= 3 && mayBeOneNumber(a, b));

/** A sentence with a table's figure, two tables' figures. */
function pairsOfOneFact(evidence: Evidence): (readonly [Printed, Printed])[] {
  const money = evidence.facts.filter((fact) => isMoney(fact) && isPlain(fact));
  return [...Map.groupBy(money, factKey).values()].flatMap((facts) => {
    const tables = facts.filter((fact) => evidence.tableOf(fact) >= 0);
    return facts.flatMap((a, i) =>
      tables
        .filter(
          (b) =>
            evidence.tableOf(a) !== evidence.tableOf(b) && (a.origin === 'prose' || facts.indexOf(b) > i),
        )
        .map((b) => [a, b] as const),
    );
  });
}

const isPowerApart = (a: Printed, b: Printed): boolean => (powerBetween(a, b) ?? 0) !== 0;

const countConflicts = ({ conflicts }: Scale): number =>
  [...conflicts.values()].reduce((all, count) => all + count, 0);

const isContradicted = (scale: Scale): boolean =>
  countConflicts(scale) >= FEWEST && countConflicts(scale) >= MARGIN * scale.agreements;

/** A table that others bear out is right where those that contradict it are borne out by none. */
const isSpared = (table: number, scales: ReadonlyMap<number, Scale>): boolean => {
  const own = scales.get(table);
  return (
    own !== undefined &&
    own.agreements > 0 &&
    [...own.conflicts.keys()].every(
      (other) => other === SENTENCES || (scales.get(other)?.agreements ?? 0) === 0,
    )
  );
};
