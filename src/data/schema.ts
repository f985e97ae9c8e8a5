import { z } from 'zod';
import { ANSWER_STATUSES } from '../model/answer.ts';
import { STATEMENTS } from '../model/concept.ts';
import {
  type Coverage,
  type DocumentRecord,
  EDITIONS,
  type IssuerRecord,
  type LineRange,
  ROW_ROLES,
  TEXT_KINDS,
} from '../model/document.ts';
import type { ReplacedEdition } from '../model/edition.ts';
import { EXPLANATION_KINDS, type Explanation } from '../model/explanation.ts';
import { ASPECTS, BASES, type Fact, ORIGINS, QUALIFIERS } from '../model/fact.ts';
import { type Finding, VERDICTS } from '../model/finding.ts';
import { HIGHLIGHT_KINDS, type Highlight } from '../model/highlight.ts';
import { DATE_STYLES, NUMBER_STYLES, SPELLINGS } from '../model/house-style.ts';
import { STATED } from '../model/overrides.ts';
import { ISSUER_SECTIONS, PERIOD_SECTIONS } from '../model/sections.ts';
import type { SettledFact } from '../model/settled.ts';
import { FONT_ROLES, type SiteSettings } from '../model/site-settings.ts';
import { GRADES, OUTCOMES, type Verification } from '../model/verification.ts';

/**
 * The shape of the generated data as the site relies on it. Shapes only: what the values mean was checked by the
 * converter, and a hundred thousand facts pass here on every build.
 */
const text = z.string();
const texts = z.array(text);
const line = z.number();
const range: z.ZodType<LineRange> = z.tuple([line, line]);

const settingsSchema: z.ZodType<SiteSettings> = z.object({
  title: text,
  headline: text,
  intro: text,
  about: z.object({ title: text, body: text }).optional(),
  footer: text,
  css: text,
  head: text,
  nameplate: text,
  darkNameplate: text,
  accent: text,
  draft: z.boolean(),
  publish: z.enum(['full', 'figures']),
  withoutCharts: texts,
  withoutPages: texts,
  withoutMeasures: texts,
  leadingMeasures: texts,
  order: z.object({ period: z.array(z.enum(PERIOD_SECTIONS)), issuer: z.array(z.enum(ISSUER_SECTIONS)) }),
  style: z.object({
    spelling: z.enum(SPELLINGS),
    dates: z.enum(DATE_STYLES),
    numbers: z.enum(NUMBER_STYLES),
  }),
  fonts: z.object({
    files: z.array(
      z.object({
        file: text,
        role: z.enum(FONT_ROLES),
        weight: text,
        style: z.enum(['normal', 'italic']),
        bytes: text,
      }),
    ),
  }),
});

export const siteSchema = z.object({
  edition: z.enum(EDITIONS),
  issuers: texts,
  settings: settingsSchema,
  program: text,
  inputs: text,
});

export const issuerSchema: z.ZodType<IssuerRecord> = z.object({
  slug: text,
  name: text,
  shortName: text,
  listings: texts,
  reportingCurrency: text,
  website: text.exactOptional(),
  accent: z.object({ light: text, dark: text }).exactOptional(),
  inputs: text.exactOptional(),
  measures: z.array(z.object({ id: text, label: text, definition: text.exactOptional() })).exactOptional(),
  documents: texts,
  periods: z.array(
    z.object({
      slug: text,
      label: text,
      name: text,
      period: text,
      months: z.number(),
      derived: z.boolean(),
      yearBefore: text,
      yearAfter: text,
      document: text,
    }),
  ),
});

export const factsSchema: z.ZodType<Fact[]> = z.array(
  z.object({
    id: text,
    issuer: text,
    document: text,
    origin: z.enum(ORIGINS),
    line,
    column: z.number(),
    cell: z.number().nullable(),
    table: text,
    section: texts,
    label: text,
    header: texts,
    concept: text,
    aspect: z.enum(ASPECTS),
    basis: z.enum(BASES),
    dimensions: text,
    period: text,
    compared: text,
    unit: text,
    value: text,
    polarity: z.literal([1, -1]),
    qualifier: z.enum(QUALIFIERS),
    decimals: z.number().nullable(),
    raw: text,
    inputs: texts,
    tolerance: text.exactOptional(),
    place: text,
    doubt: text,
    stated: z.array(z.enum(STATED)).exactOptional(),
    page: text.exactOptional(),
  }),
);

const figure = z.object({ raw: text, line });

export const replacedSchema: z.ZodType<ReplacedEdition[]> = z.array(
  z.object({
    document: text,
    id: text,
    file: text,
    released: text,
    isSame: z.boolean(),
    differences: z.array(
      z.object({
        concept: text,
        label: text,
        dimensions: text,
        period: text,
        before: figure.nullable(),
        now: figure.extend({ fact: text }).nullable(),
      }),
    ),
  }),
);

export const settledSchema: z.ZodType<SettledFact[]> = z.array(
  z.object({ statements: texts, grade: z.enum(GRADES), isOpen: z.boolean(), given: text }),
);

export const findingsSchema: z.ZodType<Finding[]> = z.array(
  z.object({
    id: text,
    rule: text,
    verdict: z.enum(VERDICTS),
    issuer: text,
    document: text,
    line,
    column: z.number(),
    cell: z.number().nullable(),
    expected: text,
    actual: text,
    difference: text,
    tolerance: text,
    message: text,
    facts: texts,
    answer: z.object({ status: z.enum(ANSWER_STATUSES), text, by: text, date: text }).exactOptional(),
  }),
);

const verdicts = z.record(z.enum(VERDICTS), z.number());
const measured = { concept: text, period: text, dimensions: text, unit: text };

export const verificationSchema: z.ZodType<Verification> = z.object({
  facts: z.record(
    text,
    z.object({ grade: z.enum(GRADES), agreeing: z.number(), support: texts, findings: texts }),
  ),
  derived: z.record(text, z.object({ words: text, low: text, high: text, inputs: texts })),
  verdicts,
  rules: z.record(text, verdicts),
  refusals: z.array(z.object({ ...measured, reason: text })),
  ledger: z.array(
    z.object({
      ...measured,
      statements: z.array(z.object({ fact: text, value: text, given: text, document: text })),
      actual: text,
      outcome: z.enum(OUTCOMES),
      difference: text,
      differencePercent: text,
      remainder: z
        .object({ period: text, reached: text, needed: text, brought: text, yearBefore: text })
        .nullable(),
    }),
  ),
  restatements: z.array(z.object({ ...measured, facts: texts, finding: text })),
});

export const explanationsSchema: z.ZodType<Explanation[]> = z.array(
  z.object({
    id: text,
    issuer: text,
    document: text,
    kind: z.enum(EXPLANATION_KINDS),
    line,
    column: z.number(),
    endLine: line,
    endColumn: z.number(),
    text,
    speaker: text,
    role: text,
    facts: texts,
  }),
);

export const highlightsSchema: z.ZodType<Record<string, Highlight[]>> = z.record(
  text,
  z.array(
    z.object({
      kind: z.enum(HIGHLIGHT_KINDS),
      title: text,
      parts: z.array(
        z.union([text, z.object({ fact: text, form: z.object({ scale: z.number(), places: z.number() }) })]),
      ),
      sources: texts,
      explanation: z.object({ text, about: text, document: text, line, speaker: text }).exactOptional(),
      weight: z.number(),
    }),
  ),
);

export const coverageSchema: z.ZodType<Record<string, Coverage>> = z.record(
  text,
  z.object({
    tokens: z.number(),
    facts: z.number(),
    other: z.record(text, z.number()),
    unknown: z.number(),
    unread: z.array(z.object({ line, column: z.number(), text, reason: text.exactOptional() })),
  }),
);

const textBlock = z.object({
  kind: z.enum(TEXT_KINDS),
  lines: range,
  section: texts,
  depth: z.number(),
  mark: text,
});

const tableBlock = z.object({
  kind: z.literal('table'),
  lines: range,
  section: texts,
  title: text,
  statement: z.enum(['', ...STATEMENTS]),
  columns: z.array(
    z.object({
      header: texts,
      period: text,
      unit: text,
      scale: z.number(),
      aspect: text,
      basis: text,
    }),
  ),
  rows: z.array(
    z.object({
      line,
      role: z.enum(ROW_ROLES),
      depth: z.number(),
      label: text,
      marks: texts,
      concept: text,
      cells: z.array(z.object({ text, facts: texts })),
    }),
  ),
  notes: z.array(range),
});

export const documentSchema: z.ZodType<DocumentRecord> = z.object({
  issuer: text,
  id: text,
  file: text,
  edition: z.enum(EDITIONS),
  title: text,
  released: text,
  period: text,
  periodSlug: text,
  basis: z.object({
    accounting: text,
    scope: z.enum(['', 'consolidated', 'non-consolidated']),
    audit: z.enum(['', 'audited', 'unaudited']),
  }),
  lines: texts,
  blocks: z.array(z.discriminatedUnion('kind', [textBlock, tableBlock])),
  isReadingTextOther: z.boolean().exactOptional(),
  readingNotes: z.array(z.string()).exactOptional(),
  pages: z.array(z.number()).exactOptional(),
  parts: texts.exactOptional(),
});
