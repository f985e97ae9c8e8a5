import { join } from 'node:path';
import { formatCounted } from '../../src/model/format.ts';
import { parseArguments, UsageError } from '../commands/arguments.ts';
import { EXIT, type Program } from '../commands/program.ts';
import { reportsPath } from '../effects.ts';
import { NoBrowser } from '../print/launch-browser.ts';
import type { AuditSite, PageAudit } from './audit-site.ts';

const USAGE = `Usage: npm run audit -- [ADDRESS…] [--out DIR]

Looks at the pages of a built site in a browser: accessibility (axe, in light, dark and forced colours, wide and
narrow), what scrolls sideways, what shifts, links that lead nowhere, errors, weight of HTML and CSS compressed; and
of the fullest page of each kind, how soon its largest part is painted on a slow phone.

  ADDRESS…   starts of addresses, as in iij/fy2012/ (default: all pages)
  --out DIR  where the site is (default: dist)

Exit status 1 where a page is too heavy, too late, shifts, or has a fault.`;

/** Bytes and milliseconds that no page may exceed. */
const HEAVIEST = 150_000;
const LATEST = 1000;

/** The program `audit`: a built site in, a table of its pages out. */
export const auditWith = (audit: AuditSite): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { values, operands } = parseArguments(args, { values: ['out'], switches: [] });
    const folder = values.out ?? reportsPath('dist');
    if (effects.kindOf(join(folder, 'printouts.json')) !== 'file')
      throw new UsageError(
        `there is no site in ${folder}: run npm run build first, or name it with --out DIR`,
      );
    effects.say(HEAD);
    try {
      const [pages, bad] = await tell(audit({ folder, only: operands }, effects), effects.say);
      effects.say(`${formatCounted(pages, 'page')}, ${bad === 0 ? 'nothing amiss' : `${bad} with a fault`}`);
      return pages > 0 && bad === 0 ? EXIT.done : EXIT.failed;
    } catch (error) {
      if (!(error instanceof NoBrowser)) throw error;
      effects.complain(`Nothing measured: ${error.message}.`);
      return EXIT.failed;
    }
  },
});

const HEAD = '   kB  LCP ms  shift  faults  page';

async function tell(pages: AsyncIterable<PageAudit>, say: (line: string) => void): Promise<[number, number]> {
  let [all, bad] = [0, 0];
  for await (const page of pages) {
    all += 1;
    if (isFaulty(page)) bad += 1;
    say(formatRow(page));
    for (const fault of page.faults) say(`       ${fault}`);
  }
  return [all, bad];
}

export const isFaulty = ({ weight, largestPaint = 0, shift, faults }: PageAudit): boolean =>
  weight > HEAVIEST || !(largestPaint <= LATEST) || shift > 0 || faults.length > 0;

/** ` 57.3     812      0       0  iij/fy2012/`. */
export function formatRow({ weight, largestPaint, shift, faults, address }: PageAudit): string {
  const cells = [
    (weight / 1000).toFixed(1).padStart(5),
    String(largestPaint ?? '').padStart(6),
    (shift === 0 ? '0' : shift.toFixed(3)).padStart(5),
    String(faults.length).padStart(6),
  ];
  return `${cells.join('  ')}  ${address || '(front)'}`;
}
