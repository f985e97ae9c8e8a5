import type { MeasureSearch } from './measure-search.ts';
import { type Measure, unknownMeasure } from './measures.ts';
import { isNameOfMeasure } from './names-measure.ts';

/** What someone does before the words that tell how well. Written small: in headlines every word is a name. */
const VERB =
  '(?:delivered|led|leads|performed|outperformed|remained|remains|continued|continues|grew|saw|achieved|posted|generated|recorded|reported|returned|showed|produced|drove|maintained|had|enjoyed|ended|ranked|gained|expanded|improved|increased|decreased|declined|rose|fell|reached|experienced|benefit(?:ed|ted)|finished|sustained|strengthened|reduced|raised|leading|delivering|achieving|posting|generating)';
const WORD = String.raw`\p{Lu}[\p{L}\p{N}&.’'-]*[™®]?(?:\s[™®])?`;
const NAME = `${WORD}(?:\\s(?:(?:and|&|of)\\s)?${WORD}){0,5}`;
/** Parts of a business that have no name of their own. */
const KIND =
  '(?:markets?|brands?|regions?|countries|channels?|segments?|divisions?|business(?:es)?|operations|subsidiar(?:y|ies)|categor(?:y|ies)|franchises?|platforms?)';
const SUBJECT = new RegExp(
  `^[\\s"“•▪*·–-]*(?:(?:In|For|At|On|During|Within)\\s([^,]{2,40}),\\s)?(?:[Tt]he\\s|[Oo]ur\\s|[Ii]ts\\s)?((?:[Cc]ompany['’]s\\s)?(?:${NAME}(?:\\s(?:\\p{Ll}+\\s)?${KIND})?|(?:[\\p{L}-]+\\s){1,3}${KIND})(?:\\sex-${WORD})?)(?:\\s*\\([^()]*\\))?\\s+(?:also\\s|again\\s|\\p{Ll}+ly\\s)?${VERB}\\s`,
  'u',
);

/** A measure told of a business or brand that is the subject of its clause is that one's, not the group's. */
export function ofOwner(measure: Measure, search: MeasureSearch): Measure {
  if (measure.counts || measure.isEffect || measure.dimensions['segment'] || measure.dimensions['product'])
    return measure;
  const owner = findOwner(search);
  if (!owner || measure.label.toLowerCase().includes(owner.name.toLowerCase())) return measure;
  return {
    ...unknownMeasure([], `${owner.name} ${measure.label}${owner.topic && ` in ${owner.topic}`}`),
    sense: measure.sense,
    dimensions: measure.dimensions,
  };
}

interface Owner {
  readonly name: string;
  /** `edibles` of `In edibles, Larch remained first`. */
  readonly topic: string;
}

function findOwner({ masked, figure, context }: MeasureSearch): Owner | undefined {
  const clause = masked.slice(0, figure.start).split(CLAUSES).at(-1) ?? '';
  const [whole = '', topic = '', name = ''] = SUBJECT.exec(clause) ?? [];
  const owner = name
    .replace(/^company['’]s\s/i, '')
    .replace(/[\s™®]+/g, ' ')
    .trim();
  const { measures, parts, names } = context;
  const isMeasure = isNameOfMeasure(owner) || measures.find(owner, undefined, []) !== undefined;
  if (owner === '' || isMeasure || whole.length > clause.length) return undefined;
  if (measures.isSelf(owner.replace(LEGAL, '')) || parts.some((part) => part.name.includes(owner)))
    return undefined;
  const isName = owner.includes(' ') || names.isProper(owner);
  return isName ? { name: owner, topic: topic.replace(/\sspecifically$/, '').trim() } : undefined;
}

const CLAUSES = /[.;:]\s+|["“”]|,?\s\b(?:while|whereas|although|but)\s/;
const LEGAL = /\s(?:Group|Company|Corporation|Holdings?|Bank|Bancorp|Inc\.?|Corp\.?|plc|Ltd\.?)$/;
