/** Words that the program itself uses and that Britain and America spell otherwise; whatever ends are added to them. */
const SPELLINGS: readonly (readonly [british: string, american: string])[] = [
  ['grey', 'gray'],
  ['misspelt', 'misspelled'],
  ['spelt', 'spelled'],
  ['recognised', 'recognized'],
  ['amortis', 'amortiz'],
  ['capitalis', 'capitaliz'],
  ['cancelled', 'canceled'],
  ['labelled', 'labeled'],
  ['licence', 'license'],
  ['programme', 'program'],
  ['colour', 'color'],
  ['neighbour', 'neighbor'],
  ['favour', 'favor'],
  ['judgement', 'judgment'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
];
const BRITISH = RegExp(`\\b(?:${SPELLINGS.map(([british]) => british).join('|')})`, 'gi');
const AMERICAN: ReadonlyMap<string, string> = new Map(SPELLINGS);

/** The program's own words as they are spelled in America. */
export const americanised = (words: string): string =>
  words.replace(BRITISH, (found) => {
    const american = AMERICAN.get(found.toLowerCase()) ?? found;
    return found.charAt(0) === found.charAt(0).toLowerCase() ? american : upperFirst(american);
  });

/** The words among these that are spelled as in Britain. */
export const findBritish = (words: string): string[] => words.match(BRITISH) ?? [];

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
