import { convertAgainstRemark } from './cases/convert-against-remark.ts';
import { memoryAgainstText } from './cases/memory-against-text.ts';
import type { Bench } from './measure.ts';

/** A bench is one file in `cases/` and one line here. */
export const BENCHES: readonly Bench[] = [convertAgainstRemark, memoryAgainstText];
