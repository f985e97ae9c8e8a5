import { join } from 'node:path';
import type { Effects } from '../effects.ts';

/** What a page tells of, by its address below the base. */
const KINDS: readonly { readonly kind: string; readonly address: RegExp }[] = [
  { kind: 'front', address: /^$/ },
  { kind: 'data', address: /^data\/$/ },
  { kind: 'comparison', address: /^measures\// },
  { kind: 'search', address: /^(?:[^/]+\/)?search\/$/ },
  { kind: 'issuer', address: /^[^/]+\/$/ },
  { kind: 'document', address: /^[^/]+\/documents\// },
  { kind: 'measure', address: /^[^/]+\/measures\// },
  { kind: 'checks', address: /^[^/]+\/checks\// },
  { kind: 'tables', address: /^[^/]+\/[^/]+\/tables\/$/ },
  { kind: 'period', address: /^[^/]+\/[^/]+\/$/ },
];

/** A page of a built site. */
export interface SitePage {
  /** Its path below the base: `iij/fy2012/`. */
  readonly address: string;
  readonly kind: string;
  /** Of its HTML. */
  readonly bytes: number;
}

/** All pages of a built site, in order of their addresses. */
export function listPages(folder: string, effects: Effects, address = ''): SitePage[] {
  return effects.list(join(folder, address)).flatMap((name) => {
    const path = join(folder, address, name);
    if (effects.kindOf(path) === 'folder') return listPages(folder, effects, `${address}${name}/`);
    if (name !== 'index.html') return [];
    return [{ address, kind: nameKind(address), bytes: effects.readBytes(path).length }];
  });
}

/** The page of each kind that has most to show. */
export function fullestPages(pages: readonly SitePage[]): SitePage[] {
  return [...Map.groupBy(pages, ({ kind }) => kind).values()].map((alike) =>
    alike.reduce((fullest, page) => (page.bytes > fullest.bytes ? page : fullest)),
  );
}

const nameKind = (address: string): string =>
  KINDS.find((kind) => kind.address.test(address))?.kind ?? 'other';
