import type { Figure } from './figure.ts';
import type { BlockContext } from './statement.ts';
import type { Story } from './story.ts';
import type { TimeMention } from './times.ts';

/** The wordings of time of a sentence, and the number whose period is asked for. */
export interface Clock {
  readonly text: string;
  readonly times: readonly TimeMention[];
  readonly figures: readonly Figure[];
  readonly index: number;
  readonly story: Story;
  readonly context: BlockContext;
  /** Wordings of time that belong to a number held against another. */
  readonly taken: Set<TimeMention>;
}
