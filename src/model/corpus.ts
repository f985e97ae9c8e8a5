import type { GivenAnswer } from './answer.ts';
import type { Coverage, DocumentRecord, Edition, IssuerRecord } from './document.ts';
import type { ReplacedEdition } from './edition.ts';
import type { Explanation } from './explanation.ts';
import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Highlight } from './highlight.ts';
import type { IssuerSettings } from './issuer-settings.ts';
import type { Overrides } from './overrides.ts';
import type { Problem } from './problem.ts';
import type { ReportedPeriod } from './reported-period.ts';
import type { SettledFact } from './settled.ts';
import type { Verification } from './verification.ts';

/** A file as it is on disk. */
export interface SourcePart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One input document as it is on disk, and where it came from. */
export interface SourceText {
  readonly issuer: string;
  readonly id: string;
  /** Path for messages, as the user would type it. */
  readonly file: string;
  /** Base name, `2013-05-15-fy2012.txt`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a document that is a folder: its files in the order of their names; `bytes` is empty then. */
  readonly parts?: readonly SourcePart[];
  /** What a person says of its issuer. */
  readonly settings?: IssuerSettings;
  /** What a person says of its tables. */
  readonly overrides?: Overrides;
  /** Its reading as it was kept, used instead of reading the file. */
  readonly pin?: object;
  /** What a person answers to findings in its issuer's documents. */
  readonly answers?: readonly GivenAnswer[];
}

/** Everything known of one issuer after conversion. */
export interface IssuerData {
  readonly issuer: IssuerRecord;
  readonly documents: readonly DocumentRecord[];
  /** Editions of them that are not read. */
  readonly replaced: readonly ReplacedEdition[];
  readonly facts: readonly Fact[];
  /** Each fact with its best statement; unsure statements are of none. */
  readonly settled: readonly SettledFact[];
  /** Every period of its figures, in order of their ends. */
  readonly periods: readonly ReportedPeriod[];
  readonly findings: readonly Finding[];
  /** By document id. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  /** What management says about the numbers, in reading order. */
  readonly explanations: readonly Explanation[];
  readonly verification: Verification;
  /** By slug of the period, in the order in which its page tells them. */
  readonly highlights: Readonly<Record<string, readonly Highlight[]>>;
}

/** The result of a conversion: issuers in order of their slugs. */
export interface Corpus {
  readonly edition: Edition;
  readonly issuers: readonly IssuerData[];
  /** Why documents are not among them. */
  readonly leftOut: readonly Problem[];
  /** What is to be put in order and leaves nothing out, such as answers to findings that are gone. */
  readonly notices?: readonly Problem[];
}
