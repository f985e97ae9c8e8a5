import type { InspectedFigure, InspectedMeasure, SeriesPoint } from '../model/inspected.ts';
import { readStatementPair } from '../model/links.ts';
import { type ElementPart, element, isShown } from './element.ts';
import { readFile } from './read-file.ts';

/** A figure as its link names it. */
interface Target {
  readonly href: string;
  readonly measure: string;
  readonly value: string;
  /** Names of the two figures that a change is worked out from. */
  readonly of: readonly string[];
  readonly shown: string;
  /** What such a change is told in, where the link does not say it. */
  readonly unit: string | undefined;
}

const panel = element('aside', {
  className: 'inspector',
  tabIndex: -1,
  hidden: true,
  ariaLabel: 'About this figure',
});
const opened: HTMLAnchorElement[] = [];
/** The link of the page that was opened last: it gets the focus back. */
let origin: HTMLAnchorElement | undefined;
let depth = 0;

document.addEventListener('click', (event) => {
  const link = linkAt(event.target);
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  opened.push(link);
  inspect(link).then(
    (shown) => shown && history.pushState({ figure: opened.length - 1, depth: ++depth }, ''),
  );
});

document.addEventListener('keydown', (event) => {
  if (panel.hidden) return;
  if (event.key === 'Escape') close();
  const next = origin && beside(origin, event.key);
  if (!next || event.metaKey || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  opened.push(next);
  inspect(next).then((shown) => shown && history.replaceState({ figure: opened.length - 1, depth }, ''));
});

addEventListener('popstate', ({ state }) => {
  depth = state?.depth ?? 0;
  const link = opened[state?.figure];
  if (link) inspect(link);
  else hide();
});

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return (target as Element).closest<HTMLAnchorElement>('a[data-m]:has(> data)');
}

function close(): void {
  if (depth > 0) history.go(-depth);
  else hide();
}

function hide(): void {
  panel.hidden = true;
  origin?.removeAttribute('aria-current');
  origin?.focus({ preventScroll: true });
}

/** Shows a figure, or goes where its link leads if nothing is known of it. Says which. */
async function inspect(link: HTMLAnchorElement): Promise<boolean> {
  const [href, value] = [link.href, link.querySelector('data')?.value ?? ''];
  const { m: measure = '', of = '', unit } = link.dataset;
  const shown = link.textContent ?? '';
  const target = { href, measure, value, of: readStatementPair(of), shown, unit };
  const parts = await readFile<InspectedMeasure>(`${measure}.json`).then(
    (known) => known && describe(known, target),
    () => undefined,
  );
  if (!parts) {
    location.href = href;
    return false;
  }
  if (!panel.contains(link)) {
    origin?.removeAttribute('aria-current');
    origin = link;
    link.setAttribute('aria-current', 'true');
  }
  const shut = element('button', { type: 'button', textContent: 'Close', onclick: close });
  panel.replaceChildren(shut, ...parts.filter(isShown));
  if (!panel.parentNode) document.body.append(panel);
  const { left = 0, bottom = 0 } = origin?.getBoundingClientRect() ?? {};
  panel.classList.toggle('at-left', left > innerWidth / 2);
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
  const { top, width } = panel.getBoundingClientRect();
  if (width > innerWidth * 0.9 && bottom > top) scrollBy(0, bottom - top + 40);
  return true;
}

function describe(known: InspectedMeasure, target: Target): ElementPart[] | undefined {
  const { name, page, figures, facts, rows, series } = known;
  const { measure } = target;
  const figureLink = (href: string, printed: string, value: string, of = measure) => {
    const link = element('a', { href }, element('data', { value, textContent: printed }));
    link.dataset.m = of;
    return link;
  };
  /** A figure with where it is, and its unit where that is not `known`. */
  const placed = (place: string | undefined, { href, printed, value, unit }: InspectedFigure, known = '') =>
    element('li', {}, `${place}: `, figureLink(href, printed, value), unit === known ? '' : ` ${unit}`);
  const stated = (key: string, unit = '') => {
    const one = figures[key];
    if (!one) return false;
    const place = one.row === undefined ? facts[one.fact]?.is : rows[one.row]?.place;
    return placed(place, one, unit);
  };
  const title = (text: string) =>
    element('h2', {}, element('a', { href: page, textContent: name }), `, ${text}`);
  const inUnit = (printed: string, unit = '') =>
    element('p', { className: 'figure' }, printed, ' ', element('small', { textContent: unit }));
  if (target.of.length > 0)
    return [
      title('a change worked out here'),
      inUnit(target.shown, target.unit),
      element('h3', { textContent: 'Follows from' }),
      element(
        'ul',
        {},
        ...target.of.map((key) => figures[key] && placed(facts[figures[key].fact]?.is, figures[key])),
      ),
    ];
  const fragment = decodeURI(target.href.split('#')[1] ?? '');
  const [key, found] =
    Object.entries(figures).find(([one]) => one === fragment) ??
    Object.entries(figures)
      .filter(([, { href }]) => new URL(href, location.href).href === target.href)
      .sort(
        ([, a], [, b]) => Number(!isSame(a.value, target.value)) - Number(!isSame(b.value, target.value)),
      )[0] ??
    [];
  if (!key || !found) return undefined;
  const fact = facts[found.fact];
  const row = found.row === undefined ? undefined : rows[found.row];
  const points = series[fact?.series ?? -1];
  const others = (fact?.stated ?? [])
    .filter((one) => one !== key)
    .map((one) => stated(one, found.unit))
    .filter(Boolean);
  const [issuer] = measure.split('/');
  const citing = element(
    'details',
    {},
    element('summary', { textContent: 'Cite, or report a misreading' }),
    element('p', {}, element('code', { textContent: `${issuer}/${key.replace('/', '#')}` })),
  );
  // Few cite: how is loaded when it is asked for.
  const showForms = () =>
    import('./cite-figure.ts').then(({ citeFigure }) =>
      citing.append(...citeFigure(known, `${issuer}/${key}`, found)),
    );
  citing.addEventListener('toggle', showForms, { once: true });
  return [
    title(fact?.is ?? ''),
    inUnit(found.printed, found.unit),
    found.verified &&
      element('p', { textContent: found.verified.replace(/^./, (first) => first.toUpperCase()) }),
    row && element('h3', {}, element('a', { href: found.href, textContent: row.place })),
    row &&
      element('p', {
        className: 'heads',
        textContent: [...new Set([...row.heads, found.column])].filter(Boolean).join(' › '),
      }),
    row &&
      element(
        'p',
        { className: 'source' },
        ...row.cells.flatMap((cell, index) => [
          index > 0 && ' ',
          index === found.cell
            ? element('mark', { textContent: cell })
            : element('span', { textContent: cell }),
        ]),
      ),
    fact?.how && element('h3', { textContent: 'Worked out' }),
    fact?.how && element('p', { textContent: fact.how }),
    fact?.inputs &&
      element(
        'ul',
        {},
        ...fact.inputs.map(({ text, href, printed, value, measure: of }) =>
          element('li', {}, `${text}: `, figureLink(href, printed, value, of)),
        ),
      ),
    others.length > 0 && element('h3', { textContent: 'Also stated' }),
    others.length > 0 && element('ul', {}, ...others),
    found.checks && element('h3', { textContent: 'Checks' }),
    found.checks &&
      element(
        'ul',
        {},
        ...found.checks.map(({ text, href, verdict }) =>
          element('li', {}, `${verdict}: `, element('a', { href, textContent: text })),
        ),
      ),
    fact?.said && element('h3', { textContent: fact.said.who }),
    fact?.said && element('p', {}, element('a', { href: fact.said.href, textContent: fact.said.text })),
    points && element('h3', { textContent: 'Latest periods' }),
    points && bars(points),
    citing,
  ];
}

/** Equal but for the sign: a measure's own sense may turn what is printed. */
const isSame = (a: string, b: string): boolean => a.replace('-', '') === b.replace('-', '');

function bars(points: readonly SeriesPoint[]): HTMLElement {
  const most = Math.max(...points.map(({ value }) => Math.abs(value)), 1e-9);
  return element(
    'table',
    {},
    ...points.map(({ period, printed, value }) => {
      const bar = element('i', {});
      bar.style.width = `${(100 * Math.abs(value)) / most}%`;
      return element(
        'tr',
        {},
        element('th', { textContent: period, scope: 'row' }),
        element('td', {}, bar),
        element('td', { textContent: printed }),
      );
    }),
  );
}

/** The figure beside one in its table. */
function beside(link: HTMLAnchorElement, key: string): HTMLAnchorElement | null | undefined {
  const cell = link.closest('td');
  const row = cell?.parentElement;
  if (!cell || !row) return undefined;
  const go = (
    next: 'nextElementSibling' | 'previousElementSibling',
    from: Element,
    inside: (at: Element) => Element | undefined,
  ) => {
    for (let at = from[next]; at; at = at[next]) {
      const found = inside(at)?.querySelector<HTMLAnchorElement>('a[data-m]');
      if (found) return found;
    }
    return undefined;
  };
  const own = (at: Element) => at;
  const below = (at: Element) => at.children[[...row.children].indexOf(cell)];
  if (key === 'ArrowRight') return go('nextElementSibling', cell, own);
  if (key === 'ArrowLeft') return go('previousElementSibling', cell, own);
  if (key === 'ArrowDown') return go('nextElementSibling', row, below);
  if (key === 'ArrowUp') return go('previousElementSibling', row, below);
  return undefined;
}
