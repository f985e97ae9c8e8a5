import type { SearchedName, SearchedNumber } from '../model/searched.ts';
import { element } from './element.ts';
import { Finder } from './finder.ts';
import { readFile } from './read-file.ts';

const form = document.querySelector<HTMLFormElement>('form.search');
const field = form?.querySelector('input');
const list = document.querySelector('.results');
if (form && field && list) listen(form, field, list);

/** Searches at each key; the query is in the address, so that a search can be sent and returned to. */
function listen(form: HTMLFormElement, field: HTMLInputElement, list: Element): void {
  const finder = new Finder(form.dataset.issuer ?? '', readFile);
  let turn = 0;
  const search = async () => {
    const [query, mine] = [field.value.trim(), ++turn];
    history.replaceState(
      history.state,
      '',
      query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`,
    );
    const { figures, names } = query === '' ? { figures: [], names: [] } : await finder.find(query);
    if (mine !== turn) return;
    const found = [...figures.map(figureItem), ...names.map(nameItem)];
    const nothing = query !== '' && found.length === 0;
    list.replaceChildren(nothing ? element('p', {}, 'Nothing found.') : element('ul', {}, ...found));
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', search);
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.focus();
  if (field.value !== '') search();
}

function figureItem({ text, printed, unit, value, href, measure }: SearchedNumber): HTMLElement {
  const number = element('data', { value, textContent: printed });
  const link = unit === '%' ? element('a', { href }, number, unit) : element('a', { href }, number);
  link.dataset.m = measure;
  const behind = unit === '%' ? '' : ` ${unit}`;
  return element('li', {}, link, behind, element('small', { textContent: text }));
}

const nameItem = ({ kind, title, href, of }: SearchedName): HTMLElement => {
  const what = kind === 'comparison' ? 'several issuers side by side' : kind;
  const textContent = of ? `${what}, ${of}` : what;
  return element('li', {}, element('a', { href, textContent: title }), element('small', { textContent }));
};
