export const ARTICLES =
  /(?:^|\s)(?:an?|the|its|our|their|only|just|also|still|thus|now|already|then|some|record|roughly|positive|negative|(?:flat|stable|unchanged)(?:\s+(?:year[- ]over[- ]year|year[- ]on[- ]year|sequentially))?|almost|nearly|around|in total|in aggregate|together|combined)\s*$/i;
const BE =
  /(?:^|\s)(?:was|were|is|are|be|been|being|will|would|should|may|to|to amount(?: to)?|to (?:reach|total)|to come (?:in )?(?:at|to)|came(?: in)?(?: to| at)?|comes?(?: to)?|total(?:l?ed|l?ing|s)|amount(?:ed|ing|s)(?: to)?|stands?(?: at)?|stood(?: at)?|ended|closed|finished|exited|averag(?:ed|es|ing)|reach(?:ed|ing|es)?|hit|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topped|equal(?:l?ed|s)?|represent(?:ed|ing|s)?|corresponds?(?: to)?|account(?:ed|s|ing)? for|makes? up|made up|set(?: at)?|settled at|remain(?:ed|s)?|stay(?:ed|s)?|expected|projected|estimated|forecast|anticipated|planned|scheduled|guided|paid|declared|announced|fixed|priced|valued|not)\s*$/i;
export const HAVE =
  /(?:^|\s)(?:had|has|have|having|with|held|post(?:ed|ing|s)?|record(?:ed|ing|s)?|report(?:ed|ing|s)?|generat(?:ed|ing|es)|deliver(?:ed|ing|s)?|achiev(?:ed|ing|es)|earn(?:ed|ing|s)|produc(?:ed|ing|es)|yield(?:ed|ing)|expects?|expecting|targets?|targeting|forecasts|projects?|estimates?|guides?|anticipates?|anticipating|plans?|sees?|saw|cover(?:ed|s)|compris(?:ed|es|ing)|consist(?:ed|s|ing)?|spent|invested|incurred|left|leaving|gave|lost|rests? on|based on|considering)\s*$/i;
/** Verbs that tell whose the measure is; who expects or reports is the issuer. */
export const OWNS =
  /(?:^|\s)(?:had|has|have|having|with|generat(?:ed|ing|es)|deliver(?:ed|ing|s)|achiev(?:ed|ing|es)|earn(?:ed|ing|s)|produc(?:ed|ing|es)|sees|saw)\s*$/i;
const SMALL =
  /(?:^|\s)(?:at|as|for|between|within|from|by|in the range(?: of| from)?|in a range(?: of)?|on)\s*$/i;
const PRONOUN = /(?:^|\s)(?:we|it|they|he|she|there|which|that|this|who)\s*$/i;
/** What stands before the words that name a measure: remarks on the number before, conjunctions. */
export const LEADING =
  /^[\s,;:.)\]"”*•·●▪■◦‣-]*(?:(?:YoY|QoQ|y\/y|year[- ]over[- ]year|year[- ]on[- ]year|quarter[- ]over[- ]quarter|sequentially|respectively|in total|or|i\.e\.|that is|namely|in aggregate|on (?:an?|the) [\p{L} -]{3,40} basis)[\s,;:.)"”]+)*(?:(?:and|but|while|whereas|with|as|so|although)\s+)*/iu;
const GENERIC =
  'income|expenses?|loss(?:es)?|profit|gains?|benefit|deficit|charge|credit|outflow|inflow|surplus|total|sum|level|amount|balance|record|figure';
const TURN = new RegExp(`(?:^|\\s)(?:(?:an?|the|net|total|of)\\s+)+(${GENERIC})\\s*$`, 'i');
/** `Net income of …` opens its sentence: a name, not a turn of what was named before. */
const BOTTOM_LINE = /^[^\p{L}]*net (?:income|loss|profit)$/iu;
/** `turned to a net profit of`: what it turned to is the measure. */
const TURNED_TO = /\b(?:turned|swung|returned|reverted) (?:in)?to\s*$/i;
const BARE_TURN = new RegExp(`^\\s*(?:(?:an?|the|net|total)\\s+)*(${GENERIC})\\s*$`, 'i');

/** The words before a number without what joins them to it: verbs, articles, prepositions. */
export interface Stripped {
  readonly rest: string;
  readonly turn: string;
  readonly isOf: boolean;
  /** A comma stood between the verb and its subject: `…, including interest, was`. */
  readonly isClosed: boolean;
}

/** Takes off, from the end, what joins a measure to its number. */
export function stripTail(text: string, isAside: boolean): Stripped {
  let rest = text.trimEnd();
  let [turn, isOf, isClosed, hasVerb] = ['', false, false, false];
  for (let i = 0; i < 14; i++) {
    const before = rest;
    rest = rest
      .replace(
        /(?:^|\s)(?:in|to|within) (?:the|an?) (?:(?:new|revised|updated) )?range(?: of| from| between)?$/i,
        '',
      )
      .trimEnd();
    if (/(?:^|\s)of$/i.test(rest)) {
      rest = rest.slice(0, -2).trimEnd();
      const generic =
        (BOTTOM_LINE.test(rest) && !isAside ? null : TURN.exec(rest)) ??
        (isAside || hasNothingElse(rest) ? BARE_TURN.exec(rest) : null);
      if (generic && !isName(generic, rest, isAside) && !TURNED_TO.test(rest.slice(0, generic.index + 1))) {
        turn = generic[1]?.toLowerCase() ?? '';
        rest = rest.slice(0, generic.index + generic[0].search(/\S/)).trimEnd();
        rest = rest.replace(ARTICLES, '');
        continue;
      }
      isOf = !/(?:^|\s)consist(?:s|ed|ing)?$/i.test(rest);
      if (isOf) break;
    }
    if (isAside && turn === '' && BARE_TURN.test(rest)) {
      turn = BARE_TURN.exec(rest)?.[1]?.toLowerCase() ?? '';
      rest = '';
    }
    if (BE.test(rest) || HAVE.test(rest)) hasVerb = true;
    rest = rest.replace(ARTICLES, '').replace(BE, '').replace(HAVE, '').trimEnd();
    if (hasVerb && /,$/.test(rest)) isClosed = true;
    rest = rest
      .replace(SMALL, '')
      .replace(PRONOUN, '')
      .replace(/[,:;–—-]\s*$/, '')
      .trimEnd();
    if (rest === before) break;
  }
  return { rest, turn, isOf, isClosed };
}

/** `reported a net loss of`: what was reported, not a turn of a measure named before; `was a net loss of` is one. */
const isName = (generic: RegExpExecArray, text: string, isAside: boolean): boolean =>
  !isAside &&
  /\bnet\s+(?:income|loss|profit)\b/i.test(generic[0]) &&
  !/\b(?:was|were|is|are|be|became)\s*$/i.test(text.slice(0, generic.index + 1));

const hasNothingElse = (text: string): boolean =>
  /^\s*(?:an?\s+)?(?:net\s+)?(?:total|sum|balance|record)\s*$/i.test(text);
