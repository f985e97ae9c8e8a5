import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PART = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * A document of Word that says in other words what it shows, where mammoth passes over what is said: hidden text is not
 * there, text moved up is raised, columns that a row leaves out before its first cell are an empty cell, and formulas and
 * results of fields are text.
 */
export function withShownText(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files))
    if (PART.test(name)) files[name] = strToU8(rewritten(strFromU8(content)));
  return zipSync(files, { level: 0 });
}

const rewritten = (xml: string): string =>
  xml
    .replace(RUN, (run) => (HIDDEN.test(run) ? '' : run.replace(MOVED_UP, RAISED)))
    .replace(FIELD_MARKS, '')
    .replace(FORMULA, asRun)
    .replace(
      LEFT_OUT_BEFORE,
      (row, columns: string) => `${row}<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`,
    );

const FIELD_MARKS = /<\/?w:fldSimple\b[^>]*>/g;
const FORMULA = /<m:oMath\b[^>]*>((?:(?!<\/?m:oMath\b)[\s\S])*)<\/m:oMath>/g;

function asRun(_: string, formula: string): string {
  const texts = [...formula.matchAll(/<m:t\b[^>]*>([^<]*)<\/m:t>/g)].map(([, text]) => text);
  return `<w:r><w:t xml:space="preserve">${texts.join('')}</w:t></w:r>`;
}

/** A run of text that holds no other. */
const RUN = /<w:r\b(?!Pr\b)[^>]*>(?:(?!<w:r\b(?!Pr\b)|<\/w:r>)[\s\S])*<\/w:r>/g;
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
/** Half points above the line. */
const MOVED_UP = /<w:position\s+w:val="[1-9]\d*"\s*\/>/g;
const RAISED = '<w:vertAlign w:val="superscript"/>';
const LEFT_OUT_BEFORE =
  /<w:trPr\b[^>]*>(?:(?!<\/?w:trPr\b)[\s\S])*<w:gridBefore\s+w:val="([1-9]\d?)"\s*\/>(?:(?!<\/?w:trPr\b)[\s\S])*<\/w:trPr>/g;
