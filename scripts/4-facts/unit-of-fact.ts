import type { Concept } from '../../src/model/concept.ts';
import type { Aspect } from '../../src/model/fact.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { countsAmongMoney, isMeasured, namesMoney, nounIn, wordsCounted } from '../grammar/counted-noun.ts';
import { OTHER_DOLLARS } from '../grammar/currencies.ts';
import type { UnitException } from '../grammar/unit-exceptions.ts';
import { HIGHEST_RATE, readPer, type UnitPhrase, withoutPurpose } from '../grammar/units.ts';
import { isPrice, isToTheCent } from './scale-of-price.ts';

/** Unit and scale of one figure; unit is `unknown` where no evidence names one. */
export interface FactUnit {
  readonly unit: string;
  readonly scale: number;
  /** Why it is unsure, where it is. */
  readonly doubt?: string;
}

/** What is said of a figure's unit, nearest first: its cell, its row's label, its column's head, the table's captions. */
export interface UnitEvidence {
  readonly cell: UnitPhrase | undefined;
  readonly cellScale: number | undefined;
  readonly row: UnitPhrase | undefined;
  readonly column: UnitPhrase | undefined;
  readonly caption: UnitPhrase | undefined;
  /** The currency in which the document reports, empty where it does not say. */
  readonly reported: string;
  /** Unit that other figures of the same row print. */
  readonly neighbour: UnitPhrase | undefined;
  readonly aspect: Aspect;
  readonly concept: Concept | undefined;
  readonly figure: CellFigure;
  readonly label: string;
  /** The label is the column's: its rows are parts. */
  readonly isOfHead: boolean;
  /** It is printed without a currency in a table that marks every amount of money with one. */
  readonly isBareAmongMarked: boolean;
  /** Its row stands above the first one that prints a currency, in a table that prints one. */
  readonly isAboveSigns: boolean;
  /** The least amount of its row, changes left out: all of a row is told in one scale. */
  readonly least: number;
  /** Figures of its column are printed with a currency. */
  readonly isMoneyColumn: boolean;
  /** The row or heading that the row stands under, empty where there is none. */
  readonly group: string;
  /** What an unknown column counts: `Square feet (000's)`. */
  readonly noun: string;
  /** All rows of the table count or measure things: a scale above them holds for these. */
  readonly isOfThings: boolean;
  /** The scale of a price that an amount and a count beside it make. */
  readonly quotientScale: number | undefined;
  /** The label and the head, which tell what a per-share figure is per. */
  readonly words: string;
}

/** The unit of a figure, and why it is unsure: a percentage of a thousand and more is hardly one where no sign says so. */
export function unitOfFact(evidence: UnitEvidence): FactUnit {
  const found = decideUnit(evidence);
  const { token } = evidence.figure;
  const isLarge = found.unit === 'percent' && token && !token.percent && Number(token.digits) >= HIGHEST_RATE;
  return isLarge && evidence.aspect !== 'changePercent' ? { ...found, doubt: NO_PERCENT } : found;
}

const NO_PERCENT = 'It is too large for the percentages that the head above it names.';

/** Settles the unit: what is printed beats what the measure is known to be counted in, and that beats a caption. */
function decideUnit(evidence: UnitEvidence): FactUnit {
  const { aspect, concept, cell, row, column } = evidence;
  if (cell?.measure === 'points') return { unit: 'points', scale: cell.scale ?? 0 };
  if (aspect === 'change' && cell?.measure === 'percent') return plain('points');
  if (aspect === 'changePercent' || cell?.measure === 'percent') return plain('percent');
  if (aspect === 'change' && column?.measure === 'points')
    return { unit: 'points', scale: column.scale ?? 0 };
  if (aspect === 'ratio' && column?.measure === 'percent' && cell?.currency === undefined)
    return plain('percent');
  const nearest = [cell, row, column, evidence.neighbour].filter(
    (unit): unit is UnitPhrase => unit !== undefined,
  );
  switch (concept?.kind ?? decideKind(nearest, evidence)) {
    case 'percent':
      return { unit: aspect === 'change' ? 'points' : 'percent', scale: ofBasisPoints(nearest) };
    case 'shares':
      return counted(
        evidence,
        nearest.find(({ measure }) => measure === 'ADS') ||
          /\bADSs?\b|\bADS equivalents?\b/i.test(evidence.words)
          ? 'ADS'
          : 'shares',
      );
    case 'perShare':
      return {
        unit: `${decideCurrency(nearest, evidence)}/${decidePer(nearest, evidence.words)}`,
        scale: subunit(nearest),
      };
    case 'count':
      return counted(
        evidence,
        concept?.counted ??
          nounIn(isMeasured(evidence.group) ? evidence.group : evidence.label) ??
          countedApart(evidence.caption, evidence.label) ??
          wordsCounted(COUNTED_BELOW.exec(evidence.group)?.[0] ?? evidence.label),
      );
    case 'bandwidth':
      return plain(nearest.find(({ measure }) => measure !== undefined)?.measure ?? 'unknown');
    case 'rate':
      return plain(decideCurrency(nearest, evidence));
    case 'monetary':
      if (column?.measure === 'shares' && cell?.currency === undefined) return counted(evidence, 'shares');
      if (column?.per && evidence.cellScale === undefined)
        return { unit: `${decideCurrency(nearest, evidence)}/${column.per}`, scale: subunit(nearest) };
      if (
        row?.per &&
        row.scale === undefined &&
        evidence.cellScale === undefined &&
        isPerUnit(row.per, evidence)
      )
        return { unit: `${decideCurrency(nearest, evidence)}/${row.per}`, scale: 0 };
      if (
        evidence.caption?.per &&
        row?.scale === undefined &&
        column?.scale === undefined &&
        evidence.cellScale === undefined
      )
        return { unit: `${decideCurrency(nearest, evidence)}/${evidence.caption.per}`, scale: 0 };
      return {
        unit: decideCurrency(nearest, evidence),
        ...scaleTold(evidence),
        ...(mayBeNumber(evidence) && { doubt: NO_SIGN }),
        ...(isScaledAlone(evidence) && { doubt: NO_CURRENCY }),
      };
    default:
      if (isMultiple(evidence.label)) return plain('times');
      return column?.scale !== undefined && evidence.noun
        ? { unit: evidence.noun.toLowerCase(), scale: column.scale }
        : plain('unknown');
  }
}

/** `Net orders` above a backlog in dollars: where signs begin below a row, what may be counted is hardly money. */
const mayBeNumber = ({ isAboveSigns, concept, label, figure, isOfHead }: UnitEvidence): boolean =>
  isAboveSigns &&
  !isOfHead &&
  figure.token?.places === 0 &&
  (concept ? concept.id === 'OrdersReceived' : !isLineOfMoney(label));

/** `Active buyers (millions)` in a table in dollars: a scale of its own without a currency may be that of a count. */
const isScaledAlone = ({ cell, row, concept, label, isMoneyColumn }: UnitEvidence): boolean =>
  !concept &&
  cell?.currency === undefined &&
  !isMoneyColumn &&
  (row?.scale ?? 0) > 0 &&
  row?.currency === undefined &&
  !isLineOfMoney(label);

const NO_CURRENCY = 'Its label tells a scale and no currency: it may be no amount of money.';

const LINES_OF_MONEY =
  /\b(?:amounts?|carrying|balances?|profits?|earnings|loss(?:es)?|cash|debts?|equity|capital|interest|tax(?:es)?|dividends?|amorti[sz]ation|depreciation|discounts?|principal|notes|borrowings|gains?|charges?|margin|turnover)\b/i;

const isLineOfMoney = (label: string): boolean => namesMoney(label) || LINES_OF_MONEY.test(label);

const NO_SIGN = 'Signs of a currency stand only below it: it may be no amount of money.';

/** `Players:` or `Logged-in MAUs:` above `Global` and `Europe` tells what is counted there. */
const COUNTED_BELOW = /^[\p{L}-]{2,}:?$|(?<=\p{Ll}.*\s)\p{L}?\p{Lu}{2,}\p{Ll}?:?$/u;

/** Below `Costs (per Boe)`; amounts per share have cents. */
const isPerUnit = (per: string, { figure }: UnitEvidence): boolean =>
  !/^(?:share|unit)$/.test(per) || (figure.token?.places ?? 0) > 1;

const plain = (unit: string): FactUnit => ({ unit, scale: 0 });

/** `Operating margin (bps)`: hundredths of a percent. */
const ofBasisPoints = (nearest: readonly UnitPhrase[]): number =>
  nearest.find(({ measure }) => measure === 'points')?.scale ?? 0;

/** Pence and cents are hundredths of the unit. */
const subunit = (nearest: readonly UnitPhrase[]): number =>
  Math.min(0, nearest.find(({ scale }) => scale !== undefined && scale < 0)?.scale ?? 0);

/** Kind of a measure that the vocabulary does not know, told by the units around it, then by its label. */
function decideKind(
  nearest: readonly UnitPhrase[],
  {
    cell,
    row,
    column,
    caption,
    words,
    label,
    group,
    figure,
    reported,
    noun,
    isMoneyColumn,
    isBareAmongMarked,
    isOfThings,
    isOfHead,
  }: UnitEvidence,
): Concept['kind'] | undefined {
  if (isExchangeRate(label, figure)) return 'rate';
  if (cell?.currency !== undefined && cell.per === undefined && !isPer(words)) return 'monetary';
  if (/\bdividends?\b/i.test(label) && nearest.some(({ measure, scale = 0 }) => !measure && scale < 0))
    return 'perShare';
  if (cell?.currency === undefined && [label, group].some((text) => isMeasured(text, reported)))
    return 'count';
  if (cell?.currency === undefined && !isPer(words) && isCountedAbove(caption, label)) return 'count';
  if (SHARES_USED.test(label) || (SHARES_USED.test(group) && !OF_SHARES.test(label))) return 'shares';
  if (cell?.currency === undefined && !isPer(words) && NUMBER_OF.test(label)) return 'count';
  if (isOfHead && !isMoneyColumn && nearest.length === 0) return kindOfHead(label, figure);
  if (!isPer(figure.token?.places === 0 ? label : words) && countsShares(label, group)) return 'shares';
  if (!isPer(words) && countedApart(caption, label)) return 'count';
  const isRatio = isRatioByName(label) || /\bratios\b/i.test(group);
  if (isRatio && nearest.every((unit) => unit === column)) return kindOfRatio(figure);
  const found = nearest.find(
    ({ measure, currency, per }) => measure !== undefined || currency !== undefined || per !== undefined,
  );
  if (found?.per !== undefined || (found?.currency !== undefined && isPer(words))) return 'perShare';
  if (found?.measure === 'percent' || found?.measure === 'points') return 'percent';
  if (found?.measure === 'shares' || found?.measure === 'ADS') return 'shares';
  if (found?.measure !== undefined) return 'bandwidth';
  if (found?.currency !== undefined) return 'monetary';
  const isInCents = (figure.token?.places ?? 0) > 1 || nearest.some(({ scale = 0 }) => scale < 0);
  if (
    PER_SHARE.test(withoutPurpose(words)) ||
    (isPer(words) && (isInCents || caption?.currency !== undefined))
  )
    return 'perShare';
  const isBroken = (figure.token?.places ?? 0) > 0 && caption?.currency !== undefined;
  const isMoneys = isMoneyColumn || caption?.currency !== undefined;
  if (
    isMeasured(label, reported) ||
    (nounIn(label) !== undefined && row?.scale !== undefined && row.currency === undefined) ||
    (nounIn(label) !== undefined &&
      (isOfThings || (!isBroken && (!isMoneys || isBareAmongMarked || countsAmongMoney(label)))))
  )
    return 'count';
  if (isMultiple(label)) return undefined;
  if (isRate(label, figure)) return 'percent';
  if (isBareAmongMarked && !namesMoney(label) && (figure.token?.places === 0 || isOfNoCurrency(caption)))
    return 'count';
  if (found === undefined && caption === undefined)
    return nearest.every(({ scale = 0 }) => scale === 0)
      ? undefined
      : nounIn(noun) === undefined && !isMeasured(noun) && reported !== ''
        ? 'monetary'
        : 'count';
  return caption?.currency !== undefined ||
    caption?.scale !== undefined ||
    caption?.per !== undefined ||
    nearest.some(({ scale }) => scale !== undefined)
    ? 'monetary'
    : undefined;
}

/** `(in millions, except ARPU)` holds for things as for money. */
const isOfNoCurrency = (caption: UnitPhrase | undefined): boolean =>
  caption?.scale !== undefined && (caption.currency === undefined || caption.isOfDocument === true);

/** A column without a sign of currency, over rows of parts, counts what its head names, or tells a rate of it. */
const kindOfHead = (head: string, { token }: CellFigure): Concept['kind'] | undefined =>
  /\bcount\b/i.test(head)
    ? 'count'
    : OF_TIME.test(head)
      ? undefined
      : /\b(?:margin|rate|ratio|yield|occupancy|percent(?:age)?)\b|%/i.test(head)
        ? token?.percent || (token?.places ?? 0) > 0
          ? 'percent'
          : undefined
        : token?.places === 0 &&
            !/\b(?:revenues?|sales|value|income|profit|costs?|expenses?)\b/i.test(head) &&
            !isPrice(head)
          ? 'count'
          : undefined;

/** Labels that count shares, themselves or by the group that they stand in: `Weighted average shares: Basic`. */
const SHARES =
  /\b(?:weighted|average|diluted|basic|number|no\.|period[- ]end|total|issued|outstanding|repurchased|authorized)\b.*\b(?:shares|ADSs?)\b|\b(?:shares|ADSs?) (?:used|outstanding|issued|repurchased|authorized)\b/i;
const OF_SHARES =
  /\b(?:price|cost|value|amount|proceeds|dividends?|earnings|income|loss|profit|compensation|purchase|repurchases? of|issuance of|equity|capital|premium|percent|%)\b/i;

const countsShares = (label: string, group: string): boolean =>
  [label, group].some((text) => SHARES.test(text) && !OF_SHARES.test(text)) && !OF_SHARES.test(label);

/** `Number of shares used in basic net income per share` counts shares, whatever they are used for. */
const SHARES_USED =
  /^(?:(?:weighted|average)[- ])*(?:number of )?(?:[a-z]+ )?shares (?:outstanding )?(?:used (?:in|to|for)|for(?=.*\b(?:per share|EPS)\b))\b/i;

/** `Same-property number of rooms`, whatever the figures around it are in. */
const NUMBER_OF = /\bnumber of (?!(?:common |ordinary |treasury )?(?:shares|stock)\b)\p{L}/iu;

const PER_SHARE = /\bEPS\b|\bDPS\b/i;
const isPer = (words: string): boolean =>
  PER_SHARE.test(withoutPurpose(words)) || readPer(words) !== undefined;

/** `Average exchange rate`, in no scale of the table. */
const isExchangeRate = (label: string, { token }: CellFigure): boolean =>
  /^(?:opening|closing|average|spot|(?:period|year|quarter)[- ]end)\b[^,]*\b(?:exchange|fx) rates?\b/i.test(
    label,
  ) && (token?.places ?? 0) > 1;

/** A rate or margin without a sign: a small number with decimals. */
const isRate = (label: string, { token }: CellFigure): boolean =>
  !OF_TIME.test(label) &&
  /\b(?:margin|rate|ratio|yield|quota|occupancy|penetration|churn)\b/i.test(label) &&
  !isToTheCent(label, token?.places) &&
  token !== undefined &&
  token.places > 0 &&
  Number(token.digits) < HIGHEST_RATE;

/** Rates that are a number for a time or a distance, and no percentage: `Average monthly absorption rate`. */
const OF_TIME =
  /^(?!.*\b(?:churn|lapse|attrition|retention|default|delinquency|occupancy|prepayment|interest|utili[sz]ation|loss)\b).*\b(?:absorption|incident|incidence|injury|accident|recordable|frequency|heat|exchange|daily|day|hourly|weekly|monthly|run)\b.*\brates?\b/i;

/** What is no amount whatever the head above it is told in: `Return on operating capital`, `Equity/assets ratio`. */
const isRatioByName = (label: string): boolean =>
  /\bratio$|^return on (?!.*\bplan\b)/i.test(label.replace(/\s*\([^()]*\)/g, '')) && !isMultiple(label);

/** Without a sign a small ratio may be a multiple, and a whole number anything. */
const kindOfRatio = ({ token }: CellFigure): 'percent' | undefined =>
  token?.percent ||
  (token && token.places > 0 && Number(token.digits) >= LEAST_PERCENT && Number(token.digits) < HIGHEST_RATE)
    ? 'percent'
    : undefined;

const LEAST_PERCENT = 5;

/** Debt is told as a multiple of EBITDA. */
const isMultiple = (label: string): boolean =>
  /\b(?:debt|leverage)\b.*\bEBITDA|\bEBITDA\w*\b.*\b(?:debt|leverage)\b/i.test(label) &&
  /\b(?:ratio|leverage|to|multiple)\b|\//i.test(label);

/** A bare `$` is the dollar that the captions name. */
function decideCurrency(nearest: readonly UnitPhrase[], { caption, reported }: UnitEvidence): string {
  const printed = nearest.find(({ currency }) => currency !== undefined);
  const isCaptions = printed?.isBareDollar && OTHER_DOLLARS.has(caption?.currency ?? '');
  return ((isCaptions ? undefined : printed?.currency) ?? caption?.currency ?? reported) || 'unknown';
}

const decidePer = (nearest: readonly UnitPhrase[], words: string): string =>
  nearest.find(({ per }) => per !== undefined)?.per ??
  (/\bADSs?\b|\bADR\b/.test(words) ? 'ADS' : (readPer(words) ?? 'share'));

/** A price by its own words, or an amount that the caption does not name, has its scale only by what the row shows. */
function scaleTold(evidence: UnitEvidence): Pick<FactUnit, 'scale' | 'doubt'> {
  const { cell, cellScale, row, column, caption, concept, label, isOfHead, quotientScale } = evidence;
  const scale = decideScale(evidence);
  const isCaptions =
    (cellScale ?? cell?.scale ?? row?.scale ?? column?.scale) === undefined && caption?.scale;
  if (!isCaptions || scale === 0) return { scale };
  const isReached = !caption.of || isSameThing(caption.of, `${label} ${concept?.label ?? ''}`);
  if (isReached && !(isOfHead && isPrice(label))) return { scale };
  return quotientScale === undefined ? { scale, doubt: UNREACHED } : { scale: quotientScale };
}

const UNREACHED = 'Whether the scale above the table holds for it is open.';

/** `Vehicles sold` under `(vehicles in thousands)`. */
const isCountedAbove = (caption: UnitPhrase | undefined, label: string): boolean =>
  caption?.of !== undefined && nounIn(caption.of) !== undefined && isSameThing(caption.of, label);

/** `Revenues` of a caption and `Home closing revenue` of a head. */
const isSameThing = (of: string, words: string): boolean =>
  of
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 3 && words.toLowerCase().includes(word.replace(/s$/, '')));

/**
 * A scale printed with the figure wins; one of a head or caption holds for money unless the cell prints another currency,
 * or an unknown measure is named with a currency of its own: `Room rate ($)`.
 */
function decideScale(evidence: UnitEvidence): number {
  const { cell, cellScale, row, column, caption, concept, label, figure } = evidence;
  const near = cellScale ?? cell?.scale;
  const isOpen = concept === undefined || isPrice(concept.label);
  if (near === undefined && isOpen && isToTheCent(label, figure.token?.places)) return 0;
  const own = near ?? row?.scale ?? column?.scale;
  if (own !== undefined) return own;
  if (concept === undefined && row?.currency !== undefined) return 0;
  const apart = caption?.exceptions?.find((exception) => isNamedIn(exception, evidence));
  if (apart) return apart.scale;
  const isAnother =
    cell?.currency !== undefined &&
    !cell.isBareDollar &&
    caption?.currency !== undefined &&
    cell.currency !== caption.currency;
  return isAnother && column?.currency === undefined ? 0 : (caption?.scale ?? 0);
}

/** By the label, or by a heading or the words before a colon that are nothing else: `ARPU:` under `(in millions, except ARPU)`. */
const isNamedIn = ({ phrase, noun }: UnitException, { label, group }: UnitEvidence): boolean =>
  (phrase.includes(' ') && label.toLowerCase().includes(phrase)) ||
  (noun.length > 2 && [label, group].some((words) => words.replace(/:.*$/, '').toLowerCase() === phrase));

/** Fewer shares than this are hardly all that a listed company has: they are told in the caption's scale. */
const SHORT = 100_000;
/** Fewer are hardly the average of all of them. */
const SHORT_AVERAGE = 1_000_000;
/** As many are told in full, whatever the scale of the amounts; fewer are under `dollars in thousands`, which is none of shares. */
const FULL = 10_000_000;

/**
 * Shares and counts are scaled only where their own head says so, or a caption: for shares, and where no row is of money.
 * Neither may except them.
 */
function counted(
  { cellScale, row, column, caption, concept, figure, least, words, isOfThings, isOfHead }: UnitEvidence,
  unit: string,
): FactUnit {
  if (cellScale !== undefined) return { unit, scale: cellScale };
  const thing = unit === 'shares' ? 'share' : words;
  const own = [row, column].find((phrase) => phrase?.currency === undefined && phrase?.scale !== undefined);
  const apart = findException(own, thing) ?? (own ? undefined : findException(caption, thing));
  if (apart ?? own) return { unit, scale: apart?.scale ?? own?.scale ?? 0 };
  const isBroken = (figure.token?.places ?? 0) > 0;
  const isAverage = /^WeightedAverageNumber/.test(concept?.id ?? '');
  const isShort = least < (isAverage ? SHORT_AVERAGE : SHORT);
  const holds =
    unit === 'shares'
      ? isBroken || isShort || (caption?.exceptions !== undefined && !caption.isOfMoney && least < FULL)
      : caption?.of !== undefined
        ? isSameThing(caption.of, words)
        : (isOfThings || (isBroken && !isOfHead && isOfNoCurrency(caption))) &&
          (caption?.currency === undefined || caption.isOfDocument === true);
  return { unit, scale: holds ? (caption?.scale ?? 0) : 0 };
}

/** What a caption says apart of what the words count: the thing itself, or the one thing whose scale it gives. */
function findException(caption: UnitPhrase | undefined, words: string): UnitException | undefined {
  const things = caption?.exceptions?.filter(({ isPer }) => !isPer) ?? [];
  const named = things.find(({ noun }) => words.toLowerCase().includes(noun));
  const scaled = things.filter(({ noun, scale }) => noun !== 'share' && scale > 0);
  return named ?? (words !== 'share' && scaled.length === 1 ? scaled[0] : undefined);
}

/** The things that a caption sets apart and a label names, in the plural: `units`. */
const countedApart = (caption: UnitPhrase | undefined, label: string): string | undefined => {
  const noun = caption?.exceptions?.find(
    (apart) => !apart.isPer && apart.noun !== 'share' && label.toLowerCase().includes(`${apart.noun}s`),
  )?.noun;
  return noun && `${noun}s`;
};
