import { z } from 'zod';
import { ANSWER_STATUSES, type Answer } from '../model/answer.ts';
import { STATEMENTS } from '../model/concept.ts';
import {
  type Coverage,
  type DocumentRecord,
  EDITIONS,
  type IssuerRecord,
  type LineRange,
  type PeriodRecord,
  ROW_ROLES,
  type StatedBasis,
  type TableCell,
  type TableColumn,
  type TableRow,
  TEXT_KINDS,
  type UnreadNumber,
} from '../model/document.ts';
import type { EditionDifference, EditionFigure, ReplacedEdition } from '../model/edition.ts';
import { EXPLANATION_KINDS, type Explanation } from '../model/explanation.ts';
import { ASPECTS, BASES, type Derived, type Printed, QUALIFIERS } from '../model/fact.ts';
import { type Finding, VERDICTS } from '../model/finding.ts';
import {
  type FigureForm,
  HIGHLIGHT_KINDS,
  type Highlight,
  type HighlightExplanation,
  type HighlightFigure,
} from '../model/highlight.ts';
import { DATE_STYLES, NUMBER_STYLES, SPELLINGS } from '../model/house-style.ts';
import type { OwnMeasure } from '../model/issuer-settings.ts';
import { STATED } from '../model/overrides.ts';
import { ISSUER_SECTIONS, PERIOD_SECTIONS } from '../model/sections.ts';
import type { SettledFact } from '../model/settled.ts';
import { FONT_ROLES, type OwnFont, type OwnPage, type SiteSettings } from '../model/site-settings.ts';
import {
  type DerivedExplanation,
  type FactVerification,
  GRADES,
  type LedgerEntry,
  type LedgerRemainder,
  type LedgerStatement,
  OUTCOMES,
  type Refusal,
  type Restatement,
  type Verification,
} from '../model/verification.ts';

/**
 * The shape of the generated data as the site relies on it. Shapes only: what the values mean was checked by the
 * converter, and a hundred thousand facts pass here on every build.
 */
const text = z.string();
const texts = z.array(text);
const line = z.number();
const range: z.ZodType<LineRange> = z.tuple([line, line]);

/** An object with all fields of a type, those that may be missing too, and no others: the compiler compares the two. */
const objectSchema = <T>(shape: { readonly [Key in keyof T]-?: z.ZodType<T[Key]> }): z.ZodType<T> =>
  z.object(shape) as unknown as z.ZodType<T>;

const settingsSchema = objectSchema<SiteSettings>({
  title: text,
  headline: text,
  intro: text,
  about: objectSchema<OwnPage>({ title: text, body: text }).optional(),
  footer: text,
  license: text,
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
      objectSchema<OwnFont>({
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

export const issuerSchema = objectSchema<IssuerRecord>({
  slug: text,
  name: text,
  shortName: text,
  listings: texts,
  reportingCurrency: text,
  website: text.exactOptional(),
  accent: z.object({ light: text, dark: text }).exactOptional(),
  inputs: text.exactOptional(),
  measures: z
    .array(objectSchema<OwnMeasure>({ id: text, label: text, definition: text.exactOptional() }))
    .exactOptional(),
  documents: texts,
  periods: z.array(
    objectSchema<PeriodRecord>({
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

const told = {
  id: text,
  issuer: text,
  label: text,
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
  doubt: text,
  page: text.exactOptional(),
};

export const factsSchema = z.array(
  z.union([
    objectSchema<Printed>({
      ...told,
      origin: z.enum(['table', 'prose']),
      document: text,
      line,
      column: z.number(),
      cell: z.number().nullable(),
      table: text,
      section: texts,
      header: texts,
      raw: text,
      place: text,
      stated: z.array(z.enum(STATED)).exactOptional(),
    }),
    objectSchema<Derived>({ ...told, origin: z.literal('derived'), inputs: texts, tolerance: text }),
  ]),
);

const figure = { raw: text, line };

export const replacedSchema = z.array(
  objectSchema<ReplacedEdition>({
    document: text,
    id: text,
    file: text,
    released: text,
    isSame: z.boolean(),
    differences: z.array(
      objectSchema<EditionDifference>({
        concept: text,
        label: text,
        dimensions: text,
        period: text,
        before: objectSchema<EditionFigure>(figure).nullable(),
        now: z.object({ ...figure, fact: text }).nullable(),
      }),
    ),
  }),
);

export const settledSchema = z.array(
  objectSchema<SettledFact>({ statements: texts, grade: z.enum(GRADES), isOpen: z.boolean(), given: text }),
);

export const findingsSchema = z.array(
  objectSchema<Finding>({
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
    answer: objectSchema<Answer>({
      status: z.enum(ANSWER_STATUSES),
      text,
      by: text,
      date: text,
    }).exactOptional(),
  }),
);

const verdicts = z.record(z.enum(VERDICTS), z.number());
const measured = { concept: text, period: text, dimensions: text, unit: text };

export const verificationSchema = objectSchema<Verification>({
  facts: z.record(
    text,
    objectSchema<FactVerification>({
      grade: z.enum(GRADES),
      agreeing: z.number(),
      support: texts,
      findings: texts,
    }),
  ),
  derived: z.record(
    text,
    objectSchema<DerivedExplanation>({ words: text, low: text, high: text, inputs: texts }),
  ),
  verdicts,
  rules: z.record(text, verdicts),
  refusals: z.array(objectSchema<Refusal>({ ...measured, reason: text })),
  ledger: z.array(
    objectSchema<LedgerEntry>({
      ...measured,
      statements: z.array(
        objectSchema<LedgerStatement>({ fact: text, value: text, given: text, document: text }),
      ),
      actual: text,
      outcome: z.enum(OUTCOMES),
      difference: text,
      differencePercent: text,
      remainder: objectSchema<LedgerRemainder>({
        period: text,
        reached: text,
        needed: text,
        brought: text,
        yearBefore: text,
      }).nullable(),
    }),
  ),
  restatements: z.array(objectSchema<Restatement>({ ...measured, facts: texts, finding: text })),
});

export const explanationsSchema = z.array(
  objectSchema<Explanation>({
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

export const highlightsSchema = z.record(
  text,
  z.array(
    objectSchema<Highlight>({
      kind: z.enum(HIGHLIGHT_KINDS),
      title: text,
      parts: z.array(
        z.union([
          text,
          objectSchema<HighlightFigure>({
            fact: text,
            form: objectSchema<FigureForm>({ scale: z.number(), places: z.number() }),
          }),
        ]),
      ),
      sources: texts,
      explanation: objectSchema<HighlightExplanation>({
        text,
        about: text,
        document: text,
        line,
        speaker: text,
      }).exactOptional(),
      weight: z.number(),
    }),
  ),
);

export const coverageSchema = z.record(
  text,
  objectSchema<Coverage>({
    tokens: z.number(),
    facts: z.number(),
    other: z.record(text, z.number()),
    unknown: z.number(),
    unread: z.array(objectSchema<UnreadNumber>({ line, column: z.number(), text, reason: text })),
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
    objectSchema<TableColumn>({
      header: texts,
      period: text,
      unit: text,
      scale: z.number(),
      aspect: text,
      basis: text,
    }),
  ),
  rows: z.array(
    objectSchema<TableRow>({
      line,
      role: z.enum(ROW_ROLES),
      depth: z.number(),
      label: text,
      marks: texts,
      concept: text,
      cells: z.array(objectSchema<TableCell>({ text, facts: texts })),
    }),
  ),
  notes: z.array(range),
});

export const documentSchema = objectSchema<DocumentRecord>({
  issuer: text,
  id: text,
  file: text,
  edition: z.enum(EDITIONS),
  title: text,
  released: text,
  period: text,
  periodSlug: text,
  basis: objectSchema<StatedBasis>({
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
