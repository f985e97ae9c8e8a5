import type { APIRoute } from 'astro';
import { listChartFiles } from '../charts/paths.ts';
import { linkTo } from '../model/links.ts';
import type { PrintoutList } from '../model/printout.ts';
import { listCards } from '../view/cards.ts';
import { listPrintouts } from '../view/printouts.ts';

/** What the printing program is to print of this site, and what it is to say on it. */
export const GET: APIRoute = (context) => {
  const list: PrintoutList = {
    base: linkTo(''),
    site: context.site?.origin ?? '',
    printouts: listPrintouts(),
    cards: listCards(),
    charts: listChartFiles(),
  };
  return new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json' } });
};
