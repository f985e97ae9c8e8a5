/** A part of the business that the tables tell apart, as they print its name. */
export interface Part {
  readonly name: string;
  /** Id of the member of its axis. */
  readonly member: string;
  /** `segment`, where it is not told. */
  readonly axis?: 'region' | 'segment';
  /** Only a heading, or how a sentence opens, names it. */
  readonly isGuess?: true;
  /** The heading says that it names a part: `Consumer Segment Results`. */
  readonly isSaid?: true;
  /** What a sentence opens with names it, which may be no part at all: no number of the tables bears it out. */
  readonly isLoose?: true;
}
