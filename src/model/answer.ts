/**
 * What an issuer says to a finding. `acknowledged`: it is so. `corrected`: it is so and was put right elsewhere.
 * `misread`: the release is right and Tieout read it wrong, so that its figures count for nothing.
 */
export const ANSWER_STATUSES = ['acknowledged', 'misread', 'corrected'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** A person's answer to a finding. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly text: string;
  readonly by: string;
  /** ISO date, or empty. */
  readonly date: string;
}

/** An answer as it stands in an issuer's `answers.csv`. */
export interface GivenAnswer extends Answer {
  /** Id of the finding. */
  readonly finding: string;
  /** Path for messages, and the 1-based line in it. */
  readonly file: string;
  readonly line: number;
}
