import { join } from 'node:path';
import type { PrintoutList } from '../../src/model/printout.ts';
import type { Effects } from '../effects.ts';
import { MANIFEST } from '../output/output-manifest.ts';
import { hasSameParts } from '../output/xlsx/zip.ts';
import { offeredIn, offerIn } from '../print/offer-printouts.ts';
import type { SiteWithReceipt } from './rebuilt.ts';

/** What is looked at of a rebuilt site. */
export interface Looking {
  /** Without pages, the files of data alone. */
  readonly hasPages: boolean;
}

/** How the files of a rebuilt site differ from those that a receipt names. */
export interface RebuiltFiles {
  readonly otherwise: readonly string[];
  /** Files that were published and are not given now, and the other way round. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** How many wait for a browser: printouts and pictures that were not made anew. */
  readonly unprinted: number;
}

/** What a site lists as its printouts and pictures, beside its pages. */
const LIST = 'printouts.json';

export function compareRebuilt(
  published: SiteWithReceipt,
  rebuilt: SiteWithReceipt,
  { hasPages }: Looking,
  effects: Effects,
): RebuiltFiles {
  const [said, made] = [published.receipt.files, rebuilt.receipt.files];
  const isLookedAt = (path: string): boolean => hasPages || (path.startsWith('data/') && !isPage(path));
  const awaited = new Set(listAwaited(rebuilt.folder, effects).filter((path) => !(path in made)));
  const read = ({ folder }: SiteWithReceipt, path: string): Uint8Array | undefined =>
    effects.kindOf(join(folder, path)) === 'file' ? effects.readBytes(join(folder, path)) : undefined;
  const lost = Object.keys(said).filter((path) => !(path in made) && isLookedAt(path));
  return {
    otherwise: Object.keys(made).filter(
      (path) => path in said && made[path] !== said[path] && isLookedAt(path) && !isSame(path),
    ),
    lost: lost.filter((path) => !awaited.has(path)),
    added: Object.keys(made).filter((path) => !(path in said) && isLookedAt(path)),
    unprinted: lost.filter((path) => awaited.has(path)).length,
  };

  /** The same but for what is not made anew: how zlib packs, and what only a browser makes. */
  function isSame(path: string): boolean {
    const [before, now] = [read(published, path), read(rebuilt, path)];
    if (!before || !now) return false;
    if (path.endsWith('.xlsx')) return hasSameParts(now, before);
    const [was, is] = [before, now].map((bytes) => new TextDecoder().decode(bytes)) as [string, string];
    if (path.endsWith(MANIFEST)) return withoutAwaited(path, was) === withoutAwaited(path, is);
    return (
      isPage(path) &&
      offerIn(
        is,
        offeredIn(was, (file) => read(published, file)?.length),
      ) === was
    );
  }

  /** The list of a folder's files without those that are not made anew. */
  function withoutAwaited(path: string, text: string): string {
    const folder = path.slice(0, -MANIFEST.length);
    return text
      .split('\n')
      .filter((line) => !awaited.has(`${folder}${line}`))
      .join('\n');
  }
}

const isPage = (path: string): boolean => path.endsWith('.html');

/** What a browser makes of the pages of a site. */
function listAwaited(folder: string, effects: Effects): string[] {
  const file = join(folder, LIST);
  if (effects.kindOf(file) !== 'file') return [];
  const {
    printouts,
    cards = [],
    charts = [],
  } = JSON.parse(new TextDecoder().decode(effects.readBytes(file))) as PrintoutList;
  const made = [...printouts, ...cards].map(({ file }) => file);
  return [...made, ...charts.map((chart) => chart.replace(/\.svg$/, '.png'))];
}
