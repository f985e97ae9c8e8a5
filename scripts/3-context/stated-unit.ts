import type { RawDocument } from '../1-read/raw-document.ts';
import { readCell } from '../grammar/cells.ts';
import { readYearName } from '../grammar/periods.ts';
import { isUnitOnly, readUnit, type UnitPhrase, unreadScale } from '../grammar/units.ts';

const LONGEST = 240;

/** The sentences of some texts that say how all amounts of a document are stated. */
export const sentencesOfAll = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.;])\s/))
    .filter((sentence) => sentence.length <= LONGEST && SPEAKS_OF_ALL.test(sentence));

const SPEAKS_OF_ALL =
  /\b(?:all (?:amounts?|figures?|numbers?|data|results|financial)|amounts|figures|(?:unless|except)(?: (?:where|when|as))? (?:otherwise|(?:noted|stated|indicated|specified)\b)|in this (?:release|report|document))\b/i;

/** `All amounts are in millions of Canadian dollars unless otherwise noted.`, or what every caption says alike. */
export function readStatedUnit(texts: readonly string[], raw: RawDocument): UnitPhrase | undefined {
  const scaled = texts.filter((text) => SCALE.test(text));
  for (const sentence of sentencesOfAll(scaled)) {
    const unit = AMOUNT.test(sentence) ? undefined : readUnit(sentence);
    if (unit?.currency !== undefined && unit.scale !== undefined && unit.scale > 0)
      return { ...unit, isStated: true };
  }
  return agreedUnit(raw);
}

/** Words of a sentence on all amounts that would tell their scale and are not understood, else empty. */
export const readUnreadScale = (texts: readonly string[]): string =>
  sentencesOfAll(texts)
    .map(unreadScale)
    .find((words) => words !== '') ?? '';

const SCALE = /\b(?:thousands?|millions?|billions?)\b|\p{Sc}\s?[mb]|['’]000/iu;
const AMOUNT = /\d[\d,.]*\s?(?:million|billion|thousand)/i;

/** The one unit that captions and label fields of heads give, where no two differ; that of a row holds for the row alone. */
function agreedUnit({ lines }: RawDocument): UnitPhrase | undefined {
  const found = new Map<string, UnitPhrase>();
  for (const line of lines) {
    const [first = '', ...others] =
      line.length > LONGEST ? [] : line.split(/[\t|]/).filter((part) => part.trim() !== '');
    const text = first.trim();
    const isOfRow = others.some(
      (part) => readCell(part).length > 0 && readYearName(part.trim()) === undefined,
    );
    const caption = isUnitOnly(text) ? text : isOfRow ? '' : (/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? '');
    if (!/thousand|million|billion|\p{Sc}|[A-Z]{3}|000/u.test(caption) || !isUnitOnly(caption)) continue;
    const unit = readUnit(caption);
    if (unit?.scale !== undefined && unit.scale > 0) found.set(`${unit.currency ?? ''} ${unit.scale}`, unit);
  }
  const [unit, ...rivals] = found.values();
  return rivals.length === 0 && unit?.currency !== undefined ? unit : undefined;
}
