import { CITATION_FORMATS, type Citation, formatCitation } from '../model/citation.ts';
import type { InspectedFigure, InspectedMeasure } from '../model/inspected.ts';
import { element } from './element.ts';

/** How others cite a figure: as a note, and in each form that programs take. */
export function citeFigure(known: InspectedMeasure, key: string, figure: InspectedFigure): HTMLElement[] {
  const citation = cite(known, key, figure);
  return [
    element('p', { textContent: formatCitation(citation) }),
    ...CITATION_FORMATS.flatMap(({ name, format }) => [
      element('h3', { textContent: name }),
      element('pre', { className: 'cite', textContent: format(citation) }),
    ]),
  ];
}

/** A figure with its release, its line and its address. */
function cite(
  { name, author, publisher, releases, facts, rows }: InspectedMeasure,
  key: string,
  figure: InspectedFigure,
): Citation {
  const { title, released = '', on = '' } = releases[figure.release ?? -1] ?? {};
  const [, line] = /\bline (\d+)$/.exec(rows[figure.row ?? -1]?.place ?? '') ?? [];
  const unit = figure.unit && !figure.printed.includes(figure.unit) ? ` ${figure.unit}` : '';
  return {
    key: decodeURI(key).replace(/[^A-Za-z0-9]+/g, '-'),
    author,
    title: `${name}, ${facts[figure.fact]?.is}: ${figure.printed}${unit}`,
    release: title,
    place: line === undefined ? 'worked out' : `line ${line}`,
    ...{ released, on, publisher, url: new URL(figure.href, location.href).href },
  };
}
