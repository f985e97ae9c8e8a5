/**
 * A digit among words that may be the mark of a footnote and raised in print, which text alone does not show: `Adjusted
 * EBITDA 1 decreased`, `Sales 2 of $5 million`, `EBITDA margin1 was`. Not what goes by numbers itself: `Phase 3`.
 */
export const LOST_MARK =
  /(?=\d)(?<=\p{L}{3} ?|\p{L}{3}[”"’)] ?)(?<!\b(?:and|the|top|all|than|about|some|over|under|from|with|for|only|least|just|was|were|had|has|have|million|billion|thousand|quarter|phase|step|tier|level|page|note|table|item|day|week|year|series|class|version|part|stage|scope|category|type|tranche|train|block|well|jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\p{Ll}+ed) ?)(\d)(?= (?:of|was|were|is|are|increased|decreased|grew|rose|fell|declined|improved|totall?ed|came|margin|(?:for|in) (?:the|fiscal))\b| ?\((?=\p{Ll}|[$€£¥])|\s*[,;:)](?!\d)|\.?\s*$)/giu;
