import { foldWords } from '../../../src/concepts/fold-label.ts';
import { remember } from '../../../src/model/remember.ts';

/** Nouns that a measure is called by, in the singular. */
const MEASURES = new Set(
  `revenue sale turnover income profit earning loss margin ratio rate yield expense cost charge tax taxation cash debt borrowing
  loan deposit asset liability equity capital capex expenditure spend spending investment dividend share price premium claim
  backlog order booking volume growth return spread deduction depreciation amortization impairment writedown writeoff
  provision allowance reserve inventory receivable payable goodwill fee gain proceed payment repayment repurchase buyback
  purchase obligation commitment liquidity availability headcount employee store customer subscriber user contract
  production occupancy utilization value saving compensation ebitda ebit ebitdar oibda eps ffo roe roa roic roce arr nii arpu
  nim aum gmv rpo workforce balance position benefit interest rent royalty commission bonus salary wage cost outstanding
  transaction shipment delivery output capacity ticket traffic penetration royalty surplus deficit credit exposure
  bill receipt inflow outflow flow leverage turn overhead consideration award penalty settlement disbursement
  refinancing billing churn coverage retention accrual nonaccrual appreciation distribution revpar adr ffo affo ebita
  issuance redemption facility drawdown note bond lease principal par backlog headwind tailwind
  delinquency headroom comparability`.split(/\s+/),
);

/** Words of clauses, not of names; participles of the past that stand in names are not among them. */
const CLAUSE =
  /\b(?:we|they|he|she|it|you|who|which|that|was|were|is|are|be|been|has|have|had|will|would|could|may|can|as|so|if|when|than|because|(?<!\bpast )due|through|while|however|resulting|resulted|including|included|includes|driven|offset|impacted|produced|experienced|approved|completed|announced|allows?|consists?|became|(?<!\b(?:the|an?|newly|of|from)\s)(?:sold|bought|acquired|entered|closed|opened|signed|raised|received|secured|agreed|launched|won)|represent\w*|reflect\w*|compris\w*|continu\w*|saw|sees|drove|drives|helped|managed to|able to|accelerat\w*|sequentially|modestly|each|both|announc\w*|amount(?:ed|ing)|generat\w*|decreas\w*|increas\w*|grew|rose|fell|rising|falling|discontinue\w*|slightly|approximately|respectively|also|not|no|this|these|there|here|whereby|where|between|subject|following|funded|invested|expected|expects?|believes?|the company|recogni[sz]ed|yielding|represented)\b|\p{Ll}(?:ed|ing)\s(?:an?|the|our|its)\b/iu;

/** `cash, cash equivalents and investments`. */
const LISTED = /^(?:[\p{L}-]+(?: [\p{L}-]+){0,2}, )+(?:[\p{L}-]+ ){0,3}and [\p{L} -]+$/u;

/** What was done with the money. */
const DONE =
  /^(?:paid|returned|spent|invested|repaid|raised|borrowed|contributed|received|collected|distributed|(?:funded|financed|refinanced|used)(?:\s(?:with|by|from|using))?)\s/i;

/** They need another word to say what they are of. */
const VAGUE = new Set(
  'loss gain income expense charge cost benefit increase decrease amount total net other item effect impact value balance rate payment proceed of for'.split(
    ' ',
  ),
);

const LONGEST = 10;
const OPERATIONS = /\b(?:dis)?continu(?:ing|ed) operations\b/gi;
/** What a rate is a rate of. */
const OF_WHOLE = /\bas an? (?:per ?cent(?:age)?|share|proportion) of\b.*$/i;

/** Words that may name anything that is measured: short, and of no clause. */
export const isPlainName: (label: string) => boolean = remember((label) => {
  const words = foldWords(label.replace(OF_WHOLE, '')).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= LONGEST &&
    !CLAUSE.test(label.replace(DONE, '').replace(OF_WHOLE, '').replace(OPERATIONS, '')) &&
    !/^(?:of|in|for|to|from|at|on|by|with|and|or|new|our|its|another|per|after|before|excluding|including|since|under|over)\b/i.test(
      label.trim(),
    ) &&
    !NO_NAME.test(label.trim().replace(DONE, '')) &&
    !/[,;:()“”"]/.test(
      label
        .replace(LISTED, (list) => list.replaceAll(',', ''))
        .replace(/(?<=\d),(?=\d{3})/g, '')
        .replace(
          /\((?:non-GAAP|net|loss|income|unaudited|[\p{L}\d&-]{1,20}(?:\s(?:margin|ratio|rate))?)\)/giu,
          '',
        ),
    ) &&
    words.some((word) => !VAGUE.has(word))
  );
});

const isNameOf: (label: string) => boolean = remember(
  (label) => isPlainName(label) && (DONE.test(label) || foldWords(label).some((word) => MEASURES.has(word))),
);

/** `deducted from segment profit`, `charge associated with H`, `excluding the 4.5 billion charge`. */
const NO_NAME =
  /\bto (?:re)?purchase\b|\bup to\b|\b(?:nil|zero)\b|^(?:pre|after)[- ]?tax$|\band (?:our|its|their) |^\p{L}\p{Ll}+ed (?:from|to|in|by|into)\b|\b(?:with|of|for|to|in) \p{L}$|\d[\d.,]*\s(?:thousand|million|billion)\b/u;

/** What is counted and not paid. */
const COUNTED = new Set(
  `transaction customer client account member location subscriber user store employee headcount ticket traffic shipment delivery output volume
  penetration production workforce`.split(/\s+/),
);

/** Those that are done over a period. */
const FLOWS = /(?:transactions|tickets|shipments|deliveries|outputs|volumes)$/;

/** Whether what a name counts is done over a period, and not there on a day. */
export const isCountOfFlow = (noun: string): boolean => FLOWS.test(noun);

/** What a name counts, in the plural as it is written: `customers` of `customers with more than $5,000 of spending`. */
export function findCounted(label: string): string | undefined {
  const head =
    label
      .split(/\s(?:with|of|in|for|on|under|at|from|to|by|that|who)\s/i)[0]
      ?.split(/\s+/)
      .at(-1) ?? '';
  return /s$/i.test(head) && COUNTED.has(foldWords(head).at(-1) ?? '') ? head.toLowerCase() : undefined;
}

/** Whether words that the vocabulary does not know are plainly the name of a measure, and of nothing else. */
export const isNameOfMeasure = (label: string, isMoney = false): boolean =>
  isNameOf(label) &&
  (!isMoney || DONE.test(label) || foldWords(label).some((word) => MEASURES.has(word) && !COUNTED.has(word)));

const RATES =
  /\b(?:margins?|ratio|rates?|yields?|growth|share|percentage|returns?|utili[sz]ation|occupancy|penetration|interest|stake|coverage|efficiency|churn|retention|spread|leverage|proportion|mix|coupon|increase|decrease|change|decline|cover|multiple|turns?)\b|\bto\b|%/i;

/** Whether such a name is that of a percentage. */
export const isNameOfRate = (label: string): boolean => RATES.test(label);

const BALANCES = new Set(
  `debt borrowing capital cash equivalent balance backlog loan deposit asset liability equity receivable payable inventory outstanding
  obligation commitment availability capacity liquidity portfolio reserve headcount goodwill available drawn undrawn borrowed delinquency headroom`.split(
    /\s+/,
  ),
);

/** What is there; `drilling capital` and `growth capital` are spent. */
const KINDS_OF_CAPITAL =
  /^(?:|working|regulatory|tier|1|2|total|net|invested|employed|share|equity|tangible|surplus|excess|economic|solvency|paid|in|bearing)$/;

/** Whether such a name is that of a balance, which is of a day. */
export function isNameOfBalance(label: string): boolean {
  if (/\baverage\b/i.test(label)) return false;
  if (/^(?:total )?cash(?:,| and) /i.test(label)) return true;
  const head =
    label.split(/\s(?:of|for|in|on|to|under|at|with|from|before|after|excluding|held|as)\s/i)[0] ?? '';
  const [last = '', before = ''] = foldWords(head).reverse();
  return BALANCES.has(last) && (last !== 'capital' || KINDS_OF_CAPITAL.test(before));
}
