import { conceptsBelow } from '../../src/concepts/added-concepts.ts';
import { carriesAmounts, foldLabel, plainLabel, withoutInclusions } from '../../src/concepts/fold-label.ts';
import { conceptById, revenueShares, sectionById } from '../../src/concepts/index.ts';
import { NOWHERE } from '../../src/concepts/label-context.ts';
import {
  findConcept,
  findMeasure,
  findMember,
  findSection,
  type MeasureMatch,
  makeMemberId,
  type PartAxis,
  readAxis,
  readTelling,
} from '../../src/concepts/vocabulary.ts';
import type { Concept, ConceptKind } from '../../src/model/concept.ts';
import type { RowRole } from '../../src/model/document.ts';
import { remember } from '../../src/model/remember.ts';
import type { Grid, GridRow } from '../2-tables/grid.ts';
import { findBasis, withoutBasis } from '../grammar/aspects.ts';
import { isOfCost } from '../grammar/cost-heads.ts';
import { isMeasured } from '../grammar/counted-noun.ts';
import { FACET } from '../grammar/facets.ts';
import { unitsInLabel } from '../grammar/label-units.ts';
import { kindsOfMark, withMark } from '../grammar/list-marks.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly, type UnitPhrase, withoutPurpose } from '../grammar/units.ts';
import { type Captions, namedBy, partAxis } from './captions.ts';
import { partOfNamedYear } from './column-periods.ts';
import { type Division, isFunction, isPlace, readDivision, readNote, settleDivision } from './divisions.ts';
import type { DocumentContext } from './document-context.ts';
import { nameWords, possibleNames, withoutPeriods } from './label-words.ts';
import { type Group, isTotalOfSection, OpenHeadings } from './open-headings.ts';
import { placesBelow } from './places-below.ts';
import type { ReadColumn } from './read-column.ts';
import type { ReadRow } from './read-row.ts';
import { type Repeated, repeatedRows } from './repeated-rows.ts';
import {
  isMoment,
  isPercentRow,
  isTotal,
  periodIn,
  readMomentName,
  readPaymentMember,
  readStyle,
  rowPeriod,
  yearBefore,
} from './row-labels.ts';
import { type RowOwner, readRowOwners } from './row-owners.ts';
import { acquiredBy, isOfOperations, tellingOfScope } from './scopes.ts';
import { sectionsBelow } from './sections-below.ts';
import { isStatement } from './statement-frame.ts';

interface Named {
  readonly found: MeasureMatch | undefined;
  /** Id of the member. */
  readonly member: string | undefined;
  readonly closed: Concept | undefined;
  /** The concept is the heading's, of which the row is one part or all. */
  readonly isOfHeading: boolean;
}

/** Rows of which none is a place are no regions, whatever the words above the table speak of besides. */
const axisOfRows = (axis: PartAxis, labels: readonly string[]): PartAxis =>
  axis === 'region' && labels.length > 1 && !labels.some(isPlace) ? 'product' : axis;

/** `Earnings per shareb` with a note `b`: a letter that was raised in print is no slip. */
const endsInMark = (label: string, { id }: Concept): boolean =>
  /\p{L}{3}[a-h]$/u.test(label) && findConcept(label.slice(0, -1), NOWHERE)?.concept.id === id;

/** Walks the rows from the top, keeping the groups and parent rows that are open. */
export function readRows(
  grid: Grid,
  captions: Captions,
  context: DocumentContext,
  columns: readonly ReadColumn[] = [],
): readonly ReadRow[] {
  const walk = new RowWalk(grid, captions, context, columns);
  return grid.rows.map((row, i) => walk.read(row, grid.rows[i - 1], grid.rows[i + 1]));
}

class RowWalk {
  readonly #context: DocumentContext;
  readonly #frame: Parameters<typeof partOfNamedYear>[1];
  readonly #isSegments: boolean;
  readonly #isEquity: boolean;
  readonly #captions: Grid['captions'];
  readonly #repeated: Repeated;
  /** The axis of parts that no heading names. */
  readonly #axis: PartAxis;
  readonly #open: OpenHeadings;
  readonly #isPercentTable: boolean;
  /** What a heading such as `Revenue by region` divides into the rows below it. */
  #division: Division | undefined;
  /** What was divided before each of the open headings. */
  #divisions: (Division | undefined)[] = [];
  /** Every row is a part of it, even one that is called like another concept. */
  #isWhollyDivided: boolean;
  /** No row has a label: what the title names is told by the columns. */
  /** A row is called the total: one with the name of the issuer is a part then. */
  readonly #hasTotal: boolean;
  readonly #isUnlabelled: boolean;
  readonly #title: string;
  /** What the title right above the table names. */
  readonly #titled: readonly string[];
  #segment = '';
  /** The rows are those of a note that takes a cost apart: `(1) Includes stock-based compensation as follows:`. */
  #isNoted = false;
  /** The part that a heading names for the rows below it. */
  #part = '';
  /** The part that the title of the table names. */
  readonly #titlePart: string;
  /** The part of equity that a heading names for the movements below it. */
  #equity = '';
  #follows = '';
  /** The row with that label tells rates. */
  #followsRate = false;
  /** The section that a total below closes, by its rows, where no heading opens one. */
  readonly #closedBelow: ReadonlyMap<GridRow, string>;
  readonly #owners: ReadonlyMap<GridRow, RowOwner>;
  /** Rows of places, by the row that they take apart. */
  readonly #places: ReadonlyMap<GridRow, GridRow>;
  /** What the rows that are taken apart so state. */
  readonly #parted = new Map<GridRow, Concept>();
  #section = '';
  /** What the first line of a label names, of which the lines below count the shares: its amount is on the last. */
  #counted: Concept | undefined;
  /** Net interest income has been stated: what bears its name below a provision is what that leaves. */
  #isNetStated = false;
  /** Of what kind the numbers of its lines are. */
  #numbers: ReturnType<typeof kindsOfMark>[number] | undefined;
  /** The row above is one of a list with dashes that takes a measure apart. */
  #isDashed = false;
  /** What the row above states, where it is a measure of the whole. */
  #last: Concept | undefined;
  /** The row above under the same heading, but for those that tell of a row above them or of an impact on it. */
  #above: ReadRow | undefined;
  /** The figures of the row of all assets. */
  #assets = '';

  constructor(grid: Grid, captions: Captions, context: DocumentContext, columns: readonly ReadColumn[]) {
    this.#context = context;
    this.#frame = { beside: grid.frame, around: captions.texts, context, heads: [] };
    this.#open = new OpenHeadings(captions.enclosing);
    const labels = grid.rows.filter(({ role }) => role === 'item').map(({ label }) => label);
    const settle = (one: Division | undefined) =>
      one && settleDivision(one, labels, context.parts, context.issuerNames);
    const led = settle(captions.divided);
    const areMeasures = namesParts(columns) && namesMeasures(labels, context);
    const division = led ?? settle(readDivision(captions.title, context.issuerNames));
    this.#division = areMeasures && division?.axis !== 'function' ? undefined : division;
    this.#isWhollyDivided = led !== undefined && led.axis !== 'function';
    this.#captions = grid.captions;
    this.#closedBelow = sectionsBelow(grid, context.issuerNames);
    this.#repeated = repeatedRows(grid, context.issuerNames);
    this.#owners = readRowOwners(grid.rows, context);
    this.#places = placesBelow(grid.rows);
    const items = grid.rows.filter(({ role }) => role === 'item');
    this.#hasTotal = labels.some((label) => isTotal(foldLabel(label).text, true));
    this.#isUnlabelled = labels.length > 0 && labels.every((label) => label === '');
    this.#isPercentTable = items.filter(isPercentRow).length * 2 > items.length;
    this.#isSegments =
      !areMeasures &&
      (captions.enclosing.some((id) => sectionById.get(id)?.axis === 'segment') ||
        [captions.title, ...grid.captions.values(), ...grid.frame].some((text) =>
          /\bsegments?\b/i.test(text),
        ) ||
        this.#repeated.measures.size > 0);
    const titled =
      this.#division || this.#isSegments
        ? undefined
        : settle(readTitled(captions, labels, context.issuerNames));
    if (titled && titled.axis !== 'function') [this.#division, this.#isWhollyDivided] = [titled, true];
    this.#isEquity = captions.enclosing.includes('EquityStatement');
    this.#axis = axisOfRows(partAxis(captions), labels);
    const corner = grid.frame.find((text) => !isUnitOnly(text) && !isTimeOnly(text));
    this.#title = corner ?? captions.title;
    this.#titled = namedBy(captions.title, context);
    const titles = [corner, ...grid.captions.values(), captions.title].filter((text) => text !== undefined);
    const part = titles.map((text) => partOfTitle(text, context)).find((name) => name !== undefined);
    this.#titlePart = part === undefined ? '' : partMember('segment', part);
    const isBelow = grid.rows[0]?.line !== grid.source.raw.rows[0]?.line;
    if (corner !== undefined && (isBelow || isMeasured(corner))) this.#openGroup(corner, false);
  }

  /** What is divided into parts, not into the functions that bear it. */
  get #divided(): Division | undefined {
    return this.#division?.axis === 'function' ? undefined : this.#division;
  }

  read(row: GridRow, before: GridRow | undefined, after: GridRow | undefined): ReadRow {
    this.#section = this.#closedBelow.get(row) ?? '';
    if (row.role === 'header' || row.role === 'unit') return this.#plain(row, row.role);
    if (row.role === 'group' && this.#captions.has(row)) return this.#plain(row, 'header');
    if (before?.role !== 'group') this.#counted = undefined;
    if (row.role === 'group') return this.#group(row, before, after);
    if (row.group !== '') {
      this.#openGroup(row.group, before?.role === 'group');
      const concept = this.#open.groups.at(-1)?.concept;
      if (concept) this.#division = { concept, words: row.group, axis: this.#axis };
    }
    return this.#item(row, after);
  }

  #group(row: GridRow, before: GridRow | undefined, after: GridRow | undefined): ReadRow {
    const isNumbered = this.#isNumbered(row);
    const label = plainLabel(row.label);
    const wraps =
      after?.role === 'item' && (after.cells[0]?.text === '' || after.label.startsWith(`${row.label} `));
    const { concept, section } = this.#named(label);
    const counts = carriesAmounts(row.label) && !isTimeOnly(label);
    if (counts) this.#counted = concept?.kind === 'monetary' ? concept : this.#counted;
    const isEmptyItem =
      counts ||
      (!ENDS_IN_COLON.test(row.label) &&
        concept !== undefined &&
        section === undefined &&
        !isOfOperations(label) &&
        !this.#isAboveParts(label, after));
    if (label === '' || wraps || isEmptyItem)
      return { ...this.#plain(row, isEmptyItem && !wraps ? 'item' : 'group'), concept };
    if (isNumbered) this.#closeWithin();
    this.#openGroup(row.label, before?.role === 'group' && !isNumbered, after, row);
    const placed = this.#plain(row, 'group');
    return {
      ...placed,
      depth: this.#open.groups.length - 1,
      parents: this.#open.groups.slice(0, -1).map(({ text }) => text),
    };
  }

  /** A measure above the parts that it is told of, or a part of equity above its balance and movements. */
  #isAboveParts(label: string, after: GridRow | undefined): boolean {
    const isBalance = after !== undefined && /\b(?:balances?|beginning|opening)\b/i.test(after.label);
    if (after?.role === 'item' && (isTimeOnly(after.label) || isMoment(after.label))) return true;
    if (after?.role === 'item' && this.#isPerShareLine(label, after)) return true;
    return this.#repeated.measures.has(foldLabel(label).text) || (this.#isEquity && isBalance);
  }

  /** `Cash dividends declared per share` above `Common stock`, in cents. */
  #isPerShareLine(heading: string, row: GridRow): boolean {
    const kinds = [heading, row.label].map((label) => this.#find(plainLabel(label))?.concept.kind);
    return kinds[0] === 'perShare' && kinds[1] !== 'perShare' && isInCents(row);
  }

  #openGroup(printed: string, followsGroup: boolean, after?: GridRow, heading?: GridRow): void {
    const label = plainLabel(printed);
    const { concept } = this.#named(label);
    const isOfSegments =
      this.#isSegments && concept?.kind === 'monetary' && concept.periodType === 'duration';
    const below = after && this.#find(plainLabel(after.label))?.concept;
    const by = BY_ALONE.exec(label)?.[1];
    const above = this.#isDashed ? this.#division : { concept: this.#last, words: this.#follows };
    const listed = by !== undefined && above && { ...above, axis: readAxis(by) ?? this.#axis };
    const note = (this.#follows !== '' && listed) || readNote(label, this.#context.issuerNames);
    const isOfParts = isOfSegments && note?.axis === 'function' && !(below && isFunction(below));
    const own = isOfParts ? undefined : note;
    this.#isNoted = own?.axis === 'function';
    if (this.#isNoted) this.#open.close(0);
    const outer = this.#division;
    const depth = this.#open.groups.length;
    this.#division =
      own ??
      (isOfSegments ? { concept, words: label, axis: this.#axis } : concept ? undefined : this.#division);
    this.#segment = '';
    this.#above = undefined;
    if (this.#isEquity) this.#equity = findMember('equity', label, this.#context.issuerNames)?.id ?? '';
    const folded = foldLabel(label).text;
    if (this.#repeated.parts.has(folded) || this.#context.parts.has(folded))
      this.#part = partOfHeading(label) && partMember(this.#axis, partOfHeading(label));
    const period = periodIn(label, this.#context);
    const telling = tellingOfScope(label, this.#context.issuerNames);
    this.#open.open(
      {
        text: label,
        listed: heading ? withMark(heading) : label,
        ...this.#named(label),
        style: readStyle(printed),
        period,
        telling,
        isTitle: this.#isTitle(label),
      },
      followsGroup,
    );
    const at = this.#open.groups.length - 1;
    this.#divisions = [...this.#divisions.slice(0, at), at < depth ? this.#divisions[at] : outer];
  }

  /** A caption that stands within the table: the name of the issuer or a statement, a unit, a time. */
  #isTitle(label: string): boolean {
    const { issuerNames } = this.#context;
    return (
      isUnitOnly(label) ||
      isTimeOnly(label) ||
      this.#namesIssuer(label) ||
      isStatement(findSection(label, { enclosing: [], issuerNames })?.id)
    );
  }

  #namesIssuer(label: string): boolean {
    const folded = foldLabel(label).text;
    return folded !== '' && this.#context.issuerNames.some((name) => foldLabel(name).text === folded);
  }

  /** What the words of a heading within the table name, remarks in parentheses left out where they name nothing. */
  #named(label: string): Pick<Group, 'concept' | 'section'> {
    if (isTotal(foldLabel(label).text, true)) return { concept: undefined, section: undefined };
    const above = this.#last ? [this.#last.id] : [];
    const lookup = { enclosing: [...above, ...this.#enclosing()], issuerNames: this.#context.issuerNames };
    const name = (words: string) => ({
      concept: this.#find(words)?.concept,
      section: findSection(words, lookup),
    });
    const found = name(label);
    const bare = label.replace(/\s*\([^()]*\)/g, '').trim();
    return found.concept || found.section || bare === '' || bare === label ? found : name(bare);
  }

  /** `% change` states by how much the row above has changed, of what part and told in what way it may be. */
  #changeOf(above: ReadRow, row: GridRow, label: string): ReadRow {
    const telling = readTelling(label);
    const { enclosing, depth, parents, name, concept, partOf, sense, turnedBy, dimensions, like } = above;
    return {
      ...this.#plain(row, 'item'),
      ...{ enclosing, depth, parents, name, concept, partOf, sense, turnedBy, dimensions },
      ...(like && { like }),
      ways: { ...above.ways, ...telling?.dimensions },
      isPlain: telling?.isPlain ?? above.isPlain,
      period: rowPeriod(label, this.#context),
      groupPeriod: above.groupPeriod,
      aspect: this.#followsRate && /^changes?$/i.test(label) ? 'change' : 'changePercent',
      basis: above.basis,
      units: this.#unitsAtRow(row, label),
    };
  }

  #item(row: GridRow, after: GridRow | undefined): ReadRow {
    const owner = this.#owners.get(row);
    const label = owner?.measure ?? withoutInclusions(plainLabel(row.label));
    if (this.#above && !owner && isChangeRow(label) && (this.#above.concept || isPercentRow(row)))
      return this.#changeOf(this.#above, row, label);
    this.#endList(row);
    const next = this.#open.listedBefore(withMark(row));
    if (next >= 0) this.#close(next);
    if (this.#isNumbered(row)) this.#closeWithin();
    this.#open.meetItem();
    const { found, member, closed, isOfHeading } = this.#identify(row, label, after);
    const cost = this.#division?.axis === 'function' ? this.#division : undefined;
    const isAverage = found?.concept.kind === 'monetary' && this.#isOfAverages();
    const isOfFunction = found ? found.concept !== cost?.concept && isFunction(found.concept) : this.#isNoted;
    const partOf = isOfFunction ? cost : undefined;
    const named = partOf || isAverage ? undefined : (closed ?? found?.concept);
    if (found && !isOfHeading && this.#endsDivision(found.concept)) this.#division = undefined;
    const parted = this.#partedAt(row);
    const concept = parted ?? (member ? this.#segmentConcept() : named);
    if (concept && !member) this.#parted.set(row, concept);
    const segment = this.#place(label, concept, member);
    const isAll = label === '' && this.#open.groups.length > 0 && this.#open.addsUp(row);
    if (!closed) this.#open.addUp(row, concept);
    this.#isNetStated ||= concept?.id === NET_INTEREST;
    if (concept?.id === ASSETS && segment === '') this.#assets = figuresIn(row);
    const like = concept ? undefined : isAverage ? found?.concept : this.#perShareAbove(row);
    const { text: folded } = foldLabel(label);
    const isPart = segment !== '' || owner?.member !== undefined;
    const closes = this.#open.closedBy(isPart || isOfHeading ? undefined : concept, folded);
    const read: ReadRow = {
      ...this.#plain(row, decideRowRole(closes, folded)),
      depth: this.#depthOf(member, isPart),
      parents: [
        ...this.#open.groups.map(({ text }) => text),
        ...this.#open.parents.slice(0, isPart ? undefined : -1).map((parent) => parent.label),
      ],
      name: isAverage ? [`average ${nameWords(label, this.#context)}`] : this.#nameOf(label, isPart, isAll),
      concept,
      ...(this.#isAtClose() && { isAtClose: true }),
      ...(like && { like }),
      perShare: this.#perShareNamed(label),
      partOf,
      sense: found?.sense ?? 1,
      turnedBy: this.#open.turnedSection()?.id ?? '',
      isNearSpelling: found?.spelling === 'near' && !endsInMark(label, found.concept),
      misnames:
        closed && found && label !== '' && isTotalOfSection(found.concept.id) ? found.concept : undefined,
      ...this.#told(label, found),
      dimensions: {
        ...(this.#equity !== '' && { equity: this.#equity }),
        ...(this.#titlePart !== '' && { segment: this.#titlePart }),
        ...(this.#part !== '' && { [this.#axis]: this.#part }),
        ...(segment !== '' && { [parted ? 'region' : this.#partAxis]: segment }),
        ...(owner?.member && { [owner.axis]: owner.member }),
        ...(concept?.statement === 'dividends' && readPaymentMember(label)),
      },
      period: partOfNamedYear(label, this.#frame) ?? rowPeriod(label, this.#context),
      groupPeriod: this.#open.groups.findLast(({ period }) => period !== undefined)?.period,
      moment: readMomentName(label),
      year: yearBefore(label),
      aspect: isOfChange(label, row, found) ? 'changePercent' : undefined,
      basis: findBasis(label),
      units: this.#unitsAtRow(row, label),
    };
    if (closes >= 0) this.#close(closes);
    else if (isMoment(label) && read.moment === 'closing') this.#open.close(this.#open.groups.length - 1);
    if (label !== '' && !isAboutLast(label)) {
      this.#follows = label;
      this.#followsRate = isPercentRow(row);
      this.#last = member || owner?.member || partOf ? undefined : concept;
      if (!OF_IMPACT.test(label)) this.#above = read;
    }
    return read;
  }

  #closeWithin(): void {
    const at = this.#open.groups.findIndex(({ isTitle }) => !isTitle);
    if (at >= 0) this.#close(at);
  }

  /** It bears a number of the kind that the lines of the statement bear, `XIV` or `2`: it stands under no heading within it. */
  #isNumbered({ number }: GridRow): boolean {
    const kinds = kindsOfMark(number);
    this.#numbers ??= kinds[0];
    return kinds.some((kind) => kind === this.#numbers);
  }

  /** `By segment:` takes the row above it apart, as far as the dashes go. */
  #endList({ label }: GridRow): void {
    const isOpen = BY_ALONE.test(this.#open.groups.at(-1)?.text ?? '');
    const isListed = /^[-–—•·]/.test(label);
    if (isOpen && this.#isDashed && !isListed) this.#close(this.#open.groups.length - 1);
    this.#isDashed = isOpen && isListed;
  }

  /** `EBITDA` below the segments that a heading takes its adjusted EBITDA apart into: what follows is no segment. */
  #endsDivision(line: Concept): boolean {
    const { concept } = this.#division ?? {};
    return (
      this.#segment !== '' &&
      concept !== undefined &&
      concept !== line &&
      isFlow(line) &&
      line.kind === concept.kind
    );
  }

  /** Units in the label, or else in the heading that it stands under: `Earnings per share (pence)`. */
  #unitsAtRow(row: GridRow, label: string): readonly UnitPhrase[] {
    if (this.#followsRate && OF_WHICH.test(label)) return [PERCENT];
    const own = unitsInLabel(label);
    if (own.length > 0) return own;
    return this.#isToldPerShare(row, label)
      ? [PER_SHARE_UNIT]
      : unitsInLabel(this.#open.groups.at(-1)?.text ?? '');
  }

  /** What a heading takes apart ends with its total. */
  #close(group: number): void {
    this.#open.close(group);
    this.#division = this.#isNoted ? undefined : this.#divisions[group];
    this.#isNoted = false;
  }

  /**
   * What a row's label names: a concept, or a member of what is divided here, such as a segment. `closed` is the total of
   * the open section where its figures show that the label names another's.
   */
  #identify(row: GridRow, printed: string, after: GridRow | undefined): Named {
    const label =
      TOTAL_OF.test(printed) && this.#namesIssuer(printed.replace(TOTAL_OF, ''))
        ? printed.slice(0, 'Total'.length)
        : printed;
    const known = this.#partedAt(row) ? partMember('region', label) : this.#partNamed(label);
    const told = known ? undefined : this.#measureNamed(row, label, after);
    const measured = this.#fitting(label, told);
    const named = this.#perShareBelow(row, label, measured);
    const isTotalRow = isTotal(foldLabel(label).text, true);
    const isTime = isTimeOnly(label) || nameWords(label, this.#context) === '';
    const flow = named?.concept ?? (told && isRevenue(told.concept) ? told.concept : undefined);
    const isPart = this.#divided && !isTotalRow && !isTime && !(flow && isFlow(flow)) && label !== '';
    const found = isPart ? undefined : named;
    const member = known ?? (isPart ? partMember(this.#partAxis, label) : undefined);
    const closed = after?.role === 'item' ? undefined : this.#open.misnamedTotal(row, found?.concept);
    const isOfHeading = found !== undefined && found.concept !== measured?.concept;
    return { found, member, closed, isOfHeading };
  }

  /** What is there at an end is no flow, what is told per share no amount of money, and no part of a cost a revenue. */
  #fitting(label: string, found: MeasureMatch | undefined): MeasureMatch | undefined {
    if (found?.concept.kind !== 'monetary') return found;
    if (isCostOfSales(this.#open.groups.at(-1)?.concept) && isRevenue(found.concept)) return undefined;
    if (found.concept.id === NET_INTEREST && PROVISION.test(this.#last?.id ?? '') && this.#isNetStated)
      return match(AFTER_PROVISION);
    const isFlowAtEnd = found.concept.periodType === 'duration' && AT_END.test(label);
    const isWrittenOff =
      found.concept.periodType === 'instant' && isOfCost(this.#open.groups.at(-1)?.text ?? '');
    return isWrittenOff || isFlowAtEnd || (PER_SHARE.test(withoutPurpose(label)) && !NAMES_TWO.test(label))
      ? undefined
      : found;
  }

  /** The amount per share that the heading names, for rows in cents: `Earnings per share` above `Class A`. */
  #perShareAbove(row: GridRow): Concept | undefined {
    const above = this.#open.groups.at(-1)?.concept;
    return above?.kind === 'perShare' && isInCents(row) ? above : undefined;
  }

  /** The innermost heading says that its balances are averages: `Selected average balances`. */
  #isOfAverages(): boolean {
    return AVERAGES.test(this.#open.groups.at(-1)?.text ?? '');
  }

  /** Or that its rows are told at the close of their column's period: `As of:`, `At period end`. */
  #isAtClose(): boolean {
    return AT_CLOSE.test(this.#open.groups.at(-1)?.text ?? '');
  }

  /** Whether a heading says that its rows in cents are per share, itself or above a measure: `Per common share data`. */
  #isToldPerShare(row: GridRow, label: string): boolean {
    const [above, outer] = this.#open.groups.toReversed();
    const head = above && SAYS_PER_SHARE.test(above.text) ? above : above?.concept ? outer : undefined;
    return head !== undefined && SAYS_PER_SHARE.test(head.text) && isInCents(row) && !NO_AMOUNT.test(label);
  }

  /** What a row under such a heading is called by itself: `Book value`, `Net income (basic)`, `Basic` below net income. */
  #namedPerShare(label: string, named: MeasureMatch | undefined): MeasureMatch | undefined {
    const above = this.#open.groups.at(-1);
    const side = (SIDES.exec(label) ?? SIDES.exec(above?.text ?? ''))?.[0] ?? '';
    const own = label
      .replace(SIDES, ' ')
      .replace(/[()\s,–—-]+/g, ' ')
      .trim();
    const measure = own === '' ? above?.concept : named?.concept;
    const words = own === '' ? (above?.text ?? '') : own;
    const found = this.#find(`${words} per share${side && `, ${side}`}`, 'perShare');
    if (found ?? !(measure && EARNINGS.has(measure.id))) return found;
    return this.#find(`earnings per share${side && `, ${side}`}`, 'perShare');
  }

  /**
   * `Net income available to common shares` below `Earnings per share` is that per share, `Basic net income` what the
   * vocabulary knows with those words, `Preferred stock` another's.
   */
  #perShareBelow(row: GridRow, label: string, named: MeasureMatch | undefined): MeasureMatch | undefined {
    const above = this.#perShareAbove(row);
    if (!above && this.#isToldPerShare(row, label) && (named?.concept.kind ?? 'monetary') === 'monetary')
      return this.#namedPerShare(label, named) ?? named;
    if (above && !named) return this.#find(`${label} per share`, 'perShare');
    if (!above || named?.concept.kind !== 'monetary') return named;
    const isCommon = named.concept.id === 'CommonStockValue' && !/\b(?:class|series) \p{Lu}\b/iu.test(label);
    return named.concept.periodType === 'duration' || isCommon ? { ...named, concept: above } : undefined;
  }

  /** What a row of a place is a part of. */
  #partedAt(row: GridRow): Concept | undefined {
    const total = this.#places.get(row);
    return total && this.#parted.get(total);
  }

  /** A part of the business that a row names, where the table takes a measure apart. */
  #partNamed(label: string): string | undefined {
    const isOpen = this.#isSegments || this.#divided !== undefined;
    const isMeasured = isOpen || this.#open.measure()?.periodType === 'duration';
    const isBelowPart = isMeasured && this.#segment !== ''; // `Other` below `Americas`
    const member = isOpen || isBelowPart ? findMember('segment', label)?.id : undefined;
    const folded = foldLabel(label).text;
    const isKnown = this.#context.parts.has(folded) || this.#repeated.names.has(folded);
    return member ?? (isKnown && isMeasured ? partMember(this.#partAxis, label) : undefined);
  }

  get #partAxis(): PartAxis {
    const axis = this.#divided?.axis;
    return axis === undefined || axis === 'function' || axis === 'segment' ? this.#axis : axis;
  }

  #measureNamed(row: GridRow, label: string, after: GridRow | undefined): MeasureMatch | undefined {
    const { text: folded } = foldLabel(label);
    const turned = this.#turnedTotal(label);
    if (turned) return turned;
    if (this.#counted && carriesAmounts(row.label) && this.#find(label)?.concept.kind === 'shares')
      return match(this.#counted);
    const titled = this.#isUnlabelled && this.#titled.map((id) => conceptById.get(id)).find(Boolean);
    if (titled) return match(titled);
    const closed = this.#open.total();
    const closes =
      closed !== undefined &&
      (after?.role !== 'item' || after.label === '' || this.#isOtherTotal(after, closed));
    const isSummed = this.#divided !== undefined || closes;
    const addsUp = label === '' && isSummed && (this.#isWhollyDivided || this.#open.addsUpSince(row));

    if (label === '' && this.#isAsMuchAsAssets(row)) return match(BOTH_SIDES);
    if (isTotal(folded, this.#divided !== undefined) || addsUp) return this.#total(after);
    if (this.#isWhollyDivided) return /^total\b/.test(folded) ? this.#total() : undefined;
    const summed = this.#division?.concept;
    const total = summed && this.#find(/^total (.+)$/i.exec(label)?.[1] ?? '');
    if (total && total.concept === summed) return total;
    const ofKind = OF_OPERATIONS.exec(this.#open.groups.at(-1)?.text ?? '')?.[1];
    const limited = ofKind && this.#find(`${label} from ${ofKind} operations`);
    const whole = ofKind && !limited ? this.#find(label)?.concept : undefined;
    if (limited || (whole?.periodType === 'duration' && whole.kind !== 'shares')) return limited || undefined;
    const bare = withoutPeriods(withoutBasis(label), this.#context);
    if (readTelling(bare)?.rest === '') return this.#ofGroup();
    if (isMoment(label)) return this.#ofGroup();
    if (SHARE_ROW.test(label)) return this.#shareOfLast();
    const share = isPercentRow(row) ? this.#find(SHARE_OF_REVENUE.exec(label)?.[1] ?? '') : undefined;
    const ratio = share && revenueShares.get(share.concept.id);
    if (share && ratio) return { ...share, concept: ratio };
    if (isChangeRow(label))
      return this.#last && { ...match(this.#last), dimensions: readTelling(label)?.dimensions ?? {} };
    if (BEGINS_PER_SHARE.test(label) && this.#follows !== '')
      return this.#find(`${this.#follows} ${label}`, 'perShare');
    const side =
      SIDE.test(label) && this.#find(`${label} ${this.#open.groups.at(-1)?.text ?? ''}`, 'perShare');
    if (side) return side;
    const telling = readTelling(label);
    const amount = this.#bothNamed(label).find((one) => one?.concept.kind === 'monetary');
    return (
      this.#findAny(possibleNames(bare || label), row) ??
      (PAID_OUT.test(label) && isInSubunits(row)
        ? this.#find('dividend per share', 'perShare')
        : undefined) ??
      (isPercentRow(row) ? this.#grown(label) : undefined) ??
      (amount && telling ? { ...amount, dimensions: telling.dimensions, isPlain: telling.isPlain } : amount)
    );
  }

  /** `Total assets`, `Net current liabilities` right below the sum of the current ones. */
  #isOtherTotal({ label }: GridRow, total: Concept): boolean {
    const named = /^(?:total|net)\b/i.test(label) ? this.#find(plainLabel(label))?.concept : undefined;
    return named !== undefined && named !== total && !conceptsBelow(total.id).includes(named.id);
  }

  /** `Total other income` or `Total other expense` below `Other (income) expense`. */
  #turnedTotal(label: string): MeasureMatch | undefined {
    const { text, sense } = foldLabel(label);
    const heading = foldLabel(this.#open.groups.at(-1)?.text ?? '').text;
    const side = /^total (.+)$/.exec(text)?.[1];
    const total = this.#open.turnedSection()?.total;
    const concept = side && heading.startsWith(side) && total ? conceptById.get(total) : undefined;
    return concept && { ...match(concept), sense };
  }

  /** What `Net sales growth` tells the growth of, where nothing is called so itself. */
  #grown(label: string): MeasureMatch | undefined {
    const found = this.#find(grownIn(label));
    return found?.concept.kind === 'monetary' ? found : undefined;
  }

  /** The two measures that a label names beside each other: of an amount and of an amount per share. */
  #bothNamed(label: string): readonly (MeasureMatch | undefined)[] {
    const both = (readTelling(label)?.rest ?? label).split(/ (?:and|\/) (?:GAAP |non-GAAP )?/i);
    if (both.length !== 2) return [];
    const found = both.map((name) => this.#find(name));
    const kinds = found.map((one) => one?.concept.kind);
    return kinds.includes('monetary') && kinds.includes('perShare') ? found : [];
  }

  #perShareNamed(label: string): Concept | undefined {
    return this.#bothNamed(label).find((one) => one?.concept.kind === 'perShare')?.concept;
  }

  /** Opens or keeps the segment that a row belongs to, and tells it; empty for a row of the whole. */
  #place(label: string, concept: Concept | undefined, member: string | undefined): string {
    const isBelowSegment = this.#isSegments && concept?.statement === 'segments';
    if (member) this.#segment = member;
    else if (!isBelowSegment || this.#segment === '') {
      this.#open.placeBelowParents(label, concept);
      this.#segment = '';
    }
    return this.#segment;
  }

  /** A segment stands one step below its parents, what is told of it another. */
  #depthOf(member: string | undefined, isPart: boolean): number {
    const above = this.#open.groups.length + Math.max(0, this.#open.parents.length - 1);
    return above + (member ? 1 : isPart ? 2 : 0);
  }

  #enclosing(): string[] {
    return this.#section === '' ? this.#open.enclosing() : [this.#section, ...this.#open.around()];
  }

  #find(label: string, kind?: ConceptKind): MeasureMatch | undefined {
    return findMeasure(label, {
      enclosing: this.#enclosing(),
      issuerNames: this.#context.issuerNames,
      kind,
    });
  }

  /** The first of a label's names that means a concept; a row of percentages among amounts of money is no money. */
  #findAny(names: readonly string[], row: GridRow): MeasureMatch | undefined {
    const isPercent = !this.#isPercentTable && this.#division?.axis !== 'function' && isPercentRow(row);
    for (const name of names) {
      const found = this.#find(name, isPercent ? 'percent' : undefined);
      if (found && !(isPercent && found.concept.kind === 'monetary')) return found;
    }
    return undefined;
  }

  /** The last row of a balance sheet, without a label: liabilities and equity are as much as the assets. */
  #isAsMuchAsAssets(row: GridRow): boolean {
    const figures = figuresIn(row);
    return this.#assets !== '' && figures === this.#assets && this.#last?.id !== ASSETS;
  }

  /** A bare `Total` states what the innermost open group sums to, above a heading of one side of it the other side. */
  #total(after?: GridRow): MeasureMatch | undefined {
    const whole = this.#division ? this.#division.concept : this.#open.total();
    const { concept: named, section } = after?.role === 'group' ? this.#named(plainLabel(after.label)) : {};
    const side = section?.total ?? named?.id ?? '';
    const sides = whole?.sums?.map((way) => Object.keys(way)).find((ids) => ids.includes(side)) ?? [];
    const others = sides.filter((id) => id !== side);
    const concept =
      sides.length === 0 ? whole : conceptById.get(others.length === 1 ? (others[0] ?? '') : '');
    if (concept ?? sides.length > 0) return concept && match(concept);
    if (this.#division) return undefined;
    return this.#open.groups.length > 0
      ? undefined
      : findMeasure('total', { enclosing: this.#titled, issuerNames: this.#context.issuerNames });
  }

  /** `% of revenue` below a measure is that measure in percent of revenues. */
  #shareOfLast(): MeasureMatch | undefined {
    const share = this.#last && revenueShares.get(this.#last.id);
    return share && match(share);
  }

  /** `GAAP` and `Non-GAAP` under `Diluted net income per share`. */
  #ofGroup(): MeasureMatch | undefined {
    const concept = this.#open.groups.at(-1)?.concept ?? this.#titledBalance();
    return concept && { ...match(concept), isPlain: true };
  }

  /** `Goodwill` over `As at 1 January`, what happened to it, and `As at 31 December`. */
  #titledBalance(): Concept | undefined {
    const named = this.#open.groups.length > 0 ? [] : this.#titled.map((id) => conceptById.get(id));
    return named.find((concept) => concept?.periodType === 'instant');
  }

  /** A segment's row states what the row or heading above it names. */
  #segmentConcept(): Concept | undefined {
    return this.#divided ? this.#divided.concept : (this.#open.parents[0]?.concept ?? this.#open.measure());
  }

  /**
   * Titles, units and times above a row name nothing; a word that says little needs the title of the table. A row without
   * a label is what its heading comes to, or the rows up to the one above.
   */
  #nameOf(label: string, isPart: boolean, isAll: boolean): string[] {
    const divided = this.#divided;
    if (divided && !divided.concept && (isPart || isTotal(foldLabel(label).text, true) || label === ''))
      return [nameWords(divided.words, this.#context)];
    if (SHARE_ROW.test(label)) return [nameWords(this.#follows, this.#context), 'to revenue'];
    const headed = this.#open.groups
      .filter(({ isTitle }) => !isTitle)
      .map(({ text }) => nameWords(text, this.#context));
    if (isTimeOnly(label) && headed.length > 0) return this.#withTitle(headed);
    if (isMoment(label))
      return [...headed, nameWords(this.#title, this.#context)].slice(0, headed.length || 1);
    const whole = /^total (.+)$/i.exec(label)?.[1];
    if (whole && headed.length > 0 && nameWords(whole, this.#context) === headed.at(-1)) return headed;
    const part = OF_WHICH.exec(label)?.[1];
    if (part !== undefined && this.#follows !== '')
      return [nameWords(this.#follows, this.#context), nameWords(part, this.#context)];
    const own =
      nameWords(label, this.#context) ||
      `${isAll ? '' : nameWords(this.#follows, this.#context)} subtotal`.trim();
    const above = [
      ...this.#open.groups
        .filter(({ isTitle, text }) => !isTitle && !LEADS.test(text) && !AT_CLOSE.test(text))
        .filter(({ text }) => !OF_SHARES.test(text) || !OF_AMOUNTS.test(label))
        .map(({ text }) => text),
      ...this.#open.parents.slice(0, isPart ? undefined : -1).map((parent) => parent.label),
    ]
      .map((text) => nameWords(text, this.#context))
      .filter((text) => text !== '');
    const saysLittle = above.length === 0 && SAYS_LITTLE.test(foldLabel(own).text);
    return saysLittle
      ? [nameWords(this.#title, this.#context), own].filter((text) => text !== '')
      : [...this.#withTitle(above), own];
  }

  /** `Cost` and `Net book value` are of what the table is about. */
  #withTitle(above: readonly string[]): string[] {
    const isOfSide = above.length > 0 && above.every((text) => FACET.test(text));
    return isOfSide ? [nameWords(this.#title, this.#context), ...above] : [...above];
  }

  /** The words of the label say how it is told, those of the innermost heading that speaks of it where it says nothing. */
  #told(label: string, found: MeasureMatch | undefined): Pick<ReadRow, 'ways' | 'isPlain'> {
    const told = readTelling(label);
    const isNamedSo =
      found && !found.isPlain && Object.keys(found.dimensions).length === 0 && !isChangeRow(label);
    const own = isNamedSo && !told?.isPlain ? undefined : told;
    const scope = own ? undefined : this.#open.telling();
    const telling = own ?? scope;
    const whose = acquiredBy(this.#open.groups.map(({ text }) => text));
    return {
      ways: { ...telling?.dimensions, ...whose },
      isPlain: own?.isPlain ?? (scope ? scope.isPlain : undefined),
    };
  }

  #plain(row: GridRow, role: RowRole): ReadRow {
    return {
      row,
      role,
      depth: this.#open.groups.length,
      label: plainLabel(row.label),
      name: [],
      parents: this.#open.groups.map(({ text }) => text),
      enclosing: this.#enclosing(),
      isOfIssuer: !this.#hasTotal && this.#namesIssuer(row.label),
      concept: undefined,
      perShare: undefined,
      partOf: undefined,
      sense: 1,
      turnedBy: '',
      isNearSpelling: false,
      misnames: undefined,
      dimensions: {},
      ways: {},
      isPlain: undefined,
      period: undefined,
      isBetween: false,
      groupPeriod: undefined,
      follows: this.#follows,
      moment: '',
      year: undefined,
      aspect: undefined,
      basis: undefined,
      units: [],
    };
  }
}

/** The columns are the parts of the business, so that the rows are what is told of each. */
const namesParts = (columns: readonly ReadColumn[]): boolean =>
  columns.filter(({ part }) => Object.keys(part).length > 0).length > 1;

/** Rows of several measures: no list of parts of one. */
function namesMeasures(labels: readonly string[], { issuerNames }: DocumentContext): boolean {
  const known = labels.map(
    (label) => findConcept(plainLabel(label), { enclosing: [], issuerNames })?.concept.id,
  );
  return new Set(known.filter((id) => id !== undefined)).size > 1;
}

/** `Revenue` over rows that nobody knows and their total: what the parts of a business make. */
function readTitled(
  { titled }: Captions,
  labels: readonly string[],
  issuerNames: readonly string[],
): Division | undefined {
  if (!titled || !PARTED.has(titled.id)) return undefined;
  const names = labels.filter((label) => !isTotal(foldLabel(label).text, true));
  const areUnknown = names.every(
    (label) => label !== '' && !findConcept(label, { enclosing: [], issuerNames }),
  );
  return areUnknown && names.length > 1 && names.length < labels.length
    ? { concept: titled, words: titled.label, axis: undefined }
    : undefined;
}

const PARTED: ReadonlySet<string> = new Set([
  'Revenues',
  'SalesRevenueNet',
  'OperatingIncomeLoss',
  'EBITDA',
  'AdjustedEBITDA',
]);

/** `Total Acme` is the whole, as `Total` is. */
const TOTAL_OF = /^total (?:for )?(?:the )?/i;

/** Below `Net income per share from continuing operations`. */
const SIDE = /^(?:basic|diluted)$/i;

const isCostOfSales = (concept: Concept | undefined): boolean => /^CostOf/.test(concept?.id ?? '');
const isRevenue = ({ id }: Concept): boolean => /^(?:Sales)?Revenues?(?:$|[A-Z])/.test(id);

/** The rows below are of what goes on, or of what was given up. */
const OF_OPERATIONS = /^(?:from )?(continuing|discontinued) operations:?$/i;

/** `By segment:`, `of which by product`. */
const BY_ALONE = /^(?:of which )?by (\p{L}[\p{L} ]{2,30}):?$/iu;

const AT_END = /\bat (?:the )?(?:(?:period|year|quarter)[- ]end|end of (?:the )?(?:period|year|quarter))\b/i;
const PER_SHARE = /\bper (?:[\p{L}-]+ ){0,3}?share\b/iu;
/** `Net income and diluted earnings per share`. */
const NAMES_TWO = /\b(?:and|or)\b|[/&]/i;

/** Small numbers with cents. */
export function isInCents({ cells }: GridRow): boolean {
  const tokens = cells.flatMap(({ figures }) => figures.flatMap(({ token }) => token ?? []));
  return tokens.length > 0 && tokens.every(({ places, digits }) => places > 1 && Number(digits) < 1000);
}

/** `Interim dividend`, in pence: of one share. */
const PAID_OUT =
  /^(?:(?:interim|final|full[- ]year|half[- ]year|total|ordinary|special|proposed|declared|the)[\s/]+)*dividends?\s*\d?$/i;
const isInSubunits = ({ cells }: GridRow): boolean => {
  const amounts = cells.flatMap(({ figures }) => figures.filter(({ token }) => token && !token.percent));
  return amounts.length > 0 && amounts.every(({ unit }) => (unit?.scale ?? 0) < 0);
};

/** Labels that many tables have, for different things. */
const SAYS_LITTLE =
  /^(?:(?:total|other|others|net|gross|balance|amount|subtotal|basic|diluted|current|noncurrent|deferred|federal|state|local|foreign|domestic|addition|utilization|payment|beginning|ending|opening|closing|end|at|of|in|on|period|quarter|year|thereafter|after|remainder|low|high|average|average|change|adjustment|all|various|fixed|variable|granted|vested|canceled|forfeited|exercised|outstanding|exercisable|issued|balances|cost|expense|income|from|for|by|as|is|\d+) ?)+$/;

/** How the rows below enter their total, which names none of them. */
const LEADS =
  /^(?:(?:less|add|plus|deduct)(?: \((?:less|add|plus|deduct)\))?|add back|adjusted for|of which)$/i;

/** `% of net sales`, below the measure that it is told of. */
const SHARE_ROW =
  /^(?:as )?(?:a )?(?:%|percent(?:age)?|per cent) (?:of|to) (?:total |net |consolidated )*(?:revenues?|sales|turnover)$/i;
/** `Adjusted EBITDA as a % of net sales`. */
const SHARE_OF_REVENUE =
  /^(.+?),? (?:as an? )?(?:%|percent(?:age)?) (?:of|to) (?:total |net |consolidated )*(?:revenues?|sales|turnover)$/i;

/** `% change`, `Year-over-year growth`, below the measure that changed. */
const CHANGE_ROW =
  /^(?:(?:%|percent(?:age)?|y\/y|yoy|year[- ]o(?:ver|n)[- ]year|annual|rate of)\s*)*(?:change|growth|increase(?: \(decrease\))?|y\/y|yoy)(?: (?:rate|%|in %|y\/y|yoy|year[- ]o(?:ver|n)[- ]year|\(%\)))*$/i;

/** `Constant currency impact` between a measure and its change without that. */
const OF_IMPACT = /\b(?:impacts?|effects?)\b/i;

/** Words of its way of telling left out: `Percentage change Y/Y constant currency`, `Growth in Swiss francs, in %`. */
const isChangeRow: (label: string) => boolean = remember((label) =>
  CHANGE_ROW.test(
    (readTelling(label)?.rest ?? label)
      .replace(/^\(([^()]*)\)$/, '$1')
      .replace(/[, ]+\(?in %\)?$/i, '')
      .replace(IN_CURRENCY, '')
      .replace(AGAINST_YEAR_BEFORE, ''),
  ),
);

/** `% change from the previous corresponding period`, `Increase over the same period of the prior year`. */
const AGAINST_YEAR_BEFORE =
  /,? (?:from|over|on|in|vs\.?|versus|against|relative to|compared (?:to|with)) (?:the )?(?:(?:previous|prior|preceding|last) (?:fiscal |financial )?year|(?:(?:previous|prior) )?(?:same|corresponding|comparable)(?: (?:previous|prior))? (?:period|quarter|half|months)(?: (?:of|in) (?:the )?(?:previous|prior|preceding|last) (?:fiscal |financial )?year)?)$/i;

const IN_CURRENCY =
  /,? in (?:[A-Z]{3}|(?:the )?(?:reporting|reported|group) currency|(?:swiss |us |u\.s\. )?(?:francs?|dollars?|euros?|pounds?|sterling|kron[ao]r?|yen))$/i;

/** `Net sales growth (vs. prior year)`: what grew. */
const grownIn: (label: string) => string = remember((label) => GROWTH.exec(label)?.[1] ?? '');

const GROWTH =
  /^(.{3,40}?) growth(?: rate)?(?: %| ?\((?:%|in %|y\/y|yoy|year[- ]o(?:ver|n)[- ]year|(?:vs\.?|versus|over|from) [^()]*\byear\b[^()]*)\))*$/i;

/** The figures of a row are by how much the measure above, or the one that it names, has changed. */
const isOfChange = (label: string, row: GridRow, found: MeasureMatch | undefined): boolean =>
  isChangeRow(label)
    ? found !== undefined || isPercentRow(row)
    : grownIn(label) !== '' && found?.concept.kind === 'monetary';

const isAboutLast = (label: string): boolean =>
  SHARE_ROW.test(label) || isChangeRow(label) || OF_WHICH.test(label) || BEGINS_PER_SHARE.test(label);

/** `Per share – basic`: what the row above tells, per share. */
const BEGINS_PER_SHARE = /^[-–—]?\s*per (?:[\p{L}-]+ )?(?:share|unit|ADS)\b/iu;

const ASSETS = 'Assets';
const NET_INTEREST = 'InterestIncomeExpenseNet';
const PROVISION = /^ProvisionForLoan/;
const AFTER_PROVISION = conceptById.get('InterestIncomeExpenseAfterProvisionForLoanLoss') as Concept;
const BOTH_SIDES = conceptById.get('LiabilitiesAndStockholdersEquity') as Concept;

const figuresIn = ({ cells }: GridRow): string =>
  cells.flatMap(({ figures }) => figures.map(({ token }) => token?.digits ?? '')).join();

const PERCENT: UnitPhrase = { measure: 'percent' };
const PER_SHARE_UNIT: UnitPhrase = { per: 'share' };

const AVERAGES = /\baverage (?:[\p{L}-]+ )?balances?(?: sheets?)?(?: data)?$/iu;
const AT_CLOSE =
  /^(?:(?:as )?(?:of|at)|(?:as )?(?:of|at) (?:the )?(?:period|year|quarter)[- ]end|(?:period|year|quarter)[- ]end(?: (?:data|balances?|position))?)$/i;

/** `Net income available to common shareholders: (1)`. */
const ENDS_IN_COLON = /:\s*(?:\(\d{1,2}\)\s*)*$/;

/** `Per common share:`, `PER SHARE DATA`, `Diluted earnings per share data`; not a heading over numbers of shares. */
const SAYS_PER_SHARE = /^(?!.*\bshares\b).*\bper[ -](?:[\p{L}-]+ ){0,3}?(?:share|unit)\b/iu;
const NO_AMOUNT = /\b(?:ratio|yield|margin|rate|return|payout|multiple|times|percent(?:age)?|shares)\b|%/i;
const SIDES = /\b(?:basic|diluted)\b/i;
const EARNINGS: ReadonlySet<string> = new Set([
  'NetIncomeLoss',
  'ProfitLoss',
  'NetIncomeLossAvailableToCommonStockholdersBasic',
]);

/** `of which service operations`: a part of the measure above. */
const OF_WHICH = /^[-–—]?\s*(?:of which|thereof):?\s+(\p{L}.*)$/iu;

const match = (concept: Concept): MeasureMatch => ({
  concept,
  sense: 1,
  spelling: 'alias',
  dimensions: {},
  isPlain: false,
});

/** In a table of parts only flows are measures of their own: `Software` is what was sold, not what it cost. */
const isFlow = ({ kind, periodType }: Concept): boolean => kind !== 'monetary' || periodType === 'duration';

/** `Weighted-average shares used in computing earnings per share:` heads numbers of shares, and no amounts. */
const OF_SHARES = /^(?:(?:weighted|average|basic|diluted|number|of)[-\s])*shares\b/i;
const OF_AMOUNTS =
  /^(?!.*\bshares?\b).*\b(?:gains?|loss(?:es)?|income|expenses?|costs?|profits?|tax(?:es)?)\b/i;

/** The member of an axis that a name stands for; `Other` and `Eliminations` are alike on all axes. */
const partMember = (axis: PartAxis, name: string): string =>
  findMember(axis, name)?.id ?? findMember('segment', name)?.id ?? makeMemberId(name);

const OF_CORPORATE =
  /^(?:(?:corporate|unallocated)(?: (?:(?:and|&) (?:other|unallocated|eliminations)|activities|items))?|other (?:operations|activities|businesses|operating segments))$/i;

/** The part that a title names: one that the document tells apart, or `Salt segment`. */
function partOfTitle(text: string, { parts }: DocumentContext): string | undefined {
  const label = plainLabel(text);
  if (parts.has(foldLabel(label).text) || OF_CORPORATE.test(label)) return label;
  const [, name = ''] =
    /^(\p{Lu}[\p{L}&/, -]{1,40}?) (?:[Ss]egment|[Dd]ivision|[Bb]usiness [Uu]nit)(?: \d)?$/u.exec(label) ?? [];
  return name !== '' && (parts.has(foldLabel(name).text) || parts.has(foldLabel(`${name} segment`).text))
    ? name
    : undefined;
}

/** The part that a heading names: none for the whole, the one that is added up for `Total Retail`. */
const partOfHeading = (label: string): string => {
  const name = label.replace(/^(?:sub)?total (?=\p{L})/iu, '');
  return WHOLE.test(name) ||
    /^(?:(?:reportable |operating )?segments?|operations)$|\b(?:continuing|discontinued) operations$/i.test(
      name,
    )
    ? ''
    : name;
};

const WHOLE = /^(?:(?:grand |group |consolidated |company )?total|consolidated|group|company)\b/i;

/** The row that closes the outermost heading is the table's total. */
function decideRowRole(closes: number, folded: string): RowRole {
  if (closes === 0) return 'total';
  return closes > 0 || /^(?:grand )?total\b/.test(folded) ? 'sum' : 'item';
}
