/** Parts of frequent words with a ligature, by which a glyph that stands for one is told; `<` is the start of a word. */
const PARTS: Readonly<Record<string, string>> = {
  fi: '<financ <finanz <firm <first <fiscal <final <finish <file <filing <find <five <fix <field <fill <figure <fifth <fifty <fifteen refinanc benefit benefic profit profil identifi certifi specific specifi significan signifi classifi qualifi verifi modifi notifi unifi diversifi quantifi justifi clarifi simplifi confid confirm config define definit deficit artifici scientif magnifi pacific',
  fl: '<flow <flat <flex <float <floor <fluct <flag <flash <fleet <flight <fluid inflat deflat reflect conflict influenc outflow inflow cashflow einfluss',
  ff: '<off effect differ offer affect effort offset staff afford suffer tariff buffer buffet cutoff layoff payoff payoffs tradeoff stoff schiff',
  ffi: 'office official efficien sufficien difficult affiliat traffic coefficien',
  ffl: 'affluent offline affliction shuffle',
};

export const LIGATURES: readonly string[] = Object.keys(PARTS);

const patterns = new Map(
  Object.entries(PARTS).map(([ligature, parts]) => [
    ligature,
    new RegExp(parts.split(' ').join('|').replaceAll('<', '\\b'), 'i'),
  ]),
);

/** Whether a text that holds a ligature is a word known to be written with it. */
export const isKnownWord = (text: string, ligature: string): boolean =>
  patterns.get(ligature)?.test(text) ?? false;
