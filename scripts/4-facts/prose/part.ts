/** A part of the business that the tables tell apart, as they print its name. */
export interface Part {
  readonly name: string;
  /** Id of the member of the axis `segment`. */
  readonly member: string;
  /** Only a heading names it. */
  readonly isGuess?: true;
}
