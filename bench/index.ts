import { buildAgainstAstro } from './cases/build-against-astro.ts';
import { convertAgainstRemark } from './cases/convert-against-remark.ts';
import { convertAndWrite } from './cases/convert-and-write.ts';
import { deriveAgainstReading } from './cases/derive-against-reading.ts';
import { formatsAgainstConversion } from './cases/formats-against-conversion.ts';
import { memoryAgainstIssuers } from './cases/memory-against-issuers.ts';
import { memoryAgainstText } from './cases/memory-against-text.ts';
import { previewAgainstConversion } from './cases/preview-against-conversion.ts';
import { printAgainstBrowser } from './cases/print-against-browser.ts';
import { readAgainstLibraries } from './cases/read-against-libraries.ts';
import { rebuildAgainstBuild } from './cases/rebuild-against-build.ts';
import { renderCharts } from './cases/render-charts.ts';
import { selfProof } from './cases/self-proof.ts';
import { timeAgainstLength } from './cases/time-against-length.ts';
import { timeAgainstReleases } from './cases/time-against-releases.ts';
import type { Bench } from './measure.ts';

/** A bench is one file in `cases/` and one line here. */
export const BENCHES: readonly Bench[] = [
  convertAgainstRemark,
  convertAndWrite,
  deriveAgainstReading,
  formatsAgainstConversion,
  memoryAgainstIssuers,
  memoryAgainstText,
  renderCharts,
  buildAgainstAstro,
  previewAgainstConversion,
  printAgainstBrowser,
  readAgainstLibraries,
  rebuildAgainstBuild,
  selfProof,
  timeAgainstLength,
  timeAgainstReleases,
];
