import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PART = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * A document of Word that says in other words what it shows, where mammoth passes over what is said: hidden text is not
 * there, text moved up is raised, columns that a row leaves out before its first cell are an empty cell, and formulas and
 * results of fields are text.
 */
export function withShownText(bytes: Uint8Array): ShownText {
  const files = unzipSync(bytes);
  const hidden: string[] = [];
  for (const [name, content] of Object.entries(files))
    if (PART.test(name)) files[name] = strToU8(rewritten(strFromU8(content), hidden));
  return { bytes: zipSync(files, { level: 0 }), hidden };
}

export interface ShownText {
  readonly bytes: Uint8Array;
  /** Texts that are hidden. */
  readonly hidden: readonly string[];
}

const rewritten = (xml: string, hidden: string[]): string =>
  xml
    .replace(RUN, (run) => {
      if (!HIDDEN.test(run)) return run.replace(MOVED_UP, RAISED);
      hidden.push([...run.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
      return '';
    })
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
