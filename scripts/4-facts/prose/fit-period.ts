import { closing, isInstant, type Period } from '../../../src/model/period.ts';
import type { Measure } from './measures.ts';

/** The close of a span for a balance; everything else as it is. */
export const fitPeriod = (period: Period, { concept }: Measure): Period => (concept?.periodType === 'instant' && !isInstant(period) ? closing(period) : period);
