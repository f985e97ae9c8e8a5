import { findConcept, findSection } from '../../../src/concepts/vocabulary.ts';
import { periodOf as fiscalYear } from '../../../src/model/calendar.ts';
import { isDuration, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { findPeriods } from '../../grammar/periods.ts';
import type { Measure, Measures } from './measures.ts';

/** What the headings above a block say. */
export interface HeadingContext {
  /** Ids of concepts and sections they name, innermost first. */
  readonly enclosing: readonly string[];
  /** The nearest heading in bare words. */
  readonly path: readonly string[];
  readonly headingMeasure: Measure | undefined;
  readonly headingPeriod: Period | undefined;
}

/** Reads a path of headings, outermost first; the nearest one that says something counts. */
export function readHeadings(section: readonly string[], document: DocumentContext, measures: Measures): HeadingContext {
  const headings = [...section].reverse();
  const issuerNames = document.issuerNames;
  const bare = headings.map((text) => bareHeading(text, document));
  const enclosing = bare.flatMap((text) => {
    const found = findSection(text, { enclosing: [], issuerNames });
    const concept = findConcept(text, { enclosing: [], issuerNames })?.concept;
    return [...(found ? [found.id] : []), ...(concept ? [concept.id] : [])];
  });
  const nearest = bare[0];
  return {
    enclosing,
    path: nearest ? [nearest.split(/\s+/).slice(0, 6).join(' ')] : [],
    headingMeasure: measureOf(bare[0] ?? '', measures, enclosing),
    headingPeriod: headings.map((text) => periodOf(text, document)).find((period) => period !== undefined),
  };
}

function measureOf(heading: string, measures: Measures, enclosing: readonly string[]): Measure | undefined {
  return measures.find(heading, undefined, enclosing) ?? measures.find(heading, 'shares', enclosing) ?? measures.find(heading, 'count', enclosing);
}

/** The one span that a heading names, such as a fiscal year. */
function periodOf(heading: string, { calendar }: DocumentContext): Period | undefined {
  const spans = [...new Set(findPeriods(heading, calendar).map(({ period }) => period).filter(isDuration))];
  if (spans.length > 0) return spans.length === 1 ? spans[0] : undefined;
  const year = /(?<![\d.,])(20\d{2})(?![\d.,])/.exec(heading)?.[1];
  return year && findPeriods(heading, calendar).length === 0 ? fiscalYear(calendar, Number(year), 'fy') : undefined;
}

/** Without numbering, periods and a closing colon. */
function bareHeading(heading: string, { calendar }: DocumentContext): string {
  let text = heading;
  for (const { start, end } of [...findPeriods(heading, calendar)].reverse()) text = `${text.slice(0, start)} ${text.slice(end)}`;
  return text
    .replace(/^\s*(?:\(\w{1,3}\)|\w{1,3}[.)])\s*/, '')
    .replace(/\((?:announced|as of|for|unaudited)[^)]*\)/gi, ' ')
    .replace(/[:*]+\s*$/, '')
    .replace(/\b(?:for|of|as of|in|the)\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
