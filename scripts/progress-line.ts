/** A terminal that lines are written to, or something that only takes their text. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What is being done, on one line of a terminal that each call writes anew. */
export interface ProgressLine {
  /** Shows what is being done and how many of how many are; all where they are not known is 0. */
  show(what: string, done: number, all: number): void;
  /** Takes the line away, before another is written. */
  clear(): void;
}

/** Of a terminal that does not know its own. */
const WIDTH = 80;
const ERASE = '\r\x1b[K';
const [DIM, PLAIN] = ['\x1b[2m', '\x1b[22m'];

/** Where nobody looks, in a file, a pipe or a log of a build, nothing is shown; without colours where none are wanted. */
export function progressLine(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): ProgressLine {
  const isSeen = terminal.isTTY === true && env['TERM'] !== 'dumb' && !env['CI'];
  const isPlain = Boolean(env['NO_COLOR']);
  let shown = '';
  return {
    show(what, done, all) {
      if (!isSeen) return;
      const count = all > 0 ? `${done} of ${all}` : `${done}`;
      const text = `${what}: ${count}`.slice(0, Math.max(0, (terminal.columns || WIDTH) - 1));
      if (text === shown) return;
      shown = text;
      terminal.write(`${ERASE}${isPlain ? text : `${DIM}${text}${PLAIN}`}`);
    },
    clear() {
      if (shown !== '') terminal.write(ERASE);
      shown = '';
    },
  };
}
