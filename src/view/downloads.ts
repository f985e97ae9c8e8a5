/** What a download holds, and what each of its columns or keys means. */
export interface DownloadWords {
  readonly says: string;
  readonly columns: readonly (readonly [name: string, meaning: string])[];
}

const PLACE = [
  ['line', 'Line of the document, counted from 1'],
  ['column', 'Character of the line, counted from 1, at which the printed number starts'],
  ['cell', 'Tab-separated field of a table row, the label being 0; empty outside tables'],
] as const;

export const DOWNLOADS: Readonly<Record<string, DownloadWords>> = {
  'facts.csv': {
    says: 'Every number of every release with its place, measure, period, unit and precision',
    columns: [
      ['id', 'Stable name of the statement: issuer, document, line, cell, and which number of the cell'],
      ['issuer', 'Folder name of the issuer, as in the addresses of this site'],
      ['document', 'The release; empty for a derived figure'],
      ['origin', 'table, prose (sentences, notes, numbers inside labels) or derived'],
      ...PLACE,
      ['table', 'Title above the table'],
      ['section', 'Headings and parent rows above the row, outermost first'],
      ['label', 'Label of the row as printed, without footnote marks'],
      ['header', 'Headings of the column as printed, outermost first'],
      ['concept', 'The measure, named as in US GAAP or IFRS where they have it'],
      ['aspect', 'amount, change, changePercent or ratio'],
      ['basis', 'reported, or target'],
      ['dimensions', 'Segment, part of equity, payment and the like, as axis=member'],
      ['period_start', 'First day, empty for a balance'],
      ['period_end', 'Last day, or the day of a balance'],
      ['compared_start', 'For a change: first day of the period it is measured against'],
      ['compared_end', 'For a change: last day of that period'],
      ['unit', 'Currency, currency per share, percent, points, shares, or what is counted'],
      ['value', 'Plain decimal in single units with the printed sign; empty for nil'],
      ['polarity', '-1 where the context turns the printed sign against the measure’s own'],
      ['qualifier', 'exact, approximate, over, under, from or to'],
      ['decimals', 'Precision as in XBRL: -6 printed in millions, 1 for one decimal place'],
      ['raw', 'The number as printed'],
      ['inputs', 'For a derived figure: the statements it was worked out from'],
    ],
  },
  'checks.csv': {
    says: 'Every comparison made and its verdict, passes included',
    columns: [
      ['id', 'Stable name of the check'],
      ['rule', 'What was compared'],
      ['verdict', 'exact, rounding, footing, basis, doubt, slip or error'],
      ['issuer', 'Folder name of the issuer'],
      ['document', 'The release'],
      ...PLACE,
      ['expected', 'What the figure should be by the rule, in single units'],
      ['actual', 'What is printed'],
      ['difference', 'Actual less expected'],
      ['tolerance', 'What the printed digits leave open'],
      ['message', 'The finding in words'],
      ['facts', 'The statements it is about'],
    ],
  },
  'checks.sarif': {
    says: 'What did not simply pass, for code hosts and editors to show at the lines of the releases',
    columns: [
      ['ruleId', 'What was compared'],
      ['level', 'error, or note for a moved digit and another basis'],
      ['locations', 'Line and characters of the release that are in question'],
      ['relatedLocations', 'The figures that the finding rests on'],
      ['partialFingerprints', 'Stable name of the check, as in checks.csv'],
    ],
  },
  'coverage.json': {
    says: 'For each release, how many of its numbers were read, set aside or not read',
    columns: [
      ['tokens', 'Numbers in the text'],
      ['facts', 'Those that became statements'],
      ['other', 'Those that are something else, by kind: dates, identifiers, parts of names'],
      ['unknown', 'Statements of a measure or unit that the vocabulary does not know'],
      ['unread', 'Numbers that are none of these, each with its line, column and text'],
    ],
  },
};
