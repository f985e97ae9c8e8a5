import { makeMemberId } from '../../../src/concepts/vocabulary.ts';
import { isPhysicalUnit } from '../../grammar/counted-noun.ts';
import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';

const DID =
  /\b(opened|added|closed|launched|hired|sold|shipped|delivered|repurchased|bought back|issued|acquired|signed|won|completed|built|installed|cancelled|canceled|granted)\s+(?:(?:another|an additional|a further|a total of|some|about|approximately|over|more than)\s+)*$/i;
/** `relocated 12 stores`, `remodeled 20 stores`: any other deed but having them. */
const ALSO_DID =
  /\b(?!operated|reached|totall?ed|numbered|comprised|averaged|included|exceeded|employed|served|owned|managed|leased|increased|decreased|represented|surpassed|covered|ended|started|maintained|reported|posted|recorded|estimated|expected|placed|listed|published|received|held)(\p{L}{3,}ed)\s+$/iu;
const OF_DEED = /\b(?:the|a) sales? of\s+$/i;
const SURVEYED = /\b(?:analy[sz]ed|examined|surveyed|studied|polled|covered|interviewed)\b/i;

/** `853 warehouses, including 584 in the United States, 107 in Canada`: the same things, at a place. */
export function countAtPlace({ figure, behind, story, gap }: MeasureSearch): Measure | undefined {
  const whole = story.last;
  const place = AT_PLACE.exec(behind)?.[1]
    ?.trim()
    .replace(/(?<=\p{Ll})\.$/u, '');
  const goesOn = GOES_ON.test(gap);
  if (figure.kind !== 'bare' || !whole || !place || !goesOn) return undefined;
  const { measure, figure: counted } = whole;
  if (counted.kind !== 'count' && !('region' in measure.dimensions)) return undefined;
  const noun = measure.noun ?? counted.noun.split(/\s+/).at(-1) ?? '';
  return {
    ...measure,
    noun,
    counts: 'stock',
    label: place,
    dimensions: { ...measure.dimensions, region: makeMemberId(place) },
  };
}

/** `212 clinics in Texas, 45 in Florida`: the first of a list is at its place too. */
export function firstAtPlace(measure: Measure | undefined, search: MeasureSearch): Measure | undefined {
  const { behind, figures, index, masked } = search;
  const place = AT_PLACE.exec(behind)?.[1]?.trim();
  const next = figures[index + 1];
  const goesOn =
    next?.kind === 'bare' &&
    GOES_ON.test(behind) &&
    AT_PLACE.test(masked.slice(next.end, figures[index + 2]?.start ?? masked.length));
  return measure && place && goesOn
    ? { ...measure, label: place, dimensions: { ...measure.dimensions, region: makeMemberId(place) } }
    : measure;
}

const GOES_ON =
  /^(?:\s+in\s+(?:the\s)?\p{Lu}[\p{L}.]*(?:\s(?:and\s)?\p{Lu}[\p{L}.]*)*)?[\s,;:(–-]*(?:(?:including|with|and|comprising|of which)\s)*$/u;
const AT_PLACE = /^\s+in\s+((?:the\s)?\p{Lu}[\p{L}.]*(?:\s(?:and\s)?\p{Lu}[\p{L}.]*)*)/u;

/** `63 selling days`. */
const OF_TIME = /\b(?:days|weeks|hours|nights)$/i;

/** `384 meters of development was completed`: what of which so much was done. */
const OF_WHAT =
  /^\s+of\s+((?:new\s|total\s)?[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,2}?)\s+(?:(?:was|were|has been|have been)\s+)?(?:completed|done|drilled|mined|built|produced|processed|placed|installed|milled|shipped|sold|delivered|recorded)\b/iu;

/** `employs 1,200 people`, and not `training for 50 million people, empowering employees`. */
function isStaff(noun: string, text: string, at: number): boolean {
  if (PEOPLE_ALONE.test(noun))
    return (
      /\b(?:employ(?:s|ed|ing)?|workforce|headcount)\b[^.;]*$/i.test(text.slice(0, at)) ||
      EMPLOYED.test(text.slice(at))
    );
  return (
    /^(?:staff|personnel|associates|team members|workers)$/i.test(noun) &&
    /\b(?:employ\w*|workforce|headcount)\b/i.test(text)
  );
}
const PEOPLE = '(?:people|persons?|individuals)';
const PEOPLE_ALONE = new RegExp(`^${PEOPLE}$`, 'i');
const EMPLOYED = new RegExp(
  `^\\S+(?:\\s(?:million|thousand))?\\s${PEOPLE}\\s(?:\\p{L}+\\s){0,2}(?:employed|work|worked|working)\\b`,
  'u',
);

/** What is counted: by the noun behind the number, what is done with it, and whose it is. */
export function countMeasure({
  figure,
  gap,
  behind,
  masked,
  phrase,
  context,
}: MeasureSearch): Measure | undefined {
  const { measures, enclosing } = context;
  const noun = figure.noun.replace(/["“][^"”]*["”]\s*/g, '').trim();
  const whose = phrase.name.replace(/^.*['’]s?\s+/, '');
  const participle = /^\s*(?:(?:are|were|have been|has been|in)\s+)?(?:now\s+)?(\p{L}+ed|place)\b/u.exec(
    behind,
  )?.[1];
  const did = (DID.exec(gap) ?? ALSO_DID.exec(gap) ?? (OF_DEED.exec(gap) && ['', 'sold']))?.[1];
  const names = [
    `number of ${noun}`,
    ...(participle ? [`${noun} ${participle}`] : []),
    ...(SURVEYED.test(masked.slice(0, figure.start)) ? [`${noun} surveyed`] : []),
    ...(isStaff(noun, masked, figure.start) ? ['employees'] : []),
    ...(whose ? [`${noun} of the ${whose}`, `${noun} of ${whose}`] : []),
    noun,
  ];
  if (!did) {
    for (const name of names) {
      const found = measures.find(name, 'count', enclosing);
      if (found) return { ...found, label: name.replace(/^number of /, '') };
    }
    const named = phrase.name ? measures.find(phrase.name, 'count', enclosing) : undefined;
    if (named) return named;
  }
  const done = isPhysicalUnit(noun) ? OF_WHAT.exec(behind)?.[1] : undefined;
  if (done) return { ...unknownMeasure([], `${noun} of ${done}`), noun, counts: 'flow' };
  return noun
    ? {
        ...unknownMeasure([], did ? `${noun} ${did}` : noun),
        counts: did || OF_TIME.test(noun) ? 'flow' : 'stock',
      }
    : undefined;
}

/** `shares authorized 24,000; outstanding 7,590 and 7,643`: the word before tells which shares. */
export function sharesToldBefore({ figure, gap, context }: MeasureSearch): Measure | undefined {
  const told = figure.kind === 'bare' && context.isLabel ? SHARES_TOLD.exec(gap)?.[1] : undefined;
  return told ? context.measures.find(`shares ${told}`, 'shares', context.enclosing) : undefined;
}

const SHARES_TOLD = /\b(issued and outstanding|authori[sz]ed|issued|outstanding)[\s,:–-]*$/i;
/** `authorizing the company to repurchase up to`: what may be bought. */
const MAY_BUY =
  /\b(?:authori[sz]\w+|approv\w+|allow\w*|permit\w*|program(?:me)?|may)\b[^.;]*\b(?:re)?purchase\s+(?:of\s+)?(?:up to\s+|an additional\s+|another\s+)*$/i;
const TO_BUY = /\bto (?:repurchase|buy back)\s+(?:(?:about|approximately|some|over|up to)\s+)?$/i;

/** Shares: by the words before them, the words behind them, what was done with them, or the heading above. */
export function shareMeasure(search: MeasureSearch): Measure | undefined {
  const { figure, gap, behind, phrase, context, story, role } = search;
  const { measures, enclosing } = context;
  if (MAY_BUY.test(search.masked.slice(0, figure.start)))
    return unknownMeasure([], 'shares authorized for repurchase');
  const did = DID.exec(gap)?.[1] ?? (TO_BUY.test(gap) ? 'repurchased' : undefined);
  if (did) return { ...unknownMeasure([], `shares ${did}`), counts: 'flow' };
  const own = figure.noun === 'shares' ? undefined : measures.find(figure.noun, 'shares', enclosing);
  if (own && own.id !== story.last?.measure.id && role.name === 'joined') return own;
  if ((role.name === 'joined' || role.name === 'comparison') && story.last?.figure.kind === 'shares')
    return story.last.measure;
  const as = /^\s+as\s+(?:the|an?)\s+([^,.;()]+)/i.exec(behind)?.[1];
  for (const name of [phrase.name, as ?? '', figure.noun === 'shares' ? '' : figure.noun]) {
    const found = name ? measures.find(name, 'shares', enclosing) : undefined;
    if (found) return found;
  }
  const heading =
    context.headingMeasure &&
    (measures.find(context.headingMeasure.label, 'shares', enclosing) ?? context.headingMeasure);
  const carried = [story.last?.measure, heading].find((measure) => measure?.concept?.kind === 'shares');
  const isOfTreasury =
    context.isLabel && /\btreasury (?:stock|shares)\b/i.test(search.masked.slice(0, figure.start));
  const treasury = isOfTreasury ? measures.find('treasury stock shares', 'shares', enclosing) : undefined;
  return carried ?? treasury ?? unknownMeasure([], phrase.name || figure.noun);
}
