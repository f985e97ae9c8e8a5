import { addedConcepts } from '../../src/concepts/added-concepts.ts';
import { type AnyId, conceptById } from '../../src/concepts/index.ts';
import type { PeriodRecord } from '../../src/model/document.ts';
import type { Aspect, Basis, Fact } from '../../src/model/fact.ts';
import { findFinerRate } from '../../src/model/finer-rate.ts';
import { pageForm } from '../../src/model/page-form.ts';
import { closing, isInstant, opening, type Period } from '../../src/model/period.ts';
import {
  growthRate,
  meets,
  minus,
  printedQuantity,
  type Quantity,
  weightedSum,
} from '../../src/model/quantity.ts';
import type { Settled } from '../../src/model/settled.ts';
import { periodBefore } from '../../src/model/year-before.ts';
import type { Context } from './narrator.ts';
import { money, type ToldFigure } from './sentence.ts';
import { workedFact } from './worked-facts.ts';

/** One of the parts that make up an amount: a concept of its own or a member of an axis. */
export interface PartAmount {
  readonly now: Fact;
  readonly before: Fact | undefined;
}

interface Asked {
  readonly period: Period;
  readonly dimensions?: string;
  readonly basis?: Basis;
  readonly aspect?: Aspect;
}

/** Asks the facts of an issuer for the numbers of one period and those a year before, and works out what is not stated. */
export class PeriodReading {
  readonly facts: Settled;
  readonly period: Period;
  readonly before: Period;
  readonly currency: string;
  /** Power of ten in which amounts of money are told, and their decimal places. */
  readonly scale: number;
  readonly places: number;
  readonly #wrong: Context['wrong'];
  readonly #doubtful: Context['doubtful'];

  constructor(facts: Settled, period: PeriodRecord, { issuer, wrong, doubtful }: Context) {
    this.facts = facts;
    this.period = period.period;
    this.before = periodBefore(issuer, period.period);
    this.currency = issuer.reportingCurrency || usualCurrency(facts);
    this.#wrong = wrong;
    this.#doubtful = doubtful;
    const { scale, places } = pageForm(facts, this.currency);
    this.scale = scale;
    this.places = places;
  }

  /** An amount of money in the page's unit. */
  money = (fact: Fact): ToldFigure => money(fact, this.scale, this.places);

  /** The amount of a concept in the period, or at its end; nil is no number to tell. */
  amount<Id extends string>(concept: AnyId<Id>, dimensions = ''): Fact | undefined {
    return this.amountIn(concept, this.period, dimensions);
  }

  /** The same in another period. */
  amountIn<Id extends string>(concept: AnyId<Id>, period: Period, dimensions = ''): Fact | undefined {
    return this.find(concept, { period: this.at(concept, period), dimensions });
  }

  /** The amount of the first of some concepts that has one. */
  firstOf(concepts: readonly string[]): Fact | undefined {
    return concepts.map((concept) => this.amount(concept)).find((fact) => fact !== undefined);
  }

  /** The same a year before. */
  amountBefore<Id extends string>(concept: AnyId<Id>, dimensions = ''): Fact | undefined {
    return this.amountIn(concept, this.before, dimensions);
  }

  /** What a fact is settled to; none that a check found wrong or doubts. */
  find(
    id: string,
    { period, dimensions = '', basis = 'reported', aspect = 'amount' }: Asked,
  ): Fact | undefined {
    const isMoney = conceptById.get(id)?.kind === 'monetary' && aspect === 'amount';
    return this.facts
      .findAll({ concept: id, period, dimensions, basis, aspect, ...(isMoney && { unit: this.currency }) })
      .find((fact) => this.isSound(fact));
  }

  isSound({ id, value, qualifier, unit }: Fact): boolean {
    const isOpen = this.#wrong.has(id) || this.#doubtful.has(id);
    return value !== '' && qualifier === 'exact' && !isOpen && this.isOwnCurrency(unit);
  }

  /** Growth in percent on the year: as printed, else worked out. */
  growth<Id extends string>(concept: AnyId<Id>, dimensions = ''): Fact | undefined {
    const [now, before] = [this.amount(concept, dimensions), this.amountBefore(concept, dimensions)];
    const printed = this.printedChange(concept, 'changePercent', 'percent', dimensions);
    const worked = now && before && this.changed(now, before, 'changePercent');
    const isTold =
      printed &&
      Number(printed.value) !== 0 &&
      (!now || !before || Number(before.value) * before.polarity > 0);
    const told = isTold ? printed : worked;
    const finer = told && now && before && findFinerRate(this.facts, [now, before], told.decimals ?? 0);
    return finer && this.isSound(finer) && meets(printedQuantity(finer), printedQuantity(told))
      ? finer
      : told;
  }

  /** The change of an amount from one period to another: as printed for the year, else worked out. */
  change(now: Fact, before: Fact): Fact | undefined {
    const printed = this.facts
      .findAll({
        concept: now.concept,
        period: now.period,
        aspect: 'change',
        dimensions: now.dimensions,
        unit: now.unit,
      })
      .find((fact) => fact.compared === before.period && this.isSound(fact));
    return printed ?? this.changed(now, before, 'change');
  }

  /** Stated changes of a balance over the period. */
  changesOver({ concept, period, unit, dimensions }: Fact): readonly Fact[] {
    return this.facts
      .findAll({ concept, period, aspect: 'change', unit, dimensions })
      .filter(({ compared }) => compared === opening(this.period));
  }

  /** A ratio of the vocabulary in percent: as printed, else worked out. */
  ratio<Id extends string>(id: AnyId<Id>, when: 'now' | 'before' = 'now'): Fact | undefined {
    const period = this.at(id, when === 'now' ? this.period : this.before);
    const printed = this.find(id, { period, aspect: 'ratio' });
    return printed;
  }

  /** The change of a ratio on the year, in points. */
  pointsChange(id: string): Fact | undefined {
    const printed = this.printedChange(id, 'change', 'points', '');
    const [now, before] = [this.ratio(id), this.ratio(id, 'before')];
    if (printed || !now || !before) return printed;
    const subject = {
      concept: id,
      aspect: 'change',
      period: now.period,
      compared: before.period,
      dimensions: '',
      unit: 'points',
    } as const;
    return workedFact(subject, minus(printedQuantity(now), printedQuantity(before)), [now, before]);
  }

  /** The parts of a concept by the first way of adding it up that foots in the period, else its segments. */
  parts(concept: string): readonly PartAmount[] {
    const whole = this.amount(concept);
    if (!whole) return [];
    for (const way of conceptById.get(concept)?.sums ?? []) {
      if (Object.values(way).some((weight) => weight < 0)) continue;
      const parts = Object.keys(way).flatMap((id) => this.partOf(id, ''));
      if (
        parts.length > 1 &&
        meets(weightedSum(parts.map(({ now }) => [printedQuantity(now), 1])), printedQuantity(whole))
      )
        return parts;
    }
    return this.segments(whole);
  }

  /** Whatever parts of a concept are stated, whether or not they make it up. */
  partsKnown(concept: string): readonly PartAmount[] {
    return addedConcepts(concept).flatMap((id) => this.partOf(id, ''));
  }

  /** The amounts of the segments where they add up to the whole, what is eliminated between them added or taken off. */
  private segments(whole: Fact): readonly PartAmount[] {
    const members = new Set(
      this.facts
        .ofConcept(whole.concept)
        .flatMap(({ dimensions, period, aspect }) =>
          period === whole.period && aspect === 'amount' && /^segment=[^;]+$/.test(dimensions)
            ? [dimensions]
            : [],
        ),
    );
    const all = [...members].flatMap((dimensions) => this.partOf(whole.concept, dimensions));
    const [between, parts] = [all.filter(isBetween), all.filter((part) => !isBetween(part))];
    const foots = ([1, -1] as const).some((weight) =>
      meets(
        weightedSum([
          ...parts.map(({ now }) => [printedQuantity(now), 1] as const),
          ...between.map(({ now }) => [printedQuantity(now), weight] as const),
        ]),
        printedQuantity(whole),
      ),
    );
    return parts.length > 1 && foots ? parts : [];
  }

  private partOf(concept: string, dimensions: string): PartAmount[] {
    const now = this.amount(concept, dimensions);
    return now ? [{ now, before: this.amountBefore(concept, dimensions) }] : [];
  }

  /** The period or, for a balance, the day at its end. */
  at(concept: string, period: Period): Period {
    return conceptById.get(concept)?.periodType === 'instant' && !isInstant(period)
      ? closing(period)
      : period;
  }

  private printedChange(concept: string, aspect: Aspect, unit: string, dimensions: string): Fact | undefined {
    return this.facts
      .findAll({ concept, period: this.at(concept, this.period), aspect, unit, dimensions })
      .find((fact) => fact.compared === this.at(concept, this.before) && this.isSound(fact));
  }

  private changed(now: Fact, before: Fact, aspect: 'change' | 'changePercent'): Fact | undefined {
    const { concept, dimensions, period } = now;
    const unit = aspect === 'changePercent' ? 'percent' : now.unit;
    const subject = { concept, aspect, period, compared: before.period, dimensions, unit };
    return workedFact(subject, CHANGES[aspect](printedQuantity(now), printedQuantity(before)), [now, before]);
  }

  private isOwnCurrency(unit: string): boolean {
    const [currency = ''] = unit.split('/');
    return !/^[A-Z]{3}$/.test(currency) || currency === 'ADS' || currency === this.currency;
  }
}

const CHANGES: Readonly<
  Record<'change' | 'changePercent', (now: Quantity, before: Quantity) => Quantity | undefined>
> = {
  change: minus,
  changePercent: growthRate,
};

/** The currency of most amounts, for an issuer that does not say in which it reports. */
function usualCurrency(facts: Settled): string {
  const counts = new Map<string, number>();
  for (const { unit } of facts.statements)
    if (/^(?!ADS$)[A-Z]{3}$/.test(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const readings = new WeakMap<Context, Map<Period, PeriodReading>>();

/** The reading of a period, made once for all that tell it. */
export function readPeriod(facts: Settled, period: PeriodRecord, context: Context): PeriodReading {
  const known = readings.get(context) ?? new Map<Period, PeriodReading>();
  readings.set(context, known);
  const reading = known.get(period.period) ?? new PeriodReading(facts, period, context);
  known.set(period.period, reading);
  return reading;
}

const isBetween = ({ now }: PartAmount): boolean => now.dimensions === 'segment=elimination';
