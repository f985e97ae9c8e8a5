import type { Fact } from '../src/model/fact.ts';
import { isBeyondRelease } from './4-facts/beyond-release.ts';
import { isOfRivals } from './4-settle/settle-measure.ts';
import { isOfPeriod } from './4-settle/settle-period.ts';

/** Whether a fact may be unsure only because a head or a sentence names the wrong period. */
export const isMisdated = ({ doubt }: Fact): boolean =>
  isOfPeriod(doubt) || isBeyondRelease(doubt) || isOfRivals(doubt);
