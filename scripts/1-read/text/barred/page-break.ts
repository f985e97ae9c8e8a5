/** More lines than a page's foot and the next one's head have. */
const MOST_LINES = 6;

/** Whether nothing but the foot and head of a page stands between two lines: texts that come again, days, page numbers. */
export function isPageBreak(lines: readonly string[], above: number, below: number): boolean {
  const between = lines
    .slice(above, below - 1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    between.length > 0 &&
    between.length <= MOST_LINES &&
    between.every((text) => PAGE.test(text) || lines.filter((line) => line.trim() === text).length > 1)
  );
}

const PAGE = /^(?:page |p\. ?|[-–—] ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?(?: ?[-–—])?$/i;
