import { createHash } from 'node:crypto';
import type { InputFile } from '../input/list-inputs.ts';
import { countFigures, countVerdicts, type IssuerBrief } from './issuer-brief.ts';

export const RECEIPT = 'receipt.json';

/** What a site was made from and consists of. */
export interface Receipt {
  readonly schema: 1;
  /** `tieout 0.1.0`. */
  readonly program: string;
  readonly choices: Choices;
  readonly edition: string;
  /** SHA-256 in hexadecimal of every input, by its path below the documents folder. */
  readonly inputs: Hashes;
  /** Not in receipts of version 0.1.0. */
  readonly settings?: SettingsDigest;
  /** Printed figures by grade. */
  readonly figures: Readonly<Record<string, number>>;
  /** Checks by verdict. */
  readonly checks: Readonly<Record<string, number>>;
  /** SHA-256 of every file of the site but the receipt. */
  readonly files: Hashes;
}

export type Hashes = Readonly<Record<string, string>>;

/** How the owner wanted the site. */
export interface SettingsDigest {
  /** SHA-256 of the file of settings and of each file that it names, by its path from there. */
  readonly files: Hashes;
  /** SHA-256 of the values: settings that are a program may take them from anywhere. */
  readonly values: string;
}

/** What the builder chose beside the inputs. */
export interface Choices {
  readonly base: string;
  readonly site: string;
  readonly ignoresTags: boolean;
  /** Whatever the settings say. */
  readonly draft?: true;
}

/** What a receipt is made from. */
export interface Made {
  readonly version: string;
  readonly choices: Choices;
  readonly inputs: Hashes;
  readonly settings: SettingsDigest;
  readonly edition: string;
  readonly issuers: readonly IssuerBrief[];
  readonly files: Hashes;
}

export const makeReceipt = ({
  version,
  choices,
  edition,
  inputs,
  settings,
  issuers,
  files,
}: Made): Receipt => ({
  schema: 1,
  program: `tieout ${version}`,
  choices,
  edition,
  inputs,
  settings,
  figures: countFigures(issuers),
  checks: countVerdicts(issuers),
  files,
});

export const formatReceipt = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 1)}\n`;

/** Reads the text of a `receipt.json`; undefined where it is none. */
export function parseReceipt(text: string): Receipt | undefined {
  try {
    const { schema, program, choices, inputs, figures, checks, files } = JSON.parse(text);
    const isWhole = [choices, inputs, figures, checks, files].every((part) => part instanceof Object);
    return schema === 1 && typeof program === 'string' && isWhole ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export const hashInputs = (inputs: readonly InputFile[]): Hashes =>
  byName(inputs.map(({ path, bytes }) => [path, sha256(bytes)]));

export const sha256 = (data: Uint8Array | string): string => hashPieces([data]);

/** SHA-256 of what is written piece by piece. */
export function hashPieces(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

const byName = (pairs: readonly (readonly [string, string])[]): Hashes =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
