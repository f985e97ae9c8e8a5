import type { Verdict } from '../../src/model/finding.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import { readConfig } from '../config/read-config.ts';
import { formatBase, isOrigin } from '../config/schema.ts';
import type { SettingsText } from '../config/settings-text.ts';
import { type Effects, reportsPath } from '../effects.ts';
import type { SettingsDigest } from '../output/receipt-json.ts';
import { PAPERS, type Paper } from '../print/paper.ts';
import { CACHE_FLAGS, CACHE_USAGE, openResults } from '../results/open-results.ts';
import type { Results } from '../results/results.ts';
import { type Arguments, UsageError } from './arguments.ts';

export interface BuildOptions {
  readonly documents: string;
  readonly out: string;
  readonly base: string;
  readonly site: string;
  /** Verdicts that end the build with a status of their own. */
  readonly strict: ReadonlySet<Verdict>;
  readonly ignoresTags: boolean;
  /** By its flag. */
  readonly isDraft?: boolean | undefined;
  readonly paper: Paper;
  readonly settings: SiteSettings;
  readonly settingsDigest: SettingsDigest;
  /** For messages on what the settings name. */
  readonly settingsText?: SettingsText | undefined;
  /** What earlier runs kept. */
  readonly kept: Results;
}

/** Flags of all commands that build. */
export const BUILD_FLAGS = {
  values: ['documents', 'out', 'base', 'site', 'config', ...CACHE_FLAGS.values],
  switches: ['strict', 'strict=slip', 'no-tags', 'draft', ...CACHE_FLAGS.switches],
} as const;

export const BUILD_USAGE = `  --documents DIR  folder with one folder of releases per issuer (default: documents)
  --out DIR        where the site goes (default: dist)
  --base PATH      path under which the site will be served (default: /)
  --site URL       origin at which it will be served, as in https://example.org
  --strict         exit status 3 where a check found an error in a document; --strict=slip for slips of words too;
                   and nothing is built where a document cannot be read, instead of leaving it out with status 4
  --draft          marks each page and printout as a draft, as the settings can
  --no-tags        reads inline XBRL as if its numbers had no tags
  --config FILE    settings of the site, which the flags win over (default: tieout.config.ts, if there is one)
${CACHE_USAGE}`;

type Given = Pick<
  Arguments<(typeof BUILD_FLAGS.values)[number], (typeof BUILD_FLAGS.switches)[number]>,
  'values' | 'switches'
>;

export async function readBuildOptions({ values, switches }: Given, effects: Effects): Promise<BuildOptions> {
  const { config, settings, digest, text } = await readConfig(reportsPath('.'), effects, values.config);
  const documents = values.documents ?? config.documents ?? reportsPath('documents');
  return {
    documents,
    out: values.out ?? config.out ?? reportsPath('dist'),
    base: parseBase(values.base ?? config.base ?? '/'),
    site: parseSite(values.site ?? config.site ?? ''),
    paper: PAPERS[config.paper ?? 'a4'],
    settings: switches.has('draft') ? { ...settings, draft: true } : settings,
    settingsDigest: digest,
    settingsText: text,
    strict: new Set([
      ...(switches.has('strict') || switches.has('strict=slip') ? (['error'] as const) : []),
      ...(switches.has('strict=slip') ? (['slip'] as const) : []),
    ]),
    ignoresTags: switches.has('no-tags'),
    isDraft: switches.has('draft'),
    kept: openResults({ values, switches }, documents, effects),
  };
}

function parseBase(path: string): string {
  const base = formatBase(path);
  if (base !== undefined) return base;
  throw new UsageError(`--base takes a path such as /reports, not ${path}`);
}

function parseSite(url: string): string {
  if (url === '' || isOrigin(url)) return url;
  const path = URL.parse(url)?.pathname.replace('/', '') ? '; a path goes into --base' : '';
  throw new UsageError(`--site takes a URL such as https://example.org, not ${url}${path}`);
}
