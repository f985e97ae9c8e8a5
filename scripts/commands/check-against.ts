import type { Corpus } from '../../src/model/corpus.ts';
import { type Against, holdAgainst } from '../compare/against.ts';
import {
  countAgainst,
  formatAgainst,
  formatAgainstJson,
  formatAgainstMarkdown,
} from '../compare/against-in-words.ts';
import { type GivenFigure, parseGiven } from '../compare/read-given.ts';
import type { Effects } from '../effects.ts';
import { UsageError } from './arguments.ts';
import { visible } from './code-frame.ts';
import { EXIT, type ExitStatus } from './program.ts';

/** Figures that are listed for a person. */
const MOST = 200;

/** Figures from elsewhere, read before anything else is: a table with a row a figure, or xBRL-JSON. */
export function readGiven(file: string, effects: Effects): GivenFigure[] {
  if (effects.kindOf(file) !== 'file') throw new UsageError(`${file} is no file`);
  const given = parseGiven(new TextDecoder().decode(effects.readBytes(file)));
  if (!given)
    throw new UsageError(
      `${file} is neither xBRL-JSON nor a table with the columns concept, period_start, period_end, unit, value`,
    );
  return given;
}

interface Told {
  readonly file: string;
  readonly format: string | undefined;
  readonly effects: Effects;
}

/** Tells which figures from elsewhere releases tell too, and with which numbers; fails where one is another. */
export function checkAgainst(
  { issuers }: Corpus,
  given: readonly GivenFigure[],
  { file, format, effects }: Told,
): ExitStatus {
  const against = holdAll(issuers, given);
  if (format === 'json') effects.say(formatAgainstJson(against));
  else if (format === 'markdown') for (const line of formatAgainstMarkdown(against)) effects.say(line);
  else {
    for (const line of formatAgainst(against, MOST)) effects.say(visible(line));
    effects.say(`Checked against ${visible(file)}: ${countAgainst(against)}`);
  }
  return against.held.some(({ outcome }) => outcome === 'differs') ? EXIT.errorsFound : EXIT.done;
}

/** Data that name their issuers are held against those; others against the only one there is. */
function holdAll(issuers: Corpus['issuers'], given: readonly GivenFigure[]): Against {
  if (issuers.length > 1 && given.some(({ issuer }) => issuer === undefined))
    throw new UsageError(
      'the data do not say of which issuer they are, and there are several: name a FILE, or a folder with one issuer',
    );
  const each = issuers.map((data) =>
    holdAgainst(
      data,
      given.filter(({ issuer }) => issuer === undefined || issuer === data.issuer.slug),
    ),
  );
  return {
    held: each.flatMap(({ held }) => held),
    apart: each.reduce((sum, { apart }) => sum + apart, 0),
  };
}
