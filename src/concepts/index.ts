import type { Concept, Member, Section } from '../model/concept.ts';
import { balanceSheet } from './balance-sheet.ts';
import { cashFlow } from './cash-flow.ts';
import { comprehensiveIncome } from './comprehensive-income.ts';
import { dividends } from './dividends.ts';
import { equity } from './equity.ts';
import { incomeStatement } from './income-statement.ts';
import { balanceSheetLines } from './lines/balance-sheet-lines.ts';
import { bankLines } from './lines/bank-lines.ts';
import { cashFlowLines } from './lines/cash-flow-lines.ts';
import { equityLines } from './lines/equity-lines.ts';
import { incomeLines } from './lines/income-lines.ts';
import { insuranceLines } from './lines/insurance-lines.ts';
import { members } from './members.ts';
import { operatingMeasures } from './operating-measures.ts';
import { ownership } from './ownership.ts';
import { perShareConcepts } from './per-share.ts';
import { ratios } from './ratios.ts';
import { sections } from './sections.ts';
import { segments } from './segments.ts';
import { serviceLines } from './service-lines.ts';

export { members, sections };

const known = [
  ...incomeStatement,
  ...serviceLines,
  ...comprehensiveIncome,
  ...perShareConcepts,
  ...balanceSheet,
  ...equity,
  ...cashFlow,
  ...segments,
  ...operatingMeasures,
  ...ratios,
  ...dividends,
  ...ownership,
  ...incomeLines,
  ...balanceSheetLines,
  ...equityLines,
  ...cashFlowLines,
  ...bankLines,
  ...insuranceLines,
];

/** An id of the vocabulary. Facts may have others; what the sources write down is one of these. */
export type ConceptId = (typeof known)[number]['id'];

/** What asks for a measure by its id: that of any fact, but where it is written down, one of the vocabulary. */
export type AnyId<Id extends string> = string extends Id ? Id : ConceptId;

/** Every measure the project knows, in the order of the statements. No sum or ratio names one that is not there. */
export const concepts: readonly Concept[] = known satisfies readonly { readonly names?: ConceptId }[];

export const conceptById: ReadonlyMap<string, Concept> = new Map(
  concepts.map((concept) => [concept.id, concept]),
);
export const sectionById: ReadonlyMap<string, Section> = new Map(
  sections.map((section) => [section.id, section]),
);

/** Axis and id, as in a fact's dimensions. */
export const memberByKey: ReadonlyMap<string, Member> = new Map(
  members.map((member) => [`${member.axis}=${member.id}`, member]),
);

/** Concepts that are another in percent of revenues, by that other. */
export const revenueShares: ReadonlyMap<string, Concept> = new Map(
  concepts.flatMap((concept): [string, Concept][] =>
    concept.kind === 'percent' && concept.ratio?.to === 'Revenues' ? [[concept.ratio.of, concept]] : [],
  ),
);
