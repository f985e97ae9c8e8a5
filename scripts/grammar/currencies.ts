/**
 * The currencies of listed companies: ISO 4217 code, marks as printed before or behind figures (case matters), weak marks
 * that are one only beside a figure or a scale, words (any case), and whether the word behind a country's name is `dollar`.
 * A row here is all that a currency needs to be read in cells, heads, captions and sentences.
 */
interface Currency {
  readonly code: string;
  readonly marks?: readonly string[];
  readonly weak?: readonly string[];
  readonly words?: readonly string[];
  /** Other spellings, as patterns: the `p` of pence behind a figure. */
  readonly patterns?: readonly string[];
  /** Countries whose dollar, peso, rupee … it is. */
  readonly of?: { readonly countries: readonly string[]; readonly noun: string };
}

const dollar = (...countries: string[]) => ({ countries, noun: 'dollars?' });
const peso = (...countries: string[]) => ({ countries, noun: 'pesos?' });
const rupee = (...countries: string[]) => ({ countries, noun: 'rupees?' });
const shilling = (...countries: string[]) => ({ countries, noun: 'shillings?' });

/** The particular before the general: `HK$` before `$`. */
const CURRENCIES: readonly Currency[] = [
  { code: 'CAD', marks: ['CA$', 'Cdn$', 'CDN$', 'C$'], of: dollar('canadian', 'cdn') },
  { code: 'AUD', marks: ['AU$', 'A$'], words: ['australian cents?'], of: dollar('australian') },
  { code: 'NZD', marks: ['NZ$'], of: dollar('new zealand') },
  { code: 'HKD', marks: ['HK$'], words: ['(?:hk|hong kong) cents?'], of: dollar('hong kong') },
  { code: 'SGD', marks: ['SG$', 'S$'], words: ['(?:singapore|sg) cents?'], of: dollar('singapore') },
  { code: 'TWD', marks: ['NT$', 'NTD'], of: dollar('new taiwan', 'taiwan', 'nt') },
  { code: 'JMD', marks: ['J$'], of: dollar('jamaican?') },
  { code: 'TTD', marks: ['TT$'], of: dollar('trinidad (?:and|&) tobago', 'tt') },
  { code: 'BBD', marks: ['Bds$', 'BDS$', 'BBD$'], of: dollar('barbad(?:os|ian)') },
  { code: 'XCD', marks: ['EC$'], of: dollar('east(?:ern)? caribbean') },
  { code: 'BSD', marks: ['B$'], of: dollar('bahamian', 'bahamas') },
  { code: 'BMD', marks: ['BD$'], of: dollar('bermud(?:a|ian)') },
  { code: 'KYD', marks: ['CI$'], of: dollar('cayman(?: islands)?') },
  { code: 'GYD', marks: ['G$'], of: dollar('guyan(?:a|ese)') },
  { code: 'FJD', marks: ['FJ$'], of: dollar('fiji(?:an)?') },
  { code: 'NAD', marks: ['N$'], of: dollar('namibian?') },
  { code: 'BRL', marks: ['R$'], words: ['brazilian reais', 'reais', 'brazilian real'] },
  { code: 'MXN', marks: ['Mex$', 'MX$'], of: peso('mexican') },
  { code: 'ARS', marks: ['AR$'], of: peso('argentin(?:e|ean|ian)') },
  { code: 'CLP', marks: ['Ch$', 'CLP$'], of: peso('chilean') },
  { code: 'COP', marks: ['COP$'], of: peso('colombian') },
  { code: 'PHP', marks: ['₱', 'PhP', 'Php'], of: peso('philippine') },
  { code: 'PEN', marks: ['S/.', 'S/'], words: ['(?:peruvian|nuevos?) sol(?:es)?'] },
  {
    code: 'USD',
    marks: ['US$', 'US $', 'U.S.$', 'U.S. $', '$'],
    words: ['dollars?', 'u\\.?s\\.? cents?'],
    of: dollar('u\\.?s\\.?', 'united states', 'american'),
  },
  { code: 'JPY', marks: ['¥', '￥'], words: ['yen'] },
  { code: 'EUR', marks: ['€'], words: ['euros?'] },
  {
    code: 'GBP',
    marks: ['£'],
    words: ['pounds?(?: sterling)?(?! of\\b)', 'sterling', 'pence'],
    patterns: ['(?<=\\d)p\\b', '^\\(?p\\)?$'],
  },
  { code: 'CHF', words: ['swiss francs?'] },
  { code: 'CNY', marks: ['RMB', 'CN¥'], words: ['renminbi', 'yuan'] },
  {
    code: 'KRW',
    marks: ['₩'],
    words: ['korean won', '(?<=(?:millions?|billions?|thousands?|trillions?) (?:of )?)won'],
  },
  { code: 'PKR', of: rupee('pakistani?') },
  { code: 'LKR', of: rupee('sri lankan?') },
  { code: 'INR', marks: ['₹', 'Rs.', 'Rs', 'INR'], words: ['rupees?'] },
  { code: 'MYR', weak: ['RM'], words: ['(?:malaysian )?ringgit'] },
  { code: 'IDR', weak: ['Rp.', 'Rp'], words: ['(?:indonesian )?rupiah'] },
  { code: 'THB', marks: ['฿'], words: ['(?:thai )?baht'] },
  { code: 'VND', marks: ['₫'], words: ['vietnam(?:ese)? dong'] },
  { code: 'SEK', words: ['swedish kron(?:or|a)'] },
  { code: 'NOK', words: ['norwegian kron(?:er|e)'] },
  { code: 'DKK', words: ['danish kron(?:er|e)'] },
  { code: 'ISK', words: ['icelandic kr[oó]n(?:ur|a)'] },
  { code: 'PLN', marks: ['zł'], words: ['(?:polish )?z[lł]ot(?:y|ys|ych)'] },
  { code: 'CZK', marks: ['Kč'], words: ['czech (?:koruna|crowns?)'] },
  { code: 'HUF', words: ['(?:hungarian )?forints?'] },
  { code: 'RON', words: ['romanian lei'] },
  { code: 'TRY', marks: ['₺'], weak: ['TL', 'TRY'], words: ['turkish lira'] },
  { code: 'RUB', marks: ['₽'], words: ['(?:russian )?rou?bles?'] },
  { code: 'UAH', marks: ['₴'], words: ['(?:ukrainian )?hryvnias?'] },
  { code: 'KZT', marks: ['₸'], words: ['(?:kazakh(?:stani)? )?tenge'] },
  { code: 'ILS', marks: ['₪', 'NIS'], words: ['(?:new )?(?:israeli )?shekels?'] },
  { code: 'AED', weak: ['Dhs.', 'Dhs', 'Dh'], words: ['(?:uae |emirati )?dirhams?'] },
  { code: 'SAR', weak: ['SR'], words: ['saudi(?: arabian)? riyals?'] },
  { code: 'QAR', weak: ['QR'], words: ['qatari riyals?'] },
  { code: 'KWD', weak: ['KD'], words: ['kuwaiti dinars?'] },
  { code: 'BHD', weak: ['BD'], words: ['bahraini dinars?'] },
  { code: 'OMR', weak: ['RO'], words: ['omani rials?'] },
  { code: 'EGP', weak: ['LE'], words: ['egyptian pounds?'] },
  { code: 'ZAR', weak: ['R'], words: ['(?:south african )?rands?'] },
  { code: 'NGN', marks: ['₦'], words: ['(?:nigerian )?naira'] },
  { code: 'GHS', marks: ['GH¢', 'GH₵'], words: ['ghana(?:ian)? cedis?', 'cedis?'] },
  { code: 'KES', marks: ['KSh', 'KShs', 'Kshs', 'KES', 'Ksh'], of: shilling('kenyan?') },
  { code: 'UGX', marks: ['UShs', 'Ushs', 'UGX'], of: shilling('ugandan?') },
  { code: 'TZS', marks: ['TShs', 'TZS'], of: shilling('tanzanian?') },
];

/** Codes that are English words in capitals count only beside a figure or a scale. */
const isWord = ({ weak, code }: Currency): boolean => weak?.includes(code) ?? false;

const escapeRegExp = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
const either = (texts: readonly string[]): string => [...texts].sort((a, b) => b.length - a.length).join('|');

/** Printed marks and codes by what they mean; a bare `$` is the US dollar, a bare `¥` the yen. */
export const CURRENCY_MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  CURRENCIES.flatMap((currency) =>
    [...(currency.marks ?? []), ...(isWord(currency) ? [] : [currency.code])].map((mark) => [
      mark,
      currency.code,
    ]),
  ),
);

/** Marks that mean a currency only where a figure follows them. */
export const WEAK_MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  CURRENCIES.flatMap(({ code, weak = [] }) => weak.map((mark) => [mark, code])),
);

/** Codes of dollars other than the American. */
export const OTHER_DOLLARS: ReadonlySet<string> = new Set(
  CURRENCIES.filter(({ code, of }) => of?.noun === dollar().noun && code !== 'USD').map(({ code }) => code),
);

/** Codes beside which a letter may tell the scale: `TEUR`, `SEKm`. */
export const CODES: string = either(
  CURRENCIES.filter((currency) => !isWord(currency)).map(({ code }) => code),
);

const BESIDE_SCALE = "(?=\\s?(?:\\d|['’]0|(?:in )?(?:thousand|million|billion|crore|m|mn|bn)s?(?![\\p{L}])))";

/** What names a currency in a head, a caption or a label, by its code; the first that matches counts. */
export const CURRENCY_WORDINGS: readonly (readonly [RegExp, string])[] = CURRENCIES.flatMap((currency) => {
  const { code, marks = [], weak = [], words = [], patterns = [], of } = currency;
  const phrases = [...(of ? [`(?:${of.countries.join('|')}) ${of.noun}`] : []), ...words].map(
    (word) => `\\b${word}\\b`,
  );
  const printed = marks.map(
    (mark) =>
      `${/^\p{L}/u.test(mark) ? '(?<!\\p{L})' : '(?<![\\p{Lu}$])'}${escapeRegExp(mark)}${mark === '$' ? '(?!\\$)' : ''}${/\p{L}$/u.test(mark) ? '(?!\\p{L})' : ''}`,
  );
  const coded = isWord(currency) ? [] : [`(?<!\\p{L})[kKmMT]?${code}(?:[mMkKtT]|mn|bn)?(?!\\p{L})`];
  const beside = weak.map((mark) => `(?<!\\p{L})${escapeRegExp(mark)}${BESIDE_SCALE}`);
  const rows: [RegExp, string][] = [
    [new RegExp([...coded, ...printed, ...beside, ...patterns].join('|'), 'u'), code],
  ];
  if (phrases.length > 0) rows.push([new RegExp(phrases.join('|'), 'iu'), code]);
  return rows;
});

/** What names one country's dollar rather than a bare one, for counting, by code. */
export const DOLLAR_NAMES: readonly (readonly [RegExp, string])[] = CURRENCIES.filter(
  ({ of }) => of?.noun === dollar().noun,
).map(({ code, marks = [], of }) => [
  new RegExp(
    [
      ...marks.filter((mark) => mark !== '$').map((mark) => `(?<!\\p{Lu})${escapeRegExp(mark)}`),
      `(?<!\\p{L})${code}(?!\\p{L})`,
      `(?<!\\p{L})(?:${of?.countries.flatMap((name) => [name, name.replace(/\b\p{Ll}/gu, (first) => first.toUpperCase()), name.toUpperCase().replace('\\.', '\\.')]).join('|')}) (?:D|d)ollars?`,
    ].join('|'),
    'gu',
  ),
  code,
]);
