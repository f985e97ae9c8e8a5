import { remember } from '../../src/model/remember.ts';

/** Words that change nothing of what a figure measures, as a dictionary gives them. */
const PLAIN = {
  joints: `a an the this that these those its our their it's we it they he she who which there when such also now thus then
    however as at by for from in into of on to with within without and or but while whereas although both each all during
    through across between per other same c i.e`,
  being: `was were is are be been being has have had will would should may do did does remain stay continue make made least`,
  reporting: `come came stand stood total amount reach exceed surpass hit cross report record equal equaled post generate deliver
    achieve produce earn realize realise recognize recognise see saw show end close finish average represent hold held incur
    experience perform complete place process account enter serve launch yield leave left bring brought balance breakdown
    include inclusive consist comprise relate contribute contribution benefit combine number`,
  paying: `declare announce approve pay paid payable repay repaid return repurchase buy bought back invest spend spent use
    refinance ship sold dispose disposal board director dividend holder shareholder stockholder shareholders' stockholders'
    common ordinary stock share cash interim program authorize recurring outstanding schedule cost`,
  aiming: `expect anticipate estimate forecast project plan target guide guidance outlook range raise revise update reaffirm
    reiterate maintain narrow assume high low midpoint top bottom`,
  changing: `increase decrease decline grow grew grown growth rise rose risen fall fell fallen drop improve improvement
    advance lower reduce reduction expand expansion contract gain climb jump surge double triple widen moderate accelerate
    change up down flat unchanged stable consistent loss profit income expense negative positive`,
  degree: `approximately approximate about around roughly nearly almost over under more less than above below line just only
    again further still additional first full part very alone new active effective strong solid robust healthy significant
    modest slight substantial good favorable another consecutive second third fourth fifth sixth seventh eighth ninth
    tenth`,
  comparing: `compare comparison versus vs against relative prior previous corresponding year-ago year-end year quarter period
    month week day half date time today fiscal quarterly annual annualized year-over-year year-on-year yoy y/y qoq sequential
    january february march april may june july august september october november december`,
  telling: `basic diluted net gross overall consolidated gaap non-gaap constant local currency cc dollar basis bps point
    percent percentage thousand million billion`,
  reasons: `due driven led reflect attributable because result impact`,
  company: `company company's group group's corporation subsidiary business business's segment division bank own operate
    franchise employ`,
};

const LEMMAS: ReadonlySet<string> = new Set(Object.values(PLAIN).flatMap((words) => words.split(/\s+/)));

/** The forms of the dictionary that a word may be an inflection of. */
const listLemmas = (word: string): string[] => [
  word,
  word.replace(/s$/, ''),
  word.replace(/(?:es|ed|er|ing)$/, ''),
  word.replace(/(?:d|r)$/, ''),
  word.replace(/(?:ing|ed)$/, 'e'),
  word.replace(/(\p{L})\1(?:ed|ing)$/u, '$1'),
  word.replace(/ie[sd]$/, 'y'),
];

/** Whether a word, in small letters, changes nothing of what a figure measures. */
export const isPlainWord: (word: string) => boolean = remember(
  (word) => /ly$|\d/.test(word) || listLemmas(word).some((lemma) => LEMMAS.has(lemma)),
);

/** `U.S. dollars`, `US GAAP`: a currency and a way of accounting, and no place. */
export const US_WAY = /\bU\.?S\.?(?=\s(?:dollars?|GAAP)\b)/g;

/** The words of a text, in small letters; neither what stands in parentheses nor the pronoun `us`. */
export const wordsIn = (text: string): string[] =>
  text
    .replace(/\([^()]*\)|\bus\b/g, ' ')
    .replace(US_WAY, ' ')
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{N}’'&/-]*(?:\.\p{L})*/gu) ?? [];
