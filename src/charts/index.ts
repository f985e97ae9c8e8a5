import type { Chart } from './chart.ts';
import { grossMargin } from './gross-margin.ts';
import { growthByPart } from './growth-by-part.ts';
import { operatingIncome } from './operating-income.ts';
import { revenueByPart } from './revenue-by-part.ts';
import { revenueToNetIncome } from './revenue-to-net-income.ts';

/** Every chart the project draws, in the order of the questions that a page asks. */
export const charts: readonly Chart[] = [revenueByPart, growthByPart, revenueToNetIncome, grossMargin, operatingIncome];
