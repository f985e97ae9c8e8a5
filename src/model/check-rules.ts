import { upperFirst } from './format.ts';
import { inHouseStyle } from './house-style.ts';

/** What a rule compares: its name, a sentence, and the heading of a finding that it makes of words. */
export interface RuleWords {
  readonly title: string;
  readonly says: string;
  readonly finding?: string;
}

/** Each rule with its words, in the order in which pages list them. */
const RULES = {
  statements: {
    title: 'One figure, several tables',
    says: 'A figure that several tables of a release give is the same in each.',
  },
  stated: {
    title: 'Stated by a person',
    says: 'What a person says of a table, row or column takes precedence over what was read.',
    finding: 'Stated by a person',
  },
  scale: {
    title: 'Thousands and millions',
    says: 'A figure told in a coarser unit is the finer one shortened.',
  },
  prose: {
    title: 'Sentences against tables',
    says: 'A figure in a sentence, a note or a label is the one that a table gives.',
  },
  documents: {
    title: 'Release against release',
    says: 'A later release gives the same figure for the same thing as an earlier one.',
  },
  sum: {
    title: 'Sums of a table',
    says: 'A total of a table is what the rows above it add up to.',
  },
  'prose-sum': {
    title: 'Sums within a sentence',
    says: 'A total that a sentence gives is what the parts named in it add up to.',
  },
  total: {
    title: 'Sums across tables',
    says: 'A figure is what its parts, printed elsewhere, add up to.',
  },
  members: {
    title: 'Wholes and their parts',
    says: 'The whole is what its segments, payments or other parts add up to.',
  },
  'roll-forward': {
    title: 'From opening to closing',
    says: 'An opening balance and the movements below it give the closing balance.',
  },
  change: {
    title: 'Changes',
    says: 'A printed change is the later figure less the earlier.',
  },
  growth: {
    title: 'Growth',
    says: 'A printed rate of growth follows from the two figures that it compares.',
  },
  ratio: {
    title: 'Ratios and margins',
    says: 'A printed ratio follows from the two figures that it sets against each other.',
  },
  'per-share': {
    title: 'Per share',
    says: 'An amount per share is the amount over the shares.',
  },
  'per-ads': {
    title: 'Shares and depositary shares',
    says: 'What is told in depositary shares is a fixed multiple of what is told in shares.',
  },
  translation: {
    title: 'Translation',
    says: 'An amount told in a second currency is the first at the rate that the release states.',
  },
  split: {
    title: 'Share split',
    says: 'An amount per share of before a split is that of after it times the split.',
  },
  spans: {
    title: 'Parts of a year',
    says: 'The quarters and halves of a year add up to it.',
  },
  'same-amount': {
    title: 'One amount, two names',
    says: 'Lines of different statements that stand for one amount agree.',
  },
  'label-spelling': {
    title: 'Spelling of labels',
    says: 'A label is spelt as the measure that its figures are.',
    finding: 'A label is misspelt',
  },
  'label-sign': {
    title: 'Income or loss by the sums',
    says: 'What a label calls an income enters the sum as one.',
    finding: 'A label says income, the sum says loss',
  },
  'label-words': {
    title: 'Words of labels',
    says: 'A label has the words that the same line has elsewhere in the release.',
    finding: 'A label lacks a word',
  },
  'label-direction': {
    title: 'Labels against signs',
    says: 'A label that names a gain, a loss, an increase or a decrease fits the sign of its figures.',
    finding: 'A label says the opposite of its figures',
  },
  'release-date': {
    title: 'Date of the release',
    says: 'A release is dated after the end of the period that it reports on.',
    finding: 'The release is dated before the end of its period',
  },
  'unit-row': {
    title: 'Rows of units',
    says: 'The units above a table stand over the columns that they are of.',
    finding: 'The units stand over the wrong columns',
  },
  'tag-contradicts': {
    title: 'Tags against print',
    says: 'A tag of inline XBRL has the digits and the scale of the number that it wraps.',
    finding: 'A tag says another number than is printed',
  },
  'section-total': {
    title: 'Names of totals',
    says: 'A total is named after the block of rows that it closes.',
    finding: 'A total bears the name of another',
  },
  'caption-dates': {
    title: 'Dates of captions',
    says: 'A caption dates the table below it as the columns of the table do.',
    finding: 'A caption speaks of another period than its table',
  },
  'introduction-dates': {
    title: 'Dates of introductions',
    says: 'A sentence that leads to a table speaks of the periods of the table.',
    finding: 'An introduction speaks of another period than its table',
  },
  'column-period': {
    title: 'Periods over columns',
    says: 'The figures of a column are those that other tables give for its period.',
    finding: 'A column is headed with the period of others',
  },
  'sentence-period': {
    title: 'Periods of sentences',
    says: 'The figures of a sentence are those that tables give for the period it names.',
    finding: 'A sentence names the period of other figures',
  },
  'range-ends': {
    title: 'Ends of ranges',
    says: 'A range begins at its lower end.',
    finding: 'A range is turned round',
  },
  'note-dates': {
    title: 'Dates of notes',
    says: 'A note on the table above it speaks of the periods of the table.',
    finding: 'A note speaks of another period than its table',
  },
  'heading-period': {
    title: 'Headings of the year',
    says: 'A heading among notes on a year does not speak of quarterly statements.',
    finding: 'A heading of a quarter stands in the notes on a year',
  },
  'level-dates': {
    title: 'Levels of earlier periods',
    says: 'An amount is said to be level with that of a period as long as its own.',
    finding: 'An amount is compared with a period of another length',
  },
  'outlook-dates': {
    title: 'Dates of the outlook',
    says: 'What is said about the future is of a period that was not over.',
    finding: 'The outlook is of a period that was over',
  },
  'note-numbers': {
    title: 'Numbers of notes',
    says: 'Notes that stand together are counted from one on.',
    finding: 'A note is numbered, the one before it is not',
  },
  'note-definition': {
    title: 'Definitions in notes',
    says: 'What a note says a line includes is not counted again in a row of its own.',
    finding: 'A note counts in a line what its table counts apart',
  },
  'empty-column': {
    title: 'Columns without figures',
    says: 'Each heading of a table has figures below it.',
    finding: 'A column is headed and empty',
  },
  name: {
    title: 'The issuer’s name',
    says: 'The issuer is called by one name throughout.',
    finding: 'The issuer’s name is misspelt',
  },
  ticker: {
    title: 'The issuer’s ticker',
    says: 'An exchange calls the share by one name throughout.',
    finding: 'The issuer’s ticker is misspelt',
  },
} as const satisfies Readonly<Record<string, RuleWords>>;

export type Rule = keyof typeof RULES;

const WORDS: ReadonlyMap<string, RuleWords> = new Map(Object.entries(RULES));

/** The words of a rule as the house writes them; one that has none yet is called by its id. */
export function ruleWords(rule: string): RuleWords {
  const { title, says, finding } = WORDS.get(rule) ?? {
    title: upperFirst(rule.replaceAll('-', ' ')),
    says: '',
  };
  return {
    title: inHouseStyle(title),
    says: inHouseStyle(says),
    ...(finding !== undefined && { finding: inHouseStyle(finding) }),
  };
}

/** The rules that have words, in the order in which pages list them. */
export const RULE_ORDER: readonly string[] = Object.keys(RULES);
