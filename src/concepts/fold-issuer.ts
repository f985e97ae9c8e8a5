import { countEdits } from '../model/count-edits.ts';
import { remember, rememberEach } from '../model/remember.ts';
import { foldLabel } from './fold-label.ts';

const ISSUER = '{issuer}';

/** Whom income is not attributed to where it is attributed to the issuer's own shareholders. */
export const OTHERS =
  '(?:each )?(?:non-?controlling|minority|redeemable|preferred|participating|discontinued|continuing)';
/** Not whom, but which part: `profit attributable to divestment activities`. */
export const PARTS =
  '(?:activit(?:y|ies)|business(?:es)?|divisions?|operations?|segments?|units?|acquisitions?|subsidiar(?:y|ies)|associates?|ventures?)';
const END =
  '(?= per | to total | basic| diluted| as (?:adjusted|reported|restated)| adjusted| excluding | non gaap|$)';
const ATTRIBUTABLE = new RegExp(
  `\\b((?:attributable|available) to) (?!${OTHERS})(?!\\{issuer\\}${END})(?!.*\\b${PARTS}${END}).+?${END}`,
);

/**
 * The readings of a folded label in which the issuer's name has become `{issuer}`, the surest first: as it is, with
 * the issuer's names, with a slip in the short name (`IJ` for `IIJ`), with whoever income is attributable to.
 */
export const foldedReadings = (text: string, issuerNames: readonly string[]): readonly string[] =>
  readingsOf(issuerNames)(text);

const readingsOf = rememberEach((issuerNames: readonly string[]) =>
  remember((text) => [...new Set(readings(text, issuerNames))]),
);

function* readings(text: string, issuerNames: readonly string[]): Generator<string> {
  yield text;
  const named = withNames(text, issuerNames);
  if (named !== text) yield named;
  const guessed = withSlips(named, issuerNames);
  if (guessed !== named) yield guessed;
  const attributed = guessed.replace(ATTRIBUTABLE, `$1 ${ISSUER}`);
  if (attributed !== guessed) yield attributed;
  const ofAnyShare = attributed.replace(PER_OWN_SHARE, '$1');
  if (ofAnyShare !== attributed) yield ofAnyShare;
}

/** `Basic net earnings per share attributable to the issuer`: what is told per share is told of its owners' shares. */
const PER_OWN_SHARE = /(\bper (?:common |ordinary )?share\b.*?) (?:attributable|available) to \{issuer\}/;

function withNames(text: string, names: readonly string[]): string {
  let padded = ` ${text} `;
  for (const name of foldedNames(names)) padded = padded.replaceAll(` ${name} `, ` ${ISSUER} `);
  return padded.slice(1, -1);
}

function withSlips(text: string, names: readonly string[]): string {
  const short = foldedNames(names).filter((name) => name.length >= 3 && !name.includes(' '));
  if (short.length === 0) return text;
  return text
    .split(' ')
    .map((word) => (word.length > 1 && short.some((name) => isSlip(word, name)) ? ISSUER : word))
    .join(' ');
}

const isSlip = (word: string, name: string): boolean =>
  Math.abs(word.length - name.length) < 2 && countEdits(word, name) === 1;

/** Longest first, so that a short name does not break a full one. Names are folded once per list. */
const foldedNames = rememberEach((names: readonly string[]): readonly string[] =>
  names
    .map((name) => foldLabel(name).text)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length),
);
