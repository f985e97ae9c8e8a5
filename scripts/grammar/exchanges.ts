/** A market of an exchange, or its city: `NYSE American`, `Nasdaq Global Select Market`, `Euronext Amsterdam`. */
const MARKET =
  '(?: (?:American|Arca|MKT|(?:Global )?(?:Select )?Market|Capital Market|GS|GM|CM|Venture|Growth|Main Market|Pink|QX|QB|Stockholm|Helsinki|Copenhagen|Iceland|Oslo|Amsterdam|Brussels|Paris|Lisbon|Dublin|Milan|Prime|Standard))?';

/** Where shares are traded, as releases name the places; a pattern without groups, for letters as they stand. */
export const EXCHANGE =
  '(?:NASDAQ|Nasdaq|NYSE|AMEX|TSE|LSE|AIM|TSX|ASX|HKEX|SEHK|SIX|OSE|Euronext|EURONEXT|XETRA|Xetra|FWB|OTC|TYO|JPX|NSE|BSE|KRX|KOSPI|KOSDAQ|SGX|SSE|SZSE|TWSE|TPEX|JSE|BME|OMX|B3|NZX|IDX|SET|TASE)' +
  MARKET;
